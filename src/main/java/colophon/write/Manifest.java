package colophon.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The list of what Colophon wrote into a folder, kept in that folder: a hash and a path on each line. */
record Manifest(SortedMap<String, String> hashesByPath) {
    static final String FILE = ".colophon-manifest";
    private static final String HEAD =
            "Colophon wrote these files (SHA-256 and path). Whatever is not listed here is never deleted.";

    /** Reads a folder's list; nothing when there is none, or when it is not one of ours. */
    static Optional<Manifest> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        SortedMap<String, String> hashes = new TreeMap<>();
        String[] lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n");
        if (!lines[0].equals(HEAD)) {
            return Optional.empty();
        }
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split("  ", 2);
            if (parts.length == 2) {
                hashes.put(parts[1], parts[0]);
            }
        }
        return Optional.of(new Manifest(hashes));
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (Map.Entry<String, String> entry : hashesByPath.entrySet()) {
            text.append(entry.getValue()).append("  ").append(entry.getKey()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
