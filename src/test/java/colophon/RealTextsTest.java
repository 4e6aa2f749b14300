package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code real/} with a folder {@code expected.pages} is a site whose texts once came out wrong. In that folder is, for each
 * page that matters, what is between its main tags. {@code -Dgolden.update=true} writes it again.
 */
class RealTextsTest {
    private static final Path REAL = Path.of("src", "test", "resources", "real");
    private static final String EXPECTED = "expected.pages";

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
    void publishesExactlyWhatIsExpected(String name) throws IOException {
        SiteFixture.Built built = SiteFixture.of("real/" + name).build();
        Path expected = REAL.resolve(name).resolve(EXPECTED);
        for (String page : SiteFixture.snapshot(expected).keySet()) {
            String main = built.mainOf(page) + "\n";
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(expected.resolve(page), main);
            }
            assertThat(main).as(page).isEqualTo(Files.readString(expected.resolve(page)));
        }
    }
}
