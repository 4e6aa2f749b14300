package colophon.output;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.lang.Character.UnicodeScript;

/**
 * Where a line of text may end: the rules of Unicode's line breaking algorithm (UAX #14), with the classes of characters that our fonts
 * have. That of Java breaks lines after apostrophes; ICU4J has the whole algorithm, but is larger than the rest of the program.
 *
 * <p>Two deviations, which UAX #14 allows: a line may end after a slash only within long words, such as addresses, and never after the
 * slashes of "https://".
 */
final class LineBreaks implements FSTextBreaker {
    private static final int DONE = -1;
    /** The number of letters that must be on either side of a slash where a line ends. */
    private static final int MIN_AROUND_SLASH = 3;

    /** The classes of UAX #14, table 1. */
    private enum Kind {
        NEW_LINE,
        SPACE,
        ZERO_WIDTH_SPACE,
        JOINER,
        GLUE,
        MARK,
        BREAK_AFTER,
        BREAK_BEFORE,
        EM_DASH,
        HYPHEN,
        EXCLAMATION,
        SEPARATOR,
        SLASH,
        ELLIPSIS,
        QUOTATION,
        OPENING,
        CLOSING,
        BRACKET,
        NON_STARTER,
        IDEOGRAPH,
        PREFIX,
        POSTFIX,
        NUMBER,
        LETTER,
        OBJECT;

        boolean isIn(Kind... kinds) {
            for (Kind kind : kinds) {
                if (this == kind) {
                    return true;
                }
            }
            return false;
        }
    }

