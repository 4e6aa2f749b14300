package colophon.read;

import colophon.model.Attributes;
import colophon.model.Inline;
import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the running text of {@link PlainMarkdownReader}: words, emphasis that is nested properly, code, links, pictures and calls to
 * notes. Emphasis is opened and closed as CommonMark says (section 6.2); where that leaves a choice, the text is not plain.
 */
final class PlainInlines {
    /** Of the signs of ASCII, those that may be more than a part of a word. */
    private static final boolean[] SPECIAL = new boolean[128];

    static {
        Arrays.fill(SPECIAL, 0, ' ', true);
        for (char c : "\\`*_[]!&~<@".toCharArray()) {
            SPECIAL[c] = true;
        }
    }

    private final char[] text;
    /** The part of the text that is read as one: a paragraph, a heading, a row. */
    private final int first;

    private final int last;
    private final boolean quoted;

    private boolean inLink;
    private InlineList content = new InlineList();
    private final Deque<Open> open = new ArrayDeque<>();

    /** Emphasis that was opened: its mark, how many of them, and what came before. */
    private record Open(char mark, int count, InlineList before) {}

    private PlainInlines(char[] text, int first, int last, boolean quoted) {
        this.text = text;
        this.first = first;
        this.last = last;
        this.quoted = quoted;
    }

    /** A heading, a caption, a paragraph whose lines may be indented. */
    static List<Inline> read(char[] text, int start, int end) throws NotPlain {
        return read(text, start, end, start, end);
    }

    /** A paragraph whose lines each begin with a sign of quotation, but for the first, which is behind it. */
    static List<Inline> readQuoted(char[] text, int start, int end) throws NotPlain {
        return new PlainInlines(text, start, end, true).read(start, end);
    }

    /** A cell of the row that reaches from {@code row} to {@code rowEnd}. */
    static List<Inline> readCell(char[] text, int row, int rowEnd, int start, int end) throws NotPlain {
        return read(text, row, rowEnd, start, end);
    }

    private static List<Inline> read(char[] text, int first, int last, int start, int end) throws NotPlain {
        for (int at = start; at < end; at++) {
            if (isSpecial(text[at])) {
                return new PlainInlines(text, first, last, false).read(start, end);
            }
        }
        // So are most cells and headings.
        return start < end ? List.of(new Inline.Text(Chars.string(text, start, end))) : List.of();
    }

    private List<Inline> read(int start, int end) throws NotPlain {
        int at = start;
        while (at < end) {
            int words = at;
            while (at < end && !isSpecial(text[at])) {
                at++;
            }
            if (at > words) {
                content.text(text, words, at);
            }
            if (at < end) {
                at = special(at, end);
            }
        }
        check(open.isEmpty());
        return content.inlines();
    }

    private static boolean isSpecial(char c) {
        return c < SPECIAL.length && SPECIAL[c];
    }

    /** Reads what begins with a special sign, and gives the offset after it. */
    private int special(int at, int end) throws NotPlain {
        char c = text[at];
        switch (c) {
            case '\r':
                check(at + 1 < text.length && text[at + 1] == '\n');
                return lineBreak(at);
            case '\n':
                return lineBreak(at);
            case '\\':
                return escape(at, end);
            case '`':
                return code(at, end);
            case '*', '_':
                return emphasis(at, end);
            case '[':
                return bracket(at, end);
            case '!':
                return at + 1 < end && text[at + 1] == '[' ? image(at, end) : word(at);
            case '&':
                check(at + 1 >= end || !isEntityStart(text[at + 1]));
                return word(at);
            case '~':
                check(at + 1 >= end || text[at + 1] != '~');
                return word(at);
            case ']':
                return word(at);
            case '@':
                return citationOrWord(at);
            default:
                throw NotPlain.HERE;
        }
    }

    private int citationOrWord(int at) throws NotPlain {
        OptionalInt cited = citation(at);
        return cited.isPresent() ? cited.getAsInt() : word(at);
    }

    private int word(int at) {
        content.text(text, at, at + 1);
        return at + 1;
    }

    private static void check(boolean plain) throws NotPlain {
        if (!plain) {
            throw NotPlain.HERE;
        }
    }

    private static boolean isEntityStart(char c) {
        return c == '#' || Character.isLetterOrDigit(c);
    }

    private int lineBreak(int at) {
        boolean hard = content.cutSpaces() >= 2;
        content.add(hard ? Inline.LineBreak.HARD : Inline.LineBreak.SOFT);
        return nextLine(at);
    }

