package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Titles, summaries and facts with citations, notes and references: what pages show of others follows every edit. */
class HeadTextsTest {
    private final SiteFixture site = SiteFixture.of("real/heads");

    @Test
    void namesWhomASentenceCitesOnOtherPages() {
        site.publish();
        site.edit("content/references.bib", text -> text.replace("Roe, Ann", "Moe, Ann"));
        assertThat(again().mainOf("report/index.html")).contains("as Moe says; see Figure 1");
        assertThat(again().text("report/first/index.html"))
                .contains("<meta property=\"og:description\" content=\"Losses doubled, as Moe says; see Figure 1");
    }

    @Test
    void numbersFiguresOnOtherPages() {
        site.publish();
        site.edit(
                "content/report/01-first.md",
                text -> text.replace("![Bars]", "![Other](../figures/bars.svg \"A\")\n\n![Bars]"));
        assertThat(again().mainOf("index.html")).contains("See Figure 2.").doesNotContain("Figure 1");
    }

    @Test
    void citesWhereTheSummaryDoes() {
        site.publish();
        site.edit("content/report/02-second.md", text -> text.replace("\"Nothing", "\"As [@roe] has it, nothing"));
        assertThat(again().mainOf("references/index.html")).contains("second/index.html#ref-roe");
        site.edit("content/report/02-second.md", text -> text.replace(" [@doe]", ""));
        assertThat(again().mainOf("references/index.html")).doesNotContain("second/index.html#ref-doe");
    }

    /** What another process remembers of the pages gives the same, in the PDF too. */
    @Test
    void printsTheSameFromMemory() {
        SiteFixture printed = site.withDownloads();
        printed.publish();
        printed.edit("content/report/01-first.md", text -> text.replace("The port", "The harbour"));
        SiteFixture.Built again = printed.publish();
        assertThat(again.contents()).isEqualTo(printed.build().contents());
    }

    /** Built again it is what a clean build gives. */
    private SiteFixture.Built again() {
        SiteFixture.Built again = site.publish().isClean();
        assertThat(again.contents()).isEqualTo(site.build().contents());
        return again;
    }
}
