package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.model.Body;
import colophon.model.Inline;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A text that is nothing but words need not be parsed: parsing it gives the same. */
class FlexmarkPhrasesTest {
    /** Words, and everything that could mean something between them. */
    private static final List<String> PIECES = List.of(
            "Water",
            "rights",
            "1998",
            "Näherung",
            "水道",
            "e\u0301",
            "\uD83C\uDF0D",
            "i.e.",
            "www",
            "www.example.org",
            "http:",
            "https://example.org",
            "a@b.org",
            "@key",
            "3",
            "1.",
            "2)",
            ". ",
            ", ",
            ": ",
            "; ",
            "- ",
            " -- ",
            "\u2014",
            "\u00A0",
            "\u2003",
            "\u200B",
            "\uFEFF",
            "\uFDD0",
            "\u0000",
            "\u007F",
            "\t",
            "\n",
            "\r\n",
            "\r",
            "'",
            "\"",
            "?",
            "!",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "{#x}",
            "<",
            ">",
            "<br>",
            "&",
            "&amp;",
            "*",
            "**",
            "_",
            "~",
            "^",
            "^[",
            "`",
            "$",
            "$x$",
            "%",
            "=",
            "==",
            "|",
            "\\",
            "/",
            "#",
            "## ",
            "+",
            "> ",
            "::: ",
            "---",
            "!!! note",
            "[TOC]");

    private static final int TEXTS = 40_000;

    @Test
    void leavesPlainWordsAsTheyAre() {
        Random random = new Random(17);
        int plain = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder written = new StringBuilder();
            int pieces = 1 + random.nextInt(6);
            for (int piece = 0; piece < pieces; piece++) {
                int kinds = random.nextInt(3) == 0 ? PIECES.size() : 24;
                written.append(PIECES.get(random.nextInt(kinds))).append(random.nextBoolean() ? " " : "");
            }
            String text = written.toString();
            if (FlexmarkPhrases.isPlain(text)) {
                plain++;
                assertThat(parsed(text)).as(text).containsExactly(new Inline.Text(text));
            }
        }
        assertThat(plain).isGreaterThan(TEXTS / 20);
    }

    @Test
    void knowsMostTitles() {
        assertThat(List.of(
                        "Findings",
                        "1. May: what we did, and why",
                        "Water & land".replace("&", "and"),
                        "L'eau \u00ab potable \u00bb",
                        "水道の再公営化",
                        "Costs (2019-2024) per household - an overview, i.e. \"all\""))
                .allMatch(FlexmarkPhrases::isPlain);
        assertThat(List.of("*a*", "see www.example.org", "a@b.org", "", " a", "a\nb", "x [^1]", "a == b"))
                .noneMatch(FlexmarkPhrases::isPlain);
    }

    /** What the parser makes of a text. */
    private static List<Inline> parsed(String text) {
        Problems problems = new Problems();
        Body.Place place = new Body.Place(new Source("content/test.md", text), Optional.empty());
        // Emphasis before it keeps it from being plain, and is taken away again.
        List<Inline> content =
                FlexmarkReader.readPhrase("*x*: " + text, 0, place, problems).content();
        assertThat(problems.sorted()).as(text).isEmpty();
        assertThat(content.get(0)).isInstanceOf(Inline.Emphasis.class);
        return content.stream().skip(1).map(FlexmarkPhrasesTest::withoutColon).toList();
    }

    private static Inline withoutColon(Inline inline) {
        return inline instanceof Inline.Text text && text.text().startsWith(": ")
                ? new Inline.Text(text.text().substring(2))
                : inline;
    }
}