    private String text = "";
    private int position;

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }

    @Override
    public int next() {
        if (position >= text.length()) {
            return DONE;
        }
        do {
            position++;
        } while (position < text.length() && !mayBreak(text, position));
        return position;
    }

    /** Whether a line may end before the character at an index; also true where a text begins or ends. */
    static boolean mayBreak(CharSequence text, int index) {
        if (index <= 0 || index >= text.length()) {
            return true;
        }
        if (Character.isLowSurrogate(text.charAt(index)) && Character.isHighSurrogate(text.charAt(index - 1))) {
            return false;
        }
        int before = base(text, index);
        Kind left = kind(text, before);
        Kind right = kind(text, index);
        if (left == Kind.NEW_LINE || right.isIn(Kind.NEW_LINE, Kind.SPACE, Kind.ZERO_WIDTH_SPACE)) {
            return left == Kind.NEW_LINE;
        }
        if (left == Kind.SPACE) {
            return afterSpaces(text, before, right, index);
        }
        if (left == Kind.ZERO_WIDTH_SPACE) {
            return true;
        }
        return right != Kind.MARK && !isJoinedToNext(text, index) && !joins(left, right, text, before, index);
    }

    private static boolean isJoinedToNext(CharSequence text, int index) {
        return text.charAt(index - 1) == '\u200D';
    }

    /** Rules 8, 13 to 18. */
    private static boolean afterSpaces(CharSequence text, int space, Kind right, int index) {
        int end = space;
        while (end > 0 && kindBefore(text, end) == Kind.SPACE) {
            end--;
        }
        int before = end == 0 ? 0 : base(text, end);
        Kind left = end == 0 ? Kind.SPACE : kind(text, before);
        if (left == Kind.ZERO_WIDTH_SPACE || left == Kind.NEW_LINE) {
            return true;
        }
        if (right.isIn(Kind.CLOSING, Kind.BRACKET, Kind.EXCLAMATION, Kind.SLASH, Kind.JOINER)
                || right == Kind.SEPARATOR && !startsNumber(text, index)
                || left == Kind.OPENING
                || left == Kind.EM_DASH && right == Kind.EM_DASH
                || left.isIn(Kind.CLOSING, Kind.BRACKET) && right == Kind.NON_STARTER) {
            return false;
        }
        return (end == 0 || !opens(text, before)) && !closes(text, index);
    }

    /** " .5" begins a line where " ." does not. */
    private static boolean startsNumber(CharSequence text, int index) {
        return index + 1 < text.length() && kind(text, index + 1) == Kind.NUMBER;
    }

    /** An initial quotation mark before a word. (Rule 15a) */
    private static boolean opens(CharSequence text, int index) {
        if (Character.getType(text.charAt(index)) != Character.INITIAL_QUOTE_PUNCTUATION) {
            return false;
        }
        return index == 0
                || kindBefore(text, index)
                        .isIn(
                                Kind.NEW_LINE,
                                Kind.OPENING,
                                Kind.QUOTATION,
                                Kind.GLUE,
                                Kind.SPACE,
                                Kind.ZERO_WIDTH_SPACE);
    }

    /** A final quotation mark after a word. (Rule 15b) */
    private static boolean closes(CharSequence text, int index) {
        if (Character.getType(text.charAt(index)) != Character.FINAL_QUOTE_PUNCTUATION) {
            return false;
        }
        return index + 1 == text.length()
                || kind(text, index + 1)
                        .isIn(
                                Kind.SPACE,
                                Kind.GLUE,
                                Kind.JOINER,
                                Kind.CLOSING,
                                Kind.QUOTATION,
                                Kind.BRACKET,
                                Kind.EXCLAMATION,
                                Kind.SEPARATOR,
                                Kind.SLASH,
                                Kind.NEW_LINE,
                                Kind.ZERO_WIDTH_SPACE);
    }

    /** Whether two characters without a space between them stay on one line: rules 11 to 30. */
    private static boolean joins(Kind left, Kind right, CharSequence text, int before, int index) {
        if (left.isIn(Kind.JOINER, Kind.GLUE, Kind.OPENING, Kind.QUOTATION)
                || right.isIn(
                        Kind.JOINER,
                        Kind.CLOSING,
                        Kind.BRACKET,
                        Kind.EXCLAMATION,
                        Kind.SLASH,
                        Kind.SEPARATOR,
                        Kind.QUOTATION)
                || right == Kind.GLUE && !left.isIn(Kind.BREAK_AFTER, Kind.HYPHEN)) {
            return true;
        }
        if (left == Kind.OBJECT || right == Kind.OBJECT) {
            return false;
        }
        if (left == Kind.EM_DASH && right == Kind.EM_DASH
                || left.isIn(Kind.CLOSING, Kind.BRACKET) && right == Kind.NON_STARTER
                || right.isIn(Kind.BREAK_AFTER, Kind.HYPHEN, Kind.NON_STARTER, Kind.ELLIPSIS)
                || left == Kind.BREAK_BEFORE) {
            return true;
        }
        if (left == Kind.SLASH && right != Kind.NUMBER) {
            return !isWithinLongWord(text, index);
        }
        if (isHyphen(text.charAt(before)) && right == Kind.LETTER && beginsWord(text, before)) {
            return true;
        }
        return joinsWords(left, right, text, before, index);
    }

    private static boolean joinsWords(Kind left, Kind right, CharSequence text, int before, int index) {
        boolean leftIsWord = left.isIn(Kind.LETTER, Kind.NUMBER);
        boolean rightIsWord = right.isIn(Kind.LETTER, Kind.NUMBER);
        if (right.isIn(Kind.PREFIX, Kind.POSTFIX) && (leftIsWord || endsNumber(text, before))) {
            return true;
        }
        return switch (left) {
            case LETTER, NUMBER -> rightIsWord || right == Kind.OPENING && !isWide(text.charAt(index));
            case PREFIX -> rightIsWord || right == Kind.IDEOGRAPH || right == Kind.OPENING && holdsNumber(text, index);
            case POSTFIX -> rightIsWord || right == Kind.OPENING && holdsNumber(text, index);
            case BRACKET -> rightIsWord && !isWide(text.charAt(before));
            case IDEOGRAPH -> right == Kind.POSTFIX;
            case SEPARATOR -> rightIsWord;
            case HYPHEN, SLASH -> right == Kind.NUMBER;
            default -> false;
        };
    }

    /** Whether the marks after a number go on up to this character. (Rule 25) */
    private static boolean endsNumber(CharSequence text, int last) {
        int at = last;
        if (at > 0 && kind(text, at).isIn(Kind.CLOSING, Kind.BRACKET)) {
            at = base(text, at);
        }
        while (at > 0 && kind(text, at).isIn(Kind.SEPARATOR, Kind.SLASH)) {
            at = base(text, at);
        }
        return kind(text, at) == Kind.NUMBER;
    }

    private static boolean holdsNumber(CharSequence text, int opening) {
        int next = after(text, opening);
        if (next < text.length() && kind(text, next) == Kind.SEPARATOR) {
            next = after(text, next);
        }
        return next < text.length() && kind(text, next) == Kind.NUMBER;
    }

    private static int after(CharSequence text, int index) {
        int next = Character.offsetByCodePoints(text, index, 1);
        while (next < text.length() && kind(text, next) == Kind.MARK) {
            next = Character.offsetByCodePoints(text, next, 1);
        }
        return next;
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010';
    }

    /** The hyphen of "-ism" and "-5". (Rule 20a) */
    private static boolean beginsWord(CharSequence text, int hyphen) {
        return hyphen == 0
                || kindBefore(text, hyphen)
                        .isIn(Kind.NEW_LINE, Kind.SPACE, Kind.ZERO_WIDTH_SPACE, Kind.OBJECT, Kind.GLUE);
    }

    private static boolean isWithinLongWord(CharSequence text, int index) {
        int start = index;
        while (start > 0 && text.charAt(start - 1) == '/') {
            start--;
        }
        if (start > 0 && text.charAt(start - 1) == ':') {
            return false;
        }
        return isRunOfLetters(text, start - MIN_AROUND_SLASH, start)
                && isRunOfLetters(text, index, index + MIN_AROUND_SLASH);
    }

    private static boolean isRunOfLetters(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (i < 0 || i >= text.length() || Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '/') {
                return false;
            }
        }
        return true;
    }

    /** The index of the character that the marks before an index belong to. (Rules 9 and 10) */
    private static int base(CharSequence text, int index) {
        int at = Character.offsetByCodePoints(text, index, -1);
        int base = at;
        while (base > 0 && kind(text, base) == Kind.MARK) {
            base = Character.offsetByCodePoints(text, base, -1);
        }
        return kind(text, base).isIn(Kind.SPACE, Kind.NEW_LINE, Kind.ZERO_WIDTH_SPACE) ? at : base;
    }

    private static Kind kindBefore(CharSequence text, int index) {
        return kind(text, Character.offsetByCodePoints(text, index, -1));
    }

    private static Kind kind(CharSequence text, int index) {
        int c = Character.codePointAt(text, index);
        return c < LATIN.length ? LATIN[c] : kind(c);
    }

    private static final Kind[] LATIN = latin();

    private static Kind[] latin() {
        Kind[] kinds = new Kind[0x100];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = kind(c);
        }
        return kinds;
    }

    private static Kind kind(int c) {
        return switch (c) {
            case '\n', '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> Kind.NEW_LINE;
            case ' ' -> Kind.SPACE;
            case 0x200B -> Kind.ZERO_WIDTH_SPACE;
            case 0x2060, 0xFEFF -> Kind.JOINER;
            case 0xA0, 0x2007, 0x2011, 0x202F, 0x180E -> Kind.GLUE;
            case '-' -> Kind.HYPHEN;
            case '\t', '|', 0xAD, 0x58A, 0x2010, 0x2012, 0x2013, 0x205F, 0x3000 -> Kind.BREAK_AFTER;
            case 0xB4, 0x2C8, 0x2CC, 0x2DF -> Kind.BREAK_BEFORE;
            case 0x2014 -> Kind.EM_DASH;
            case '!', '?', 0x61B, 0x61E, 0x61F, 0x6D4, 0xFF01, 0xFF1F, 0xFE56, 0xFE57 -> Kind.EXCLAMATION;
            case ',', '.', ':', ';', 0x37E, 0x589, 0x60C, 0x60D, 0x2044 -> Kind.SEPARATOR;
            case '/' -> Kind.SLASH;
            case 0x2024, 0x2025, 0x2026, 0x22EF, 0xFE19 -> Kind.ELLIPSIS;
            case '"', '\'' -> Kind.QUOTATION;
            case 0xA1, 0xBF, 0x2E18 -> Kind.OPENING;
            case ')', ']' -> Kind.BRACKET;
            case 0x3001, 0x3002, 0xFE10, 0xFE11, 0xFE12, 0xFE50, 0xFE52, 0xFF0C, 0xFF0E, 0xFF61, 0xFF64 -> Kind.CLOSING;
            case 0x3005,
                    0x301C,
                    0x303B,
                    0x303C,
                    0x30FB,
                    0x30FC,
                    0xFF1A,
                    0xFF1B,
                    0xFF65,
                    0xFF70,
                    0xFF9E,
                    0xFF9F,
                    0x203C,
                    0x203D,
                    0x2047,
                    0x2048,
                    0x2049,
                    0x309B,
                    0x309C,
                    0x309D,
                    0x309E,
                    0x30FD,
                    0x30FE,
                    0x30A0 -> Kind.NON_STARTER;
            case '+', '\\', 0xB1, 0x2116, 0x2212, 0x2213 -> Kind.PREFIX;
            case '%',
                    0xA2,
                    0xB0,
                    0x60B,
                    0x609,
                    0x60A,
                    0x66A,
                    0x2030,
                    0x2031,
                    0x2032,
                    0x2033,
                    0x2034,
                    0x2035,
                    0x2036,
                    0x2037,
                    0x2057,
                    0x2103,
                    0x2109,
                    0xFE6A,
                    0xFF05,
                    0xFFE0 -> Kind.POSTFIX;
            case 0x66B, 0x66C -> Kind.NUMBER;
            case 0xFFFC -> Kind.OBJECT;
            default -> byCategory(c);
        };
    }

    private static Kind byCategory(int c) {
        if (c >= 0x2000 && c <= 0x200A) {
            return Kind.BREAK_AFTER;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT -> Kind.MARK;
            case Character.START_PUNCTUATION -> Kind.OPENING;
            case Character.END_PUNCTUATION -> Kind.CLOSING;
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> Kind.QUOTATION;
            case Character.CURRENCY_SYMBOL -> Kind.PREFIX;
            case Character.DECIMAL_DIGIT_NUMBER -> isWide(c) ? Kind.IDEOGRAPH : Kind.NUMBER;
            default -> isSmallKana(c) ? Kind.NON_STARTER : isWide(c) ? Kind.IDEOGRAPH : Kind.LETTER;
        };
    }

    /** Full-width characters: a line may end between two of them. */
    private static boolean isWide(int c) {
        if (c < 0x1100) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return Character.isIdeographic(c)
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL
                || script == UnicodeScript.BOPOMOFO
                || script == UnicodeScript.YI
                || c >= 0x2E80 && c <= 0x33FF
                || c >= 0xFE30 && c <= 0xFE4F
                || c >= 0xFF01 && c <= 0xFFE6
                || c >= 0x1F000 && c <= 0x1FAFF;
    }

    private static boolean isSmallKana(int c) {
        return "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ".indexOf(c) >= 0;
    }
}
