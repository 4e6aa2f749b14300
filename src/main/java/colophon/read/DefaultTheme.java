package colophon.read;

import colophon.model.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The templates and assets packed into the program, below {@code theme/} on its class path. */
final class DefaultTheme {
    private static final String FOLDER = "theme/";

    private DefaultTheme() {}

    /** By path as in a site's own folder: {@code templates/pages/chapter.ftlh}. Loaded when used. */
    static Map<String, InputFile> files() throws IOException {
        Map<String, InputFile> files = new TreeMap<>();
        for (String name : names()) {
            files.put(name, new InputFile(name, () -> load(FOLDER + name)));
        }
        return files;
    }

    private static List<String> names() throws IOException {
        Path program = program();
        if (Files.isDirectory(program)) {
            Path folder = program.resolve(FOLDER);
            try (Stream<Path> walk = Files.walk(folder)) {
                return walk.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .toList();
            }
        }
        try (JarFile jar = new JarFile(program.toFile())) {
            return jar.stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                    .map(entry -> entry.getName().substring(FOLDER.length()))
                    .toList();
        }
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

    private static byte[] load(String resource) {
        try (InputStream in = DefaultTheme.class.getResourceAsStream("/" + resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
