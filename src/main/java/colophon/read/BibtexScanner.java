package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the entries of a BibTeX file with their places. What lies between them is a comment, as in BibTeX. After a mistake it goes on
 * with the next entry.
 */
final class BibtexScanner {
    /** The value of a field, its braces and commands as written. */
    record Value(String text, int start, int end) {}

    /**
     * An entry: its type and the names of its fields in lower case.
     *
     * @param whole false where a mistake, which is reported, hides some of its fields
     */
    record Entry(String type, String key, int keyStart, int start, Map<String, Value> fields, boolean whole) {}

    /** BibTeX's names of months: as words, since a number could be a day. */
    private static final Map<String, String> MONTHS = months();

    private final Source source;
    private final String text;
    private final UnreadParts unread;
    private final Problems problems;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> strings = new HashMap<>(MONTHS);
    private int at;

    private BibtexScanner(Source source, UnreadParts unread, Problems problems) {
        this.source = source;
        this.text = source.text();
        this.unread = unread;
        this.problems = problems;
    }

    private static Map<String, String> months() {
        Map<String, String> months = new HashMap<>();
        for (Month month : Month.values()) {
            String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            months.put(name.substring(0, 3).toLowerCase(Locale.ROOT), name);
        }
        return months;
    }

    /** @param unread gets what is not understood and can be read without */
    static List<Entry> scan(Source source, UnreadParts unread, Problems problems) {
        BibtexScanner scanner = new BibtexScanner(source, unread, problems);
        scanner.scan();
        return scanner.entries;
    }

    private void scan() {
        while ((at = text.indexOf('@', at)) >= 0) {
            int start = at++;
            String type = word().toLowerCase(Locale.ROOT);
            skipSpace();
            if (type.isEmpty() || at >= text.length() || text.charAt(at) != '{' && text.charAt(at) != '(') {
                continue;
            }
            char close = text.charAt(at++) == '{' ? '}' : ')';
            switch (type) {
                case "comment" -> skipTo(close);
                case "preamble" -> {
                    value();
                    skipTo(close);
                }
                case "string" -> string(close);
                default -> entry(type, start, close);
            }
        }
    }

    private void string(char close) {
        skipSpace();
        String name = word().toLowerCase(Locale.ROOT);
        skipSpace();
        if (at < text.length() && text.charAt(at) == '=') {
            at++;
            strings.put(name, value().text());
        }
        skipTo(close);
    }

    private void entry(String type, int start, char close) {
        skipSpace();
        int keyStart = at;
        while (at < text.length() && ",{}()\n\r".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String key = text.substring(keyStart, at).strip();
        Map<String, Value> fields = new LinkedHashMap<>();
        boolean whole = fields(fields, close);
        if (key.matches("[^=]*\\s[^=]*")) {
            problems.add(
                    Rule.BIBLIOGRAPHY_INVALID,
                    source.span(keyStart, keyStart + key.length()),
                    "a key cannot have spaces: no citation can name it",
                    "write " + key.replaceAll("\\s+", "-"));
        } else if (key.isEmpty() || key.contains("=")) {
            problems.add(
                    Rule.BIBLIOGRAPHY_INVALID,
                    source.span(start, Math.max(start + 1, Math.min(keyStart, text.length()))),
                    "an entry without a key",
                    "write a key of letters and digits after the brace: @" + type + "{doe2018,");
        } else {
            entries.add(new Entry(type, key, keyStart, start, fields, whole));
        }
    }

    /** Reads fields up to the character that closes the entry; whether that went well. */
    private boolean fields(Map<String, Value> fields, char close) {
        while (true) {
            skipSpace();
            while (at < text.length() && text.charAt(at) == ',') {
                at++;
                skipSpace();
            }
            if (at >= text.length()) {
                return fault("this entry is not closed", at - 1);
            }
            if (text.charAt(at) == close) {
                at++;
                return true;
            }
            int nameStart = at;
            String name = word().toLowerCase(Locale.ROOT);
            skipSpace();
            if (name.isEmpty() || at >= text.length() || text.charAt(at) != '=') {
                return fault("there should be a field here, such as title = {…}", nameStart);
            }
            at++;
            Value value = value();
            if (value.end() < 0) {
                return fault("the value of \"" + name + "\" has no end", nameStart);
            }
            Value first = fields.putIfAbsent(name, value);
            if (first != null && !first.text().equals(value.text())) {
                unread.add(
                        source.span(nameStart, nameStart + name.length()),
                        "a second \"" + name + "\" in one entry is not read",
                        "keep one of them");
            }
            skipSpace();
            if (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != close) {
                return fault("there should be a comma between two fields", at);
            }
        }
    }

    private boolean fault(String message, int offset) {
        int start = Math.max(0, Math.min(offset, text.length() - 1));
        problems.add(
                Rule.BIBLIOGRAPHY_INVALID,
                source.span(start, Math.min(text.length(), start + 1)),
                message,
                "fix the entry here; braces and quotation marks come in pairs");
        return false;
    }

    /** Texts in braces or quotation marks, numbers and names of strings, joined by {@code #}. */
    private Value value() {
        StringBuilder value = new StringBuilder();
        int start = -1;
        while (true) {
            skipSpace();
            start = start < 0 ? at : start;
            if (at >= text.length()) {
                return new Value(value.toString(), start, -1);
            }
            char c = text.charAt(at);
            if (c == '{' || c == '"') {
                int end = c == '{' ? braced(at + 1) : quoted(at + 1);
                if (end < 0) {
                    return new Value(value.toString(), start, -1);
                }
                value.append(text, at + 1, end);
                at = end + 1;
            } else {
                String word = word();
                if (word.isEmpty()) {
                    return new Value(value.toString(), start, -1);
                }
                value.append(string(word));
            }
            int end = at;
            skipSpace();
            if (at >= text.length() || text.charAt(at) != '#') {
                return new Value(value.toString(), start, end);
            }
            at++;
        }
    }

    /** What a name stands for; a number and the name of a month stand for themselves. */
    private String string(String word) {
        String string = strings.get(word.toLowerCase(Locale.ROOT));
        if (string == null && !word.matches("\\d+") && !WrittenDate.isMonth(word)) {
            unread.add(
                    source.span(at - word.length(), at),
                    "no string named \"" + word + "\"",
                    "put it into braces if it is a text; else define it: @string{" + word + " = {…}}");
        }
        return string == null ? word : string;
    }

    /** The offset of the brace that closes; -1 when there is none. */
    private int braced(int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private int quoted(int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == '"' && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void skipTo(char close) {
        int end = close == '}' ? braced(at) : text.indexOf(close, at);
        at = end < 0 ? text.length() : end + 1;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private String word() {
        int start = at;
        while (at < text.length() && isWordChar(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isWordChar(char c) {
        return Character.isLetterOrDigit(c) || "-_:.+/".indexOf(c) >= 0;
    }
}
