package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.model.OutputFile;
import colophon.model.OutputTree;
import com.sun.net.httpserver.HttpServer;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every PDF of the publication and of sites with every feature: as checkers, screen readers, printers and readers find it. */
class PrintedBookTest {
    private static final String REPORT = "content: article-ii-mandate.pdf";
    private static final String BLACK = "complete: water-and-power.pdf";
    private static final String PRESS = "complete: water-and-power-for-printing.pdf";
    private static final float POINTS_PER_MM = 72 / 25.4f;
    /** What ends in the number of a page: "Figure 3 (page 12)", a line of the contents, the places of a citation. */
    private static final Pattern PAGE = Pattern.compile("(?:[Pp]age |\\.{3,} ?)([0-9]+)\\)?$");

    private static final Map<String, byte[]> PDFS = new TreeMap<>();

    @BeforeAll
    static void print() throws IOException {
        add("content: ", new Build(BuildOptions.of(SiteFixture.project())).run());
        for (String site : List.of("apparatus", "complete")) {
            SiteFixture fixture = SiteFixture.of("sites/" + site);
            add(site + ": ", new Build(BuildOptions.of(fixture.folder())).run());
        }
    }

    private static void add(String site, BuildResult result) {
        result.tree().map(OutputTree::files).orElseThrow().stream()
                .filter(file -> file.path().value().endsWith(".pdf"))
                .forEach((OutputFile file) -> PDFS.put(site + file.path().value(), file.bytes()));
    }

    private interface Look {
        void at(String path, PDDocument pdf) throws IOException;
    }

    private static void each(Look look) {
        assertThat(PDFS).hasSizeGreaterThan(10);
        PDFS.forEach((path, bytes) -> one(path, look));
    }

    private static void one(String path, Look look) {
        try (PDDocument pdf = Loader.loadPDF(PDFS.get(path))) {
            look.at(path, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyFileIsAccessibleAndForTheArchive() {
        PDFS.forEach((path, pdf) -> assertThat(VeraPdf.check(pdf)).as(path).isEmpty());
    }

    @Test
    void theCheckersFindAFigureWithoutText() {
        one(REPORT, (path, pdf) -> {
            PDStructureElement figure = elements(pdf, "Figure").get(0);
            figure.getCOSObject().removeItem(COSName.ALT);
            assertThat(VeraPdf.check(saved(pdf))).anyMatch(message -> message.startsWith("ua1 7.3"));
        });
    }

    @Test
    void theCheckersFindAFigureWithoutTag() {
        one(REPORT, (path, pdf) -> {
            try (PDPageContentStream content =
                    new PDPageContentStream(pdf, pdf.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
                content.addRect(20, 20, 5, 5);
                content.fill();
            }
            assertThat(VeraPdf.check(saved(pdf))).anyMatch(message -> message.startsWith("ua1 7.1"));
        });
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    @Test
    void saysWhatItIs() {
        each((path, pdf) -> {
            PDDocumentCatalog catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).as(path).isEqualTo(path.startsWith("content") ? "en-US" : "en");
            assertThat(catalog.getViewerPreferences().displayDocTitle())
                    .as(path)
                    .isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).as(path).isNotEmpty();
            String xmp = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(xmp).as(path).contains("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<");
            assertThat(catalog.getDocumentOutline().children()).as(path).isNotEmpty();
            for (PDPage page : pdf.getPages()) {
                if (!page.getAnnotations().isEmpty()) {
                    assertThat(page.getCOSObject().getNameAsString("Tabs"))
                            .as(path)
                            .isEqualTo("S");
                }
                page.getAnnotations()
                        .forEach(link -> assertThat(link.getContents()).as(path).isNotBlank());
            }
        });
    }

    @Test
    void allFontsAreInTheFile() {
        each((path, pdf) -> {
            Set<String> names = new HashSet<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded())
                            .as(path + " " + font.getName())
                            .isTrue();
                    assertThat(font.getSubType()).as(path).isNotEqualTo("Type3");
                    names.add(font.getName());
                }
            }
            assertThat(names).as(path).isNotEmpty();
        });
    }

