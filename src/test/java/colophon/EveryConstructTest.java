package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One of each thing that a page can hold, in one report, as the checkers of PDF and EPUB find it. */
class EveryConstructTest {
    private static final Map<String, byte[]> FILES = new TreeMap<>();

    @BeforeAll
    static void build() {
        SiteFixture.Built built =
                SiteFixture.of("real/every-construct").withDownloads().build();
        assertThat(built.result().problems())
                .as("the headings that leave out a level and the uneven table, and nothing else")
                .allSatisfy(problem -> assertThat(problem.rule().id()).isIn("heading-skipped", "table-uneven"));
        built.result()
                .tree()
                .orElseThrow()
                .files()
                .forEach(file -> FILES.put(file.path().value(), file.bytes()));
    }

    @Test
    void everyPdfConformsAndSaysSo() throws IOException {
        List<String> pdfs =
                FILES.keySet().stream().filter(path -> path.endsWith(".pdf")).toList();
        assertThat(pdfs).hasSize(3);
        for (String path : pdfs) {
            assertThat(ValidateAll.claims(FILES.get(path))).as(path).isTrue();
            assertThat(VeraPdf.check(FILES.get(path))).as(path).isEmpty();
        }
    }

    @Test
    void theEpubConforms() throws Exception {
        assertThat(EpubChecker.check(FILES.get("constructs.epub"))).isEmpty();
    }

    @Test
    void idsOfTheEpubAreNamesOfXml() throws IOException {
        Map<String, Document> documents = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(FILES.get("constructs.epub")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xhtml")) {
                    String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    documents.put(entry.getName().replaceFirst(".*/", ""), Jsoup.parse(text, "", Parser.xmlParser()));
                }
            }
        }
        List<String> ids = new ArrayList<>();
        documents.forEach((name, document) -> {
            document.select("[id]").forEach(element -> ids.add(element.id()));
            for (Element link : document.select("a[href*=#]:not([href^=http])")) {
                String[] parts = link.attr("href").split("#", 2);
                Document target = parts[0].isEmpty() ? document : documents.get(parts[0]);
                assertThat(target.getElementById(parts[1])).as(link.outerHtml()).isNotNull();
            }
        });
        assertThat(ids)
                .contains("id-2018-in-review", "要旨", "споры-вокруг-nafta")
                .allMatch(id -> id.matches("[\\p{L}_].*"));
    }

    @Test
    void headingsAreTaggedWithoutAGap() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(FILES.get("constructs.pdf"))) {
            List<Integer> levels = new ArrayList<>();
            for (PDStructureElement element : elements(pdf)) {
                if (element.getStructureType().matches("H[1-6]")) {
                    levels.add(element.getStructureType().charAt(1) - '0');
                }
            }
            assertThat(levels).contains(1, 2, 3, 4);
            int before = 0;
            for (int level : levels) {
                assertThat(level).as(levels.toString()).isLessThanOrEqualTo(before + 1);
                before = level;
            }
        }
    }

    @Test
    void decorationIsNotRead() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(FILES.get("constructs.pdf"))) {
            List<String> figures = elements(pdf).stream()
                    .filter(element -> element.getStructureType().equals("Figure"))
                    .map(PDStructureElement::getAlternateDescription)
                    .toList();
            assertThat(figures).hasSize(13).doesNotContain("").contains("A glow in a cell", "It rains.");
        }
    }

    /** A page whose template brings a drawing without a text is not accessible, and does not say so. */
    @Test
    void whatCannotConformDoesNotSaySo() throws IOException {
        SiteFixture.Built built = SiteFixture.of("sites/minimal")
                .overlay("problems/edition-not-conforming")
                .withDownloads()
                .build();
        byte[] brief = built.bytes("brief/water-brief.pdf");
        assertThat(ValidateAll.claims(brief)).isFalse();
        assertThat(VeraPdf.check(brief)).anyMatch(message -> message.startsWith("ua1 7.3"));
        assertThat(ValidateAll.claims(built.bytes("water.pdf"))).isTrue();
        try (PDDocument pdf = Loader.loadPDF(brief)) {
            assertThat(elements(pdf).stream()
                            .filter(element -> element.getStructureType().equals("Figure"))
                            .map(figure -> figure.getCOSObject().getString(COSName.ALT)))
                    .containsExactly("A dyke", null);
        }
    }

    private static List<PDStructureElement> elements(PDDocument pdf) {
        List<PDStructureElement> found = new ArrayList<>();
        collect(pdf.getDocumentCatalog().getStructureTreeRoot(), found);
        return found;
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                collect(element, found);
            }
        }
    }
}
