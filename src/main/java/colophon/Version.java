package colophon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

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
     * Tells this program from every other, also from one of the same version that somebody is working on: the version, and size and time
     * of the file or folder it runs from.
     */
    static String identity() {
        try {
            Path program = Path.of(Version.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            BasicFileAttributes attributes = Files.readAttributes(program, BasicFileAttributes.class);
            return number() + " " + attributes.size() + " "
                    + attributes.lastModifiedTime().toMillis();
        } catch (IOException | URISyntaxException e) {
            return number();
        }
    }
}
