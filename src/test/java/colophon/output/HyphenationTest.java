package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.VeraPdf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** Words at the ends of printed lines. */
class HyphenationTest {
    private static final String BREAK = PdfText.BROKEN + "\n";
    private static final String LONG =
            "Before they met, the two governments had made an agreement on trade in steel, and a committee for the"
                    + " development of ports that was to meet in March of each year, with ministers of both.";

    @Test
    void aBrokenWordIsFoundAsAWhole() throws IOException {
        String text = narrow("<p>" + LONG + "</p>");
        assertThat(text).contains(BREAK);
        assertThat(text.replace(BREAK, "").replaceAll("\\s+", " ")).contains(LONG);
    }

    @Test
    void theHyphenOfALineSaysThatItIsSoft() throws IOException {
        byte[] pdf = print("en", "<p>" + LONG + "</p>", "");
        int marked = 0;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getPropertiesNames()) {
                    COSDictionary meaning =
                            page.getResources().getProperties(name).getCOSObject();
                    if (meaning.containsKey(COSName.ACTUAL_TEXT)) {
                        assertThat(meaning.getString(COSName.ACTUAL_TEXT)).isEqualTo("\u00AD");
                        marked++;
                    }
                }
            }
        }
        assertThat(marked).isPositive();
        assertThat(text(pdf)).contains(BREAK).doesNotContain("-", "\u00AD");
        assertThat(VeraPdf.check(pdf)).isEmpty();
    }

    @Test
    void theHyphenOfACompoundStaysOne() throws IOException {
        String text = narrow("<p>" + "the well-established land-locked neighbour ".repeat(6) + "</p>");
        assertThat(text).contains("-").doesNotContain("-" + BREAK);
        assertThat(text.replace(BREAK, "").replaceAll("-\n", "-").replaceAll("\\s+", " "))
                .contains(
                        "the well-established land-locked neighbour ".repeat(6).strip());
        assertThat(text).doesNotContain("estab" + BREAK, "well-estab" + BREAK, "land-lo" + BREAK);
    }

    @Test
    void whatIsNoRunningTextIsNotBroken() throws IOException {
        for (String element : List.of("h2", "h3", "pre")) {
            assertThat(narrow("<" + element + ">" + LONG + "</" + element + ">"))
                    .as(element)
                    .doesNotContain(BREAK);
        }
        assertThat(narrow("<table><tbody><tr><td>" + LONG + "</td></tr></tbody></table>"))
                .doesNotContain(BREAK);
        assertThat(narrow("<figure><figcaption><p class=\"caption\">" + LONG + "</p></figcaption></figure>"))
                .doesNotContain(BREAK);
        assertThat(narrow("<p>" + "<code>governments negotiate infrastructure</code> ".repeat(8) + "</p>"))
                .doesNotContain(BREAK);
        assertThat(narrow("<p>Text.<span class=\"footnote\">" + LONG.repeat(4) + "</span></p>"))
                .doesNotContain(BREAK);
    }

    @Test
    void namesAbbreviationsAndAddressesStayWhole() throws IOException {
        for (String word : List.of(
                "Massachusetts",
                "UNESCOFORUM",
                "https://example.org/infrastructure",
                "e.g.infrastructure",
                "infra2structure",
                "infrastructure_development",
                "infrastructure/development")) {
            assertThat(narrow("<p>" + (word + " ").repeat(12) + "</p>"))
                    .as(word)
                    .doesNotContain(BREAK);
        }
    }

    @Test
    void theLastWordOfAParagraphStaysWhole() throws IOException {
        // Of widths at which the last word comes upon the end of a line.
        int alone = 0;
        for (int width = 30; width < 90; width++) {
            String text = text(print("en", "<p>They speak of infrastructure.</p>", "width: " + width + "mm"));
            assertThat(text).doesNotContain(BREAK);
            alone += text.contains("\ninfrastructure.") ? 1 : 0;
        }
        assertThat(alone).isPositive();
    }

    @Test
    void eachTextIsBrokenByItsOwnLanguage() throws IOException {
        String words = "gouvernement développement ".repeat(12);
        assertThat(text(print("fr", "<p>" + words + "</p>", ""))).contains(BREAK);
        assertThat(text(print("ja", "<p>" + words + "</p>", ""))).doesNotContain(BREAK);
        assertThat(text(print("ja", "<p lang=\"fr\">" + words + "</p>", ""))).contains(BREAK);
        assertThat(text(print("fr", "<p>" + "<em lang=\"xx\">gouvernement</em> ".repeat(24) + "</p>", "")))
                .doesNotContain(BREAK);
        String nouns = "die Verantwortung der Öffentlichkeit ".repeat(8);
        assertThat(text(print("de", "<p>" + nouns + "</p>", ""))).contains(BREAK);
        assertThat(text(print("en", "<p>" + nouns + "</p>", ""))).doesNotContain(BREAK);
    }

    @Test
    void aPartOfAWordIsNotTakenForOne() throws IOException {
        assertThat(narrow("<p>" + "infra<em>structure</em>develop<strong>ment</strong> ".repeat(8) + "</p>"))
                .doesNotContain(BREAK);
        assertThat(narrow("<p>" + "the <em>infrastructure</em> of <strong>development</strong> ".repeat(8) + "</p>"))
                .contains(BREAK);
    }

    @Test
    void wordsOfSeveralElementsAreNotParted() throws IOException {
        String text = narrow("<p>" + "<em>infrastructure</em> (<strong>development</strong>), ".repeat(8) + "</p>");
        assertThat(text.lines()).isNotEmpty().noneMatch(line -> line.matches("[),].*") || line.endsWith("("));
    }

    @Test
    void hyphensFormNoLadder() throws IOException {
        String text = narrow("<p>" + "infrastructure ".repeat(80) + "end of it.</p>");
        assertThat(text).doesNotContain(BREAK);
    }

    @Test
    void aThemeDecides() throws IOException {
        assertThat(text(print("en", "<p style=\"hyphens: none\">" + LONG + "</p>", "")))
                .doesNotContain(BREAK);
        assertThat(text(print("en", "<h2 style=\"hyphens: auto\">" + LONG + "</h2>", "")))
                .contains(BREAK);
    }

    @Test
    void authorsMayMarkPlaces() throws IOException {
        String text = narrow("<h2>" + "Ferro\u00ADconcrete ".repeat(14) + "</h2>");
        assertThat(text).contains("Ferro" + BREAK + "concrete");
        assertThat(text.replace(BREAK, "")).doesNotContain("\u00AD").contains("Ferroconcrete Ferroconcrete");
    }

    private static String narrow(String body) throws IOException {
        return text(print("en", body, ""));
    }

    private static byte[] print(String language, String body, String style) {
        PdfMetadata metadata = new PdfMetadata(
                "T",
                List.of("A"),
                "Report",
                List.of(),
                language,
                LocalDate.of(2018, 11, 28),
                Optional.empty(),
                "ab".repeat(32));
        String xhtml = "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language + "\"><head><title>T</title>"
                + "<meta name=\"description\" content=\"d\"/><bookmarks><bookmark name=\"T\" href=\"#t\"/></bookmarks>"
                + "<link rel=\"stylesheet\" href=\"css/print-edition.css\"/></head><body class=\"leaflet\" id=\"t\">"
                + "<div class=\"text\" style=\"width: 52mm; " + style + "\">" + body + "</div></body></html>";
        try {
            return new PdfPrinter(HyphenationTest::asset, new TypeCase(HyphenationTest::asset)).print(xhtml, metadata);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] asset(String name) {
        try (InputStream in = HyphenationTest.class.getResourceAsStream("/theme/site-assets/" + name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PdfText().getText(document).replace("\r", "");
        }
    }
}
