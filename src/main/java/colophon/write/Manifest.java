package colophon.write;

import colophon.model.Digest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The list of what Colophon wrote into a folder, kept in that folder: a {@link Digest} and a path on each line, in the order of paths. */
record Manifest(Map<String, Long> digestsByPath) {
    static final String FILE = ".colophon-manifest";
    private static final String HEAD =
            "Colophon wrote these files (checksum and path). Whatever is not listed here is never deleted.";
    private static final int DIGITS = 16;

    /** Reads a list; nothing when it is not one of ours. */
    static Optional<Manifest> read(byte[] bytes) {
        Map<String, Long> digests = new LinkedHashMap<>();
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith(HEAD + "\n")) {
            return Optional.empty();
        }
        int start = HEAD.length() + 1;
        for (int end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
            int path = start + DIGITS + 2;
            try {
                if (path < end) {
                    digests.put(text.substring(path, end), Long.parseUnsignedLong(text, start, start + DIGITS, 16));
                }
            } catch (NumberFormatException e) {
                // A line somebody changed lists nothing: its file counts as theirs.
            }
            start = end + 1;
        }
        return Optional.of(new Manifest(digests));
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (Map.Entry<String, Long> entry : digestsByPath.entrySet()) {
            text.append(Digest.hex(entry.getValue()))
                    .append("  ")
                    .append(entry.getKey())
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
