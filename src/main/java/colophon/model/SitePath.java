package colophon.model;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * An address in the site, relative to its root, with {@code /} and without one in front: {@code ""} is the landing page,
 * {@code "report/"} a page, {@code "report/index.html"} and {@code "assets/site.css"} are files.
 */
public record SitePath(String value) implements Comparable<SitePath> {
    public static final SitePath ROOT = new SitePath("");
    private static final String INDEX = "index.html";
    /** Of the signs of ASCII, those that need no percent-encoding. */
    private static final boolean[] UNRESERVED = new boolean[128];

    static {
        for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".toCharArray()) {
            UNRESERVED[c] = true;
        }
    }

    public SitePath {
        if (!isInSite(value)) {
            throw new IllegalArgumentException("not a path in the site: \"" + value + "\"");
        }
    }

    /**
     * Whether a text can be an address in the site: segments that are neither empty (but for the last) nor a way to another folder, of
     * characters that can be seen.
     */
    public static boolean isInSite(String value) {
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || Character.isISOControl(c)) {
                return false;
            }
            if (c == '/') {
                if (i == start || isDots(value, start, i)) {
                    return false;
                }
                start = i + 1;
            }
        }
        return !isDots(value, start, value.length());
    }

    private static boolean isDots(String value, int start, int end) {
        int length = end - start;
        return length > 0 && length <= 2 && value.charAt(start) == '.' && value.charAt(end - 1) == '.';
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
        String to = target.isPage() ? target.value + INDEX : target.value;
        int folderEnd = value.lastIndexOf('/') + 1;
        int common = 0;
        for (int i = 0; i < folderEnd && i < to.length() && value.charAt(i) == to.charAt(i); i++) {
            common = value.charAt(i) == '/' ? i + 1 : common;
        }
        StringBuilder link = new StringBuilder(to.length() + 16);
        for (int i = common; i < folderEnd; i++) {
            if (value.charAt(i) == '/') {
                link.append("../");
            }
        }
        encode(to, common, link);
        return link.toString();
    }

    /** The whole web address below a site's address. */
    public String below(URI address) {
        StringBuilder url = new StringBuilder(address.toString());
        encode(value, 0, url);
        return url.toString();
    }

    /** This address from the root of the site, percent-encoded. */
    public String encoded() {
        StringBuilder out = new StringBuilder(value.length() + 16);
        encode(value, 0, out);
        return out.toString();
    }

    /**
     * The name that an address stands for: without percent-encoding, and with each accent in its letter, as Linux and Windows have names
     * where a Mac may have them apart. What only looks like percent-encoding stays as it is.
     */
    public static String decode(String address) {
        if (address.indexOf('%') < 0) {
            return PlainText.composed(address);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(address.length());
        byte[] written = address.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < written.length; i++) {
            int high = written[i] == '%' && i + 2 < written.length ? Character.digit(written[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(written[i + 2], 16);
            bytes.write(low < 0 ? written[i] : high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        String decoded = bytes.toString(StandardCharsets.UTF_8);
        return decoded.indexOf('\uFFFD') >= 0 ? address : PlainText.composed(decoded);
    }

    /** Percent-encodes all but what RFC 3986 calls unreserved, and the slashes between segments. */
    private static void encode(String path, int start, StringBuilder out) {
        int done = start;
        while (done < path.length() && isUnreserved(path.charAt(done))) {
            done++;
        }
        out.append(path, start, done);
        if (done == path.length()) {
            return;
        }
        for (byte b : path.substring(done).getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isUnreserved(c)) {
                out.append(c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
    }

    private static boolean isUnreserved(char c) {
        return c < UNRESERVED.length && UNRESERVED[c];
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }

    // Written out, as in PageId.

    @Override
    public boolean equals(Object other) {
        return other instanceof SitePath path && value.equals(path.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
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
