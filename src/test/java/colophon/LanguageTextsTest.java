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
 * Texts in many languages, as pages have them: each folder below {@code real/typography} and the like is named after a language and laid
 * over {@code sites/minimal}; {@code expected.html} is everything between the main tags of its page "about".
 */
class LanguageTextsTest {
    private static final List<String> KINDS = List.of("typography", "east-asian", "direction");
    private static final Path REAL = Path.of("src", "test", "resources", "real");

    static Stream<String> texts() throws IOException {
        Stream.Builder<String> texts = Stream.builder();
        for (String kind : KINDS) {
            try (Stream<Path> folders = Files.list(REAL.resolve(kind))) {
                folders.map(folder -> kind + "/" + folder.getFileName())
                        .sorted()
                        .forEach(texts);
            }
        }
        return texts.build();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isSetAsItsLanguageHasIt(String text) throws IOException {
        String language = text.substring(text.indexOf('/') + 1);
        String main = SiteFixture.of("sites/minimal")
                        .edit("content/site.yaml", site -> site + "language: " + language + "\n")
                        .edit("content/publication.yaml", work -> work + "language: " + language + "\n")
                        .overlay("real/" + text)
                        .build()
                        .isClean()
                        .mainOf("about/index.html")
                + "\n";
        Path expected = REAL.resolve(text).resolve("expected.html");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, main);
        }
        assertThat(main).isEqualTo(Files.readString(expected));
    }
}
