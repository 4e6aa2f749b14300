package colophon.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A tag of HTML as CommonMark 0.31.2 knows it.
 *
 * @param name in lower case; empty for a declaration, an instruction of a program, or the like
 * @param closing whether it ends an element
 * @param alone whether nothing ends its element
 * @param attributes as written, by name in lower case
 * @param start offset in the text
 * @param end offset after it
 */
record HtmlTag(String name, boolean closing, boolean alone, Map<String, String> attributes, int start, int end) {
    /** Elements that have no content, and so no closing tag. */
    private static final Set<String> WITHOUT_CONTENT = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");
    /** Elements whose content is not HTML. */
    private static final Set<String> WITHOUT_TAGS = Set.of("script", "style", "textarea", "title");

    private static final String[][] OTHERS = {{"<?", "?>"}, {"<![CDATA[", "]]>"}, {"<!", ">"}};

    static final String COMMENT = "<!--";
    static final String COMMENT_END = "-->";

    /** The tag that begins at an offset. */
    static Optional<HtmlTag> at(String text, int start) {
        return at(text, start, new Ends(text));
    }

    /** The same where many tags of a text are read, one after the other. */
    static Optional<HtmlTag> at(String text, int start, Ends ends) {
        boolean closing = start + 1 < text.length() && text.charAt(start + 1) == '/';
        Scanner scanner = new Scanner(text, start + (closing ? 2 : 1));
        String name = scanner.name();
        if (name.isEmpty()) {
            return other(text, start, ends);
        }
        Map<String, String> attributes = new TreeMap<>();
        boolean space = scanner.skipSpace();
        while (!closing && space && scanner.attribute(attributes)) {
            space = scanner.skipSpace();
        }
        boolean slash = !closing && scanner.skip('/');
        if (!scanner.skip('>')) {
            return Optional.empty();
        }
        boolean alone = slash || WITHOUT_CONTENT.contains(name);
        return Optional.of(new HtmlTag(name, closing, alone, attributes, start, scanner.at));
    }

    private static Optional<HtmlTag> other(String text, int start, Ends ends) {
        for (String[] other : OTHERS) {
            boolean named = !other[0].equals("<!") || start + 2 < text.length() && isLetter(text.charAt(start + 2));
            if (text.startsWith(other[0], start) && named) {
                int end = ends.next(other[1], start + other[0].length());
                return end < 0
                        ? Optional.empty()
                        : Optional.of(new HtmlTag("", false, true, Map.of(), start, end + other[1].length()));
            }
        }
        return Optional.empty();
    }

    /** All tags between two offsets, outside of comments and scripts. */
    static List<HtmlTag> all(String file, int start, int end) {
        String text = file.substring(start, end);
        Ends ends = new Ends(text);
        List<HtmlTag> tags = new ArrayList<>();
        int at = text.indexOf('<');
        while (at >= 0) {
            Optional<HtmlTag> tag = text.startsWith(COMMENT, at) ? Optional.empty() : at(text, at, ends);
            tag.ifPresent(it -> tags.add(it.movedBy(start)));
            int next = tag.map(HtmlTag::end).orElse(at + 1);
            if (text.startsWith(COMMENT, at)) {
                next = Math.max(next, ends.next(COMMENT_END, at));
            } else if (tag.isPresent()
                    && !tag.get().closing()
                    && WITHOUT_TAGS.contains(tag.get().name())) {
                next = Math.max(next, ends.next("</" + tag.get().name(), next));
            }
            at = text.indexOf('<', next);
        }
        return tags;
    }

    private HtmlTag movedBy(int offset) {
        return new HtmlTag(name, closing, alone, attributes, start + offset, end + offset);
    }

    private static boolean isLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private static final class Scanner {
        private final String text;
        private int at;

        Scanner(String text, int at) {
            this.text = text;
            this.at = at;
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : 0;
        }

        boolean skip(char c) {
            boolean found = peek() == c;
            at += found ? 1 : 0;
            return found;
        }

        boolean skipSpace() {
            int start = at;
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at > start;
        }

        String name() {
            int start = at;
            while (isLetter(peek()) || at > start && (isDigit(peek()) || peek() == '-')) {
                at++;
            }
            return text.substring(start, at).toLowerCase(Locale.ROOT);
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        boolean attribute(Map<String, String> attributes) {
            int start = at;
            while (isLetter(peek())
                    || "_:".indexOf(peek()) >= 0
                    || at > start && (isDigit(peek()) || ".-".indexOf(peek()) >= 0)) {
                at++;
            }
            if (at == start) {
                return false;
            }
            String name = text.substring(start, at).toLowerCase(Locale.ROOT);
            int end = at;
            skipSpace();
            if (!skip('=')) {
                at = end;
                attributes.putIfAbsent(name, "");
                return true;
            }
            skipSpace();
            Optional<String> value = value();
            value.ifPresent(it -> attributes.putIfAbsent(name, it));
            return value.isPresent();
        }

        private Optional<String> value() {
            char quote = peek();
            int start = at;
            if (quote == '"' || quote == '\'') {
                int end = text.indexOf(quote, at + 1);
                at = Math.max(at, end + 1);
                return end < 0 ? Optional.empty() : Optional.of(text.substring(start + 1, end));
            }
            while (at < text.length() && " \t\r\n\"'=<>`".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return at == start ? Optional.empty() : Optional.of(text.substring(start, at));
        }
    }
}
