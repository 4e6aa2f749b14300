package colophon.read;

import colophon.model.Block;
import colophon.model.Block.Alignment;
import colophon.model.Block.Cell;
import colophon.model.Block.CodeBlock;
import colophon.model.Block.Item;
import colophon.model.Block.Row;
import colophon.model.Block.Table;
import colophon.model.Inline;
import colophon.model.MarkdownTree.NoteText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the Markdown that most texts are written in, in one pass: headings, paragraphs, simple lists, quotations, tables, code, notes.
 * Gives nothing for a text with anything else in it, or with anything whose meaning depends on more than a look; then {@link
 * FlexmarkReader} reads the text. A test holds the two together.
 *
 * <p>Starting Flexmark takes longer than building a small site, and it needs eight times as long for a text.
 */
final class PlainMarkdownReader {
    private static final int HIGHEST_HEADING = 6;
    private static final int FENCE = 3;
    private static final int DEEPEST_DIRECTIVE = 20;
    /** A line that belongs to a note begins with so many spaces, or right below it with none. */
    private static final int NOTE_INDENT = 4;

    private final char[] text;
    private final List<Block.Heading> headings = new ArrayList<>();
    private final List<NoteText> notes = new ArrayList<>();
    private List<Block> blocks = new ArrayList<>();
    /** Directives that are open here. */
    private int directives;

    /** Of the line that is looked at. */
    private int start;

    private int end;
    /** Where the next line starts. */
    private int after;

    private PlainMarkdownReader(char[] text, int start) {
        this.text = text;
        go(start);
    }

    /** Reads a text from an offset on, if it is plain. Offsets in what comes back count from the beginning of {@code text}. */
    static Optional<ParsedText> read(String text, int start) {
        try {
            PlainMarkdownReader reader = new PlainMarkdownReader(text.toCharArray(), start);
            reader.read();
            return Optional.of(new ParsedText(reader.blocks, reader.headings, reader.notes));
        } catch (NotPlain e) {
            return Optional.empty();
        }
    }

    private void read() throws NotPlain {
        while (!isAtEnd()) {
            if (isBlank()) {
                next();
            } else {
                block();
            }
        }
    }

    private String string(int from, int to) {
        return Chars.string(text, from, to);
    }

    private static void check(boolean plain) throws NotPlain {
        if (!plain) {
            throw NotPlain.HERE;
        }
    }

    /** Looks at the line that starts at an offset. */
    private void go(int offset) {
        start = offset;
        int stop = offset;
        while (stop < text.length && text[stop] != '\n') {
            stop++;
        }
        after = Math.min(stop + 1, text.length);
        end = stop > offset && text[stop - 1] == '\r' ? stop - 1 : stop;
    }

    private void next() {
        go(after);
    }

    private boolean isAtEnd() {
        return start >= text.length;
    }

    private boolean isBlank() {
        return firstWord(start) == end;
    }

    /** Whether a paragraph ends before this line. */
    private boolean endsParagraph() {
        return isAtEnd() || isBlank() || isDirective();
    }

    private boolean isDirective() {
        return Chars.startsWith(text, start, end, ":::");
    }

    /** The offset of the first sign that is no space, in this line. */
    private int firstWord(int from) {
        int at = from;
        while (at < end && text[at] == ' ') {
            at++;
        }
        return at;
    }

    /** The offset after the last sign that is no space, before an offset. */
    private int lastWord(int from, int to) {
        int at = to;
        while (at > from && text[at - 1] == ' ') {
            at--;
        }
        return at;
    }

    private void block() throws NotPlain {
        switch (text[start]) {
            case '#':
                heading();
                break;
            case '|':
                table();
                break;
            case '>':
                quote();
                break;
            case '`', '~':
                if (isRun(start, FENCE)) {
                    code();
                } else {
                    paragraph();
                }
                break;
            case ':':
                check(isDirective());
                directive();
                break;
            case '[':
                if (closesName(start) > 0) {
                    note();
                } else {
                    paragraph();
                }
                break;
            default:
                if (isRule()) {
                    blocks.add(new Block.Rule());
                    next();
                } else if (marker(start) > 0) {
                    list();
                } else {
                    paragraph();
                }
                break;
        }
    }

