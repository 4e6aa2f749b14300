package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Digest;
import colophon.model.InputFile;
import colophon.model.Picture;
import colophon.model.Site;
import colophon.model.SitePath;
import colophon.render.Assets;
import colophon.render.PrintedSvg;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The files of a book beside its documents: pictures and looks. A book brings all that it shows, and asks no one for more. */
final class BookFiles {
    /** The media types that every e-reader knows (EPUB 3.3, 3.2). */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("webp", "image/webp"),
            Map.entry("css", "text/css"),
            Map.entry("xhtml", "application/xhtml+xml"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("ttf", "font/ttf"),
            Map.entry("otf", "font/otf"));

    private static final Pattern CSS_URL = Pattern.compile("url\\(\\s*(['\"]?)([^'\")]+)\\1\\s*\\)");

    private final Publishing publishing;
    private final Problems problems;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();

    BookFiles(Publishing publishing, Problems problems) {
        this.publishing = publishing;
        this.problems = problems;
    }

    /** All files so far, by name. */
    SortedMap<String, byte[]> all() {
        return files;
    }

    void add(String name, byte[] bytes) {
        files.put(name, bytes);
    }

    static String mediaType(String name) {
        return TYPES.get(Picture.extension(name));
    }

    /** Brings the pictures of a document into the book. */
    void addPictures(XhtmlDocument document, String template) {
        for (Element image : document.elements("img")) {
            image.setAttribute("src", picture(image.getAttribute("src"), template));
        }
        for (Element source : document.elements("source")) {
            source.setAttribute("srcset", picture(source.getAttribute("srcset"), template));
        }
    }

    private String picture(String address, String template) {
        if (files.containsKey(address)) {
            return address;
        }
        String known = names.get(address);
        if (known != null) {
            return known;
        }
        Optional<byte[]> bytes = find(SitePath.decode(address));
        if (bytes.isEmpty() || mediaType(address) == null) {
            problems.add(
                    Rule.TEMPLATE_INVALID,
                    publishing.theme().templates().get(template).whole(),
                    "the EPUB cannot show \"" + address + "\"",
                    "name a picture of content/ or site-assets/, as PNG, JPEG or SVG");
            return address;
        }
        String name = name(SitePath.decode(address), bytes.get());
        names.put(address, name);
        files.put(name, bytes.get());
        return name;
    }

    private Optional<byte[]> find(String address) {
        return PrintedSvg.drawing(address)
                .or(() -> PictureFiles.find(address, publishing))
                .or(() -> Optional.ofNullable(publishing.theme().assets().get(address))
                        .map(InputFile::bytes));
    }

    /** A name that no system stumbles over; what is drawn here has none of its own. */
    private static String name(String address, byte[] bytes) {
        int dot = address.lastIndexOf('.');
        boolean drawn = PrintedSvg.drawing(address).isPresent();
        String own = address.substring(address.lastIndexOf('/') + 1, dot).replaceAll("[^A-Za-z0-9-]+", "-");
        return "images/" + (drawn ? "drawing" : own) + "-"
                + Digest.hex(Digest.of(bytes)).substring(0, 8)
                + address.substring(dot).toLowerCase(Locale.ROOT);
    }

    /** Brings the style sheet into the book, with the fonts and pictures it names. */
    void addStyle() {
        InputFile style = publishing.theme().assets().get(Assets.BOOK_STYLE);
        String css = new String(style.bytes(), StandardCharsets.UTF_8);
        files.put(Assets.BOOK_STYLE, style.bytes());
        Matcher urls = CSS_URL.matcher(css);
        while (urls.find()) {
            String target = Site.resolvePath(Assets.BOOK_STYLE, urls.group(2)).orElse(urls.group(2));
            InputFile asset = publishing.theme().assets().get(target);
            if (asset == null || mediaType(target) == null) {
                Source source = new Source(style.path(), css);
                problems.add(
                        Rule.LINK_TARGET_MISSING,
                        source.span(urls.start(2), urls.end(2)),
                        "no file named \"" + target + "\" in site-assets/ that an EPUB can hold",
                        "name a font or picture of site-assets/");
            } else {
                files.put(target, asset.bytes());
            }
        }
    }
}
