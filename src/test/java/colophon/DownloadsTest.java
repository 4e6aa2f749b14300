package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture.Built;
import colophon.model.SitePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Files to keep say of themselves what their pages say of them, and are made again only when they would be others. */
class DownloadsTest {
    private static final String VIETNAM = "content/case-studies/vietnam.md";
    private static final String[] WITH_VIETNAM = {
        "making water-and-power-for-printing.pdf",
        "making water-and-power-vietnam.pdf",
        "making water-and-power.epub",
        "making water-and-power.pdf"
    };

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final SiteFixture site = SiteFixture.of("sites/complete")
            .edit("content/report/01-one.md", text -> text.replace("😀", ":-)"))
            .with(this::listening);

    /** With downloads, and an ear for what takes long. */
    private BuildOptions listening(BuildOptions given) {
        return new BuildOptions(
                given.site(),
                given.output(),
                given.shownOutput(),
                given.address(),
                given.release(),
                given.strict(),
                true,
                told::add);
    }

    private List<String> made() {
        List<String> made =
                told.stream().filter(it -> it.startsWith("making ")).sorted().toList();
        told.clear();
        return made;
    }

    @Test
    void onlyWhatHoldsAnEditedTextIsMadeAgain() throws IOException {
        site.publish().isClean();
        assertThat(made()).hasSizeGreaterThan(3);
        site.publish().isClean();
        assertThat(made()).isEmpty();
        site.edit(VIETNAM, text -> text + "\nWord.\n");
        Built again = site.publish().isClean();
        assertThat(made()).containsExactly(WITH_VIETNAM);
        assertThat(SiteFixture.published(site.folder().resolve("public")))
                .isEqualTo(site.build().contents());
        assertThat(again.result().written().orElseThrow().made())
                .extracting(it -> it.path().value())
                .contains("water-and-power.pdf", "case-studies/vietnam/water-and-power-vietnam.pdf")
                .doesNotContain("case-studies/asean/water-and-power-asean.pdf", "brief/water-and-power-brief.pdf");
    }

    @Test
    void aLongerTextDoesNotTouchOtherFiles() {
        site.publish().isClean();
        made();
        // Other pages say how many minutes it takes to read; paper does not.
        site.edit(VIETNAM, text -> text + "\nWord.".repeat(1000) + "\n");
        site.publish().isClean();
        assertThat(made()).containsExactly(WITH_VIETNAM);
    }

    @Test
    void aNewCaseStudyDoesNotTouchOtherFiles() {
        site.publish().isClean();
        made();
        site.change(
                "content/case-studies/zimbabwe.md",
                site.text(VIETNAM).replace("VN", "ZW").replaceAll("\\{#[a-z-]+}", ""));
        site.publish();
        assertThat(made())
                .contains("making water-and-power-zimbabwe.pdf")
                .doesNotContain("making water-and-power-asean.pdf");
    }

    @Test
    void aDocumentThatListsCaseStudiesIsMadeAgainWhenOneHasAnotherTitle() throws IOException {
        String template = Files.readString(SiteFixture.project().resolve("templates/print/edition.ftlh"));
        site.change(
                "templates/print/edition.ftlh",
                template.replace(
                        "</body>", "<#list publication.caseStudies as study><p>${study.title}</p></#list></body>"));
        site.publish().isClean();
        made();
        site.edit("content/case-studies/asean.md", text -> text.replaceFirst("title: .*", "title: Another title"));
        site.publish();
        assertThat(made()).contains("making water-and-power-vietnam.pdf");
        assertThat(SiteFixture.published(site.folder().resolve("public")))
                .isEqualTo(site.build().contents());
    }