    /** The offset of the first word on the next line. */
    private int nextLine(int at) {
        int next = text[at] == '\r' ? at + 2 : at + 1;
        if (quoted) {
            next++;
        }
        while (next < last && text[next] == ' ') {
            next++;
        }
        return next;
    }

    private int escape(int at, int end) throws NotPlain {
        check(at + 1 < end);
        char c = text[at + 1];
        if (c == '\n' || c == '\r') {
            check(c == '\n' || at + 2 < text.length && text[at + 2] == '\n');
            content.add(Inline.LineBreak.HARD);
            return nextLine(at + 1);
        }
        if (isAsciiPunctuation(c)) {
            return word(at + 1);
        }
        return word(at);
    }

    private static boolean isAsciiPunctuation(char c) {
        return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~';
    }

    /** A stretch of text in which there is nothing but signs that can be seen, and spaces. */
    private String words(int from, int to) throws NotPlain {
        for (int at = from; at < to; at++) {
            check(text[at] >= ' ');
        }
        return Chars.string(text, from, to);
    }

    private int code(int at, int end) throws NotPlain {
        int start = endOfRun(at, end);
        int tick = Chars.indexOf(text, start, end, '`');
        while (tick < end) {
            int after = endOfRun(tick, end);
            if (after - tick == start - at) {
                content.add(new Inline.Code(words(start, tick)));
                return after;
            }
            tick = Chars.indexOf(text, after, end, '`');
        }
        throw NotPlain.HERE;
    }

    /** The offset after the same signs in a row. */
    private int endOfRun(int at, int end) {
        int after = at + 1;
        while (after < end && text[after] == text[at]) {
            after++;
        }
        return after;
    }

    private int emphasis(int at, int end) throws NotPlain {
        char mark = text[at];
        int after = endOfRun(at, end);
        int count = after - at;
        Neighbour left = Neighbour.of(at == first ? '\n' : text[at - 1]);
        Neighbour right = Neighbour.of(after == last ? '\n' : text[after]);
        boolean leftFlanking = right == Neighbour.WORD || right == Neighbour.PUNCTUATION && left != Neighbour.WORD;
        boolean rightFlanking = left == Neighbour.WORD || left == Neighbour.PUNCTUATION && right != Neighbour.WORD;
        boolean opens = leftFlanking && (mark == '*' || !rightFlanking || left == Neighbour.PUNCTUATION);
        boolean closes = rightFlanking && (mark == '*' || !leftFlanking || right == Neighbour.PUNCTUATION);
        if (!opens && !closes) {
            content.text(text, at, after);
            return after;
        }
        check(opens != closes && count <= 2);
        if (opens) {
            open.push(new Open(mark, count, content));
            content = new InlineList();
            return after;
        }
        check(!open.isEmpty() && open.peek().mark() == mark && open.peek().count() == count);
        List<Inline> inner = content.inlines();
        check(!inner.isEmpty());
        content = open.pop().before();
        content.add(count == 1 ? new Inline.Emphasis(inner) : new Inline.Strong(inner));
        return after;
    }

    /** What stands beside a mark of emphasis. */
    private enum Neighbour {
        SPACE,
        PUNCTUATION,
        WORD;

        static Neighbour of(char c) {
            if (c < 128) {
                return c == ' ' || c == '\n' || c == '\r' ? SPACE : isAsciiPunctuation(c) ? PUNCTUATION : WORD;
            }
            return switch (Character.getType(c)) {
                case Character.SPACE_SEPARATOR -> SPACE;
                case Character.CONNECTOR_PUNCTUATION,
                        Character.DASH_PUNCTUATION,
                        Character.START_PUNCTUATION,
                        Character.END_PUNCTUATION,
                        Character.INITIAL_QUOTE_PUNCTUATION,
                        Character.FINAL_QUOTE_PUNCTUATION,
                        Character.OTHER_PUNCTUATION -> PUNCTUATION;
                default -> WORD;
            };
        }
    }

    /** Reads a citation, if there is one, and gives the offset after it. */
    private OptionalInt citation(int at) throws NotPlain {
        Optional<CitationScanner.Found> found = new CitationScanner(
                        CharBuffer.wrap(text, first, last - first), last - first, index -> first + index)
                .at(at - first);
        if (found.isEmpty()) {
            return OptionalInt.empty();
        }
        Inline.Citation citation = found.get().citation();
        int end = first + found.get().end();
        for (int i = at; i < end; i++) {
            check(text[i] >= ' ' && text[i] != '&');
        }
        check(!inLink);
        content.add(citation);
        return OptionalInt.of(end);
    }

