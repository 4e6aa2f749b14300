package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What counts as found in a document, and what does not. */
class EditionWordsTest {
    private static final String PARAGRAPH = "<p>The river was low, and the boats lay dry.</p>";

    @Test
    void findsPiecesWhereverTheyAre() {
        assertThat(missing(PARAGRAPH + "<ul><li>One</li></ul>", "One", "The river was low, and the boats lay dry."))
                .containsExactly("", "");
    }

    @Test
    void saysFromWhichWordOnAPieceIsMissing() {
        assertThat(missing(PARAGRAPH, "The river was low, and the boats were gone."))
                .containsExactly("were gone");
        assertThat(missing(PARAGRAPH, "The rain fell.")).containsExactly("the rain fell");
    }

    @Test
    void findsEachWordOnce() {
        assertThat(missing("<table><tr><td>yes</td><td>no</td></tr></table>", "yes", "no", "yes"))
                .containsExactly("", "", "yes");
    }

    @Test
    void aShortPieceDoesNotTakeTheWordsOfALongOne() {
        assertThat(missing(
                        "<p>of</p>" + PARAGRAPH + "<p>the</p>",
                        "the",
                        "The river was low, and the boats lay dry.",
                        "of"))
                .containsExactly("", "", "");
    }

    @Test
    void wordsThatGrewTogetherAreMissing() {
        assertThat(missing("<p>oneword</p>", "one word")).containsExactly("one word");
        assertThat(missing("<p>one</p><p>word</p>", "one word")).containsExactly("one word");
        assertThat(missing("<p>one<br/>word</p>", "one word")).containsExactly("");
    }

    @Test
    void marksWithinWordsDoNotPartThem() {
        assertThat(missing(
                        "<p>un<em>believ</em>able, soft\u00ADly, co\u2011operate</p>",
                        "unbelievable, softly, co-operate"))
                .containsExactly("");
    }

    @Test
    void numbersAndWordsOfScriptsWithoutSpacesAreParted() {
        assertThat(missing("<p>日本<a>12</a>語で書く H<sub>2</sub>O 2018</p>", "日本", "語で書く", "H2O 2018", "2019"))
                .containsExactly("", "", "", "2019");
    }

    @Test
    void whatIsHiddenIsNotThere() {
        Element body = body("<div class=\"a\">" + PARAGRAPH + "</div>");
        EditionWords words = new EditionWords(body, element -> PrintedFlow.hasClass(element, "a"));
        assertThat(words.missing(List.of("The river was low")).get(0)).isPresent();
    }

    private static List<String> missing(String html, String... pieces) {
        return new EditionWords(body(html), element -> false)
                .missing(List.of(pieces)).stream()
                        .map(missing -> missing.orElse(List.of()).stream()
                                .map(WordRuns.Word::text)
                                .collect(Collectors.joining(" ")))
                        .toList();
    }

    private static Element body(String html) {
        return PdfPrinter.read("<body>" + html + "</body>").orElseThrow().getDocumentElement();
    }
}
