package colophon.read;

/**
 * What is on both sides of a run of asterisks or the like decides whether it opens or closes. The rules are CommonMark's, with the
 * amendment for Chinese, Japanese and Korean (markdown-cjk-friendly): words there have no spaces between them, so a bracket or stop of
 * these scripts beside the run says no more than a letter does.
 *
 * @param before the code point before the run; a line feed at the beginning of a text
 * @param after the code point after it
 */
record Flanking(int before, int after) {
    /** The code point before an offset, without the selector of a variant. */
    static int before(String text, int offset) {
        int c = text.codePointBefore(offset);
        int start = offset - Character.charCount(c);
        return isVariationSelector(c) && start > 0 ? text.codePointBefore(start) : c;
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    boolean left() {
        return side(after, before);
    }

    boolean right() {
        return side(before, after);
    }

    private static boolean side(int near, int far) {
        if (isSpace(near)) {
            return false;
        }
        boolean mark = isPunctuation(near) && !isEastAsian(near);
        return !mark || isSpace(far) || isPunctuation(far) || isEastAsian(far);
    }

    boolean afterPunctuation() {
        return isPunctuation(before);
    }

    boolean beforePunctuation() {
        return isPunctuation(after);
    }

    static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\f' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** Punctuation and symbols of Unicode. */
    static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    /** Whether a character belongs to a script without spaces, or to its punctuation: what is wide there. */
    private static boolean isEastAsian(int c) {
        if (c < 0x1100) {
            return false;
        }
        boolean marks = c >= 0x2E80 && c <= 0x33FF
                || c >= 0xFE10 && c <= 0xFE1F
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFFEF;
        return marks
                || switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI, TANGUT, NUSHU -> true;
                    default -> false;
                };
    }
}
