package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture.Built;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The report as a book for e-readers: of {@code content/}, and of a site with one of everything. */
class EpubTest {
    /** A page of figures alone has fewer letters than one of text. */
    private static final int LETTERS_OF_FIGURES = 1000;

    private static final Pattern FLOATING = Pattern.compile("(?i)(figure|table)\\d");

    /** Letters enough to find a place on a page. */
    private static final int SOME = 24;

    private static final String REPORT = "article-ii-mandate";

    private record Edit(String file, UnaryOperator<String> change) {}

    private static final List<Edit> EDITS = List.of(
            new Edit(
                    "content/report/01-why.md",
                    text -> text.replace("Rivers cross borders", "Rivers cross many borders")),
            new Edit("content/case-studies/netherlands.md", text -> text + "\nOne more sentence.\n"),
            new Edit("content/glossary.yaml", text -> text.replaceFirst("definition: ", "definition: Newly, ")),
            new Edit("content/references.bib", text -> text.replaceFirst("title *= *\\{", "title = {On ")),
            new Edit("content/data/flow.csv", text -> text.replaceFirst("\n", "\n2021,Rhine,2100\n")),
            new Edit(
                    "content/publication.yaml",
                    text -> text.replace("title: Water for All", "title: Water for Everybody")),
            new Edit("content/site.yaml", text -> text.replace("example.org/water", "example.org/w")));

    private static Map<String, byte[]> publication;
    private static EpubBook book;
    private static Built apparatus;
    private static EpubBook everything;

    @BeforeAll
    static void build() throws IOException {
        BuildResult result = new Build(BuildOptions.of(SiteFixture.project())).run();
        assertThat(result.problems()).isEmpty();
        publication = new TreeMap<>();
        result.tree().orElseThrow().files().stream()
                .filter(file -> file.path().value().matches(".*\\.(pdf|epub|html)"))
                .forEach(file -> publication.put(file.path().value(), file.bytes()));
        book = EpubBook.of(publication.get(REPORT + ".epub"));
        apparatus = SiteFixture.of("sites/apparatus").withDownloads().build();
        everything = EpubBook.of(apparatus.bytes("water.epub"));
    }

    @Test
    void isAValidEpub() throws Exception {
        assertThat(EpubChecker.check(publication.get(REPORT + ".epub"))).isEmpty();
        assertThat(EpubChecker.check(apparatus.bytes("water.epub"))).isEmpty();
    }

    @Test
    void theCheckerFindsFaultsAtAll() throws Exception {
        assertThat(EpubChecker.check(book.with("chapter-01.xhtml", text -> text.replace("id=\"fn-1\"", "id=\"fn-x\""))))
                .anyMatch(message -> message.startsWith("ERROR RSC-012"));
        assertThat(EpubChecker.check(
                        book.with("package.opf", text -> text.replace("dcterms:modified", "dcterms:other"))))
                .anyMatch(message -> message.startsWith("ERROR"));
        assertThat(EpubChecker.check(book.with("contents.xhtml", text -> text.replace("#page-12\"", "#page-x\""))))
                .anyMatch(message -> message.startsWith("ERROR RSC-012"));
    }

