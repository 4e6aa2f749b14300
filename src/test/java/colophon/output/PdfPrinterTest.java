package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class PdfPrinterTest {
    private static final PdfMetadata METADATA = new PdfMetadata(
            "Title & more",
            List.of("Ada Rivera", "水野健二"),
            "Report",
            List.of("water"),
            "en",
            LocalDate.of(2018, 11, 28),
            Optional.of("1.0"),
            "ab".repeat(32));

    @Test
    void givesTheSameBytesInAnyZoneAndLocale() {
        byte[] first = print("<p>Text with a note.<span class=\"footnote\">Its text.</span></p>", Map.of());
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(print("<p>Text with a note.<span class=\"footnote\">Its text.</span></p>", Map.of()))
                    .isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void textCanBeReadOutOfIt() throws IOException {
        String text = text(print(
                "<p>After the office fifth lift: Việt Nam, 船橋洋一.<span class=\"footnote\">A note.</span></p>",
                Map.of()));
        assertThat(text)
                .contains("After the office fifth lift: Việt Nam, 船橋洋一.")
                .contains("A note.");
    }

    @Test
    void aStyleThatNamesALatinFontPrintsJapaneseToo() throws IOException {
        assertThat(text(print(
                        "<p style=\"font: bold 9pt 'Source Sans 3'\">立方メートル a second</p><p style=\"font-family: Unknown\">水</p>",
                        Map.of())))
                .contains("立方メートル a second", "水")
                .doesNotContain("#");
    }

    @Test
    void saysWhatItIs() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print("<p>Text.</p>", Map.of()))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Title & more");
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("Ada Rivera; 水野健二");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            String xmp = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(xmp).contains("<pdfuaid:part>1<", "<pdfaid:part>2<", "Title &amp; more", "2018-11-28T00:00:00Z");
        }
    }

    @Test
    void fetchesNothing() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        try {
            String web = "http://127.0.0.1:" + server.getAddress().getPort();
            byte[] svg =
                    ("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='10' height='10'>"
                                    + "<image width='5' height='5' xlink:href='" + web + "/svg.png'/>"
                                    + "<image width='5' height='5' xlink:href='file:///etc/hostname'/></svg>")
                            .getBytes(StandardCharsets.UTF_8);
            String body = "<link rel=\"stylesheet\" href=\"" + web + "/a.css\"/><style>@import url(" + web + "/b.css);"
                    + " @font-face { font-family: X; src: url(" + web + "/c.ttf) } p { background: url(" + web
                    + "/d.png); font-family: X }</style>"
                    + "<p>Text</p><img src=\"" + web
                    + "/e.png\" alt=\"e\"/><img src=\"file:///etc/hostname\" alt=\"f\"/>"
                    + "<img src=\"//127.0.0.1:" + server.getAddress().getPort()
                    + "/g.png\" alt=\"g\"/><img src=\"a.svg\" alt=\"a\"/>";
            assertThat(text(print(body, Map.of("a.svg", svg)))).contains("Text");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void namesTheCharactersNoFontHas() {
        assertThat(new PdfPrinter(PdfPrinterTest::asset, new TypeCase(PdfPrinterTest::asset))
                        .missingGlyphs("Water 水 Việt 🌊 한 ❤\uFE0F"))
                .containsExactly("❤".codePointAt(0), "한".codePointAt(0), "🌊".codePointAt(0));
    }

    @Test
    void namesTheCharactersOfDrawingsToo() {
        byte[] svg =
                "<svg xmlns='http://www.w3.org/2000/svg'><text x='1'>水 한</text></svg>".getBytes(StandardCharsets.UTF_8);
        PdfPrinter printer =
                new PdfPrinter(name -> name.equals("a.svg") ? svg : asset(name), new TypeCase(PdfPrinterTest::asset));
        assertThat(printer.missingGlyphs("<p><img alt=\"\" src=\"a.svg\"/></p>"))
                .containsExactly("한".codePointAt(0));
    }

    @Test
    void drawsJapaneseInPictures() throws IOException {
        assertThat(ink("<text x='2' y='20' font-size='20' font-family=\"'Source Sans 3', 'Noto Serif JP'\">水</text>"))
                .as("a sign has other shapes than the box of a missing one")
                .isNotEqualTo(ink(
                        "<text x='2' y='20' font-size='20' font-family=\"'Source Sans 3', 'Noto Serif JP'\">東</text>"));
    }

    /** How many dark points a drawing has on paper. */
    private static int ink(String drawing) throws IOException {
        byte[] pdf = print("<p><img alt=\"a\" src=\"a.svg\"/></p>", Map.of("a.svg", svg(drawing)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImage(0, 2);
            int dark = 0;
            for (int y = 0; y < page.getHeight(); y++) {
                for (int x = 0; x < page.getWidth(); x++) {
                    dark += (page.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
                }
            }
            return dark;
        }
    }

    @Test
    void aDocumentDoesNotShowWhatWasSetFromItsTypeBefore() throws SAXException {
        Map<String, byte[]> drawing =
                Map.of("a.svg", svg("<text x='2' y='20' font-family='Source Sans 3'>Text</text>"));
        Map<String, byte[]> japanese = Map.of("a.svg", svg("<text x='2' y='20' font-family='Noto Serif JP'>水</text>"));
        String picture = "<p>Report <i>with</i> <img alt=\"a\" src=\"a.svg\"/></p>";
        byte[] first = print(picture, drawing);
        byte[] second = print("<h1>水 Water</h1>" + picture, japanese);
        TypeCase shared = new TypeCase(PdfPrinterTest::asset);
        assertThat(print(picture, drawing, shared)).isEqualTo(first);
        assertThat(print("<h1>水 Water</h1>" + picture, japanese, shared)).isEqualTo(second);
        assertThat(print(picture, drawing, shared)).isEqualTo(first);
    }

    @Test
    void aDocumentThatBringsAFontKeepsItToItself() throws SAXException {
        String body = "<p style=\"font-family: Own\">Wide or narrow <img alt=\"a\" src=\"a.svg\"/></p>";
        Map<String, byte[]> serif = bringing("SourceSerif4-Italic.ttf");
        Map<String, byte[]> sans = bringing("SourceSans3-Semibold.ttf");
        byte[] first = print(body, serif);
        byte[] second = print(body, sans);
        TypeCase shared = new TypeCase(PdfPrinterTest::asset);
        assertThat(first).isNotEqualTo(second);
        assertThat(print(body, serif, shared)).isEqualTo(first);
        assertThat(print(body, sans, shared)).isEqualTo(second);
    }

    /** A style sheet that calls a font its own, and a drawing lettered with that. */
    private static Map<String, byte[]> bringing(String font) {
        String sheet = "css/print-edition.css";
        String face = "@font-face { font-family: Own; src: url(colophon:///fonts/print/" + font + ") }";
        String css = face + new String(asset(sheet), StandardCharsets.UTF_8);
        byte[] drawing = svg("<text x='2' y='20' font-family='Own'>Text</text>");
        return Map.of(sheet, css.getBytes(StandardCharsets.UTF_8), "a.svg", drawing);
    }

    @Test
    void readsADrawingOnceHoweverOftenADocumentIsLaidOut() throws SAXException {
        AtomicInteger asked = new AtomicInteger();
        byte[] svg = svg("<rect width='9' height='9'/>");
        String body = "<p>See page <span class=\"page-of\" data-href=\"#here\"></span></p>"
                + "<p id=\"here\" class=\"begins-page\"><img class=\"wide\" alt=\"a\" src=\"a.svg\"/></p>";
        print(body, new TypeCase(PdfPrinterTest::asset), name -> {
            if (!name.equals("a.svg")) {
                return asset(name);
            }
            asked.incrementAndGet();
            return svg;
        });
        assertThat(asked).as("once for its words, once for its shapes").hasValue(2);
    }

    @Test
    void leavesOutADrawingFromElsewhere() throws IOException {
        byte[] pdf = print("<p>Text <img alt=\"a\" src=\"https://example.org/a.svg\"/></p>", Map.of());
        assertThat(text(pdf)).contains("Text");
    }

    private static byte[] svg(String drawing) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' width='30' height='30'>" + drawing + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aBrokenFileCannotBeMeasured() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> PdfMeasure.of("%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8))
                        .pages());
    }

    private static byte[] print(String body, Map<String, byte[]> files) {
        try {
            return print(body, files, new TypeCase(PdfPrinterTest::asset));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] print(String body, Map<String, byte[]> files, TypeCase type) throws SAXException {
        return print(body, type, name -> files.containsKey(name) ? files.get(name) : asset(name));
    }

    private static byte[] print(String body, TypeCase type, Function<String, byte[]> files) throws SAXException {
        String xhtml =
                "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>T</title><meta name=\"description\" content=\"d\"/>"
                        + "<link rel=\"stylesheet\" href=\"css/print-edition.css\"/></head><body class=\"leaflet\">"
                        + body + "</body></html>";
        return new PdfPrinter(files, type).print(xhtml, METADATA);
    }

    private static byte[] asset(String name) {
        try (InputStream in = PdfPrinterTest.class.getResourceAsStream("/theme/site-assets/" + name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
