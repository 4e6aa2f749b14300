package colophon.render;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.Digest;
import colophon.model.InputFile;
import colophon.model.OutputFile;
import colophon.model.Site;
import colophon.model.SitePath;
import colophon.model.Theme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The theme's files as they are published: below {@code assets/}, with a hash of their bytes in the name, so that browsers may keep
 * them for ever. The links between style sheets and fonts are rewritten to match.
 */
public final class Assets {
    /** Files for the printed editions only. */
    private static final String PRINT_FONTS = "fonts/print/";

    private static final String PRINT_STYLES = "css/print-";
    /** The style sheet of books for e-readers. */
    public static final String BOOK_STYLE = "css/epub.css";
    /** Browsers ask for this one at the root, unasked. */
    private static final String FAVICON = "icons/favicon.ico";

    private final SortedMap<String, OutputFile> published = new TreeMap<>();

    private Assets() {}

    public static Assets of(Theme theme, Problems problems) {
        Assets assets = new Assets();
        List<String> styles = new ArrayList<>();
        theme.assets().forEach((name, file) -> {
            if (name.endsWith(".css")) {
                styles.add(name);
            } else if (!isForPrint(name)) {
                assets.published.put(name, OutputFile.of(path(name, file.digest()), file));
            }
        });
        Set<String> open = new HashSet<>(styles);
        styles.stream().filter(name -> !isForFiles(name)).forEach(name -> assets.style(name, theme, open, problems));
        return assets;
    }

    /**
     * Publishes a style sheet, after those that it imports.
     *
     * @param open those that are not published yet
     */
    private void style(String name, Theme theme, Set<String> open, Problems problems) {
        if (open.remove(name)) {
            InputFile file = theme.assets().get(name);
            byte[] css = rewrite(name, file, imported -> style(imported, theme, open, problems), problems)
                    .getBytes(StandardCharsets.UTF_8);
            published.put(name, OutputFile.of(path(name, Digest.of(css)), css, file.path()));
        }
    }

    /** Whether a file of the theme is for the printed editions only. */
    static boolean isForPrint(String name) {
        return name.startsWith(PRINT_FONTS) || name.startsWith(PRINT_STYLES);
    }

    /** Whether a book for e-readers may hold a file of the theme: its own style sheet, and what that can name. */
    static boolean isForBooks(String name) {
        return name.equals(BOOK_STYLE) || !name.endsWith(".css") && !name.endsWith(".js") && !isForPrint(name);
    }

    private static boolean isForFiles(String style) {
        return isForPrint(style) || style.equals(BOOK_STYLE);
    }

    /** Tells whether any file is published under another name than before. */
    long digest() {
        Digest digest = new Digest();
        published.forEach((name, file) -> digest.add(name).add(file.path().value()));
        return digest.value();
    }

    public List<OutputFile> files() {
        return List.copyOf(published.values());
    }

    /** Where an asset is published; nothing when there is none of that name. */
    public Optional<SitePath> path(String name) {
        return Optional.ofNullable(published.get(name)).map(OutputFile::path);
    }

    /** What somebody may have meant. */
    String help(String name) {
        return Suggestion.help(name, published.keySet());
    }

    /** The first eight digits of a digest are a checksum that the program's own file already holds of its parts. */
    private static SitePath path(String name, long digest) {
        int dot = name.lastIndexOf('.');
        boolean hashed = !name.endsWith(".txt") && dot > 0;
        String inName = Digest.hex(digest).substring(0, 8);
        String hashedName = hashed ? name.substring(0, dot) + "." + inName + name.substring(dot) : name;
        return new SitePath(name.equals(FAVICON) ? "favicon.ico" : "assets/" + hashedName);
    }

    private String rewrite(String name, InputFile file, Consumer<String> before, Problems problems) {
        Source css = new Source(file.path(), new String(file.bytes(), StandardCharsets.UTF_8));
        Map<String, String> names = new HashMap<>();
        StringBuilder rewritten = new StringBuilder(css.length() + 512);
        int done = 0;
        for (StyleReferences.Reference reference : StyleReferences.in(css.text())) {
            String url = css.text().substring(reference.from(), reference.to());
            Span place = css.span(reference.from(), reference.to());
            if (url.startsWith("data:") || url.startsWith("#")) {
                continue;
            }
            if (Site.scheme(url).isPresent() || url.startsWith("//")) {
                problems.add(
                        Rule.LINK_UNSAFE,
                        place,
                        "every page would ask another host for \"" + url + "\"",
                        "put the file into site-assets/ and name it here");
                continue;
            }
            String target = Site.resolvePath(name, url.split("[?#]", 2)[0]).orElse(url);
            before.accept(target);
            Optional<SitePath> path = path(target);
            if (path.isEmpty()) {
                problems.add(
                        Rule.LINK_TARGET_MISSING,
                        place,
                        "no file named \"" + target + "\" in site-assets/",
                        help(target));
                continue;
            }
            SitePath here = new SitePath("assets/" + name);
            String link = names.computeIfAbsent(target, key -> here.linkTo(path.get()));
            rewritten
                    .append(css.text(), done, reference.start())
                    .append(reference.isUrl() ? "url(\"" + link + "\")" : link);
            done = reference.end();
        }
        return rewritten.append(css.text(), done, css.length()).toString();
    }
}
