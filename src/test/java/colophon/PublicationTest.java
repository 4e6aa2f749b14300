package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Release;
import colophon.output.PdfText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The publication in {@code content/}, built whole, with its PDF files, as a strict build would publish it. */
class PublicationTest {
    private static final String REPORT_PDF = "article-ii-mandate.pdf";
    private static final String BRIEF_PDF = "brief/article-ii-mandate-brief.pdf";
    private static Map<String, OutputFile> files;

    @BeforeAll
    static void build() throws IOException {
        files = build(BuildOptions.of(SiteFixture.project()));
    }

    private static Map<String, OutputFile> build(BuildOptions options) throws IOException {
        BuildResult result = new Build(options).run();
        assertThat(result.problems()).as("a strict build has no problems").isEmpty();
        Map<String, OutputFile> built = new TreeMap<>();
        result.tree()
                .map(OutputTree::files)
                .orElseThrow()
                .forEach(file -> built.put(file.path().value(), file));
        return built;
    }

    @Test
    void everyPageIsValidHtml() throws Exception {
        Map<String, byte[]> html = new TreeMap<>();
        files.forEach((path, file) -> {
            if (path.endsWith(".html")) {
                html.put(path, file.bytes());
            }
        });
        assertThat(HtmlValidator.check(html)).isEmpty();
        byte[] broken = "<!DOCTYPE html><html lang=en><title>x</title><img src=x.png>".getBytes(StandardCharsets.UTF_8);
        assertThat(HtmlValidator.check(Map.of("broken.html", broken)))
                .as("the validator finds faults at all")
                .isNotEmpty();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        LinkedPages.check(files);
    }

    @Test
    void holdsTheWholePublication() {
        assertThat(files.keySet())
                .contains(
                        "index.html",
                        REPORT_PDF,
                        "report/index.html",
                        "brief/index.html",
                        BRIEF_PDF,
                        "404.html",
                        "about/index.html")
                .contains(
                        "authors/index.html",
                        "sitemap.xml",
                        "robots.txt",
                        ".nojekyll",
                        "favicon.ico",
                        "case-studies/index.html");
        for (String name : List.of("myanmar", "vietnam", "india", "south-korea", "regional-trade-architecture", "g7")) {
            assertThat(files).containsKey("case-studies/" + name + "/index.html");
        }
        assertThat(files.keySet().stream().filter(path -> path.matches("report/[^/]+/index.html")))
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void everyPageSaysThatThisIsADemonstration() {
        pages().forEach((path, page) -> {
            String notice = page.select(".notice").text();
            assertThat(notice).as(path).contains("demonstration edition").contains("not the authors’ words");
            assertThat(page.select(".notice a[href^=https://www.csis.org/]"))
                    .as(path)
                    .isNotEmpty();
            assertThat(page.select("meta[name=robots]").attr("content"))
                    .as(path)
                    .isEqualTo("noindex");
        });
    }

    @Test
    void caseStudiesAndChaptersHaveNotesFactsAndFigures() {
        pages().forEach((path, page) -> {
            boolean isCase = path.matches("case-studies/[^/]+/index.html");
            if (isCase || path.matches("report/[^/]+/index.html")) {
                assertThat(page.select("[role=doc-noteref]")).as(path).hasSizeGreaterThanOrEqualTo(5);
                assertThat(page.select("main figure table, main .timeline"))
                        .as(path)
                        .isNotEmpty();
            }
        });
    }

    @Test
    void buttonsSayWhatTheFilesAre() throws IOException {
        assertThat(button("index.html", "Download the Report")).isEqualTo(details(REPORT_PDF));
        assertThat(button("index.html", "Download the Brief")).isEqualTo(details(BRIEF_PDF));
        assertThat(button("brief/index.html", "Download the Brief")).isEqualTo(details(BRIEF_PDF));
    }

    private static String button(String page, String label) {
        return Jsoup.parse(files.get(page).text())
                .select("a:contains(" + label + ") .button-details")
                .text()
                .replace('\u00A0', ' ');
    }

    private static String details(String path) throws IOException {
        byte[] bytes = files.get(path).bytes();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            String size = bytes.length < 1_000_000
                    ? Math.round(bytes.length / 1e3) + " kB"
                    : String.format(Locale.ROOT, "%.1f MB", bytes.length / 1e6);
            return "PDF, English, " + size + ", " + pdf.getNumberOfPages() + " pages";
        }
    }

    /** Lines, columns and page breaks part the words of a PDF in their own way, so the words are counted, not the sentences. */
    @Test
    void pdfHoldsEveryWordOfThePages() throws IOException {
        Map<String, Long> printed = countWords(pdfText(REPORT_PDF));
        StringBuilder online = new StringBuilder();
        pages().forEach((path, page) -> {
            if (path.matches("(report|case-studies)/[^/]+/index.html")) {
                // Charts are drawings in print, their data stay on the web, and the works cited stand together.
                page.select(".sidenote, .note-call, .anchor, .backlink, .toc, #notes-heading, .works, .chart-data,"
                                + " .data-download, svg")
                        .remove();
                page.select("th, td, dt, dd").forEach(cell -> cell.appendText(" "));
                page.select(".prose .facts").removeClass("facts");
                page.select("h1, .standfirst, .facts dl, .prose")
                        .forEach(part -> online.append(part.wholeText()).append(' '));
            }
        });
        Map<String, Long> expected = countWords(online.toString());
        assertThat(expected).hasSizeGreaterThan(1500);
        List<String> missing = expected.entrySet().stream()
                .filter(word -> printed.getOrDefault(word.getKey(), 0L) < word.getValue())
                .map(word -> word + " in the pages, " + printed.getOrDefault(word.getKey(), 0L) + " in the PDF")
                .toList();
        assertThat(missing).isEmpty();
    }