    @Test
    void tagsTellHeadingsListsTablesFiguresAndNotes() {
        one(REPORT, (path, pdf) -> {
            assertThat(elements(pdf, "H1")).hasSizeGreaterThan(13);
            assertThat(elements(pdf, "H2")).hasSizeGreaterThan(30);
            assertThat(elements(pdf, "L")).isNotEmpty();
            assertThat(elements(pdf, "TOC"))
                    .isNotEmpty()
                    .allSatisfy(list -> assertThat(children(list))
                            .allMatch(item -> item.getStructureType().equals("TOCI")));
            List<PDStructureElement> notes = elements(pdf, "Note");
            assertThat(notes).hasSizeGreaterThan(100);
            assertThat(notes.stream().map(PDStructureElement::getElementIdentifier))
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
            // A note is read right behind its number, not after the whole book.
            assertThat(notes)
                    .allMatch(note -> children(note.getParent()).stream()
                            .anyMatch(before -> before.getStructureType().equals("Link")));
        });
        each((path, pdf) -> {
            assertThat(elements(pdf, "Figure"))
                    .as(path)
                    .allMatch(it -> !it.getAlternateDescription().isBlank());
            assertThat(elements(pdf, "TH"))
                    .as(path)
                    .allMatch(cell -> ((COSDictionary) cell.getCOSObject().getDictionaryObject(COSName.A))
                            .getNameAsString("Scope")
                            .matches("Row|Column"));
            assertThat(elements(pdf, "Caption"))
                    .as(path)
                    .allMatch(caption -> ((PDStructureElement) caption.getParent())
                            .getStructureType()
                            .equals("Table"));
            assertThat(elements(pdf, "Link")).as(path).allMatch(link -> !"".equals(link.getAlternateDescription()));
        });
    }

    private static List<PDStructureElement> elements(PDDocument pdf, String type) {
        List<PDStructureElement> found = new ArrayList<>();
        collect(pdf.getDocumentCatalog().getStructureTreeRoot(), type, found);
        return found;
    }

    private static void collect(PDStructureNode node, String type, List<PDStructureElement> found) {
        for (PDStructureElement child : children(node)) {
            if (child.getStructureType().equals(type)) {
                found.add(child);
            }
            collect(child, type, found);
        }
    }

    private static List<PDStructureElement> children(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .toList();
    }

    @Test
    void pagesAreCalledWhatIsPrintedOnThem() {
        each((path, pdf) -> {
            String[] labels = pdf.getDocumentCatalog().getPageLabels().getLabelsByPageIndices();
            for (int i = 1; i < labels.length; i++) {
                List<String> lines =
                        text(pdf, i).strip().lines().map(String::strip).toList();
                if (!lines.isEmpty()) {
                    assertThat(lines).as(path + ", page " + (i + 1)).contains(labels[i]);
                }
            }
            boolean book = path.equals(REPORT) || !path.contains("/");
            assertThat(labels[0]).as(path).isEqualTo(book ? "i" : "1");
            assertThat(labels).as(path).contains("1");
        });
    }

    @Test
    void everyNumberOfAPageIsThatOfThePageItLeadsTo() {
        int[] count = {0};
        each((path, pdf) -> {
            String[] labels = pdf.getDocumentCatalog().getPageLabels().getLabelsByPageIndices();
            for (PDPage page : pdf.getPages()) {
                PDFTextStripperByArea words = new PDFTextStripperByArea();
                List<Integer> targets = new ArrayList<>();
                List<String> contents = new ArrayList<>();
                page.getAnnotations().forEach(annotation -> {
                    int target = annotation instanceof PDAnnotationLink link ? target(link) : -1;
                    if (target >= 0) {
                        words.addRegion(String.valueOf(targets.size()), area(page, annotation.getRectangle()));
                        targets.add(target);
                        contents.add(annotation.getContents());
                    }
                });
                words.extractRegions(page);
                for (int i = 0; i < targets.size(); i++) {
                    String shown = words.getTextForRegion(String.valueOf(i)).strip();
                    boolean isIndex =
                            contents.get(i).matches("Page [0-9]+") && "0123456789".contains(shown.substring(0, 1));
                    Matcher number = PAGE.matcher((isIndex ? contents.get(i) : shown)
                            .replace('\u00A0', ' ')
                            .replaceAll("\\s+", " "));
                    if (number.find()) {
                        count[0]++;
                        assertThat(number.group(1))
                                .as(path + ": " + words.getTextForRegion(String.valueOf(i)))
                                .isEqualTo(labels[targets.get(i)]);
                    }
                }
            }
        });
        assertThat(count[0]).isGreaterThan(300);
    }

