package colophon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Goes once through what builds do, for Java to note in a class archive what they need: the launcher runs it, with the folder of an
 * example and the options of a build. A site from nothing, the same after an edit, and one with a mistake.
 */
public final class Rehearsal {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Path site = Path.of(arguments[0]);
        Stream<String> build = Stream.concat(Stream.of("build"), Stream.of(arguments));
        List<String> words = build.toList();
        // What was edited a moment ago is not trusted to be what it seems.
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }
        for (String more : List.of("", "\nAn edit.\n", "\n[A mistake](nowhere.md).\n")) {
            Files.writeString(site.resolve("content/brief.md"), more, StandardOpenOption.APPEND);
            Main.run(out, out, words.toArray(String[]::new));
        }
    }
}
