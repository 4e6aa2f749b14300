package colophon.render;

import colophon.diag.Source;
import colophon.model.Digest;
import colophon.model.Site;
import colophon.model.Theme;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds which templates a template is made of, by the names it includes, imports and shares. One that computes such a name, or text to be
 * read as a template, could be made of any.
 */
final class TemplateClosure {
    private static final List<String> DIRECTIVES = List.of("#include", "#import");
    /** What makes another text of one in quotation marks. */
    private static final String OPERATORS = "+?![";

    private static final List<String> COMPUTED = List.of("get_optional_template", "interpret", "?eval");

    /**
     * What one template says of others.
     *
     * @param anything whether it can name any template
     */
    private record Named(List<String> names, boolean anything, long digest) {}

    private final Map<String, Source> templates;
    private final long all;
    private final Map<String, Named> named = new ConcurrentHashMap<>();
    private final Map<String, Long> digests = new ConcurrentHashMap<>();

    TemplateClosure(Theme theme) {
        this.templates = theme.templates();
        this.all = theme.templatesDigest();
    }

    /** A digest of everything that a template is made of. */
    long digest(String name) {
        return digests.computeIfAbsent(name, this::digestOfParts);
    }

    private long digestOfParts(String name) {
        SortedSet<String> found = parts(name);
        Digest digest = new Digest();
        for (String template : found) {
            Named part = named.get(template);
            if (part.anything()) {
                return all;
            }
            digest.add(template).add(part.digest());
        }
        return digest.value();
    }

    /** A template and all that it names, and they name. */
    SortedSet<String> parts(String name) {
        SortedSet<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(name);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (templates.containsKey(next) && found.add(next)) {
                open.addAll(named.computeIfAbsent(next, this::read).names());
            }
        }
        return found;
    }

    private Named read(String template) {
        String text = templates.get(template).text();
        boolean anything = COMPUTED.stream().anyMatch(text::contains);
        List<String> names = new ArrayList<>();
        for (String directive : DIRECTIVES) {
            for (int at = text.indexOf(directive); at >= 0; at = text.indexOf(directive, at + 1)) {
                String name = quoted(text, at + directive.length());
                anything |= name.isEmpty();
                names.add(resolve(template, name));
            }
        }
        String function = PageRenderer.SHARED;
        for (int at = text.indexOf(function); at >= 0; at = text.indexOf(function, at + 1)) {
            int bracket = skipSpace(text, at + function.length());
            // The word alone could be the function under another name.
            String name = text.startsWith("(", bracket) ? quoted(text, bracket + 1) : "";
            anything |= name.isEmpty();
            names.add(PageRenderer.sharedTemplate(name));
        }
        return new Named(List.copyOf(names), anything, Digest.of(text));
    }

    private static int skipSpace(String text, int offset) {
        int at = offset;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The text in quotation marks after an offset; empty when something else is there, or a name that is put together. */
    private static String quoted(String text, int offset) {
        int start = skipSpace(text, offset);
        char quote = start < text.length() ? text.charAt(start) : ' ';
        int end = quote == '"' || quote == '\'' ? text.indexOf(quote, start + 1) : -1;
        String name = end < 0 ? "" : text.substring(start + 1, end);
        int behind = skipSpace(text, end + 1);
        boolean goesOn = behind < text.length() && OPERATORS.indexOf(text.charAt(behind)) >= 0;
        return goesOn || name.contains("{") || name.contains("\\") || name.contains("*") ? "" : name;
    }

    /** As FreeMarker does: from the root with a slash in front, else from the folder of the template. */
    private static String resolve(String from, String name) {
        return name.startsWith("/")
                ? name.substring(1)
                : Site.resolvePath(from, name).orElse(name);
    }
}
