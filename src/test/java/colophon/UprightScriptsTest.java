package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Han, Kana and Hangul have no italics: what is emphasised or quoted in them is never slanted in a PDF. */
class UprightScriptsTest {
    @ParameterizedTest
    @CsvSource({"ja, 水の権利について", "zh, 关于水的权利"})
    void emphasisAndQuotationsAreUpright(String language, String words) throws IOException {
        String foreign = "[" + words + " *" + words + "*]{lang=" + language + "}";
        String text = "> An English quotation, and " + foreign + ".\n\nWords, " + foreign + " and *English words*.\n";
        byte[] pdf = SiteFixture.of("sites/minimal")
                .edit("content/brief.md", it -> it + "\n" + text)
                .withDownloads()
                .build()
                .isClean()
                .files()
                .entrySet()
                .stream()
                .filter(file -> file.getKey().endsWith("brief.pdf"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .bytes();
        Map<Boolean, StringBuilder> slanted =
                new TreeMap<>(Map.of(true, new StringBuilder(), false, new StringBuilder()));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String line, List<TextPosition> positions) {
                    for (TextPosition position : positions) {
                        boolean isSlanted = position.getTextMatrix().getShearX() != 0
                                || position.getFont().getName().contains("Italic");
                        slanted.get(isSlanted).append(position.getUnicode());
                    }
                }
            }.getText(document);
        }
        assertThat(slanted.get(false).toString().split(words, -1)).hasSize(5);
        assertThat(slanted.get(true).toString())
                .contains("English words", "An English quotation")
                .doesNotContain(words);
    }
}
