package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Paragraphs have numbers where that is asked for, and ids that outlive edits elsewhere. */
class ParagraphNumbersTest {
    private static final String ONE = "One paragraph, of more words than make up its id.";
    private static final String TWO = "*Two* is the second [paragraph](../brief.md).";
    private static final Pattern NUMBER = Pattern.compile(
            "<p class=\"numbered\" id=\"(.*?)\"><a class=\"paragraph-number\" href=\"#(.*?)\" aria-label=\"Paragraph (\\d+)\">(\\d+)</a> ");

    private static SiteFixture site(String front, String text) {
        return SiteFixture.of("sites/minimal")
                .change(
                        "content/report/01-why.md",
                        "---\ntitle: Why\nsummary: S.\n" + front + "---\n\n" + text + "\n\n## Who shares it\n");
    }

    /** "1 p-abc" of each numbered paragraph. */
    private static List<String> numbers(SiteFixture site) {
        return NUMBER.matcher(site.build().isClean().mainOf("report/why/index.html"))
                .results()
                .peek(found -> assertThat(found.group(1) + found.group(3)).isEqualTo(found.group(2) + found.group(4)))
                .map(found -> found.group(3) + " " + found.group(1))
                .toList();
    }

    private static List<String> numbers(String... paragraphs) {
        return numbers(site("paragraph-numbers: true\n", String.join("\n\n", paragraphs)));
    }

    @Test
    void idsAreMadeFromTheFirstWords() {
        List<String> before = numbers(ONE, TWO);
        assertThat(before).hasSize(2).allMatch(number -> number.matches("[12] p-[0-9a-z]{6}"));
        String first = before.get(0).substring(2);
        String second = before.get(1).substring(2);
        assertThat(numbers("A new one.", TWO, ONE.replace("its id", "ids, or so")))
                .containsSubsequence("2 " + second, "3 " + first);
        assertThat(numbers("Two is the *second* [paragraph](../brief.md)!")).containsExactly("1 " + second);
        assertThat(numbers(ONE, ONE, "## P " + first.substring(2) + "\n\n" + ONE))
                .containsExactly("1 " + first + "-2", "2 " + first + "-3", "3 " + first + "-4");
    }

    @Test
    void onlyRunningTextIsNumbered() {
        String text =
                "- a list\n\n> a quotation\n\n![A line](../figures/line.svg)\n\nSource: nobody.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n"
                        + "Note: none.\n\n::: note\nA remark.\n:::\n\nNote: this is a paragraph.[^n]\n\n[^n]: A note.";
        SiteFixture site = site("paragraph-numbers: true\n", text)
                .change(
                        "content/figures/line.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><path d=\"M0 0\"/></svg>");
        assertThat(numbers(site)).hasSize(1);
    }

    @Test
    void thePublicationNumbersItsChaptersAndAPageMayDiffer() {
        String all = "paragraph-numbers: true\n";
        assertThat(numbers(site("", ONE))).isEmpty();
        SiteFixture site = site("", ONE).edit("content/publication.yaml", text -> text + all);
        assertThat(numbers(site)).hasSize(1);
        assertThat(site.build().mainOf("case-studies/netherlands/index.html")).contains("class=\"numbered\"");
        assertThat(site.build().mainOf("about/index.html")).doesNotContain("class=\"numbered\"");
        assertThat(numbers(
                        site("paragraph-numbers: false\n", ONE).edit("content/publication.yaml", text -> text + all)))
                .isEmpty();
    }

    @Test
    void linksLeadToParagraphsAlsoWhenTheyAreRemembered() {
        String id = numbers(ONE).get(0).substring(2);
        SiteFixture site = site("paragraph-numbers: true\n", ONE)
                .edit("content/brief.md", text -> text + "\nSee [there](report/01-why.md#" + id + ").\n");
        String page = site.publish().isClean().text("report/why/index.html");
        site.edit("content/pages/about.md", text -> text + "\nMore.\n");
        assertThat(site.publish().isClean().text("report/why/index.html")).isEqualTo(page);
        site.edit("content/publication.yaml", text -> text + "paragraph-numbers: true\n");
        assertThat(site.publish().isClean().text("case-studies/netherlands/index.html"))
                .contains("class=\"numbered\"");
    }

    @Test
    void paperHasTheNumbersToo() throws Exception {
        SiteFixture.Built built = site("paragraph-numbers: true\n", ONE + "\n\n" + TWO)
                .withDownloads()
                .build()
                .isClean();
        try (var pdf = org.apache.pdfbox.Loader.loadPDF(built.bytes("water.pdf"))) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("1 One paragraph")
                    .contains("2 Two is the second");
        }
    }
}
