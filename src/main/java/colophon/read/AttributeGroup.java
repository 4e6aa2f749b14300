package colophon.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Attributes in braces as Pandoc, kramdown and others write them: {@code {#id .class key="value"}}, {@code {: #id}}.
 *
 * @param label the first id
 * @param language whether there is a language or a direction
 * @param others whether there is anything but the label and what headings have: {@code .unnumbered} or {@code -}
 * @param end offset after the closing brace
 */
record AttributeGroup(Optional<String> label, boolean language, boolean others, int end) {
    private static final String VALUE = "(?:\"[^\"\\n]*\"|“[^”\\n]*”|'[^'\\n]*'|[^\\s\"'{}]+)";
    private static final Pattern PART = Pattern.compile(
            "[ \\t]*(?:#([\\p{L}\\p{N}_][\\p{L}\\p{N}_.:-]*)|(\\.[\\p{L}_][\\p{L}\\p{N}_:-]*)|(-(?=[ \\t}]))|([A-Za-z][\\w:-]*="
                    + VALUE + "))");
    private static final Pattern START = Pattern.compile("\\{[ \\t]*:?");
    private static final Pattern END = Pattern.compile("[ \\t]*\\}");

    /** The group that a brace opens, if it is one. */
    static Optional<AttributeGroup> at(CharSequence text, int open, int limit) {
        Matcher start = START.matcher(text).region(open, limit);
        if (!start.lookingAt()) {
            return Optional.empty();
        }
        boolean language = false;
        boolean others = false;
        Optional<String> label = Optional.empty();
        List<String> parts = new ArrayList<>();
        int at = start.end();
        Matcher part = PART.matcher(text);
        while (part.region(at, limit).lookingAt()) {
            parts.add(part.group());
            if (part.group(1) != null && label.isEmpty()) {
                label = Optional.of(part.group(1));
            } else if (part.group(4) != null
                    && (part.group(4).startsWith("lang=") || part.group(4).startsWith("dir="))) {
                language = true;
            } else {
                others |= part.group(3) == null && !".unnumbered".equals(part.group(2));
            }
            at = part.end();
        }
        Matcher end = END.matcher(text).region(at, limit);
        return parts.isEmpty() || !end.lookingAt()
                ? Optional.empty()
                : Optional.of(new AttributeGroup(label, language, others, end.end()));
    }

    /** The index of the first brace without a backslash from an index on; -1 if there is none. */
    static int brace(String text, int from) {
        int at = text.indexOf('{', from);
        while (at >= 0 && isEscaped(text, from, at)) {
            at = text.indexOf('{', at + 1);
        }
        return at;
    }

    private static boolean isEscaped(String text, int from, int at) {
        int backslashes = 0;
        while (at - backslashes > from && text.charAt(at - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
