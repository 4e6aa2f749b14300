package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.output.PdfText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Measures the PDF of a site that has whatever once ran over the edge of a page, or was lost there. */
class PrintedLayoutTest {
    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final float MARGIN = 32 * POINTS_PER_MM;
    private static final float TURNED_MARGIN = 25 * POINTS_PER_MM;
    private static final String ROMAN = "ivx";

    private static byte[] pdf;
    private static byte[] apostrophes;
    private static String text;

    @BeforeAll
    static void print() throws IOException {
        pdf = pdf("real/print/layout", "test-report.pdf");
        apostrophes = pdf("real/print/elisions", "elisions.pdf");
        text = text(pdf);
    }

    private static byte[] pdf(String site, String path) throws IOException {
        BuildResult result = new Build(BuildOptions.of(SiteFixture.of(site).folder())).run();
        assertThat(result.problems()).isEmpty();
        return result.tree().orElseThrow().files().stream()
                .filter(file -> file.path().value().equals(path))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return plain(new PdfText().getText(document));
        }
    }

    private static String plain(String text) {
        return text.replace("\r", "").replaceAll("[ \u00A0\u2002]+", " ").replace(" \n", "\n");
    }

    @Test
    void noLineRunsOverTheMargin() throws IOException {
        List<String> over = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String words, List<TextPosition> positions) {
                    TextPosition last = positions.get(positions.size() - 1);
                    float width = last.getPageWidth();
                    float margin = width > last.getPageHeight() ? TURNED_MARGIN : MARGIN;
                    if (last.getX() + last.getWidth() > width - margin + 1
                            || positions.get(0).getX() < margin - 1) {
                        over.add(getCurrentPageNo() + ": " + words);
                    }
                }
            }.getText(document);
        }
        assertThat(over).isEmpty();
    }

    @Test
    void footnotesKeepTheirNumbersAndWhatIsInThem() {
        assertThat(text)
                .contains("\n14 Ministry of Rivers, report 14, page 42.\n")
                .contains("\n15 OUTER references another", "\n25 INNER references a third", "\n26 THIRD.", "\n16 NEXT.")
                .contains("\n17 SPEECH of 4 June.", "\n18 Note ONE", "\n19 Note TWO", "\n20 HEADING of a section.")
                .contains("\n21 First paragraph of the note.\nSecond paragraph, with emphasis and a link.\n")
                .containsPattern("(?s)\n1\\.\n2\\.\n.*\n1\\.\n2\\.\n.*\nfirst point\nsecond point\n")
                .contains("only a list", "of two points")
                .containsPattern("23 A table\\.\\nYear Value\\n2017 11\\n2018 12\\n")
                .containsPattern("24 An image\\s+in a note\\.");
        assertThat(text)
                .containsOnlyOnce("THIRD.")
                .containsOnlyOnce("HEADING of")
                .containsOnlyOnce("ROW of the head");
    }

    @Test
    void aHeadingHasItsFootnoteInTheTextOnly() {
        assertThat(text.lines().filter(line -> line.startsWith("A heading with a note")))
                .hasSize(2)
                .anyMatch(line -> line.matches("A heading with a note[ .]+[0-9]+"))
                .anyMatch(line -> line.equals("A heading with a note20"));
    }

    @Test
    void wordsOfSeveralElementsAreNotParted() throws IOException {
        assertThat(text.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .noneMatch(line -> Pattern.matches("[,.;:!?)”’].*", line))
                .noneMatch(line -> Pattern.matches(".*[(“]", line));
    }

    @Test
    void noLineEndsWithTheApostropheOfAWord() throws IOException {
        assertThat(text(apostrophes)).contains("l’eau").doesNotContainPattern("(?m)’\\s*$");
    }

    @Test
    void tablesAreSetSmallerTurnedOrSplit() throws IOException {
        for (int column = 1; column < 40; column++) {
            assertThat(text)
                    .containsPattern("(?<![0-9])12" + column + "\\.25")
                    .containsPattern("(?<![0-9])22" + column + "\\.25");
        }
        assertThat(text)
                .contains("Indicator c11", "111.175", "311.175", "Definition ALPHA", "Definition BETA", "/ADDRESS");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDPage> turned = new ArrayList<>();
            document.getPages().forEach(page -> {
                if (page.getMediaBox().getWidth() > page.getMediaBox().getHeight()) {
                    turned.add(page);
                }
            });
            assertThat(turned).hasSize(1);
            assertThat(page(document, document.getPages().indexOf(turned.get(0))))
                    .contains("Table 2. Turned", "Indicator c11", "111.175");
        }
    }

    @Test
    void aTableOverPagesHasItsHeadOnEachAndEachRowOnce() throws IOException {
        assertThat(IntStream.rangeClosed(1, 60).filter(row -> text.split("(?m)^Row " + row + " ", -1).length != 2))
                .isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                String page = page(document, i);
                if (page.contains("\nRow 5")) {
                    assertThat(page.split("Row1? Value", -1)).hasSize(2);
                }
            }
        }
    }

    @Test
    void pagesAreNumberedInOrderAsTheyAreLabelled() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String[] labels = document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices();
            assertThat(labels).startsWith("i", "ii", "iii", "iv", "v", "1", "2");
            for (int i = 1; i < labels.length; i++) {
                assertThat(page(document, i).lines()).as("page " + labels[i]).contains(labels[i]);
            }
            assertThat(labels[2].chars().allMatch(c -> ROMAN.indexOf(c) >= 0)).isTrue();
        }
    }

    @Test
    void linesOfTheContentsEndWithTheirPage() {
        assertThat(text)
                .containsPattern("head of each page as well[ .]+[0-9]+\n")
                .containsPattern("Figure 2\\. With a label in Japanese[ .]+[0-9]+\n");
    }

    @Test
    void aPageIsNotNamedOnThatPage() {
        assertThat(text)
                .contains("See Figure 1 and Figure 2 and Figure 3 (page 7), and the section.")
                .doesNotContain("page 00");
    }

    @Test
    void codeIsSetInOneWidthAndNeverCut() throws IOException {
        assertThat(text).contains("until the very END", "/STOP", "/FINISH", "iiiiiiiiii", "MMMMMMMMMM");
        assertThat(width("iiiiiiiiii")).isEqualTo(width("MMMMMMMMMM"));
    }

    private static float width(String word) throws IOException {
        float[] width = {0};
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String words, List<TextPosition> positions) {
                    if (words.strip().equals(word)) {
                        TextPosition last = positions.get(positions.size() - 1);
                        width[0] = Math.round(
                                last.getX() + last.getWidth() - positions.get(0).getX());
                    }
                }
            }.getText(document);
        }
        assertThat(width[0]).isPositive();
        return width[0];
    }

    @Test
    void figuresStandWithTheirCaptionsAndTextFillsThePages() throws IOException {
        int figures = 0;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                String page = page(document, i);
                long lines = page.lines().count();
                if (page.matches("(?s).*Figure [456]\\. Tower.*") && !page.contains("Figure 1.")) {
                    figures++;
                    // The caption, and what fits below a figure of three quarters of the page.
                    assertThat(lines).as("page " + (i + 1)).isBetween(5L, 14L);
                } else if (page.contains(" of this chapter\n") && !page.contains("Section 35")) {
                    assertThat(lines).as("page " + (i + 1)).isGreaterThan(18);
                }
            }
        }
        assertThat(figures).isEqualTo(3);
    }

    @Test
    void runningHeadsAreOneLine() {
        assertThat(text).containsPattern("Test Report A chapter with a title so long that [^\n]+…\n");
    }

    @Test
    void noWordOfATitleIsCut() {
        assertThat(text).contains("\nRechtsschutzversicherungsgesellschaftsangestelltenvertretung");
    }

    private static String page(PDDocument document, int index) throws IOException {
        PDFTextStripper reader = new PdfText();
        reader.setStartPage(index + 1);
        reader.setEndPage(index + 1);
        return plain(reader.getText(document));
    }
}
