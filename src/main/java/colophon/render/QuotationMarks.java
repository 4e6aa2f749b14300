package colophon.render;

import colophon.model.EastAsian;
import colophon.model.Lazy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which straight marks of a paragraph open a quotation, which close one, and which are apostrophes, primes or a part of data.
 *
 * <p>What surrounds a mark says what it may be, as in CommonMark's rules for emphasis; marks beside it are skipped, so that quotations may
 * begin or end together. A stack of those that are open decides between what is left.
 */
final class QuotationMarks {
    /** Shows a character that is not set here, such as a mark after a backslash. */
    static final char PLACEHOLDER = '\uFFFC';

    private static final String APOSTROPHE = "’";
    private static final Set<String> DECADE_ENDINGS = Set.of("", "s", "er", "ern", "ers");
    private static final char NONE = '\0';

    /** What a character beside a mark is to it. */
    private enum Side {
        SPACE,
        /** It opens something, or joins two words: a quotation may begin after it. */
        OPENER,
        /** A full stop, a comma and the like: in most texts a quotation ends after it. */
        STOP,
        CLOSER,
        WORD
    }

    private record Opener(int mark, boolean single) {}

    private final LanguageMarks own;
    private final char[] text;
    private final int length;
    private final int[] marks;
    private final String[] settings;
    /** What is before and after each mark, and the marks beside it. */
    private final Side[] before;

    private final Side[] after;
    /** For each mark the next double one that is surely no prime; the number of marks if there is none. */
    private final int[] nextSure;

    /** The index of the last of the marks that the paragraph begins with. */
    private final int lastOfFirstMarks;

    private final Lazy<Map<Integer, Integer>> closingBraces = new Lazy<>(this::closingBraces);
    private final Deque<Opener> open = new ArrayDeque<>();
    private int openSingle;

    private QuotationMarks(LanguageMarks own, char[] text, int length, int[] marks) {
        this.own = own;
        this.text = text;
        this.length = length;
        this.marks = marks;
        this.settings = new String[marks.length];
        this.before = new Side[marks.length];
        this.after = new Side[marks.length];
        this.nextSure = new int[marks.length];
        this.lastOfFirstMarks = firstMarks();
        findSides();
    }

    private void findSides() {
        for (int mark = 0; mark < marks.length; mark++) {
            boolean follows = mark > 0 && marks[mark] == marks[mark - 1] + 1;
            before[mark] = follows ? before[mark - 1] : before(marks[mark]);
        }
        int sure = marks.length;
        for (int mark = marks.length - 1; mark >= 0; mark--) {
            boolean precedes = mark + 1 < marks.length && marks[mark] == marks[mark + 1] - 1;
            after[mark] = precedes ? after[mark + 1] : after(marks[mark]);
            nextSure[mark] = sure;
            sure = isSingle(mark) || isAfterDigit(mark) ? sure : mark;
        }
    }

    /**
     * What to write for each straight mark of a paragraph; null for one that stays as it is.
     *
     * @param marks their indexes, in order
     */
    static String[] settings(LanguageMarks own, char[] text, int length, int[] marks) {
        QuotationMarks quotations = new QuotationMarks(own, text, length, marks);
        boolean[] isData = quotations.data();
        for (int mark = 0; mark < marks.length; mark++) {
            if (isData[mark] || quotations.settings[mark] != null) {
                continue;
            }
            if (quotations.isSingle(mark)) {
                quotations.single(mark);
            } else {
                quotations.doubled(mark);
            }
        }
        quotations.open.forEach(quotations::unclosed);
        return quotations.settings;
    }

    private boolean isSingle(int mark) {
        return text[marks[mark]] == '\'';
    }

    private void doubled(int mark) {
        int at = marks[mark];
        Side before = this.before[mark];
        Side after = this.after[mark];
        if (before == Side.SPACE && after == Side.SPACE || isInches(mark)) {
            return;
        }
        boolean isOpen = isOpen(false);
        boolean inWord = before == Side.WORD && after == Side.WORD;
        if (opens(before, after, isOpen)
                || after == Side.WORD && isAfterElision(at)
                || inWord && !isOpen && closesLater(mark)) {
            open(mark, false);
            settings[mark] = own.open() + own.space();
        } else if (isOpen || after != Side.WORD && before != Side.SPACE) {
            settings[mark] = own.space() + own.close();
            close(false);
        }
    }

