package colophon.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The mount points of Linux. */
final class Mounts {
    private static final Path TABLE = Path.of("/proc/self/mountinfo");
    private static final int PLACE = 4;

    private Mounts() {}

    /** Whether a folder is a place where something is mounted, or holds one: then it cannot be renamed. */
    static boolean isAtOrBelow(Path folder) throws IOException {
        if (!Files.isReadable(TABLE)) {
            return false;
        }
        String table = new String(Files.readAllBytes(TABLE), StandardCharsets.UTF_8);
        return table.lines()
                .map(line -> line.split(" "))
                .filter(fields -> fields.length > PLACE)
                .map(fields -> unescaped(fields[PLACE]))
                .anyMatch(place -> Path.of(place).startsWith(folder));
    }

    private static String unescaped(String place) {
        return place.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