    private static int target(PDAnnotationLink link) {
        try {
            PDDestination destination =
                    link.getAction() instanceof PDActionGoTo go ? go.getDestination() : link.getDestination();
            return destination instanceof PDPageDestination place ? place.retrievePageNumber() : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rectangle2D area(PDPage page, PDRectangle box) {
        return new Rectangle2D.Float(
                box.getLowerLeftX() - 1,
                page.getMediaBox().getHeight() - box.getUpperRightY(),
                box.getWidth() + 2,
                box.getHeight());
    }

    @Test
    void referencesTellThePagesThatCiteThem() {
        one(REPORT, (path, pdf) -> {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            String all = reader.getText(pdf);
            String references = all.substring(all.indexOf("\nReferences", all.indexOf("Set in Source Serif")));
            assertThat(references).containsPattern("Page\\p{Z}[0-9]+").containsPattern("Pages\\p{Z}[0-9]+, [0-9]+");
            assertThat(references.replace("\r", "")).doesNotContainPattern("Pages?\\p{Z}(?:[0-9]+, )*([0-9]+), \\1\\b");
        });
    }

    /** Neither a line alone at the head or foot of a page, nor a stop that begins a line. */
    @Test
    void linesKeepCompany() {
        List<String> alone = new ArrayList<>();
        each((path, pdf) -> {
            for (int i = 1; i < pdf.getNumberOfPages(); i++) {
                List<Line> lines = lines(pdf, i);
                if (lines.size() > 2) {
                    Line first = lines.get(0);
                    Line second = lines.get(1);
                    if (first.head() && first.text() && second.y() - first.y() > 17) {
                        alone.add(path + ", page " + (i + 1) + ": " + first.words());
                    }
                }
                for (Line line : lines) {
                    if (line.text() && ".,;:)".indexOf(line.words().strip().charAt(0)) >= 0) {
                        alone.add(path + ", page " + (i + 1) + ": " + line.words());
                    }
                }
            }
        });
        assertThat(alone).isEmpty();
    }

    /** A line of the text above the notes; {@code text} when it is set as running text. */
    private record Line(float y, boolean text, boolean head, String words) {}

    private static List<Line> lines(PDDocument pdf, int page) throws IOException {
        TreeMap<Integer, Line> lines = new TreeMap<>();
        PDFTextStripper reader = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) {
                TextPosition first = letters.get(0);
                float y = first.getYDirAdj();
                boolean running = first.getFont().getName().endsWith("SourceSerif4-Regular")
                        && Math.abs(first.getFontSizeInPt() - 10.5) < 0.2;
                if (y > 60 && !text.isBlank()) {
                    lines.merge(
                            Math.round(y),
                            new Line(y, running, y < 92, text),
                            (one, other) -> new Line(one.y(), one.text(), one.head(), one.words() + other.words()));
                }
            }
        };
        reader.setStartPage(page + 1);
        reader.setEndPage(page + 1);
        reader.setSortByPosition(true);
        reader.getText(pdf);
        return List.copyOf(lines.values());
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper reader = new PDFTextStripper();
        reader.setStartPage(page + 1);
        reader.setEndPage(page + 1);
        String text = reader.getText(pdf);
        return text.isBlank() ? "\n" : text;
    }

    @Test
    void paperIsAsTheSettingsSay() {
        one(
                REPORT,
                (path, pdf) ->
                        assertThat(millimetres(pdf.getPage(0).getMediaBox())).isEqualTo("210 x 297"));
        one(
                BLACK,
                (path, pdf) ->
                        assertThat(millimetres(pdf.getPage(0).getMediaBox())).isEqualTo("216 x 279"));
        one(PRESS, (path, pdf) -> {
            for (PDPage page : pdf.getPages()) {
                assertThat(millimetres(page.getMediaBox())).isEqualTo("222 x 285");
                assertThat(millimetres(page.getTrimBox())).isEqualTo("216 x 279");
                assertThat(page.getBleedBox().getWidth())
                        .isEqualTo(page.getMediaBox().getWidth());
            }
        });
    }

    private static String millimetres(PDRectangle box) {
        return Math.round(box.getWidth() / POINTS_PER_MM) + " x " + Math.round(box.getHeight() / POINTS_PER_MM);
    }

    @Test
    void chaptersForThePressBeginOnRightHandPages() {
        one(PRESS, (path, pdf) -> {
            int chapters = 0;
            for (int i = 0; i < pdf.getNumberOfPages(); i++) {
                String text = text(pdf, i);
                if (Pattern.compile("(?m)^(Chapter [0-9]|Case study [0-9]|Contents$)")
                        .matcher(text.replace("\r", ""))
                        .find()) {
                    chapters++;
                    assertThat(i % 2).as(text).isZero();
                }
            }
            assertThat(chapters).isGreaterThan(4);
        });
        assertThat(PDFS).doesNotContainKeys("content: article-ii-mandate-for-printing.pdf");
    }

