package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.output.PageMarks.Part;
import colophon.output.PrintedPages.Section;
import colophon.output.PrintedPages.Start;
import colophon.render.BookRenderer.PrintedPage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** Pages begin where they do in print: in the same word, or as near as the book allows. */
class PageMarksTest {
    @Test
    void standsBeforeTheWordThatAPageBeginsWith() {
        assertThat(marked("<p>One two “three” four.</p>", print("One two “three” four."), page("9", 0, 6)))
                .isEqualTo("<p>One two [9]“three” four.</p>");
    }

    @Test
    void doesNotPartAWord() {
        assertThat(marked("<p>One separate word.</p>", print("One separate word."), page("9", 0, 6)))
                .isEqualTo("<p>One [9]separate word.</p>");
    }

    @Test
    void standsBeforeAWholeBlockAndBeforeALink() {
        assertThat(marked(
                        "<h1>Head</h1><p><a href=\"#a\"><em>One</em></a> two</p>",
                        print("Head", "One two"),
                        page("1", 0, 0),
                        page("2", 1, 0)))
                .isEqualTo("<h1>[1]Head</h1><p>[2]<a href=\"#a\"><em>One</em></a> two</p>");
    }

    @Test
    void findsItsPlaceAcrossElementsAndNotes() {
        assertThat(marked(
                        "<p>One<a href=\"#n\" role=\"doc-noteref\">17</a> <em>two</em> three</p>",
                        print("One two three"),
                        page("2", 0, 3),
                        page("3", 0, 6)))
                .isEqualTo("<p>One<a href=\"#n\" role=\"doc-noteref\">17</a> [2]<em>two</em> [3]three</p>");
    }

    @Test
    void breaksAnywhereWhereWordsHaveNoSpaces() {
        assertThat(marked("<p>日米経済の同盟</p>", print("日米経済の同盟"), page("2", 0, 4))).isEqualTo("<p>日米経済[2]の同盟</p>");
    }

    @Test
    void keepsTheOrderOfPagesThatBeginAtOnePlace() {
        assertThat(marked("<p>One two</p>", print("One two"), page("i", 0, 0), page("ii", 0, 0), page("1", 0, 3)))
                .isEqualTo("<p>[i][ii]One [1]two</p>");
        assertThat(marked("<p>One two</p>", print("One two"), page("1", 0, 3), page("2", 0, 3)))
                .isEqualTo("<p>One [1][2]two</p>");
    }

    @Test
    void stepsToTheNextBlockWhereOneLooksOtherwise() {
        assertThat(marked(
                        "<p>Only in the book</p><p>Both</p><p>End</p>",
                        print("Only in print", "Both", "End"),
                        page("4", 0, 5)))
                .isEqualTo("<p>Only in the book</p><p>[4]Both</p><p>End</p>");
    }

    @Test
    void tellsCellsApartByTheirOrder() {
        String table = "<table><tr><td>2018</td><td>–</td></tr><tr><td>2018</td><td>7</td></tr></table>";
        assertThat(marked(table, print("2018", "2018", "7"), page("5", 1, 0)))
                .isEqualTo("<table><tr><td>2018</td><td>–</td></tr><tr><td>[5]2018</td><td>7</td></tr></table>");
    }

    @Test
    void standsAtTheEndWhenNothingOfAPageIsInTheBook() {
        assertThat(marked("<p>Both</p>", print("Both", "Only in print"), page("5", 1, 2)))
                .isEqualTo("<p>Both[5]</p>");
    }

    @Test
    void countsPicturesByWhatTheySay() {
        assertThat(marked(
                        "<p>One</p><figure><picture><source srcset=\"n.svg\"/><img alt=\"A river\" src=\"w.svg\"/></picture></figure>",
                        print("One", "A river"),
                        page("2", 1, 0)))
                .isEqualTo(
                        "<p>One</p><figure>[2]<picture><source srcset=\"n.svg\"/><img alt=\"A river\" src=\"w.svg\"/></picture></figure>");
    }

    @Test
    void aPageOfASectionThatIsNotInTheBookBeginsWithTheNextOne() throws SAXException {
        XhtmlDocument tree = XhtmlDocument.parse("<html><body><p>One</p></body></html>");
        PrintedPages pages = new PrintedPages(
                List.of(new Section("index", List.of(1L)), print("One")),
                List.of(new Start("1", 0, 0, 0), new Start("1", 1, 0, 0)));
        PageMarks marks = new PageMarks(pages, List.of(new Part("a.xhtml", "part", Optional.of(tree))));
        marks.write();
        assertThat(marks.pages())
                .containsExactly(new PrintedPage("1", "a.xhtml#page-1"), new PrintedPage("1", "a.xhtml#page-1-2"));
        assertThat(text(tree)).isEqualTo("[1]<p>[1]One</p>");
    }

    @Test
    void isTheSameWhenItWasRemembered() {
        PrintedPages pages =
                new PrintedPages(List.of(print("One", "Two"), print()), List.of(page("A-1 b", 1, 3), page("", 1, 3)));
        assertThat(PrintedPages.unpack(pages.pack())).isEqualTo(pages);
    }

    private static Start page(String label, int block, int letters) {
        return new Start(label, 0, block, letters);
    }

    private static Section print(String... blocks) {
        return new Section(
                "part",
                Stream.of(blocks)
                        .map(block -> new Letters().add(block).digest())
                        .toList());
    }

    private static String marked(String body, Section section, Start... pages) {
        try {
            XhtmlDocument tree = XhtmlDocument.parse("<html><body>" + body + "</body></html>");
            Part part = new Part("a.xhtml", "part", Optional.of(tree));
            new PageMarks(new PrintedPages(List.of(section), List.of(pages)), List.of(part)).write();
            return text(tree);
        } catch (SAXException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(XhtmlDocument tree) {
        String whole = new String(tree.bytes(), StandardCharsets.UTF_8);
        return whole.substring(whole.indexOf("<body>") + 6, whole.indexOf("</body>"))
                .replaceAll("<span aria-label=\"([^\"]*)\"[^>]*pagebreak[^>]*></span>", "[$1]");
    }
}
