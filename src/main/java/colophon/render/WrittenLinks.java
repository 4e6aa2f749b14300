package colophon.render;

import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses that a site's own templates write out, rather than take from a value: nobody else knows whether they lead anywhere. */
public final class WrittenLinks {
    /**
     * An address in a template.
     *
     * @param loads whether browsers ask for it by themselves, as for an image, and not only when a reader follows it
     * @param conditional whether it may be meant for some pages only
     */
    public record WrittenLink(String address, boolean loads, boolean conditional, Span span) {}

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "<([a-zA-Z][a-zA-Z0-9-]*)\\b|\\b(href|src|poster|data|action)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern CONDITION = Pattern.compile("<(/?)#(?:if|switch|list)\\b");
    private static final Pattern COMMENT = Pattern.compile("<#--.*?-->|<!--.*?-->", Pattern.DOTALL);

    private final Theme theme;
    private final TemplateClosure closure;

    public WrittenLinks(Theme theme) {
        this.theme = theme;
        this.closure = new TemplateClosure(theme);
    }

    /** Those in a template and in all that it is made of. */
    public List<WrittenLink> of(String template) {
        SortedSet<String> parts = closure.parts(template);
        List<WrittenLink> links = new ArrayList<>();
        for (String part : parts) {
            if (theme.own().contains("templates/" + part)) {
                links(theme.templates().get(part), links);
            }
        }
        return links;
    }

    private static void links(Source template, List<WrittenLink> links) {
        String text = COMMENT.matcher(template.text())
                .replaceAll(found -> " ".repeat(found.group().length()));
        Matcher matcher = ATTRIBUTE.matcher(text);
        String element = "";
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                element = matcher.group(1).toLowerCase(Locale.ROOT);
                continue;
            }
            int group = matcher.group(3) != null ? 3 : 4;
            String address = matcher.group(group).strip();
            boolean isComputed = address.contains("${") || address.contains("<#") || address.contains("[=");
            if (!isComputed && !address.isEmpty() && !address.startsWith("#") && !address.startsWith("?")) {
                boolean loads = !element.equals("a") && !element.equals("area") && !element.equals("form");
                Span span = template.span(matcher.start(group), matcher.end(group));
                links.add(new WrittenLink(address, loads, isConditional(text, matcher.start()), span));
            }
        }
    }

    private static boolean isConditional(String text, int offset) {
        int open = 0;
        Matcher condition = CONDITION.matcher(text).region(0, offset);
        while (condition.find()) {
            open += condition.group(1).isEmpty() ? 1 : -1;
        }
        return open > 0;
    }
}