    @Test
    void aDamagedFileIsMadeOnceMore() throws IOException {
        site.publish().isClean();
        byte[] before = Files.readAllBytes(site.folder().resolve("public/water-and-power.pdf"));
        made();
        try (var files = Files.list(site.folder().resolve(".colophon/files"))) {
            for (Path file : files.filter(it -> it.getFileName().toString().startsWith("edition-"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        Files.delete(site.folder().resolve("public/water-and-power.pdf"));
        site.publish();
        assertThat(made()).containsExactly("making water-and-power.pdf");
        assertThat(site.folder().resolve("public/water-and-power.pdf")).hasBinaryContent(before);
    }

    @Test
    void pagesAndFilesNameTheirSource() throws IOException {
        site.edit("content/publication.yaml", text -> text + "version: 1.10\n");
        Built built = site.build().isClean();
        for (String[] work : new String[][] {
            {"index.html", "water-and-power.pdf"},
            {"brief/index.html", "brief/water-and-power-brief.pdf"},
            {"case-studies/vietnam/index.html", "case-studies/vietnam/water-and-power-vietnam.pdf"}
        }) {
            Document page = Jsoup.parse(built.text(work[0]));
            String source = page.select("meta[name=publication-source]").attr("content");
            assertThat(source).matches("sha256:[0-9a-f]{64}");
            assertThat(page.select("meta[name=publication-version]").attr("content"))
                    .isEqualTo("1.10");
            String shown = source.substring(7, 19);
            assertThat(page.select(".downloads-source").text()).isEqualTo("Version 1.10, source " + shown);
            try (PDDocument pdf = Loader.loadPDF(built.bytes(work[1]))) {
                assertThat(pdf.getDocumentInformation().getCustomMetadataValue("Source"))
                        .isEqualTo(source);
                assertThat(pdf.getDocumentInformation().getCustomMetadataValue("Version"))
                        .isEqualTo("1.10");
                String xmp = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
                assertThat(xmp)
                        .contains("<dc:source>" + source + "</dc:source>")
                        .contains("<xmpMM:VersionID>1.10</xmpMM:VersionID>");
                assertThat(new PDFTextStripper().getText(pdf)).contains("Version 1.10. Source " + shown);
            }
        }
        assertThat(built.text("report/one/index.html")).doesNotContain("publication-source");
        String source = Jsoup.parse(built.text("index.html"))
                .select("meta[name=publication-source]")
                .attr("content");
        EpubBook book = EpubBook.of(built.bytes("water-and-power.epub"));
        assertThat(book.description().select("meta[property=dcterms:source]").text())
                .isEqualTo(source);
        assertThat(book.description()
                        .select("meta[property=dcterms:hasVersion]")
                        .text())
                .isEqualTo("1.10");
        assertThat(book.document("imprint.xhtml").text()).contains("Version 1.10. Source " + source.substring(7, 19));
    }

    /** Readers who look for the report find it; who prints it finds its file behind what is for readers. */
    @Test
    void thePageOffersTheFileForPrintingHousesApart() {
        Document page = Jsoup.parse(site.build().isClean().text("index.html"));
        Element offer = page.selectFirst(".for-printing");
        assertThat(offer.select("a").attr("href")).isEqualTo("water-and-power-for-printing.pdf");
        assertThat(offer.select(".button-details").text()).matches("PDF, English, [0-9.]+ [kM]B, \\d+ pages");
        assertThat(page.select("a.button[href*=for-printing]")).isEmpty();
        assertThat(page.select("a[href*=for-printing]")).hasSize(1);
    }

    @Test
    void theSourceIsAnotherWhenAnythingInItIs() {
        site.edit("content/report/01-one.md", text -> text + "\n![A river](../figures/river.svg)\n")
                .change("content/figures/river.svg", river("M0 0h9"));
        String first = source();
        site.change("content/figures/river.svg", river("M0 1h9"));
        String second = source();
        assertThat(second).isNotEqualTo(first);
        site.change("site-assets/css/print-edition.css", "p { color: red }");
        assertThat(source()).isEqualTo(second);
        site.edit("content/pages/about.md", text -> text + "\nMore.\n");
        assertThat(source()).isEqualTo(second);
        site.edit("content/report/01-one.md", text -> text + "\nMore.\n");
        assertThat(source()).isNotEqualTo(second);
    }

    private static String river(String path) {
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='" + path + "' stroke='#000'/></svg>";
    }

    private String source() {
        return site.build().isClean().result().tree().orElseThrow().files().stream()
                .filter(file -> file.path().value().equals("index.html"))
                .map(file -> Jsoup.parse(file.text())
                        .select("meta[name=publication-source]")
                        .attr("content"))
                .findFirst()
                .orElseThrow();
    }

    /** The quick way of a preview makes no PDF; its button tells the size again when there is one. */
    @Test
    void aPreviewShowsTheNewSourceWithTheNewFile() throws IOException {
        try (LiveSite live = new LiveSite(listening(BuildOptions.of(site.folder())))) {
            live.open();
            live.makeTheRest().ifPresent(live::show);
            String before = shown(live);
            assertThat(before).isNotEmpty();
            made();
            site.edit(VIETNAM, text -> text + "\nWord.\n");
            live.update(Set.of(), Set.of());
            assertThat(made()).isEmpty();
            live.makeTheRest().ifPresent(live::show);
            assertThat(made()).containsExactly(WITH_VIETNAM);
            assertThat(shown(live)).isNotEqualTo(before);
        }
    }

    private static String shown(LiveSite live) {
        SitePath page = new SitePath("case-studies/vietnam/index.html");
        return Optional.of(live.state().bytes(page).orElseThrow())
                .map(bytes -> Jsoup.parse(new String(bytes, StandardCharsets.UTF_8))
                        .select(".downloads-source")
                        .text())
                .orElseThrow();
    }

    @Test
    void everyWorkHasACardOfItsOwn() throws IOException {
        site.edit("content/site.yaml", text -> text.replaceAll("(?m)^image.*\\n", ""));
        Built built = site.build().isClean();
        List<String> cards = new ArrayList<>();
        for (String page : List.of("", "brief/", "case-studies/vietnam/", "case-studies/asean/")) {
            Document html = Jsoup.parse(built.text(page + "index.html"));
            String card = html.select("meta[property=og:image]").attr("content");
            assertThat(card).matches("https://.*/assets/cards/[a-z0-9-]+-[0-9a-f]{8}\\.png");
            assertThat(html.select("meta[property=og:image:width]").attr("content"))
                    .isEqualTo("1200");
            assertThat(html.select("meta[property=og:image:height]").attr("content"))
                    .isEqualTo("630");
            assertThat(html.select("meta[property=og:image:alt]").attr("content"))
                    .startsWith("Title card: ");
            assertThat(html.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary_large_image");
            String file = card.substring(card.indexOf("assets/cards/"));
            assertThat(ImageIO.read(new ByteArrayInputStream(built.bytes(file))).getWidth())
                    .isEqualTo(1200);
            cards.add(card);
        }
        assertThat(cards).doesNotHaveDuplicates();
        assertThat(built.text("report/one/index.html")).contains(cards.get(0));
        site.publish().isClean();
        site.edit(VIETNAM, text -> text.replaceFirst("title: .*", "title: Viet Nam"));
        assertThat(site.publish().text("case-studies/vietnam/index.html")).doesNotContain(cards.get(2));
        assertThat(SiteFixture.published(site.folder().resolve("public")))
                .isEqualTo(site.build().contents());
    }

    @Test
    void thePictureThatAnAuthorChoseIsThatOfTheSite() {
        Built built = site.build().isClean();
        assertThat(built.text("index.html")).contains("/figures/card.png\"").doesNotContain("assets/cards/");
        assertThat(built.text("case-studies/vietnam/index.html")).contains("assets/cards/vietnam-");
        Built quick = site.with(BuildOptions::withoutDownloads).build();
        assertThat(quick.files().keySet()).noneMatch(path -> path.startsWith("assets/cards/"));
        assertThat(quick.text("case-studies/vietnam/index.html")).doesNotContain("assets/cards/");
    }

    @Test
    void theTitleOfTheWorkIsTypesetOnTheCardsOfItsParts() {
        Built built = SiteFixture.of("sites/minimal")
                .edit("content/publication.yaml", yaml -> yaml.replace("Water for All", "Nobody's Water -- \"Ours\""))
                .withDownloads()
                .build()
                .isClean();
        assertThat(built.text("brief/index.html")).contains("Brief · Nobody’s Water – “Ours”");
    }
}
