package colophon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The program's version, as its build wrote it. */
public final class Version {
    private Version() {}

    public static String number() {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tells this program from every other, also from one of the same version that somebody is working on: the version, that of Java, whose
     * names of countries and months stand in pages, and size and time of the file it runs from, or of the newest file of the folder.
     */
    static String identity() {
        return Identity.TEXT;
    }

    /** Found out once. */
    private static final class Identity {
        static final String TEXT = number() + ", Java " + Runtime.version().feature() + ", " + program();

        private static String program() {
            try {
                Path program = Path.of(Version.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
                return Files.isDirectory(program) ? newest(program) : Files.size(program) + " " + modified(program);
            } catch (IOException | URISyntaxException e) {
                return "from somewhere";
            }
        }

        private static String newest(Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.map(Identity::modified)
                        .max(Comparator.naturalOrder())
                        .map(String::valueOf)
                        .orElse("empty");
            }
        }

        private static long modified(Path file) {
            try {
                return Files.getLastModifiedTime(file).toMillis();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
