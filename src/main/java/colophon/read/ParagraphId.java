package colophon.read;

import colophon.model.Digest;
import java.util.Locale;

/**
 * The id of a paragraph, made from its first words: it stays while other paragraphs come, go and change, and while this one changes
 * behind its beginning. Of two that begin alike the second gets a number behind its id.
 */
final class ParagraphId {
    private static final int WORDS = 8;
    private static final int SIGNS = 6;
    /** Digits and letters that are not taken for each other. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private ParagraphId() {}

    static String of(String text) {
        StringBuilder id = new StringBuilder("p-");
        long digest = Digest.of(beginning(text));
        for (int i = 0; i < SIGNS; i++) {
            id.append(ALPHABET.charAt((int) (digest & (ALPHABET.length() - 1))));
            digest >>>= Integer.numberOfTrailingZeros(ALPHABET.length());
        }
        return id.toString();
    }

    /** The first words without capitals and signs. */
    private static String beginning(String text) {
        StringBuilder beginning = new StringBuilder();
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && !inWord) {
                words++;
                if (words > WORDS) {
                    break;
                }
                beginning.append(' ');
            }
            if (letter) {
                beginning.appendCodePoint(c);
            }
            inWord = letter;
        }
        return beginning.toString().toLowerCase(Locale.ROOT);
    }
}