    private void directive() throws NotPlain {
        String line = string(start, lastWord(start, end));
        int lineStart = start;
        DirectiveLine opened = DirectiveLine.of(line);
        check(!opened.name().isEmpty() && directives < DEEPEST_DIRECTIVE);
        AttributesReader rest = AttributesReader.of(line.substring(opened.rest()), start + opened.rest());
        check(rest.faults().isEmpty());
        for (int at = 0; at < line.length(); at++) {
            check(line.charAt(at) >= ' ');
        }
        List<Block> outside = blocks;
        blocks = new ArrayList<>();
        directives++;
        next();
        while (!closesDirective()) {
            check(!isAtEnd());
            if (isBlank()) {
                next();
            } else {
                block();
            }
        }
        next();
        directives--;
        outside.add(
                new Block.Directive(opened.name(), rest.attributes(), blocks, lineStart, lineStart + line.length()));
        blocks = outside;
    }

    private boolean closesDirective() {
        return isDirective() && DirectiveLine.of(string(start, end)).closes();
    }

    /** Whether at least so many of the same sign stand at an offset. */
    private boolean isRun(int at, int count) {
        return runEnd(at) - at >= count;
    }

    private int runEnd(int at) {
        int after = at;
        while (after < end && text[after] == text[at]) {
            after++;
        }
        return after;
    }

    private void heading() throws NotPlain {
        int marks = runEnd(start);
        check(marks - start <= HIGHEST_HEADING && marks < end && text[marks] == ' ');
        int from = firstWord(marks);
        int to = lastWord(from, end);
        check(from < to && text[to - 1] != '#');
        List<Inline> content = PlainInlines.read(text, from, to);
        Optional<String> id = HeadingId.atEndOf(content);
        Block.Heading heading =
                new Block.Heading(marks - start, id, id.isPresent() ? HeadingId.without(content) : content, start, to);
        headings.add(heading);
        blocks.add(heading);
        next();
    }

    private void paragraph() throws NotPlain {
        int from = start;
        int to = end;
        while (!endsParagraph()) {
            check(isPlain(start, end) && !isRule());
            to = end;
            next();
        }
        blocks.add(new Block.Paragraph(PlainInlines.read(text, from, lastWord(from, to)), false));
    }

    /** Whether a line from an offset on can be nothing but words of a paragraph. */
    private boolean isPlain(int from, int to) {
        char c = text[from];
        switch (c) {
            case ' ', '#', '>', '|', ':', '<', '=':
                return false;
            case '-', '+':
                return from + 1 < to && text[from + 1] != ' ' && !isUnderline(from, to) && !isColumns(from, to);
            case '*', '_':
                return from + 1 < to && text[from + 1] != ' ' && !isRule(from, to);
            case '~':
                return from + 1 < to && text[from + 1] != ' ' && !isRun(from, FENCE);
            case '`':
                return !isRun(from, FENCE);
            case '[':
                return !hasDefinition(from, to);
            default:
                return (c < '0' || c > '9' || marker(from) == 0) && !isColumns(from, to);
        }
    }

    /** Whether a line may define where a link leads, or what a note says. */
    private boolean hasDefinition(int from, int to) {
        for (int at = from; at < to - 1; at++) {
            if (text[at] == ']' && text[at + 1] == ':') {
                return true;
            }
        }
        return false;
    }

    /** The line below a heading that is written in two lines. */
    private boolean isUnderline(int from, int to) {
        return runEnd(from) >= lastWord(from, to);
    }

    /** The line that makes a table of those around it. */
    private boolean isColumns(int from, int to) {
        boolean bar = false;
        for (int at = from; at < to; at++) {
            char c = text[at];
            if ("|-: ".indexOf(c) < 0) {
                return false;
            }
            bar |= c == '|';
        }
        return bar;
    }

    private boolean isRule() {
        return isRule(start, end);
    }

    /** At least three times the same mark, perhaps with spaces between. */
    private boolean isRule(int from, int to) {
        char mark = text[from];
        if (mark != '-' && mark != '*' && mark != '_') {
            return false;
        }
        int marks = 0;
        for (int at = from; at < to; at++) {
            char c = text[at];
            if (c != mark && c != ' ') {
                return false;
            }
            marks += c == mark ? 1 : 0;
        }
        return marks >= FENCE;
    }

