package colophon.write;

import colophon.model.Digest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The list of what Colophon wrote into a folder, kept in that folder: a {@link Digest} and a path on each line, in the order of paths.
 *
 * @param site the address and the title of the site, as one line; empty in the list of an older version
 * @param digestsByPath of the files
 * @param others second digests: while files are renamed one by one, a file may be the old or the new one
 */
record Manifest(String site, Map<String, Long> digestsByPath, Map<String, Long> others) {
    static final String FILE = ".colophon-manifest";
    private static final String HEAD =
            "Colophon wrote these files (checksum and path). Whatever is not listed here is never deleted.";
    /** No checksum begins like this, so that older versions pass over the line. */
    private static final String SITE = "Site: ";

    private static final int DIGITS = 16;

    Manifest(String site, Map<String, Long> digestsByPath) {
        this(site, digestsByPath, Map.of());
    }

    /** Reads a list; empty if it is not one of ours. */
    static Optional<Manifest> read(byte[] bytes) {
        Map<String, Long> digests = new LinkedHashMap<>();
        Map<String, Long> others = new LinkedHashMap<>();
        String site = "";
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith(HEAD + "\n")) {
            return Optional.empty();
        }
        int start = HEAD.length() + 1;
        for (int end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
            int path = start + DIGITS + 2;
            try {
                if (text.startsWith(SITE, start)) {
                    site = text.substring(start + SITE.length(), end);
                } else if (path < end) {
                    long digest = Long.parseUnsignedLong(text, start, start + DIGITS, 16);
                    Long before = digests.putIfAbsent(text.substring(path, end), digest);
                    if (before != null && before != digest) {
                        others.put(text.substring(path, end), digest);
                    }
                }
            } catch (NumberFormatException e) {
                // A line somebody changed lists nothing: its file counts as theirs.
            }
            start = end + 1;
        }
        return Optional.of(new Manifest(site, digests, others));
    }

    /** The site of a list, without reading all of it. */
    static String site(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8);
        int from = HEAD.length() + 1;
        int end = start.indexOf('\n', Math.min(from, start.length()));
        return start.startsWith(SITE, from) && end > 0 ? start.substring(from + SITE.length(), end) : "";
    }

    /** Whether it lists a file. */
    boolean lists(String path) {
        return digestsByPath.containsKey(path);
    }

    /** Whether a file with these bytes is one that Colophon wrote. */
    boolean lists(String path, long digest) {
        Long one = digestsByPath.get(path);
        Long other = others.get(path);
        return one != null && one == digest || other != null && other == digest;
    }

    /** The files of both lists. */
    Manifest and(Manifest another) {
        Map<String, Long> all = new LinkedHashMap<>(digestsByPath);
        Map<String, Long> second = new LinkedHashMap<>(others);
        another.digestsByPath.forEach((path, digest) -> {
            Long mine = all.putIfAbsent(path, digest);
            if (mine != null && !mine.equals(digest)) {
                second.putIfAbsent(path, digest);
            }
        });
        another.others.forEach(second::putIfAbsent);
        return new Manifest(site, all, second);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        if (!site.isEmpty()) {
            text.append(SITE).append(site).append('\n');
        }
        add(digestsByPath, text);
        add(others, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(Map<String, Long> digests, StringBuilder text) {
        for (Map.Entry<String, Long> entry : digests.entrySet()) {
            text.append(Digest.hex(entry.getValue()))
                    .append("  ")
                    .append(entry.getKey())
                    .append('\n');
        }
    }
}
