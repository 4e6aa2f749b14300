package colophon.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Goes once through what people do, for Java to note in a class archive what that needs: the launcher runs it, with the folder of an
 * example and the options of a build. A site from nothing, the same after an edit, and one with a mistake; then a preview of that, in which
 * the mistake is mended.
 */
public final class Rehearsal {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    private static final String MISTAKE = "\n[A mistake](nowhere.md).\n";
    private static final Pattern ADDRESS = Pattern.compile("Preview at (\\S+)");
    /** A rehearsal that hangs is ended: Java then notes what it has seen. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Path site;
    private final String[] options;
    private final StringWriter said = new StringWriter();

    private Rehearsal(String[] arguments) {
        this.site = Path.of(arguments[0]);
        this.options = arguments;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        out.print(run(arguments));
        out.flush();
    }

    /** Goes through it and gives what was said. */
    static String run(String... arguments) throws IOException, InterruptedException {
        Rehearsal rehearsal = new Rehearsal(arguments);
        rehearsal.build();
        rehearsal.preview();
        return rehearsal.said.toString();
    }

    private void build() throws IOException {
        // What was edited a moment ago is not trusted to be what it seems.
        try (Stream<Path> files = Files.walk(site)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }
        for (String more : List.of("", "\nAn edit.\n", MISTAKE)) {
            Files.writeString(brief(), more, StandardOpenOption.APPEND);
            command("build");
        }
    }

    private void preview() throws IOException, InterruptedException {
        Thread preview = new Thread(() -> command("preview"), "preview");
        preview.start();
        if (hear(ADDRESS)) {
            look();
            Files.writeString(brief(), Files.readString(brief()).replace(MISTAKE, "\nAnother edit.\n"));
            if (hear(Pattern.compile("all is well again"))) {
                look();
            }
        }
        preview.interrupt();
        preview.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
    }

    private Path brief() {
        return site.resolve("content/brief.md");
    }

    private void command(String name) {
        PrintWriter out = new PrintWriter(said, true);
        Main.run(out, out, Stream.concat(Stream.of(name), Stream.of(options)).toArray(String[]::new));
    }

    /** Waits for words. */
    private boolean hear(Pattern words) throws InterruptedException {
        long begun = System.nanoTime();
        while (!words.matcher(said.toString()).find()) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return true;
    }

    /** Asks for the front page as a browser does. */
    private void look() throws IOException {
        Matcher found = ADDRESS.matcher(said.toString());
        if (!found.find()) {
            return;
        }
        URI address = URI.create(found.group(1));
        try (Socket socket = new Socket(InetAddress.getByName(address.getHost()), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
