package colophon.output;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words and numbers of a text, in order: without case, ligatures and soft hyphens, so that they are the same however the text is set.
 * Characters of scripts that do not separate words are words of their own.
 */
final class WordRuns {
    /** Separates blocks: no text goes on over it. */
    static final char BLOCK_END = '\f';

    /** Stands for it among the words. */
    static final String END = "";

    private static final char FIRST_NOT_ASCII = '\u0080';

    /**
     * A word or number, and where it is in the text.
     *
     * @param start offset in the text
     * @param end offset after it
     */
    record Word(String text, int start, int end) {}

    private final CharSequence text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean digits;
    private int start;

    private WordRuns(CharSequence text) {
        this.text = text;
    }

    static List<Word> of(CharSequence text) {
        WordRuns runs = new WordRuns(text);
        runs.read();
        return runs.words;
    }

    private void read() {
        int length;
        for (int i = 0; i < text.length(); i += length) {
            int c = Character.codePointAt(text, i);
            length = Character.charCount(c);
            boolean isDigit = Character.isDigit(c);
            if (isDigit || isLetter(c)) {
                boolean alone = isAlone(c);
                if (isDigit != digits || alone) {
                    end(i);
                }
                digits = isDigit;
                start = word.length() == 0 ? i : start;
                word.appendCodePoint(c);
                if (alone) {
                    end(i + length);
                }
            } else if (c == BLOCK_END) {
                end(i);
                words.add(new Word(END, i, i));
            } else if (Character.getType(c) != Character.FORMAT && c != '\u200B') {
                end(i);
            }
        }
        end(text.length());
    }

    private static boolean isLetter(int c) {
        return Character.isLetter(c)
                || c >= FIRST_NOT_ASCII
                        && switch (Character.getType(c)) {
                            case Character.NON_SPACING_MARK,
                                    Character.COMBINING_SPACING_MARK,
                                    Character.ENCLOSING_MARK -> true;
                            default -> false;
                        };
    }

    private static boolean isAlone(int c) {
        if (c < FIRST_NOT_ASCII) {
            return false;
        }
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private void end(int at) {
        if (word.length() > 0) {
            words.add(new Word(common(word.toString()), start, at));
            word.setLength(0);
        }
    }

    private static String common(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= FIRST_NOT_ASCII) {
                return Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            }
        }
        return word.toLowerCase(Locale.ROOT);
    }
}
