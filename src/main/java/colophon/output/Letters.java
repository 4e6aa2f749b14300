package colophon.output;

import colophon.model.Digest;

/** The letters and digits of a text, which are the same wherever it is set: spaces, hyphens and capitals are not. */
final class Letters {
    private final StringBuilder letters = new StringBuilder();
    private int count;

    /** How many letters and digits there are in a text. */
    static int count(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    Letters add(String text) {
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        count += count(text);
        return this;
    }

    int count() {
        return count;
    }

    long digest() {
        return Digest.of(letters.toString());
    }
}