    /** The same note has the same number however often it is called, as on the web. */
    @Test
    void aNoteThatIsCalledTwiceIsPrintedOnce() throws IOException {
        SiteFixture.Built built = SiteFixture.of("sites/minimal")
                .edit(
                        "content/brief.md",
                        text -> text
                                + "\nAlpha.[^x1] Beta.[^x1] Gamma.[^x2]\n\n[^x1]: The first note.\n[^x2]: The second note.\n")
                .withDownloads()
                .build()
                .isClean();
        String path = built.files().keySet().stream()
                .filter(name -> name.endsWith("-brief.pdf"))
                .findFirst()
                .orElseThrow();
        byte[] brief = built.bytes(path);
        assertThat(VeraPdf.check(brief)).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(brief)) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text).contains("Alpha.2 Beta.2 Gamma.3");
            assertThat(text.split("The first note", -1)).hasSize(2);
        }
    }

    @Test
    void blackIsBlack() {
        one(BLACK, (path, pdf) -> {
            BufferedImage page = new PDFRenderer(pdf).renderImage(0, 0.5f);
            assertThat(colours(page)).isZero();
        });
        one(
                REPORT,
                (path, pdf) -> assertThat(colours(new PDFRenderer(pdf).renderImage(0, 0.5f)))
                        .isPositive());
    }

    /** Neither from another host nor from the disk beside the site, whatever styles, pictures and texts ask for. */
    @Test
    void nothingIsFetchedWhilePrinting() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        try {
            String web = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            SiteFixture site = SiteFixture.of("sites/minimal");
            byte[] secret = "p { color: #ff00ff }".getBytes(StandardCharsets.UTF_8);
            site.change("secret.css", secret);
            String disk = site.folder().resolve("secret.css").toUri().toString();
            String style = Files.readString(SiteFixture.project().resolve("site-assets/css/print-edition.css"));
            site.change(
                    "site-assets/css/print-edition.css",
                    "@import url(" + web + "a.css);\n@import url(" + disk + ");\n@import \"../../secret.css\";\n"
                            + style
                            + "\n@font-face { font-family: X; src: url(" + web + "x.ttf) }"
                            + "\np { background: url(" + web + "b.png); font-family: X, \"Source Serif 4\" }"
                            + "\nh1 { background: url(//127.0.0.1:"
                            + server.getAddress().getPort() + "/c.png) }"
                            + "\nh2 { list-style-image: url(" + disk + ") }\n");
            site.change(
                    "content/figures/a.svg",
                    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='20' height='20'>"
                            + "<style>@import url(" + web + "d.css); rect { fill: url(" + web + "e.svg#a) }</style>"
                            + "<image width='5' height='5' xlink:href='" + web + "f.png'/>"
                            + "<image width='5' height='5' href='" + disk + "'/><rect width='9' height='9'/></svg>");
            site.edit(
                    "content/brief.md",
                    text -> text + "\n![A square](figures/a.svg)\n\n![Elsewhere](" + web + "g.png)\n\n[Read](" + web
                            + ")\n");
            BuildResult result = new Build(BuildOptions.of(site.folder())).run();
            assertThat(asked).hasValue(0);
            result.tree().map(OutputTree::files).orElse(List.of()).stream()
                    .filter(file -> file.path().value().endsWith(".pdf"))
                    .forEach(file -> assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1))
                            .doesNotContain("secret"));
            // What the texts ask of other hosts is an error; without it the rest is printed.
            assertThat(result.tree()).isEmpty();
            site.edit("content/brief.md", text -> text.replace("![Elsewhere](" + web + "g.png)\n", ""));
            BuildResult printed = new Build(BuildOptions.of(site.folder())).run();
            assertThat(printed.tree().map(OutputTree::files).orElseThrow())
                    .anyMatch(file -> file.path().value().endsWith("-brief.pdf"));
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private static int colours(BufferedImage page) {
        int colours = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int pixel = page.getRGB(x, y);
                int red = pixel >> 16 & 0xFF;
                int blue = pixel & 0xFF;
                colours += Math.abs(red - blue) > 3 ? 1 : 0;
            }
        }
        return colours;
    }
}
