package colophon.read;

import colophon.model.EastAsian;
import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/** Where words may begin and end beside others, in writing with spaces between words and without. */
final class WordEnds {
    /** What Korean writes right after a noun: particles, the plural, and forms of "to be". */
    private static final Pattern PARTICLES =
            Pattern.compile("들?(?:은|는|이|가|을|를|의|도|만|뿐|등|인|나|며|고|다|라|란|(?:와|과)(?:의|는)?|에(?:는|도|서(?:는|도|의)?|게(?:는|서)?)?"
                    + "|(?:으로|로)(?:서|써|의|는|부터)?|(?:만|까지|부터)의?|보다|처럼|이나|이며|이고|이다|이란|이?라(?:는|고|도)?|이었다|였다|입니다)?");

    private WordEnds() {}

    /** Whether a character is of a writing that puts no spaces between words: Chinese, Japanese, Thai, Lao, Khmer and Burmese. */
    static boolean isUnspaced(int c) {
        return EastAsian.isWide(c)
                || switch (UnicodeScript.of(c)) {
                    case THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }

    static boolean isHangul(int c) {
        return UnicodeScript.of(c) == UnicodeScript.HANGUL;
    }

    /** Whether a word may end at a place: not before an accent or a vowel that is written above or below the letter. */
    static boolean at(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        int next = text.codePointAt(end);
        if (isMark(next)) {
            return false;
        }
        return !Character.isLetterOrDigit(next)
                || isUnspaced(next)
                || isUnspaced(text.codePointBefore(end))
                || isHangul(next) && isParticle(text, end);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isParticle(String text, int start) {
        int end = start;
        while (end < text.length() && isHangul(text.charAt(end))) {
            end++;
        }
        return PARTICLES.matcher(text).region(start, end).matches();
    }
}
