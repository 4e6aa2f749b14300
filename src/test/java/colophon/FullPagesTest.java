package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.output.PdfText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Measures the pages of a report with chapters of random paragraphs, notes, figures, tables and boxes. */
class FullPagesTest {
    private static final long SEED = 18;
    private static final int CHAPTERS = 14;
    private static final int DPI = 25;
    private static final double MM_PER_ROW = 25.4 / DPI;
    private static final double TOP_MM = 24;
    private static final double FOOT_MM = 268;
    private static final String[] WORDS =
            ("the of a river rivers treaty treaties commission water ministers rights and "
                            + "provinces published findings disputed customs duties management review number countries both after")
                    .split(" ");

    /**
     * A page as it is seen.
     *
     * @param opens whether a chapter begins on it
     * @param closes whether a chapter ends on it
     * @param gap the height of its largest blank part
     */
    private record Sheet(int number, boolean opens, boolean closes, double gap) {}

    private static List<Sheet> sheets;

    @BeforeAll
    static void print() throws IOException {
        SiteFixture site = SiteFixture.of("real/print/pages");
        Random random = new Random(SEED);
        for (int i = 1; i <= CHAPTERS; i++) {
            site = site.change("content/report/%1$02d-matter-%1$d.md".formatted(i), chapter(i, random));
        }
        byte[] pdf = site.withDownloads()
                .build()
                .isClean()
                .files()
                .get("test-report.pdf")
                .bytes();
        sheets = sheets(pdf);
    }

    private static String chapter(int number, Random random) {
        StringBuilder text = new StringBuilder("---\ntitle: Matter " + number + "\nsummary: A chapter.\n---\n\n");
        StringBuilder notes = new StringBuilder();
        int blocks = 12 + random.nextInt(14);
        for (int i = 0; i < blocks; i++) {
            String id = number + "-" + i;
            switch (random.nextInt(12)) {
                case 0 -> text.append("## ").append(sentence(4, random)).append("\n\n");
                case 1 ->
                    text.append("![")
                            .append(sentence(6, random))
                            .append("](../figures/plan-")
                            .append(List.of("240", "420", "600").get(random.nextInt(3)))
                            .append(".svg \"")
                            .append(sentence(5, random))
                            .append("\"){#plan-")
                            .append(id)
                            .append("}\n\n");
                case 2 -> table(id, 3 + random.nextInt(16), text, random);
                case 3 ->
                    text.append("::: box title=\"")
                            .append(sentence(3, random))
                            .append("\"\n")
                            .append(paragraph(random))
                            .append("\n\n")
                            .append(paragraph(random))
                            .append("\n:::\n\n");
                case 4 -> {
                    text.append(paragraph(random)).append("[^n").append(id).append("]\n\n");
                    notes.append("[^n")
                            .append(id)
                            .append("]: ")
                            .append(sentence(10 + random.nextInt(40), random))
                            .append("\n\n");
                }
                default -> text.append(paragraph(random)).append("\n\n");
            }
        }
        return text.append(paragraph(random)).append("\n\n").append(notes).toString();
    }

    private static void table(String id, int rows, StringBuilder text, Random random) {
        text.append("| Place | Value |\n| --- | ---: |\n");
        for (int row = 0; row < rows; row++) {
            text.append("| ")
                    .append(sentence(3, random))
                    .append(" | ")
                    .append(random.nextInt(900))
                    .append(" |\n");
        }
        text.append("\n: ")
                .append(sentence(5, random))
                .append(" {#table-")
                .append(id)
                .append("}\n\n");
    }

    private static String paragraph(Random random) {
        return sentence(15 + random.nextInt(100), random);
    }

    private static String sentence(int words, Random random) {
        StringBuilder text = new StringBuilder("Of");
        for (int i = 1; i < words; i++) {
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.append('.').toString();
    }

    private static List<Sheet> sheets(byte[] pdf) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            boolean inChapters = false;
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                boolean opens = opens(document, i);
                inChapters |= opens;
                if (inChapters) {
                    boolean closes = i + 1 == document.getNumberOfPages() || opens(document, i + 1);
                    sheets.add(sheet(i, opens, closes, renderer.renderImageWithDPI(i, DPI, ImageType.GRAY)));
                }
            }
        }
        return sheets;
    }

    private static boolean opens(PDDocument document, int page) throws IOException {
        PDFTextStripper reader = new PdfText();
        reader.setStartPage(page + 1);
        reader.setEndPage(page + 1);
        return reader.getText(document).replace("\r", "").matches("(?s)(.*\n)?Chapter [0-9]+\n.*");
    }

    private static Sheet sheet(int number, boolean opens, boolean closes, BufferedImage image) {
        double gap = 0;
        double blank = 0;
        for (int row = (int) (TOP_MM / MM_PER_ROW); row < FOOT_MM / MM_PER_ROW; row++) {
            boolean isBlank = true;
            for (int x = 0; x < image.getWidth(); x++) {
                isBlank &= (image.getRGB(x, row) & 0xFF) > 220;
            }
            blank = isBlank ? blank + MM_PER_ROW : 0;
            gap = Math.max(gap, blank);
        }
        return new Sheet(number + 1, opens, closes, gap);
    }

    @Test
    void noPageInAChapterIsHalfEmpty() {
        assertThat(sheets).hasSizeGreaterThan(2 * CHAPTERS);
        assertThat(sheets).filteredOn(sheet -> !sheet.closes()).allMatch(sheet -> sheet.gap() < (FOOT_MM - TOP_MM) / 2);
    }

    @Test
    void noLastPageHoldsAFewLines() {
        assertThat(sheets)
                .filteredOn(sheet -> sheet.closes() && !sheet.opens())
                .allMatch(sheet -> FOOT_MM - TOP_MM - sheet.gap() > 40);
    }
}