    /** The length of a list item's mark with its space; 0 when a line begins otherwise. */
    private int marker(int from) {
        int at = from;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        String marks = at == from ? "-*+" : ".)";
        boolean marked = at - from <= 9 && at < end && marks.indexOf(text[at]) >= 0;
        return marked && (at + 1 == end || text[at + 1] == ' ') ? at + 2 - from : 0;
    }

    private void code() throws NotPlain {
        char mark = text[start];
        int length = runEnd(start) - start;
        String info = string(start + length, end).strip();
        check(info.chars().allMatch(c -> c >= ' ' && "`~\\&".indexOf(c) < 0));
        next();
        StringBuilder code = new StringBuilder();
        while (!isFence(mark, length)) {
            check(!isAtEnd());
            for (int at = start; at < end; at++) {
                check(text[at] >= ' ' || text[at] == '\t');
            }
            code.append(text, start, end - start).append('\n');
            next();
        }
        blocks.add(new CodeBlock(info.split(" ", 2)[0], code.toString()));
        next();
    }

    private boolean isFence(char mark, int length) throws NotPlain {
        int from = firstWord(start);
        if (from == end || text[from] != mark || runEnd(from) - from < length) {
            return false;
        }
        check(from == start && runEnd(from) == lastWord(from, end));
        return true;
    }

    private void quote() throws NotPlain {
        List<Block> quoted = new ArrayList<>();
        int from = -1;
        int to = -1;
        while (!endsParagraph()) {
            check(text[start] == '>');
            if (firstWord(start + 1) == end) {
                check(from >= 0);
                quoted.add(quotedParagraph(from, to));
                from = -1;
            } else {
                check(text[start + 1] == ' ' && isPlain(start + 2, end));
                check(!isRule(start + 2, end));
                from = from < 0 ? start + 2 : from;
                to = end;
            }
            next();
        }
        check(from >= 0);
        quoted.add(quotedParagraph(from, to));
        blocks.add(new Block.Quote(quoted));
    }

    private Block quotedParagraph(int from, int to) throws NotPlain {
        return new Block.Paragraph(PlainInlines.readQuoted(text, from, lastWord(from, to)), false);
    }

    private void list() throws NotPlain {
        int markStart = start;
        char mark = mark();
        boolean numbered = mark == '.' || mark == ')';
        List<Words> items = new ArrayList<>();
        boolean spaced = false;
        boolean more = true;
        while (more) {
            items.add(item(mark));
            boolean gap = skipBlank();
            more = !isAtEnd() && marker(start) > 0 && !isRule();
            if (more) {
                check(items.size() == 1 || gap == spaced);
                spaced = gap;
            } else {
                check(isAtEnd() || isDirective() || gap && text[start] != ' ');
            }
        }
        List<Item> read = new ArrayList<>();
        for (Words item : items) {
            List<Inline> content = PlainInlines.read(text, item.from(), item.to());
            read.add(new Item(List.of(new Block.Paragraph(content, !spaced))));
        }
        blocks.add(numbered ? new Block.NumberedList(number(markStart), read) : new Block.BulletList(read));
    }

    /** Where the words of an item stand. */
    private record Words(int from, int to) {}

    /** The sign that makes a line an item. */
    private char mark() {
        return text[start + marker(start) - 2];
    }

    private int number(int from) {
        int at = from;
        while (Character.isDigit(text[at])) {
            at++;
        }
        return Integer.parseInt(string(from, at));
    }

    private Words item(char mark) throws NotPlain {
        check(mark() == mark);
        int indent = marker(start);
        int from = start + indent;
        check(from < end && isPlain(from, end) && !isRule(from, end));
        int to = end;
        next();
        while (!endsParagraph() && marker(start) == 0) {
            int words = firstWord(start);
            check(words == start + indent && isPlain(words, end) && !isRule(words, end));
            to = end;
            next();
        }
        return new Words(from, lastWord(from, to));
    }

    /** Goes to the next line with words, and tells whether there was an empty one before it. */
    private boolean skipBlank() {
        boolean any = false;
        while (!isAtEnd() && isBlank()) {
            any = true;
            next();
        }
        return any;
    }

    /** The offset after {@code [^name]:}; 0 when the line does not begin so. */
    private int closesName(int from) {
        if (!Chars.startsWith(text, from, end, "[^")) {
            return 0;
        }
        int at = from + 2;
        while (at < end && PlainInlines.isNameSign(text[at])) {
            at++;
        }
        return at > from + 2 && Chars.startsWith(text, at, end, "]:") ? at + 2 : 0;
    }

