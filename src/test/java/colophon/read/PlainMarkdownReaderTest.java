package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.model.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quick way gives what Flexmark gives, or nothing. */
class PlainMarkdownReaderTest {
    /** Pieces that mean something to Markdown, next to one another in every order. */
    private static final List<String> PIECES = List.of(
            "word",
            "two words",
            "Ünï",
            "“quoted”",
            "don’t",
            "日本",
            "1",
            "12",
            "3.5",
            "USD 1.2bn",
            "\u00A0",
            "€",
            "—",
            " ",
            " ",
            " ",
            "  ",
            "\n",
            "\n",
            "\n",
            "\n\n",
            "\n\n",
            "\n\n",
            "  \n",
            " \n",
            "\\\n",
            "\r\n",
            "*",
            "*",
            "**",
            "***",
            "_",
            "__",
            "~",
            "~~",
            "`",
            "``",
            "[",
            "]",
            "(",
            ")",
            "!",
            "![",
            "](",
            "[^a]",
            "[^b]",
            "\n::: box title=\"A b\"\n",
            "\n::: note\n",
            "\n:::\n",
            "\n:::\n",
            ":::",
            "\n::: box {#box-a}\n\n",
            "[@key]",
            "[see @key, p. 12; -@other]",
            "@key",
            "@",
            "[](#fig-a)",
            "[{number}](#fig-a)",
            "![alt](p.svg \"Title\"){#fig-a credit=\"C d\" decorative}",
            "{#tbl-a}",
            "\n[^a]: ",
            "\n\n[^a]: text",
            "\n[^b]: more",
            "[x](y.md)",
            "[x](y.md \"t\")",
            "[*x*](https://e.org/a_b?c=d)",
            "![alt](p.svg)",
            "![alt](p.svg \"Title\")",
            "# ",
            "## ",
            "\n## ",
            "\n\n## Head",
            "\n\n### Head {#id}",
            " {#id}",
            "#",
            "-",
            "- ",
            "\n- ",
            "\n\n- item",
            "\n- item",
            "\n  more",
            "\n1. ",
            "\n2. ",
            "\n\n1. one",
            "\n2) two",
            "* ",
            "+ ",
            "\n\n* star",
            "\n    code",
            "\n   ",
            "> ",
            "\n> ",
            "\n\n> quote",
            "\n>",
            "\n> more",
            "---",
            "\n---\n",
            "\n\n***\n",
            "===",
            "\n===",
            "```",
            "\n```\n",
            "\n\n```java\ncode\n```\n",
            "~~~",
            "|",
            " | ",
            "\n\n| a | b |\n| --- | ---: |\n| c | d |",
            "\n| e | *f* |",
            "\n| g |",
            "\n|---|:-:|",
            "\n[Caption]",
            "[Caption]",
            "\nSource: x",
            ":",
            "\n: meaning",
            "&",
            "&amp;",
            "& ",
            "<",
            "<b>",
            "<https://e.org>",
            ">",
            "\\",
            "\\*",
            "\\[",
            "\"",
            "'",
            "\t",
            "{",
            "}",
            ".",
            ",",
            ";",
            "%",
            "$",
            "^",
            "=",
            "+",
            "/",
            "a_b",
            "a*b",
            "*em*",
            "**strong**",
            "_em_",
            "`code`",
            "~~gone~~",
            "(note)");

    @Test
    void randomTextsAreReadAsFlexmarkReadsThem() {
        int plain = 0;
        int texts = Integer.getInteger("plain.texts", 60_000);
        for (int seed = 0; seed < texts; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            int pieces = 1 + random.nextInt(seed % 3 == 0 ? 5 : 14);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            plain += agree(text.toString(), 0) ? 1 : 0;
        }
        assertThat(plain).as("texts that are plain").isGreaterThan(texts / 10);
    }

    static Stream<Path> markdownFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("content", "src/test/resources")) {
            try (Stream<Path> walk = Files.walk(Path.of(folder))) {
                walk.filter(file -> file.toString().endsWith(".md")).forEach(files::add);
            }
        }
        return files.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("markdownFiles")
    void filesAreReadAsFlexmarkReadsThem(Path file) {
        String text = read(file);
        int start = bodyStart(text);
        agree(text, start);
        for (String part : text.substring(start).split("(?<=\\n\\n)")) {
            agree(part, 0);
        }
    }

    @ParameterizedTest
    @MethodSource("markdownFiles")
    void beginningsOfFilesAreReadAsFlexmarkReadsThem(Path file) {
        String text = read(file);
        int start = bodyStart(text);
        for (int end = start; end < text.length(); end += 41) {
            agree(text.substring(0, end), start);
        }
    }

    /** Else the quick way is of no use to the publication that comes with the program. */
    @Test
    void theDemonstrationIsPlain() throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of("content"))) {
            List<Path> files =
                    walk.filter(file -> file.toString().endsWith(".md")).toList();
            assertThat(files).allSatisfy(file -> {
                String text = read(file);
                if (text.contains("\n: ")) {
                    // Definition lists need Flexmark.
                    return;
                }
                assertThat(PlainMarkdownReader.read(text, bodyStart(text))).isPresent();
            });
        }
    }

    private static boolean agree(String text, int start) {
        Optional<ParsedText> quick = PlainMarkdownReader.read(text, start);
        if (quick.isEmpty()) {
            return false;
        }
        Source source = new Source("text.md", text);
        Problems problems = new Problems();
        ParsedText whole = FlexmarkReader.read(text, start, new Body.Place(source, Optional.empty()), problems);
        assertThat(quick.get()).as("«%s»", text).isEqualTo(whole);
        assertThat(problems.sorted()).as("«%s»", text).isEmpty();
        return true;
    }

    private static int bodyStart(String text) {
        int close = text.startsWith("---\n") ? text.indexOf("\n---\n", 3) : -1;
        return close < 0 ? 0 : close + 5;
    }

    private static String read(Path file) {
        try {
            // Some fixtures are no UTF-8 on purpose.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
