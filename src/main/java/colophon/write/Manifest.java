package colophon.write;

import colophon.model.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The list of what Colophon wrote into a folder, kept in that folder: a {@link Digest} and a path on each line. */
record Manifest(SortedMap<String, Long> digestsByPath) {
    static final String FILE = ".colophon-manifest";
    private static final String HEAD =
            "Colophon wrote these files (checksum and path). Whatever is not listed here is never deleted.";
    private static final int DIGITS = 16;

    /** Reads a folder's list; nothing when there is none, or when it is not one of ours. */
    static Optional<Manifest> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        SortedMap<String, Long> digests = new TreeMap<>();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
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
