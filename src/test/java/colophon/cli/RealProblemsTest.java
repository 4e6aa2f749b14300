package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code real/} with an {@code expected.console} is a site that once got the wrong messages. The file is what a person
 * types, after a dollar sign, and the whole of what the console then says. {@code -Dgolden.update=true} writes it again.
 */
class RealProblemsTest {
    private static final Path REAL = Path.of("src", "test", "resources", "real");
    private static final String EXPECTED = "expected.console";
    private static final String PROMPT = "$ colophon ";

    static List<String> sites() throws IOException {
        try (Stream<Path> folders = Files.list(REAL)) {
            return folders.filter(folder -> Files.exists(folder.resolve(EXPECTED)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void saysExactlyWhatIsExpected(String name) throws IOException {
        SiteFixture site = SiteFixture.of("real/" + name);
        Path file = REAL.resolve(name).resolve(EXPECTED);
        StringBuilder actual = new StringBuilder();
        for (String command : commands(Files.readString(file))) {
            actual.append(PROMPT).append(command).append('\n').append(console(site, command));
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        assertThat(actual.toString()).isEqualTo(Files.readString(file));
    }

    private static List<String> commands(String console) {
        return console.lines()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> line.substring(PROMPT.length()))
                .toList();
    }

    private static String console(SiteFixture site, String command) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text, true);
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
        words.add(site.folder().toString());
        Main.run(writer, writer, () -> false, words.toArray(String[]::new));
        return text.toString();
    }
}
