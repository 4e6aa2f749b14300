package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part that is drawn once for many pages is on each of them what it would be if it were drawn for that page. */
class SharedPartsTest {
    /** Leads to all chapters, tells which one it is on, and asks for a list that pages are made again for. */
    private static final String FOOTER = """
            <#-- A foot with the chapters. -->
            <footer>
            <#list publication.chapters as chapter>
            <a href="${chapter.href}"<#if chapter.current> aria-current="page"</#if>>${chapter.title}</a>
            </#list>
            </footer>
            """;

    @ParameterizedTest
    @ValueSource(strings = {"sites/complete", "sites/minimal", "sites/apparatus"})
    void isWhatIncludingItWouldGive(String site) throws IOException {
        assertThat(SiteFixture.of(site).build().contents())
                .isEqualTo(including(SiteFixture.of(site)).build().contents());
    }

    @Test
    void leadsFromEachPageToTheRightPlace() throws IOException {
        assertThat(leadingToChapters().build().isClean().contents())
                .isEqualTo(including(leadingToChapters()).build().isClean().contents());
    }

    @Test
    void mayAskForThePage() {
        Map<String, String> pages = SiteFixture.of("sites/complete")
                .change(
                        "templates/partials/header.ftlh",
                        "<#-- A head. --><header>Head of ${page.shortTitle}</header>\n")
                .build()
                .contents();
        assertThat(pages.get("report/one/index.html")).contains("<header>Head of One</header>");
        assertThat(pages.get("brief/index.html")).contains("<header>Head of The Brief</header>");
    }

    @Test
    void whatItShowsIsDrawnAgain() {
        SiteFixture site = leadingToChapters();
        site.publish();
        site.edit("content/report/02-two.md", text -> text.replaceFirst("title: .*", "title: Another"));
        Map<String, String> again = site.publish().isClean().contents();
        assertThat(again.get("report/one/index.html")).contains(">Another</a>");
        assertThat(again)
                .isEqualTo(leadingToChapters()
                        .change("content/report/02-two.md", site.text("content/report/02-two.md"))
                        .build()
                        .contents());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${shared(\"partials/foot.ftlh\")}",
                "${shared ( '/partials/foot.ftlh' )}",
                "${shared(\"/partials/\" + \"foot.ftlh\")}",
                "<#assign draw = shared>${draw(\"/partials/foot.ftlh\")}",
                "<#include \"/partials/\" + \"foot.ftlh\">"
            })
    void isDrawnAgainWhenItsTemplateChanges(String call) {
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change("templates/pages/brief.ftlh", "<#-- A page. --><p>" + call + "</p>\n")
                .change("templates/partials/foot.ftlh", "<#-- A foot. -->Before");
        assertThat(site.publish().text("brief/index.html")).contains("Before");
        site.change("templates/partials/foot.ftlh", "<#-- A foot. -->Behind").publish();
        assertThat(site.text("public/brief/index.html")).contains("Behind");
    }

    private static SiteFixture leadingToChapters() {
        return SiteFixture.of("sites/complete")
                .edit("content/report/02-two.md", text -> text.replace("draft: true\n", ""))
                .change("templates/partials/footer.ftlh", FOOTER)
                .edit(
                        "content/site.yaml",
                        text -> text.replaceFirst("(?m)^notice:.*\n", "")
                                + "notice: See [the second](report/02-two.md) and [the case](case-studies/vietnam.md).\n");
    }

    private static SiteFixture including(SiteFixture site) throws IOException {
        for (String name : List.of("layout", "head")) {
            String path = "templates/partials/" + name + ".ftlh";
            String template = Files.readString(SiteFixture.project().resolve(path));
            String including = template.replaceAll("\\$\\{shared\\((\"[^\"]*\")\\)}<#rt>", "<#include $1>");
            assertThat(including).isNotEqualTo(template).doesNotContain("shared(");
            site.change(path, including);
        }
        return site;
    }
}
