package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms of the glossary are explained where a page first uses them. */
class GlossaryTest {
    static final String TERMS = """
            entries:
              - term: foreign direct investment
                abbreviation: FDI
                definition: Investment with a say.
              - term: memorandum of understanding
                plural: memoranda of understanding
                abbreviation: MOU
                definition: A promise.
              - term: the Association of States
                abbreviation: AS
                definition: Some states.
              - term: gravity model
                definition: It explains trade by distance.
            """;
    static final String TEXT = "\nOf FDI, MOUs and AS the gravity model knows. FDI is one.\n";

    private static String draw(String markdown) {
        String html = site(markdown).build().mainOf("about/index.html");
        int start = html.indexOf("<div class=\"prose\">\n") + "<div class=\"prose\">\n".length();
        return html.substring(start, html.indexOf("\n\n</div>", start))
                .replaceAll("(?s)<a class=\"term\" href=\"../glossary/index.html#term-([a-z-]*)\">(.*?)</a>", "<$1:$2>")
                .replaceAll("<abbr title=\"(.*?)\">(.*?)</abbr>", "{$2 $1}")
                .replaceAll("</?(p|abbr)>", "");
    }

    private static SiteFixture site(String markdown) {
        return SiteFixture.of("sites/minimal")
                .change("content/glossary.yaml", TERMS)
                .change("content/pages/about.md", "---\ntitle: About\nsummary: S.\n---\n\n" + markdown + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "FDI rose. Then FDI fell. | <fdi:Foreign direct investment> (FDI) rose. Then {FDI foreign direct investment} fell.",
                "In 2010 FDI rose. | In 2010 <fdi:foreign direct investment> (FDI) rose.",
                "One, e.g. FDI. | One, e.g. <fdi:foreign direct investment> (FDI).",
                "Why? FDI! | Why? <fdi:Foreign direct investment> (FDI)!",
                "Foreign direct investment (FDI) rose. | <fdi:Foreign direct investment> ({FDI foreign direct investment}) rose.",
                "*foreign direct investment* (FDI) | <em><fdi:foreign direct investment></em> ({FDI foreign direct investment})",
                "FDI (foreign direct investment) | {FDI foreign direct investment} (<fdi:foreign direct investment>)",
                "Money (FDI) rose. | Money (<fdi:foreign direct investment> [FDI]) rose.",
                "Some signed MOUs. | Some signed <mou:memoranda of understanding> (MOUs).",
                "Of AS. The AS. | Of <as:the Association of States> (AS). The {AS Association of States}.",
                "The AS meets. | The <as:Association of States> (AS) meets.",
                "FDI-led, FDI's | <fdi:FDI>-led, FDI’s",
                "Use FDI. FDI-led | Use <fdi:foreign direct investment> (FDI). {FDI foreign direct investment}-led",
                "Gravity model, gravity models | <gravity-model:Gravity model>, gravity models",
                "AFDI FDIX fdi A_FDI | AFDI FDIX fdi A_FDI",
                "`FDI` [FDI](../brief.md) | <code>FDI</code> <a href=\"../brief/index.html\">FDI</a>",
            })
    void termsAreExplainedWhereTheyAreFirstUsed(String markdown, String expected) {
        assertThat(draw(markdown)).isEqualTo(expected);
    }

    @Test
    void aTermMayStandInTwoLines() {
        assertThat(draw("Foreign direct\ninvestment (FDI) and a gravity\nmodel."))
                .isEqualTo(
                        "<fdi:Foreign direct\ninvestment> ({FDI foreign direct investment}) and a <gravity-model:gravity\nmodel>.");
    }

    @Test
    void headingsTablesAndCaptionsAreLeftAlone() {
        String html = draw("## FDI\n\n| FDI | b |\n| --- | --- |\n| FDI | c |\n[On FDI]\n\nSource: FDI.");
        assertThat(html).doesNotContain("term-fdi").doesNotContain("{FDI");
    }

    @Test
    void wordsAreCountedAsTheyAreWritten() {
        String text = "FDI's FDI-led FDI, (FDI) FDI; AS+3";
        SiteFixture site =
                site(text).change("templates/pages/page.ftlh", "<!DOCTYPE html><title>${page.words}</title>");
        assertThat(site.build().text("about/index.html")).contains("<title>6</title>");
        site.remove("content/glossary.yaml");
        assertThat(site.build().text("about/index.html")).contains("<title>6</title>");
    }

    @Test
    void theGlossaryIsSortedAndLeadsBack() throws Exception {
        SiteFixture.Built built = site(TEXT).build().isClean();
        String page = built.mainOf("glossary/index.html");
        assertThat(page.replaceAll("(?s).*?<dfn>(.*?)</dt>", "$1\n").replaceAll("<.*?>", ""))
                .startsWith(
                        "AS Association of States\nFDI Foreign direct investment\nGravity model\nMOU Memorandum of understanding\n");
        assertThat(page).contains("Used in <a href=\"../about/index.html\">About</a>");
        assertThat(built.text("index.html")).contains("<a href=\"glossary/index.html\">Glossary</a>");
        Map<String, byte[]> pages = new TreeMap<>();
        pages.put("glossary", built.bytes("glossary/index.html"));
        pages.put("about", built.bytes("about/index.html"));
        assertThat(HtmlValidator.check(pages)).isEmpty();
    }

    @Test
    void paperExpandsWithoutLinks() throws Exception {
        SiteFixture.Built built = SiteFixture.of("sites/minimal")
                .change("content/glossary.yaml", TERMS)
                .edit("content/brief.md", text -> text + TEXT)
                .withDownloads()
                .build()
                .isClean();
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(built.bytes("brief/water-brief.pdf"))) {
            String text =
                    new org.apache.pdfbox.text.PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(
                            "Of foreign direct investment (FDI), memoranda of understanding (MOUs) and the Association");
        }
    }
}
