package colophon.model;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An address in the site, relative to its root, with {@code /} and without one in front: {@code ""} is the landing page,
 * {@code "report/"} a page, {@code "report/index.html"} and {@code "assets/site.css"} are files.
 */
public record SitePath(String value) implements Comparable<SitePath> {
    public static final SitePath ROOT = new SitePath("");
    private static final String INDEX = "index.html";

    public SitePath {
        List<String> segments = List.of(value.split("/", -1));
        boolean leavesSite = segments.contains("..") || segments.contains(".") || value.startsWith("/");
        boolean hasEmptySegment = value.contains("//");
        if (leavesSite
                || hasEmptySegment
                || value.indexOf('\\') >= 0
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a path in the site: \"" + value + "\"");
        }
    }

    public boolean isPage() {
        return value.isEmpty() || value.endsWith("/");
    }

    /** The file that holds this address: {@code index.html} for a page. */
    public SitePath file() {
        return isPage() ? new SitePath(value + INDEX) : this;
    }

    /** The folder this address is in, with a slash at its end unless it is the root. */
    public String folder() {
        return value.substring(0, value.lastIndexOf('/') + 1);
    }

    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    public SitePath resolve(String child) {
        return new SitePath(folder() + child);
    }

    /**
     * The link from the page or file at this address to another one, percent-encoded. A page is named by its {@code
     * index.html}, so that the site can be read from a disk, where no server adds it.
     */
    public String linkTo(SitePath target) {
        String[] from = folder().split("/");
        String[] to = target.file().value.split("/");
        int depth = folder().isEmpty() ? 0 : from.length;
        int common = 0;
        while (common < depth && common < to.length - 1 && from[common].equals(to[common])) {
            common++;
        }
        StringBuilder link = new StringBuilder("../".repeat(depth - common));
        for (int i = common; i < to.length; i++) {
            link.append(i == common ? "" : "/").append(encode(to[i]));
        }
        return link.toString();
    }

    /** The whole web address below a site's address. */
    public String below(URI address) {
        StringBuilder url = new StringBuilder(address.toString());
        String[] segments = value.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            url.append(i == 0 ? "" : "/").append(encode(segments[i]));
        }
        return url.toString();
    }

    /** Percent-encodes all but what RFC 3986 calls unreserved. */
    private static String encode(String segment) {
        StringBuilder out = new StringBuilder();
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
        return out.toString();
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }

    @Override
    public int compareTo(SitePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
