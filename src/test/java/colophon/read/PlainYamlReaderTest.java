package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problems;
import colophon.diag.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quick way gives what the YAML library gives, or nothing. */
class PlainYamlReaderTest {
    private static final List<String> PIECES = List.of(
            "title: ",
            "name: ",
            "kind:",
            "\n",
            "\n",
            "\n",
            "\n\n",
            "\r\n",
            "\ntitle: Water",
            "\nsummary: One, two; three.",
            "\nauthors:",
            "\nauthors:\n",
            "\n  - ",
            "\n- ",
            "\n  - name: Ada",
            "\n    role: x",
            "\n    given: Ada\n    family: L",
            "\n      - deep",
            "\n  name: Ada",
            "\nfacts:\n  - label: GDP, 2018\n    value: $67.9 billion",
            "\nroles: [author]",
            "\nroles: [a, b]",
            "[",
            "]",
            ",",
            ", ",
            "{",
            "}",
            "word",
            "two words",
            "2018-11-28",
            "6",
            "1.5",
            "true",
            "null",
            "~",
            "https://example.org/a?b=c#d",
            "Ünï",
            "“x”",
            "’",
            "日本",
            "😀",
            "\u00A0",
            "\uFEFF",
            "\u2028",
            "'",
            "\"",
            "'one'",
            "\"two\"",
            "\"a: b\"",
            "'it''s'",
            "\"\\n\"",
            "#",
            " #",
            "# no",
            ":",
            ": ",
            " :",
            "-",
            "- ",
            "--",
            "---",
            "\n---\n",
            "...",
            "?",
            "? ",
            "!",
            "!!str ",
            "&a ",
            "*a",
            "|",
            "|-\n  x",
            ">",
            ">-\n  folded\n  text",
            "%",
            "@",
            "`",
            "=",
            "<",
            "<<: ",
            " ",
            "  ",
            "\t",
            "\\",
            "$",
            "é",
            "a_b",
            "a-b: c",
            "0x1F",
            "\nname: x",
            "\n \n",
            "\n  ",
            "\n    ");

    @Test
    void randomSettingsAreReadAsTheLibraryReadsThem() {
        int plain = 0;
        int texts = Integer.getInteger("plain.texts", 60_000);
        for (int seed = 0; seed < texts; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(seed % 2 == 0 ? "title: Water" : "");
            int pieces = 1 + random.nextInt(9);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            plain += agree(new Source("a.md", text.toString()), 0, text.length()) ? 1 : 0;
        }
        assertThat(plain).as("settings that are plain").isGreaterThan(texts / 20);
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> content = Files.walk(Path.of("content"));
                Stream<Path> fixtures = Files.walk(Path.of("src/test/resources"))) {
            return Stream.concat(content, fixtures)
                    .filter(file ->
                            file.toString().endsWith(".md") || file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesAreReadAsTheLibraryReadsThem(Path file) throws IOException {
        Source source = new Source(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        int start = 0;
        int end = source.length();
        if (file.toString().endsWith(".md")) {
            Optional<FrontMatter> head = FrontMatter.find(source, new Problems());
            start = head.map(FrontMatter::start).orElse(0);
            end = head.map(FrontMatter::end).orElse(0);
        }
        for (int cut = start; cut <= end; cut++) {
            agree(source, start, cut);
        }
        agree(source, start, end);
    }

    /** Else the quick way is of no use to the publication that comes with the program. */
    @Test
    void mostHeadsOfTheDemonstrationArePlain() throws IOException {
        List<Path> pages = files().filter(
                        file -> file.startsWith("content") && file.toString().endsWith(".md"))
                .toList();
        int plain = 0;
        for (Path page : pages) {
            Source source = new Source(page.toString(), Files.readString(page));
            FrontMatter head = FrontMatter.find(source, new Problems()).orElseThrow();
            plain += PlainYamlReader.read(source, head.start(), head.end()).isPresent() ? 1 : 0;
        }
        assertThat(plain).isGreaterThan(pages.size() * 3 / 4);
    }

    private static boolean agree(Source source, int start, int end) {
        Optional<Setting.Block> quick = PlainYamlReader.read(source, start, end);
        if (quick.isEmpty()) {
            return false;
        }
        Problems problems = new Problems();
        String text = source.text().substring(start, end);
        assertThat(YamlReader.read(source, start, end, problems))
                .as("«%s»", text)
                .isEqualTo(quick);
        assertThat(problems.sorted()).as("«%s»", text).isEmpty();
        return true;
    }
}
