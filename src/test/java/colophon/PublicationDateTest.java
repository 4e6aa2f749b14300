package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A work may have only the month or the year in which it was published, and says so alike everywhere. */
class PublicationDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2018 | en-US | 2018 | 2018 | 2018-01-01T00:00:00Z",
                "2018-11 | en-US | November 2018 | 2018 | 2018-11-01T00:00:00Z",
                "2018-11-28 | en-US | November 28, 2018 | 2018/11/28 | 2018-11-28T00:00:00Z",
                "2018-11-28 | en | 28 November 2018 | 2018/11/28 | 2018-11-28T00:00:00Z",
                "2018-11 | fr | novembre 2018 | 2018 | 2018-11-01T00:00:00Z",
            })
    void isPrintedAsExactlyAsItIsKnown(String date, String language, String text, String scholar, String modified)
            throws Exception {
        SiteFixture.Built built = SiteFixture.of("sites/minimal")
                .edit(
                        "content/publication.yaml",
                        yaml -> yaml.replaceFirst("date: .*", "date: " + date) + "language: " + language + "\n")
                .withDownloads()
                .build();
        String page = built.text("index.html");
        assertThat(page)
                .contains("<time datetime=\"" + date + "\">" + text + "</time>")
                .contains("<meta name=\"citation_publication_date\" content=\"" + scholar + "\">")
                .contains("<meta name=\"DC.date\" content=\"" + date + "\">")
                .contains("<meta property=\"article:published_time\" content=\"" + date + "\">");
        assertThat(built.text("sitemap.xml")).contains("<lastmod>" + date + "</lastmod>");
        EpubBook epub = EpubBook.of(built.bytes("water.epub"));
        assertThat(epub.text("package.opf"))
                .contains("<dc:date>" + date + "</dc:date>")
                .contains("<meta property=\"dcterms:modified\">" + modified + "</meta>");
        assertThat(epub.files().values().stream().map(String::new).toList().toString())
                .contains(">" + text + "<");
        for (String pdf : List.of("water.pdf", "brief/water-brief.pdf")) {
            try (PDDocument document = Loader.loadPDF(built.bytes(pdf))) {
                assertThat(new PDFTextStripper().getText(document).replace('\u00A0', ' '))
                        .contains(text);
            }
        }
    }
}
