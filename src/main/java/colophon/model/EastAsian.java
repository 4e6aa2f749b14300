package colophon.model;

/**
 * Chinese and Japanese writing, which puts no spaces between words. Ranges are those of Unicode 15 with the property East_Asian_Width W,
 * F or H, in blocks as wholes.
 */
public final class EastAsian {
    private EastAsian() {}

    /** Whether a character is as wide as a Han character and stands beside others without a space: Han, Kana, Yi, Bopomofo and their punctuation, but no Hangul. */
    public static boolean isWide(int c) {
        if (c < 0x2E80) {
            return false;
        }
        boolean isWide = c <= 0xA4CF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE10 && c <= 0xFE19
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF01 && c <= 0xFFDC
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x16FE0 && c <= 0x18DFF
                || c >= 0x1AFF0 && c <= 0x1B2FF
                || c >= 0x1F200 && c <= 0x1F265
                || c >= 0x20000 && c <= 0x3FFFD;
        return isWide && Character.UnicodeScript.of(c) != Character.UnicodeScript.HANGUL;
    }

    /** Whether a character is a letter of such writing. */
    public static boolean isWideLetter(int c) {
        return isWide(c) && Character.isLetterOrDigit(c);
    }

    /**
     * Whether a line break of the source between two characters is none for the reader (CSS Text 3, 4.1.3). Punctuation that Latin texts
     * use as well, such as “ and …, belongs to what surrounds it.
     *
     * @param before the text before the line break
     * @param after the text after it
     */
    public static boolean joins(CharSequence before, CharSequence after) {
        int last = before.length();
        while (last > 0 && isShared(Character.codePointBefore(before, last))) {
            last--;
        }
        int next = 0;
        while (next < after.length() && isShared(Character.codePointAt(after, next))) {
            next++;
        }
        boolean isShared = last < before.length() && next > 0;
        return last > 0
                && next < after.length()
                && !isShared
                && isWide(Character.codePointBefore(before, last))
                && isWide(Character.codePointAt(after, next));
    }

    /** Punctuation of ambiguous width. */
    private static boolean isShared(int c) {
        return c == '‘' || c == '’' || c == '“' || c == '”' || c == '…' || c == '‥' || c == '—' || c == '―' || c == '·'
                || c == '※';
    }
}
