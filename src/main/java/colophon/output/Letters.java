package colophon.output;

import colophon.model.Digest;
import java.util.regex.Pattern;

/**
 * The letters and digits of a text, which are the same wherever it is set: spaces, hyphens and capitals are not, nor is "page 42", which
 * only print adds to a reference.
 */
final class Letters {
    private static final Pattern PAGE_OF_REFERENCE = Pattern.compile("page\\d+");

    private final StringBuilder letters = new StringBuilder();

    /** How many letters and digits there are in a text. */
    static int count(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    Letters add(String text) {
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return this;
    }

    /** How many there are so far. */
    int count() {
        return count(common());
    }

    long digest() {
        return Digest.of(common());
    }

    private String common() {
        return letters.indexOf("page") < 0
                ? letters.toString()
                : PAGE_OF_REFERENCE.matcher(letters).replaceAll("");
    }
}