    private void single(int mark) {
        int at = marks[mark];
        char last = charAt(at - 1);
        char next = charAt(at + 1);
        Side before = this.before[mark];
        Side after = this.after[mark];
        if (isPrime(mark, before, after)) {
            return;
        }
        boolean inWord = isWord(last)
                && (isWord(next) || after == Side.WORD && own.elided().contains(wordBefore(at)));
        if (inWord || after == Side.WORD && before != Side.WORD && isShortened(mark)) {
            settings[mark] = APOSTROPHE;
        } else if (opens(before, after, isOpen(true)) || after == Side.WORD && isAfterElision(at)) {
            open(mark, true);
            settings[mark] = own.innerOpen() + own.space();
        } else if (!open.isEmpty() && open.peek().single()) {
            settings[mark] = own.space() + own.innerClose();
            close(true);
        } else {
            settings[mark] = APOSTROPHE;
        }
    }

    private static boolean opens(Side before, Side after, boolean isOpen) {
        return switch (after) {
            case SPACE -> false;
            case WORD -> before == Side.SPACE || before == Side.OPENER || before != Side.WORD && !isOpen;
            case OPENER, STOP, CLOSER -> before == Side.SPACE || before == Side.OPENER && !isOpen;
        };
    }

    private void open(int mark, boolean single) {
        open.push(new Opener(mark, single));
        openSingle += single ? 1 : 0;
    }

    private boolean isOpen(boolean single) {
        return single ? openSingle > 0 : open.size() > openSingle;
    }

    /** Closes the innermost quotation of a kind, if there is one. One of the other kind inside it was none. */
    private void close(boolean single) {
        while (isOpen(single)) {
            Opener opener = open.pop();
            openSingle -= opener.single() ? 1 : 0;
            if (opener.single() == single) {
                return;
            }
            unclosed(opener);
        }
    }

    /** A quotation that begins a paragraph may go on in the next one; elsewhere a single mark is the apostrophe of a word unknown here. */
    private void unclosed(Opener opener) {
        if (opener.single() && marks[opener.mark()] > lastOfFirstMarks) {
            settings[opener.mark()] = APOSTROPHE;
        }
    }

    private int firstMarks() {
        int at = 0;
        while (isMark(charAt(at))) {
            at++;
        }
        return at - 1;
    }

    /** Whether the next mark of this kind that is surely no prime can close a quotation. */
    private boolean closesLater(int mark) {
        int next = nextSure[mark];
        return next < marks.length
                && (after[next] != Side.WORD && after[next] != Side.OPENER
                        || before[next] == Side.WORD && after[next] == Side.WORD);
    }

    /** Whether a mark after a digit means inches or seconds: the second of 5' 10", or one that closes no quotation. */
    private boolean isInches(int mark) {
        return isAfterDigit(mark) && (isSecondOfPair(marks[mark]) || !isOpen(false) || closesOnlyLater(mark));
    }

    /** Whether a quotation that is open ends at a later mark, so that this one, after a digit, means inches. */
    private boolean closesOnlyLater(int mark) {
        int next = nextSure[mark];
        return next < marks.length
                && before[next] != Side.SPACE
                && before[next] != Side.OPENER
                && after[next] != Side.WORD;
    }

    private boolean isAfterDigit(int mark) {
        return isDigit(charAt(marks[mark] - 1));
    }

    private boolean isSecondOfPair(int at) {
        int start = numberBefore(at);
        while (start > 0 && (isSpace(text[start - 1]) || text[start - 1] == '-')) {
            start--;
        }
        return start > 1 && text[start - 1] == '\'' && isDigit(charAt(start - 2));
    }

    /** Whether a single mark means feet or minutes, or stands by itself. */
    private boolean isPrime(int mark, Side before, Side after) {
        if (!isAfterDigit(mark) || Character.isLetter(charAt(marks[mark] + 1))) {
            return before == Side.SPACE && after == Side.SPACE;
        }
        boolean closes = !open.isEmpty() && open.peek().single();
        return isDigit(charAt(marks[mark] + 1)) || isFirstOfPair(marks[mark]) || !closes;
    }

    private boolean isFirstOfPair(int at) {
        int start = at + 1;
        while (start < length && (isSpace(text[start]) || text[start] == '-')) {
            start++;
        }
        int end = start;
        while (end < length && (isDigit(text[end]) || ".,/".indexOf(text[end]) >= 0)) {
            end++;
        }
        return end > start && charAt(end) == '"';
    }

    private int numberBefore(int at) {
        int start = at;
        while (start > 0 && (isDigit(text[start - 1]) || ".,/".indexOf(text[start - 1]) >= 0)) {
            start--;
        }
        return start;
    }

