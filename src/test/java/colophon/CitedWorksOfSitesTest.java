package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a citation style means for the pages of a site: its lists of references, and the links to them. */
class CitedWorksOfSitesTest {
    private static final String WORKS = """
            @book{doe, author = {Doe, Jane}, title = {Rivers}, publisher = {Example Press}, date = {2018}}
            @book{roe, author = {Roe, Max}, title = {Lakes}, publisher = {Example Press}, date = {2017}}
            @letter{letter, author = {Poe, Ann}, title = {Letter to a Friend}, date = {1951-12-24}}
            """;

    private static SiteFixture.Built site(String style, String text) {
        return SiteFixture.of("sites/minimal")
                .change("content/references.bib", WORKS)
                .edit("content/publication.yaml", yaml -> yaml + "\ncitation-style: " + style + "\n")
                .change("content/pages/about.md", "---\ntitle: About\nsummary: S.\n---\n\n" + text + "\n")
                .build();
    }

    @Test
    void aStyleWithoutAListHasNoPageOfReferences() {
        SiteFixture.Built built = site("bluebook-law-review", "A claim.[@doe, p. 3] Another.[@roe]");
        assertThat(built.mainOf("about/index.html"))
                .contains("Jane Doe")
                .doesNotContain("class=\"references\"")
                .doesNotContain("Cited in");
        assertThat(built.files()).doesNotContainKey("references/index.html");
    }

    @Test
    void worksThatAStyleDoesNotListHaveNoEntryAndNoLink() {
        String page = site("chicago-author-date", "A claim [@doe], a letter [@letter].")
                .mainOf("about/index.html");
        assertThat(page)
                .contains("href=\"#ref-doe\"", "id=\"ref-doe\"", "Letter to a Friend")
                .doesNotContain("ref-letter");
    }

    @Test
    void listsLeadBackToThePlacesInTheText() {
        String page = site("apa", "One [@doe]. Two [@doe, p. 2; @roe].").mainOf("about/index.html");
        assertThat(page)
                .contains("Cited in <a href=\"#cite-1\">the text (1)</a>, <a href=\"#cite-2\">(2)</a>")
                .contains("Cited in <a href=\"#cite-2\">the text</a>");
    }

    /** On the web each page is numbered by itself, as its list of references is; a book has one list, and numbers through all of it. */
    @Test
    void numbersOfAStyleCountThroughABook() throws IOException {
        SiteFixture.Built built = SiteFixture.of("sites/minimal")
                .change("content/references.bib", WORKS.substring(0, WORKS.indexOf("@letter")))
                .edit("content/publication.yaml", yaml -> yaml + "\ncitation-style: ieee\n")
                .edit("content/report/01-why.md", text -> text + "\n\nFirst [@doe], FIRSTEND.\n")
                .change(
                        "content/report/02-how.md",
                        "---\ntitle: How\nsummary: S.\n---\n\nSecond [@roe], again [@doe, p. 3], SECONDEND.\n")
                .withDownloads()
                .build()
                .isClean();
        assertThat(plain(built.mainOf("report/how/index.html"))).contains("Second [1], again [2, p. 3], SECONDEND");
        try (PDDocument pdf = Loader.loadPDF(built.bytes("water.pdf"))) {
            assertThat(plain(new PDFTextStripper().getText(pdf)))
                    .contains("First [1], FIRSTEND", "Second [2], again [1, p. 3], SECONDEND")
                    .containsPattern("\\[1\\] J\\. Doe.*\\[2\\] M\\. Roe");
        }
        assertThat(book(built.bytes("water.epub")))
                .contains("First [1], FIRSTEND", "Second [2], again [1, p. 3], SECONDEND")
                .containsPattern("\\[1\\] J\\. Doe.*\\[2\\] M\\. Roe");
    }

    private static String book(byte[] epub) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(epub))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.getName().endsWith(".xhtml")) {
                    text.append(new String(files.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return plain(text.toString());
    }

    private static String plain(String text) {
        return text.replaceAll("<[^>]*>", "").replaceAll("[\\s\u00A0]+", " ");
    }
}