    private static Map<String, Long> countWords(String text) {
        return Pattern.compile("\\p{L}+")
                .matcher(text)
                .results()
                .collect(Collectors.groupingBy(MatchResult::group, Collectors.counting()));
    }

    /** Running text stands close below whatever is above it: the printer once left the height of the notes empty. */
    @Test
    void pdfHasNoHolesInItsText() throws IOException {
        List<String> holes = new ArrayList<>();
        int[] lines = {0};
        for (String path : List.of(REPORT_PDF, BRIEF_PDF)) {
            try (PDDocument pdf = Loader.loadPDF(files.get(path).bytes())) {
                new PDFTextStripper() {
                    private float above;

                    @Override
                    protected void startPage(PDPage page) {
                        above = Float.MAX_VALUE;
                    }

                    @Override
                    protected void writeString(String text, List<TextPosition> letters) {
                        float y = letters.get(0).getYDirAdj();
                        boolean running = letters.get(0).getFont().getName().endsWith("SourceSerif4-Regular");
                        lines[0] += running ? 1 : 0;
                        if (running && y - above > 60 && getCurrentPageNo() > 1) {
                            holes.add(path + ", page " + getCurrentPageNo() + ": " + text);
                        }
                        above = y;
                    }
                }.getText(pdf);
            }
        }
        assertThat(holes).isEmpty();
        assertThat(lines[0]).isGreaterThan(700);
    }

    @Test
    void pdfTitlePageFollowsGoogleScholar() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(files.get(REPORT_PDF).bytes())) {
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            String text = first.getText(pdf);
            assertThat(words(text))
                    .contains(words("The Article II Mandate"))
                    .contains(words("Yoichi Funabashi"))
                    .contains(words("Matthew P. Goodman"));
            assertThat(text.lines().map(String::strip)).contains("November 28, 2018");
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-US");
        }
    }

    /** Letters and digits only: a PDF breaks lines and words where it must. */
    private static String words(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String pdfText(String path) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(files.get(path).bytes())) {
            PdfText text = new PdfText();
            // A line is drawn piece by piece; the rest of a broken word must follow it.
            text.setSortByPosition(true);
            return text.getText(pdf).replaceAll(PdfText.BROKEN + "\\s+", "");
        }
    }

    @Test
    void sameBytesInAnotherZoneAndLocale() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            Map<String, OutputFile> again = build(BuildOptions.of(SiteFixture.project()));
            assertThat(again.keySet()).isEqualTo(files.keySet());
            again.forEach((path, file) -> assertThat(
                            Arrays.equals(file.bytes(), files.get(path).bytes()))
                    .as(path)
                    .isTrue());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void landingPageBriefAndCasesAreReadyForScholarAndZotero() {
        pages().forEach((path, page) -> {
            boolean isWork = path.equals("index.html")
                    || path.equals("brief/index.html")
                    || path.matches("case-studies/[^/]+/index.html");
            assertThat(page.select("head meta[name=citation_title]")).as(path).hasSize(isWork ? 1 : 0);
            if (isWork) {
                assertThat(page.select("head meta[name=citation_author]"))
                        .as(path)
                        .isNotEmpty();
                assertThat(page.select("head meta[name=citation_publication_date]")
                                .attr("content"))
                        .as(path)
                        .isEqualTo("2018/11/28");
            }
            for (String property : List.of("og:title", "og:type", "og:url", "og:image")) {
                assertThat(page.select("head meta[property=" + property + "]"))
                        .as(path + " " + property)
                        .hasSize(1);
            }
        });
        Document landing = pages().get("index.html");
        assertThat(landing.select("meta[name=citation_author]").eachAttr("content"))
                .containsExactly("Funabashi, Yoichi", "Goodman, Matthew P.");
        String pdf = landing.select("meta[name=citation_pdf_url]").attr("content");
        assertThat(URI.create(pdf).resolve("."))
                .isEqualTo(URI.create(landing.select("link[rel=canonical]").attr("href")));
    }

    @Test
    void notFoundPageWorksAtAnyDepth() throws IOException {
        Map<String, OutputFile> built = build(new BuildOptions(
                SiteFixture.project(),
                Optional.empty(),
                "",
                Optional.of(URI.create("https://example.org/mandate/")),
                Release.usual(),
                true,
                false,
                m -> {}));
        Document page = Jsoup.parse(built.get("404.html").text());
        assertThat(page.select("a[href], link[rel=stylesheet]").eachAttr("href"))
                .allMatch(href -> href.startsWith("/mandate/") || href.startsWith("#") || href.contains(":"));
    }

    private static Map<String, Document> pages() {
        Map<String, Document> pages = new TreeMap<>();
        files.forEach((path, file) -> {
            if (path.endsWith(".html")) {
                pages.put(path, Jsoup.parse(file.text()));
            }
        });
        return pages;
    }
}