    private boolean isAfterElision(int at) {
        char last = charAt(at - 1);
        return (last == '\'' || last == '’') && Character.isLetter(charAt(at - 2));
    }

    private String wordBefore(int at) {
        int start = at;
        while (start > 0 && Character.isLetter(text[start - 1])) {
            start--;
        }
        return new String(text, start, at - start).toLowerCase(Locale.ROOT);
    }

    /** A year without its century, or a word without its beginning. "'n'" has lost its end as well. */
    private boolean isShortened(int mark) {
        int start = marks[mark] + 1;
        int end = start;
        while (end < length && Character.isLetterOrDigit(text[end])) {
            end++;
        }
        String word = new String(text, start, end - start).toLowerCase(Locale.ROOT);
        if (isDecade(word)) {
            return true;
        }
        boolean isBetweenMarks = charAt(end) == '\'' && word.equals("n");
        if (isBetweenMarks) {
            settings[mark + 1] = APOSTROPHE;
        }
        return isBetweenMarks || own.shortened().contains(word);
    }

    private static boolean isDecade(String word) {
        return word.length() >= 2
                && isDigit(word.charAt(0))
                && isDigit(word.charAt(1))
                && DECADE_ENDINGS.contains(word.substring(2));
    }

    /** The marks of data, such as {@code {"type": "F"}} and {@code key="value"}. */
    private boolean[] data() {
        boolean[] data = new boolean[marks.length];
        for (int mark = 0; mark < marks.length; mark++) {
            char last = charAt(marks[mark] - 1);
            if (last == '=' && !isSpace(charAt(marks[mark] + 1))) {
                data[mark] = true;
                int end = mark + 1;
                while (end < marks.length && text[marks[end]] != text[marks[mark]]) {
                    data[end++] = true;
                }
                if (end < marks.length) {
                    data[end] = true;
                }
                mark = end;
            } else if (openingBrace(marks[mark]) >= 0) {
                int end = closingBraces.get().getOrDefault(openingBrace(marks[mark]), -1);
                while (mark < marks.length && marks[mark] < end) {
                    data[mark++] = true;
                }
                mark -= end < 0 ? 0 : 1;
            }
        }
        return data;
    }

    /** The index of the brace before a mark; -1 where there is none. */
    private int openingBrace(int at) {
        int brace = at - 1;
        while (brace >= 0 && isSpace(text[brace])) {
            brace--;
        }
        return charAt(brace) == '{' ? brace : -1;
    }

    /** The index of the closing brace for each opening one that has one. */
    private Map<Integer, Integer> closingBraces() {
        Map<Integer, Integer> closing = new HashMap<>();
        Deque<Integer> braces = new ArrayDeque<>();
        for (int at = 0; at < length; at++) {
            if (text[at] == '{') {
                braces.push(at);
            } else if (text[at] == '}' && !braces.isEmpty()) {
                closing.put(braces.pop(), at);
            }
        }
        return closing;
    }

    private Side before(int at) {
        int last = at - 1;
        while (last >= 0 && isMark(text[last])) {
            last--;
        }
        return side(charAt(last));
    }

    private Side after(int at) {
        int next = at + 1;
        while (next < length && isMark(text[next])) {
            next++;
        }
        return side(charAt(next));
    }

    private char charAt(int at) {
        return at < 0 || at >= length ? NONE : text[at];
    }

    private static Side side(char c) {
        if (c == NONE || isSpace(c)) {
            return Side.SPACE;
        }
        if (".,;:!?…、。".indexOf(c) >= 0) {
            return Side.STOP;
        }
        return switch (Character.getType(c)) {
            case Character.START_PUNCTUATION, Character.DASH_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION ->
                Side.OPENER;
            case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> Side.CLOSER;
            case Character.MATH_SYMBOL -> Side.OPENER;
            case Character.OTHER_PUNCTUATION -> "/\\&*¿¡".indexOf(c) >= 0 ? Side.OPENER : Side.WORD;
            default -> Side.WORD;
        };
    }

    private static boolean isMark(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Whether an apostrophe may stand beside a character within a word: no East Asian script has one. */
    private static boolean isWord(char c) {
        return c == PLACEHOLDER
                || Character.isLetterOrDigit(c)
                        && !EastAsian.isWide(c)
                        && Character.UnicodeScript.of(c) != Character.UnicodeScript.HANGUL;
    }

    private static boolean isDigit(char c) {
        return Character.isDigit(c) || Character.getType(c) == Character.OTHER_NUMBER;
    }
}
