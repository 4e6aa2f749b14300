package colophon.render;

import colophon.diag.Source;
import colophon.model.Digest;
import colophon.model.Site;
import colophon.model.Theme;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds which templates a template is made of, by the names it includes and imports. One that computes such a name, or text to be read
 * as a template, could be made of any.
 */
final class TemplateClosure {
    private static final Pattern NAMED = Pattern.compile("[<\\[]#(?:include|import)\\s+([\"'])([^\"'$#{]+)\\1");
    private static final Pattern ANY = Pattern.compile("[<\\[]#(?:include|import)\\b");
    private static final Pattern COMPUTED = Pattern.compile("get_optional_template|\\?\\s*interpret|\\?\\s*eval");

    private final Map<String, Source> templates;
    private final long all;

    TemplateClosure(Theme theme) {
        this.templates = theme.templates();
        this.all = theme.templatesDigest();
    }

    /** A digest of everything that a template is made of. */
    long digest(String name) {
        SortedSet<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(name);
        while (!open.isEmpty()) {
            String next = open.remove();
            Source template = templates.get(next);
            if (template == null || !found.add(next)) {
                continue;
            }
            String text = template.text();
            Matcher named = NAMED.matcher(text);
            int names = 0;
            while (named.find()) {
                names++;
                open.add(resolve(next, named.group(2)));
            }
            if (COMPUTED.matcher(text).find() || ANY.matcher(text).results().count() != names) {
                return all;
            }
        }
        Digest digest = new Digest();
        found.forEach(
                template -> digest.add(template).add(templates.get(template).text()));
        return digest.value();
    }

    /** As FreeMarker does: from the root with a slash in front, else from the folder of the template. */
    private static String resolve(String from, String name) {
        return name.startsWith("/")
                ? name.substring(1)
                : Site.resolvePath(from, name).orElse(name);
    }
}
