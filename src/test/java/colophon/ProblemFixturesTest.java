package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problem;
import colophon.diag.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule has at least one folder {@code problems/<rule-id>} (or {@code problems/<rule-id>.<case>}): files laid over the site {@code
 * sites/minimal}, and in {@code expected.txt} everything the console then says. A file {@code setup.txt} asks for what a folder cannot
 * hold, one command a line: {@code remove FILE}, {@code fifo FILE} (unreadable also for the
 * super-user), {@code link FILE TARGET}, {@code foreign FILE}, {@code edited
 * FILE}, {@code file FILE}, {@code output
 * FOLDER}, {@code date DAY}, {@code pdf}, {@code ready-made KIND} (a PDF of the site as it
 * was), {@code without-webp}.
 */
class ProblemFixturesTest {
    private static final Path PROBLEMS = Path.of("src", "test", "resources", "problems");

    private static final String WEBP = "colophon.webp";

    static List<String> fixtures() throws IOException {
        try (Stream<Path> folders = Files.list(PROBLEMS)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysExactlyWhatIsExpected(String name) throws IOException {
        SiteFixture fixture = SiteFixture.of("sites/minimal").overlay("problems/" + name);
        setUp(fixture, PROBLEMS.resolve(name).resolve("setup.txt"));
        Path output = fixture.folder().resolve("public");
        Map<String, String> before = SiteFixture.snapshot(output);

        SiteFixture.Built built = fixture.publish();
        System.clearProperty(WEBP);

        String expected = "expected.txt";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PROBLEMS.resolve(name).resolve(expected), built.problems());
        }
        assertThat(built.problems())
                .isEqualTo(Files.readString(PROBLEMS.resolve(name).resolve(expected)));
        String rule = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        assertThat(built.result().problems())
                .extracting(Problem::rule)
                .extracting(Rule::id)
                .contains(rule);
        if (built.result().failed()) {
            assertThat(SiteFixture.snapshot(output)).as("the output folder").isEqualTo(before);
        }
    }

    @Test
    void everyRuleHasAFixture() throws IOException {
        List<String> rules =
                fixtures().stream().map(name -> name.split("\\.")[0]).distinct().toList();
        assertThat(rules)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::id).toList());
    }

    private static void setUp(SiteFixture fixture, Path setup) throws IOException {
        if (!Files.exists(setup)) {
            return;
        }
        for (String line : Files.readAllLines(setup)) {
            String[] words = line.split(" ");
            Path file = words.length > 1 ? fixture.folder().resolve(words[1]) : null;
            switch (words[0]) {
                case "remove" -> delete(file);
                case "link" -> Files.createSymbolicLink(file, Path.of(words[2]));
                case "foreign" -> fixture.change(words[1], "somebody's\n");
                case "edited" -> {
                    fixture.publish().isClean();
                    fixture.edit(words[1], text -> text + "edited");
                }
                case "ready-made" -> fixture.change("content/downloads/water.pdf", readyMade(words[1]));
                case "pdf" -> fixture.withDownloads();
                case "file" -> fixture.change(words[1], "a file");
                case "fifo" -> fifo(file);
                case "output" -> fixture.output(words[1]);
                case "without-webp" -> System.setProperty(WEBP, "off");
                case "date" -> fixture.on(words[1]);
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    /** The PDF of the site before it was changed, with what a program that exports it may do wrong. */
    private static byte[] readyMade(String wrong) throws IOException {
        byte[] made = SiteFixture.of("sites/minimal").withDownloads().build().bytes("water.pdf");
        try (PDDocument pdf = Loader.loadPDF(made)) {
            if (wrong.equals("untagged")) {
                pdf.getDocumentCatalog().setMarkInfo(null);
            } else if (wrong.equals("locked")) {
                AccessPermission nothing = new AccessPermission();
                nothing.setCanExtractContent(false);
                pdf.protect(new StandardProtectionPolicy("owner", "", nothing));
            } else {
                return made;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static void fifo(Path file) throws IOException {
        try {
            assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path file) throws IOException {
        try (Stream<Path> walk = Files.walk(file)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
