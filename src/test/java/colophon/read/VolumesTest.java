package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.model.CitationForm;
import colophon.model.CslStyle;
import colophon.model.Reference;
import org.junit.jupiter.api.Test;

/** A style that does not know of volumes prints their titles all the same. */
class VolumesTest {
    private static final String BOOK =
            "@book{k, author = {A}, maintitle = {Whole}, title = {First}, volume = 3, part = 2, publisher = {P}, date = 1984}";

    @Test
    void aStyleThatKnowsThemGetsThemApart() {
        Reference book = read(BOOK, "<text variable=\"volume-title\"/><text variable=\"part-number\"/>");
        assertThat(book.text("title")).isEqualTo("Whole");
        assertThat(book.text("volume-title")).isEqualTo("First");
        assertThat(book.text("volume")).isEqualTo("3");
        assertThat(book.text("part-number")).isEqualTo("2");
    }

    @Test
    void anotherStyleGetsThemTogether() {
        Reference book = read(BOOK, "<text variable=\"title\"/>");
        assertThat(book.text("title")).isEqualTo("Whole: First");
        assertThat(book.text("volume")).isEqualTo("3.2");
        assertThat(book.texts()).doesNotContainKeys("volume-title", "part-number");
    }

    @Test
    void theVolumeOfAChapterIsItsBook() {
        Reference chapter = read(
                "@inbook{k, author = {A}, title = {T}, booktitle = {Second}, maintitle = {Whole}, part = 1, date = 1984}",
                "");
        assertThat(chapter.text("title")).isEqualTo("T");
        assertThat(chapter.text("container-title")).isEqualTo("Whole: Second");
        assertThat(chapter.text("volume")).isEqualTo("1");
    }

    private static Reference read(String bib, String style) {
        Reference read = BibtexReader.read(new Source("references.bib", bib), "en-US", new Problems())
                .get(0);
        return Volumes.fit(read, new CslStyle("style", style, CitationForm.TEXT, "en-US"));
    }
}