    @Test
    void saysFirstWhatItIs() throws IOException {
        byte[] epub = publication.get(REPORT + ".epub");
        assertThat(new String(epub, 30, 28, StandardCharsets.US_ASCII)).isEqualTo("mimetypeapplication/epub+zip");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(epub))) {
            assertThat(zip.getNextEntry().getMethod()).isEqualTo(ZipEntry.STORED);
        }
    }

    @Test
    void hasTheSameBytesAnywhere() {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(SiteFixture.of("sites/apparatus").withDownloads().build().bytes("water.epub"))
                    .isEqualTo(apparatus.bytes("water.epub"));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    /** Whatever is edited: what was remembered is used only where a clean build would give the same. */
    @Test
    void isRememberedUntilSomethingInItChanges() throws IOException {
        SiteFixture site = SiteFixture.of("sites/apparatus").withDownloads();
        byte[] last = site.publish().isClean().bytes("water.epub");
        assertThat(last).isEqualTo(apparatus.bytes("water.epub"));
        assertThat(site.publish().bytes("water.epub")).isEqualTo(last);
        for (Edit edit : EDITS) {
            site.edit(edit.file(), edit.change());
            byte[] again = site.publish().isClean().bytes("water.epub");
            byte[] clean = site.build().bytes("water.epub");
            assertThat(EpubBook.of(again).whole())
                    .as(edit.file())
                    .isEqualTo(EpubBook.of(clean).whole());
            assertThat(again).as(edit.file()).isNotEqualTo(last).isEqualTo(clean);
            last = again;
        }
        // Menus are of the web: a template of the book finds none, whatever they say.
        String part = Files.readString(SiteFixture.project().resolve("templates/epub/part.ftlh"));
        String menus = "<#list site.menu + site.footerMenu as link><p>${link.title}</p></#list>";
        site.change("templates/epub/part.ftlh", part.replace("</section>", menus + "</section>"));
        assertThat(site.publish().bytes("water.epub")).isEqualTo(last);
        site.change("site-assets/css/epub.css", "p { margin: 0 }\n");
        byte[] plain = site.publish().bytes("water.epub");
        assertThat(plain).isNotEqualTo(last).isEqualTo(site.build().bytes("water.epub"));
    }

    @Test
    void holdsEveryParagraphOfItsWebPages() {
        assertHolds(
                book,
                publication.entrySet().stream()
                        .filter(file -> file.getKey().matches("(report|case-studies)/.+/index\\.html"))
                        .collect(Collectors.toMap(Map.Entry::getKey, file -> utf8(file.getValue()))));
        assertHolds(
                everything,
                Map.of(
                        "report/why/index.html", apparatus.text("report/why/index.html"),
                        "report/what/index.html", apparatus.text("report/what/index.html"),
                        "case-studies/netherlands/index.html", apparatus.text("case-studies/netherlands/index.html")));
    }

    private static void assertHolds(EpubBook book, Map<String, String> pages) {
        assertThat(pages).hasSizeGreaterThan(2);
        String whole = letters(Jsoup.parse(book.whole().replaceAll("(?s)<a [^>]*doc-noteref[^>]*>.*?</a>", ""))
                .text());
        pages.forEach((path, html) -> {
            Document page = Jsoup.parse(html);
            page.select(".anchor, .sidenote, [role=doc-noteref], [role=doc-backlink], .reference-places, svg")
                    .remove();
            Elements blocks = page.select(
                    ".prose p, .prose li, .prose td, .prose th, .prose dt, .prose dd, .prose h2, .prose h3, .prose caption, .standfirst, .facts td");
            assertThat(blocks).as(path).hasSizeGreaterThan(3);
            for (Element block : blocks) {
                assertThat(whole).as(path).contains(letters(block.text()));
            }
        });
    }

    @Test
    void tellsThePagesOfThePdf() throws IOException {
        assertPages(book, publication.get(REPORT + ".pdf"));
        assertPages(everything, apparatus.bytes("water.pdf"));
        assertThat(book.description().select("meta[property=pageBreakSource]").text())
                .isEqualTo("https://article-ii-mandate.example.org/article-ii-mandate.pdf");
    }

    /** As many as there are, each at the very word, in the order of the book. */
    private static void assertPages(EpubBook book, byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            Elements links = book.contents().select("nav[epub:type=page-list] a, nav[role=doc-pagelist] a");
            assertThat(links).hasSize(pdf.getNumberOfPages());
            List<String> places = new ArrayList<>();
            Set<String> elsewhere = new TreeSet<>();
            for (int i = 0; i < links.size(); i++) {
                String href = links.get(i).attr("href");
                Element mark = book.target(href);
                assertThat(mark).as(href).isNotNull();
                assertThat(mark.attr("aria-label")).isEqualTo(links.get(i).text());
                assertThat(mark.attr("role")).isEqualTo("doc-pagebreak");
                places.add(href);
                if (!begins(book, href, page(pdf, i + 1)) && !holdsOnlyFigures(book, href, pdf, i + 1)) {
                    elsewhere.add(href.substring(0, href.indexOf('.')));
                }
            }
            String order = book.documents().stream().map(book::text).collect(Collectors.joining());
            List<Integer> offsets = places.stream()
                    .map(href -> order.indexOf("id=\"" + href.substring(href.indexOf('#') + 1) + "\""))
                    .toList();
            assertThat(offsets).isSorted();
            // The contents and the imprint are drawn otherwise; all of the text is the same.
            assertThat(elsewhere).isSubsetOf("imprint", "contents", "lists");
        }
    }

    private static boolean begins(EpubBook book, String href, String page) {
        String name = href.substring(0, href.indexOf('#'));
        String id = href.substring(href.indexOf('#') + 1);
        String text = book.text(name);
        String rest = text.substring(text.indexOf("</span>", text.indexOf("id=\"" + id + "\"")));
        // Print may number its notes otherwise.
        String behind =
                letters(Jsoup.parse(rest.split("<a [^>]*doc-noteref")[0]).text());
        String first = behind.substring(0, Math.min(SOME, behind.length()));
        int at = page.indexOf(first);
        // Behind the running head and the number of the page; figures that float stand above the words with which the
        // page begins.
        return at >= 0 && (at < 140 || FLOATING.matcher(page.substring(0, at)).find());
    }

    /** A page of figures that floated to the end of a chapter, whose words are on the page before, is marked where the next one begins. */
    private static boolean holdsOnlyFigures(EpubBook book, String href, PDDocument pdf, int number) throws IOException {
        return number < pdf.getNumberOfPages()
                && page(pdf, number).length() < LETTERS_OF_FIGURES
                && FLOATING.matcher(page(pdf, number)).find()
                && begins(book, href, page(pdf, number + 1));
    }

    private static String page(PDDocument pdf, int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        // What only print adds to references and works.
        return letters(stripper.getText(pdf)
                .replaceAll("Pages?[\\s\u00A0]\\d+(,\\s\\d+)*", "")
                .replaceAll("page[\\s\u00A0]\\d+", ""));
    }

    @Test
    void hasACover() throws IOException {
        Element item = book.description().select("item[properties=cover-image]").first();
        assertThat(item.attr("media-type")).isEqualTo("image/png");
        BufferedImage cover = ImageIO.read(new ByteArrayInputStream(book.files().get("EPUB/" + item.attr("href"))));
        assertThat(cover.getHeight()).isGreaterThan(cover.getWidth());
        assertThat(cover.getWidth()).isGreaterThanOrEqualTo(1200);
        assertThat(book.documents().get(0)).isEqualTo("cover.xhtml");
        assertThat(book.document("cover.xhtml").select("img").attr("alt").replace('\u00A0', ' '))
                .contains("The Article II Mandate");
    }

    @Test
    void notesLeadThereAndBack() {
        for (EpubBook each : List.of(book, everything)) {
            int notes = 0;
            for (String name : each.documents()) {
                Document document = each.document(name);
                for (Element call : document.select("[role=doc-noteref]")) {
                    Element note = document.getElementById(call.attr("href").substring(1));
                    assertThat(note.attr("role")).isEqualTo("doc-footnote");
                    assertThat(note.attr("epub:type")).isEqualTo("footnote");
                    assertThat(note.select("[role=doc-backlink]").eachAttr("href"))
                            .contains("#" + call.id());
                    notes++;
                }
            }
            assertThat(notes).isPositive();
        }
    }

    @Test
    void saysWhoCanReadIt() {
        List<String> claims = book.description().select("meta[property^=schema:]").stream()
                .map(meta -> meta.attr("property").substring("schema:".length()) + " " + meta.text())
                .toList();
        assertThat(claims)
                .contains(
                        "accessMode textual",
                        "accessMode visual",
                        "accessModeSufficient textual",
                        "accessibilityFeature alternativeText",
                        "accessibilityFeature longDescription",
                        "accessibilityFeature pageBreakMarkers",
                        "accessibilityHazard none");
        assertThat(book.description().text()).doesNotContain("WCAG");
        for (String name : book.documents()) {
            assertThat(book.document(name).select("img").eachAttr("alt")).doesNotContain("");
        }
    }

    @Test
    void claimsOnlyWhatIsThere() throws IOException {
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change(
                        "content/case-studies/netherlands.md",
                        "---\ntitle: Delta\nkind: institution\nsummary: A body.\n---\n\nOnly text.\n")
                .withDownloads();
        byte[] pdf = site.build().isClean().bytes("water.pdf");
        EpubBook plain = EpubBook.of(site.change("content/downloads/water.pdf", pdf)
                .build()
                .isClean()
                .bytes("water.epub"));
        assertThat(plain.description().select("meta[property^=schema:]").text())
                .doesNotContain("visual", "alternative", "page", "chart", "Notes");
        assertThat(plain.description().select("meta[property=pageBreakSource]")).isEmpty();
        assertThat(plain.contents().select("nav[role=doc-pagelist]")).isEmpty();
    }

    @Test
    void saysWhatItIsAndWhoMadeIt() {
        Document description = book.description();
        assertThat(description.getElementsByTag("dc:title").text()).startsWith("The Article II Mandate: Forging");
        assertThat(description.getElementsByTag("dc:creator").eachText())
                .containsExactly("Yoichi Funabashi", "Matthew P. Goodman");
        assertThat(description.select("meta[property=file-as]").eachText()).contains("Funabashi, Yoichi");
        assertThat(description.select("meta[property=dcterms:modified]").text()).isEqualTo("2018-11-28T00:00:00Z");
    }

    @Test
    void buttonSaysTypeAndSize() {
        Element button = Jsoup.parse(utf8(publication.get("index.html")))
                .select("a[href$=.epub]")
                .first();
        long bytes = publication.get(REPORT + ".epub").length;
        assertThat(button.parent().text())
                .contains("Download the EPUB")
                .contains("EPUB, English, " + Math.round(bytes / 1000.0) + " kB")
                .doesNotContain("kB, ");
    }

    @Test
    void aReadyMadeOneTakesItsPlace() throws IOException {
        byte[] epub = apparatus.bytes("water.epub");
        Built built = SiteFixture.of("sites/minimal")
                .change("content/downloads/water.epub", epub)
                .change("content/downloads/water-brief.epub", epub)
                .build()
                .isClean();
        assertThat(built.bytes("water.epub")).isEqualTo(epub);
        assertThat(built.text("index.html")).contains("Download the EPUB", "href=\"water.epub\"");
        assertThat(built.text("brief/index.html")).contains("Download the Brief as EPUB", "href=\"water-brief.epub\"");
    }

    @Test
    void aBrokenTemplateIsToldWithItsPlace() {
        Built built = SiteFixture.of("sites/minimal")
                .change("templates/epub/imprint.ftlh", "<#-- Imprint. -->\n<html><body><br></body></html>\n")
                .change(
                        "templates/epub/title-page.ftlh",
                        "<#-- Title. -->\n<html><body><img src=\"a.png\"/></body></html>\n")
                .withDownloads()
                .build();
        assertThat(built.problems())
                .contains("templates/epub/imprint.ftlh:1:1: error: what the template gives is not well-formed XML")
                .contains("templates/epub/title-page.ftlh:1:1: error: the EPUB cannot show \"a.png\"")
                .contains("2 errors");
    }

    @Test
    void isClosedToCrawlersWhereTheSiteIs() {
        SiteFixture site =
                SiteFixture.of("sites/minimal").edit("content/site.yaml", text -> text + "\nindexing: none\n");
        assertThat(site.build().text("robots.txt")).contains("Disallow: /*.pdf$", "Disallow: /*.epub$");
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String letters(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
    }
}
