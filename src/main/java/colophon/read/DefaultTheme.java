package colophon.read;

import colophon.model.InputFile;
import colophon.model.InputFile.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The templates and assets packed into the program, below {@code theme/} on its class path. */
final class DefaultTheme {
    private static final String FOLDER = "theme/";

    private DefaultTheme() {}

    /** By path as in a site's own folder: {@code templates/pages/chapter.ftlh}. Loaded when used. */
    static Map<String, InputFile> files() throws IOException {
        Path program = program();
        return Files.isDirectory(program) ? inFolder(program.resolve(FOLDER)) : inJar(program);
    }

    private static Map<String, InputFile> inFolder(Path folder) throws IOException {
        Map<String, InputFile> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, new InputFile(name, Stamp.NONE, () -> Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static Map<String, InputFile> inJar(Path jar) throws IOException {
        Map<String, InputFile> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
                    String name = entry.getName().substring(FOLDER.length());
                    long digest = entry.getCrc() << 32 | entry.getSize();
                    files.put(name, new InputFile(name, Stamp.NONE, digest, () -> load(jar, FOLDER + name)));
                }
            }
        }
        return files;
    }

    private static Path program() throws IOException {
        try {
            return Path.of(DefaultTheme.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the program does not know where it lies", e);
        }
    }

    /** The class path would go by way of a web address, which takes longer than the file. */
    private static byte[] load(Path jar, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return in.readAllBytes();
        }
    }
}