    private int bracket(int at, int end) throws NotPlain {
        if (at + 1 < end && text[at + 1] == '^') {
            return call(at, end);
        }
        OptionalInt cited = citation(at);
        if (cited.isPresent()) {
            return cited.getAsInt();
        }
        int close = closing(at + 1, end);
        if (close == at + 1 && Chars.startsWith(text, close + 1, end, "(")) {
            Target target = target(close + 1, end);
            content.add(new Inline.Link(target.address(), target.title(), List.of(), at, target.end()));
            return target.end();
        }
        char next = close + 1 < end ? text[close + 1] : ' ';
        if (next == '(') {
            Target target = target(close + 1, end);
            List<Inline> inner = inner(at + 1, close);
            content.add(new Inline.Link(target.address(), target.title(), inner, at, target.end()));
            return target.end();
        }
        check(next != '[' && next != ':' && isWords(at + 1, close));
        content.text(text, at, close + 1);
        return close + 1;
    }

    /** The text of a link: marks in it have nothing to do with those outside. */
    private List<Inline> inner(int start, int end) throws NotPlain {
        check(start < end && text[start] > ' ' && text[end - 1] > ' ');
        PlainInlines inner = new PlainInlines(text, first, last, quoted);
        inner.inLink = true;
        return inner.read(start, end);
    }

    /** The bracket that closes, where that is certain. */
    private int closing(int start, int end) throws NotPlain {
        for (int at = start; at < end; at++) {
            switch (text[at]) {
                case ']':
                    return at;
                case '[', '`', '\\', '<', '!', '&':
                    throw NotPlain.HERE;
                default:
                    break;
            }
        }
        throw NotPlain.HERE;
    }

    private boolean isWords(int start, int end) {
        for (int at = start; at < end; at++) {
            if (isSpecial(text[at])) {
                return false;
            }
        }
        return true;
    }

    private int call(int at, int end) throws NotPlain {
        int close = at + 2;
        while (close < end && isNameSign(text[close])) {
            close++;
        }
        check(close > at + 2 && close < end && text[close] == ']');
        char next = close + 1 < end ? text[close + 1] : ' ';
        check(next != '(' && next != '[' && next != ':');
        content.add(new Inline.Call(words(at + 2, close), at, close + 1));
        return close + 1;
    }

    static boolean isNameSign(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    private int image(int at, int end) throws NotPlain {
        int close = closing(at + 2, end);
        check(close > at + 2 && isWords(at + 2, close));
        check(close + 1 < end && text[close + 1] == '(');
        Target target = target(close + 1, end);
        int after = target.end();
        Attributes attributes = Attributes.NONE;
        if (after < end && text[after] == '{') {
            int brace = AttributesReader.end(CharBuffer.wrap(text), after, last);
            if (brace > 0) {
                AttributesReader reader = AttributesReader.of(words(after, brace), after);
                check(reader.faults().isEmpty());
                attributes = reader.attributes();
                after = brace;
            }
        }
        content.add(
                new Inline.Image(target.address(), target.title(), words(at + 2, close), attributes, at, target.end()));
        return after;
    }

    /** Where a link leads; {@code end} is the offset after its bracket. */
    private record Target(String address, String title, int end) {}

    private Target target(int bracket, int end) throws NotPlain {
        int at = bracket + 1;
        while (at < end && isAddressSign(text[at])) {
            at++;
        }
        check(at < end && at > bracket + 1);
        String address = words(bracket + 1, at);
        if (text[at] == ')') {
            return new Target(address, "", at + 1);
        }
        check(Chars.startsWith(text, at, end, " \""));
        int quote = at + 2;
        while (quote < end && isTitleSign(text[quote])) {
            quote++;
        }
        check(quote > at + 2 && Chars.startsWith(text, quote, end, "\")"));
        return new Target(address, words(at + 2, quote), quote + 2);
    }

    private static boolean isAddressSign(char c) {
        return c > ' ' && c < 127 && "()<>\\&\"'*_`[]".indexOf(c) < 0 || c == '_' || c > 160;
    }

    private static boolean isTitleSign(char c) {
        return c >= ' ' && "\"\\&<`".indexOf(c) < 0;
    }
}
