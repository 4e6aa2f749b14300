package colophon.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A whole site as its authors mean it.
 *
 * @param pages in reading order: landing page, report, chapters, brief, case studies, the rest
 * @param attachments files published as they are (pictures, data), by their path in the content folder
 * @param readyMade downloads made elsewhere that take a generated one's place, by the address they are published at
 * @param drafts names of pages that are left out because they are drafts
 */
public record Site(
        SiteSettings settings,
        Publication publication,
        List<Page> pages,
        SortedMap<String, Attachment> attachments,
        Map<SitePath, Attachment> readyMade,
        Set<String> drafts) {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    /** A file published as it is. */
    public record Attachment(SitePath path, byte[] bytes, Optional<ImageSize> size) {}

    /** Width and height of a picture in CSS pixels. */
    public record ImageSize(int width, int height) {}

    public Site {
        pages = List.copyOf(pages);
        readyMade = Map.copyOf(readyMade);
        drafts = Set.copyOf(drafts);
    }

    public List<Page> pages(PageKind kind) {
        return pages.stream().filter(page -> page.kind() == kind).toList();
    }

    public Optional<Page> page(PageKind kind) {
        return pages.stream().filter(page -> page.kind() == kind).findFirst();
    }

    /** The names a link may use for a page: the path of its Markdown file, or of the folder that it lists. */
    public Collection<String> pageNames() {
        return pages.stream()
                .filter(page -> page.kind() != PageKind.NOT_FOUND)
                .map(page -> page.id().name())
                .toList();
    }

    /**
     * Where an address in the content leads, or nothing when there is no such thing.
     *
     * @param fromFile path in the content folder of the file that holds the link
     * @param address as written
     */
    public Optional<LinkTarget> resolve(String fromFile, String address) {
        Optional<String> scheme = scheme(address);
        if (scheme.isPresent() || address.startsWith("//")) {
            boolean safe = scheme.map(SCHEMES::contains).orElse(false);
            return safe ? Optional.of(LinkTarget.external(address)) : Optional.empty();
        }
        int hash = address.indexOf('#');
        String path = decode(hash < 0 ? address : address.substring(0, hash));
        Optional<String> anchor = hash < 0 || hash == address.length() - 1
                ? Optional.empty()
                : Optional.of(decode(address.substring(hash + 1)));
        Optional<String> name = path.isEmpty() ? Optional.of(fromFile) : resolvePath(fromFile, path);
        return name.flatMap(found -> find(found)
                .map(page -> LinkTarget.toPage(page, anchor))
                .or(() -> Optional.ofNullable(attachments.get(found)).map(file -> LinkTarget.toFile(file.path()))));
    }

    /** A page by its name; the landing page is made from the settings and the publication. */
    private Optional<Page> find(String name) {
        String key = name.equals("publication.yaml") || name.equals("site.yaml") ? "" : name;
        return pages.stream()
                .filter(page ->
                        page.kind() != PageKind.NOT_FOUND && page.id().name().equals(key))
                .findFirst();
    }

    /** Takes percent-encoding away; text that only looks like it stays as it is. */
    private static String decode(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** Path of a file or folder in the content folder, or nothing when it leads out of it. */
    public static Optional<String> resolvePath(String fromFile, String relative) {
        if (relative.startsWith("/")) {
            return Optional.empty();
        }
        Deque<String> segments = new ArrayDeque<>();
        String folder = fromFile.substring(0, fromFile.lastIndexOf('/') + 1);
        for (String segment : (folder + relative).split("/")) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

    /**
     * The scheme of an absolute address, in lower case. Control characters and spaces are passed over, as browsers do, so that
     * {@code java\nscript:} is seen for what it is.
     */
    public static Optional<String> scheme(String address) {
        StringBuilder scheme = new StringBuilder();
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                return scheme.length() == 0
                        ? Optional.empty()
                        : Optional.of(scheme.toString().toLowerCase(Locale.ROOT));
            }
            if (c <= ' ') {
                continue;
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!letter && (scheme.length() == 0 || !(c >= '0' && c <= '9' || "+-.".indexOf(c) >= 0))) {
                return Optional.empty();
            }
            scheme.append(c);
        }
        return Optional.empty();
    }
}