    private void note() throws NotPlain {
        int noteStart = start;
        int afterName = closesName(start);
        int from = firstWord(afterName);
        check(from < end && from - afterName <= 1 && isPlain(from, end) && !isRule(from, end));
        check(!has('|', from, end) && !hasDefinition(from, end));
        int to = end;
        next();
        while (!endsParagraph() && closesName(start) == 0) {
            int words = firstWord(start);
            check(words == start || words == start + NOTE_INDENT);
            check(isPlain(words, end) && !isRule(words, end));
            to = end;
            next();
        }
        skipBlank();
        check(isAtEnd() || text[start] != ' ');
        List<Inline> content = PlainInlines.read(text, from, lastWord(from, to));
        notes.add(new NoteText(
                string(noteStart + 2, afterName - 2),
                List.of(new Block.Paragraph(content, false)),
                noteStart,
                afterName - 2));
    }

    private void table() throws NotPlain {
        int headStart = start;
        int headEnd = end;
        next();
        check(!isAtEnd());
        List<Alignment> columns = columns();
        go(headStart);
        List<Row> head = List.of(row(columns));
        next();
        List<Row> body = new ArrayList<>();
        Optional<List<Inline>> caption = Optional.empty();
        while (!endsParagraph()) {
            check(caption.isEmpty());
            if (text[start] == '[') {
                caption = Optional.of(caption());
            } else {
                body.add(row(columns));
            }
        }
        Optional<String> label = caption.flatMap(HeadingId::atEndOf);
        blocks.add(new Table(
                label.isPresent() ? caption.map(HeadingId::without) : caption, label, head, body, headStart, headEnd));
    }

    /** What the line below the head says of the columns. */
    private List<Alignment> columns() throws NotPlain {
        List<Alignment> columns = new ArrayList<>();
        int to = rowEnd();
        for (int bar = start; bar < to - 1; bar = bar(bar + 1, to)) {
            int cellEnd = bar(bar + 1, to);
            int from = firstWord(bar + 1);
            int last = lastWord(from, cellEnd) - 1;
            check(from < last);
            boolean left = text[from] == ':';
            boolean right = text[last] == ':';
            int dashes = from + (left ? 1 : 0);
            check(text[dashes] == '-' && runEnd(dashes) == last + (right ? 0 : 1));
            check(runEnd(dashes) - dashes >= FENCE);
            columns.add(
                    left && right
                            ? Alignment.CENTRE
                            : left ? Alignment.LEFT : right ? Alignment.RIGHT : Alignment.NONE);
        }
        return columns;
    }

    /** Reads a row and goes to the next line. */
    private Row row(List<Alignment> columns) throws NotPlain {
        List<Cell> cells = new ArrayList<>(columns.size());
        int to = rowEnd();
        for (int bar = start; bar < to - 1; bar = bar(bar + 1, to)) {
            int cellEnd = bar(bar + 1, to);
            int from = firstWord(bar + 1);
            check(cellEnd > bar + 1 && cells.size() < columns.size());
            List<Inline> content = PlainInlines.readCell(text, start, to, from, lastWord(from, cellEnd));
            cells.add(new Cell(columns.get(cells.size()), content));
        }
        check(cells.size() == columns.size());
        next();
        return new Row(cells);
    }

    /** The offset after a row, which begins and ends with a bar and escapes none. */
    private int rowEnd() throws NotPlain {
        int to = lastWord(start, end);
        check(text[start] == '|' && to - start > 2 && text[to - 1] == '|' && !has('\\', start, to));
        return to;
    }

    /** The offset of the next bar of a row. */
    private int bar(int from, int to) {
        return Chars.indexOf(text, from, to, '|');
    }

    private boolean has(char sign, int from, int to) {
        return Chars.indexOf(text, from, to, sign) < to;
    }

    private List<Inline> caption() throws NotPlain {
        int to = lastWord(start, end);
        check(text[to - 1] == ']' && to - start > 2);
        check(!has('|', start, to) && !hasDefinition(start, to));
        List<Inline> caption = PlainInlines.read(text, start + 1, to - 1);
        next();
        return caption;
    }
}
