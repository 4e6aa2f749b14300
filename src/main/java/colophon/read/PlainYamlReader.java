package colophon.read;

import colophon.diag.Source;
import colophon.diag.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the settings that most pages have: a name, a colon and a value on each line, lists of values, lists of such blocks. Gives nothing
 * for settings with anything else in them; then {@link YamlReader} reads them, and tells what is wrong. A test holds the two together.
 */
final class PlainYamlReader {
    private final Source source;
    private final char[] text;
    /** After the last line. */
    private final int last;
    /** Of the line that is looked at, from its first word. */
    private int lineStart;

    private int start;
    private int end;
    private int after;

    private PlainYamlReader(Source source, int start, int last) {
        this.source = source;
        // With what follows a last sign that is looked at together with the next.
        this.text = new char[last + 2];
        source.text().getChars(0, Math.min(source.length(), text.length), text, 0);
        this.last = last;
        this.after = start;
    }

    /** Reads part of a file, if it is plain. */
    static Optional<Setting.Block> read(Source source, int start, int end) {
        try {
            PlainYamlReader reader = new PlainYamlReader(source, start, end);
            reader.next();
            return Optional.of(reader.fields(0));
        } catch (NotPlain e) {
            return Optional.empty();
        }
    }

    private static void check(boolean plain) throws NotPlain {
        if (!plain) {
            throw NotPlain.HERE;
        }
    }

    /** Goes to the next line, which is not empty. At the end nothing is left of the line. */
    private void next() throws NotPlain {
        lineStart = after;
        if (lineStart >= last) {
            start = last;
            end = last;
            return;
        }
        int stop = Chars.indexOf(text, lineStart, last, '\n');
        after = Math.min(stop + 1, last);
        end = stop > lineStart && text[stop - 1] == '\r' ? stop - 1 : stop;
        start = lineStart;
        while (start < end && text[start] == ' ') {
            start++;
        }
        check(start < end && text[end - 1] != ' ');
    }

    private boolean isAtEnd() {
        return start == last;
    }

    private int indent() {
        return isAtEnd() ? -1 : start - lineStart;
    }

    private boolean isItem() {
        return !isAtEnd() && text[start] == '-';
    }

    /** The lines that are indented so far and begin with a name. */
    private Setting.Block fields(int indent) throws NotPlain {
        int first = start;
        int firstEnd = end;
        List<Setting.Entry> entries = new ArrayList<>();
        while (start - lineStart == indent && !isAtEnd()) {
            entries.add(field(indent));
        }
        check(!entries.isEmpty() && indent() < indent);
        return new Setting.Block(entries, source.span(first, firstEnd));
    }

    private Setting.Entry field(int indent) throws NotPlain {
        int colon = start;
        while (colon < end && isNameSign(text[colon])) {
            colon++;
        }
        check(colon > start && colon < end && text[colon] == ':');
        Setting name = text(start, colon);
        if (colon + 1 == end) {
            next();
            return new Setting.Entry(name, items(indent));
        }
        check(text[colon + 1] == ' ');
        Setting value = value(colon + 2, end);
        next();
        return new Setting.Entry(name, value);
    }

    private static boolean isNameSign(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    private Setting text(int from, int to) {
        return new Setting.Text(Chars.string(text, from, to), source.span(from, to));
    }

    private Setting items(int indent) throws NotPlain {
        int itemIndent = indent();
        check(isItem() && itemIndent >= indent);
        Span place = source.span(start, end);
        List<Setting> items = new ArrayList<>();
        while (indent() == itemIndent && isItem()) {
            check(start + 2 < end && text[start + 1] == ' ' && text[start + 2] != ' ');
            items.add(item(itemIndent + 2));
        }
        check(indent() <= indent);
        return new Setting.Items(items, place);
    }

    private Setting item(int indent) throws NotPlain {
        start += 2;
        int colon = start;
        while (colon < end && isNameSign(text[colon])) {
            colon++;
        }
        if (colon < end && text[colon] == ':' && (colon + 1 == end || text[colon + 1] == ' ')) {
            return fields(indent);
        }
        Setting value = value(start, end);
        next();
        return value;
    }

    private Setting value(int from, int to) throws NotPlain {
        char first = text[from];
        if (first == '"' || first == '\'') {
            check(to - from >= 2 && text[to - 1] == first);
            for (int at = from + 1; at < to - 1; at++) {
                check(text[at] != first && text[at] != '\\' && isPlainSign(text[at]));
            }
            return new Setting.Text(Chars.string(text, from + 1, to - 1), source.span(from, to));
        }
        if (first == '[') {
            return list(from, to);
        }
        check(isPlain(from, to));
        return text(from, to);
    }

    /** A list of words on one line: {@code [author, project director]}. */
    private Setting list(int from, int to) throws NotPlain {
        check(text[to - 1] == ']');
        List<Setting> items = new ArrayList<>();
        int at = from + 1;
        while (at < to) {
            int stop = at;
            while (isNameSign(text[stop]) || text[stop] == ' ') {
                stop++;
            }
            check(stop > at && text[at] != '-' && text[at] != ' ' && text[stop - 1] != ' ');
            items.add(text(at, stop));
            boolean more = text[stop] == ',' && text[stop + 1] == ' ';
            check(more || stop == to - 1);
            at = stop + (more ? 2 : 1);
        }
        return new Setting.Items(items, source.span(from, to));
    }

    /** Words without quotation marks that mean nothing but themselves. */
    private boolean isPlain(int from, int to) {
        char first = text[from];
        if ("-?:,[]{}#&*!|>'\"%@`=<".indexOf(first) >= 0 || first == ' ' || text[to - 1] == ':') {
            return false;
        }
        for (int at = from; at < to; at++) {
            boolean colon = text[at] == ':' && text[at + 1] == ' ';
            boolean comment = text[at] == '#' && text[at - 1] == ' ';
            if (colon || comment || !isPlainSign(text[at])) {
                return false;
            }
        }
        return true;
    }

    /** No control characters, no halves of signs, nothing that could be a byte order mark or the end of a line. */
    private static boolean isPlainSign(char c) {
        return c >= ' ' && c < 0x7F
                || c >= 0xA0 && c < 0x2028
                || c > 0x2029 && c < Character.MIN_SURROGATE
                || c > Character.MAX_SURROGATE && c < 0xFE00;
    }
}
