package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Suggestion;
import colophon.model.InputFile;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks the files of a site's own theme: each replaces one of the default theme or is named by another file, and templates of web pages
 * write nothing that the site's own policy makes browsers pass over.
 */
final class OwnTheme {
    private static final String TEMPLATES = "templates/";
    private static final String ASSETS = "site-assets/";
    /** A directive is used by the texts; fonts for print are checked where they are opened. */
    private static final List<String> USED_ELSEWHERE = List.of("templates/directives/", "site-assets/fonts/print/");
    /** What is drawn for a PDF or EPUB has no policy. */
    private static final List<String> NOT_ON_THE_WEB = List.of("print/", "epub/");

    private static final Pattern INLINE = Pattern.compile(
            "<style[\\s>]|(?<=\\s)style\\s*=\\s*[\"']|(?<=\\s)on[a-z]{3,20}\\s*=\\s*[\"']", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT = Pattern.compile("<#--[\\s\\S]*?-->");

    private final Map<String, InputFile> own;
    private final Set<String> defaults;
    private final SortedMap<String, Source> templates;

    /**
     * @param own the site's own files by path
     * @param defaults the paths of those of the default theme
     * @param templates all templates by name
     */
    OwnTheme(Map<String, InputFile> own, Set<String> defaults, SortedMap<String, Source> templates) {
        this.own = own;
        this.defaults = defaults;
        this.templates = templates;
    }

    void check(Problems problems) {
        own.forEach((path, file) -> {
            boolean isFile = path.endsWith(".ftlh") || path.startsWith(ASSETS) && !path.endsWith(".txt");
            if (isFile && USED_ELSEWHERE.stream().noneMatch(path::startsWith) && !isUsed(path)) {
                problems.add(
                        Rule.FILE_UNUSED,
                        file.asSource().whole(),
                        "it replaces no file of the default theme, and no template or style sheet names it",
                        Suggestion.closest(path, alike(path))
                                .map(close -> "did you mean \"" + close + "\"?")
                                .orElse("give it the name of the file that it replaces, or remove it"));
            }
        });
        templates.forEach((name, source) -> {
            if (name.endsWith(".ftlh")
                    && own.containsKey(TEMPLATES + name)
                    && NOT_ON_THE_WEB.stream().noneMatch(name::startsWith)) {
                checkPolicy(source, problems);
            }
        });
    }

    private Collection<String> alike(String path) {
        String folder = path.substring(0, path.indexOf('/') + 1);
        return defaults.stream().filter(it -> it.startsWith(folder)).collect(Collectors.toSet());
    }

    private boolean isUsed(String path) {
        if (defaults.contains(path)) {
            return true;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        return templates.entrySet().stream()
                        .filter(entry -> !path.equals(TEMPLATES + entry.getKey()))
                        .anyMatch(entry -> isNamed(entry.getValue().text(), name))
                || own.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(path))
                        .filter(entry -> entry.getKey().matches(".*\\.(?:css|js|svg)"))
                        .anyMatch(entry -> isNamed(new String(entry.getValue().bytes(), StandardCharsets.UTF_8), name));
    }

    /** Whether a file is named after a folder, a quotation mark or a bracket. */
    private static boolean isNamed(String text, String name) {
        return List.of("/", "\"", "'", "(").stream().anyMatch(before -> text.contains(before + name));
    }

    private static void checkPolicy(Source template, Problems problems) {
        String text = COMMENT.matcher(template.text())
                .replaceAll(comment -> " ".repeat(comment.group().length()));
        Matcher found = INLINE.matcher(text);
        if (found.find()) {
            String written = found.group().replaceAll("[\\s\"'>]", "");
            problems.add(
                    Rule.TEMPLATE_INVALID,
                    template.span(found.start(), found.end()),
                    "the security policy of the site makes browsers pass over " + written,
                    written.toLowerCase(Locale.ROOT).startsWith("on")
                            ? "put the script into a file in site-assets/js/"
                            : "put the style into a sheet in site-assets/css/, with a class");
        }
    }
}
