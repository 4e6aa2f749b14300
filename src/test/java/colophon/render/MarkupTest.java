package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template can do with a text is what it can do with FreeMarker's own HTML. */
class MarkupTest {
    private static final String PAGE = "---\ntitle: About\nsummary: What this is.\n---\n\n\"Ō\" & *é*.\n";
    private static final String BODY = "<p>“Ō” &amp; <em>é</em>.</p>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [${page.body}]                                                       | [BODY]
            <#assign kept>${page.body}</#assign>[${kept}]                        | [BODY]
            <#macro twice><#nested><#nested></#macro><@twice>${page.body}</@>    | BODYBODY
            [${page.body + "<"}]                                                 | [BODY&lt;]
            [${"<" + page.body}]                                                 | [&lt;BODY]
            [${page.body?markup_string}]                                         | [ESCAPED]
            [${page.body?markup_string?replace("em>", "b>")?no_esc}]             | [BOLD]
            [${page.body?esc}]                                                   | [BODY]
            [${page.body?has_content?c}]                                         | [true]
            [${page.body?is_markup_output?c}]                                    | [true]
            [<#noautoesc>${page.title + "<"}</#noautoesc>]                       | [About<]
            [${page.title + "'<"}]                                               | [About&#39;&lt;]
            """)
    void isWhatFreeMarkerWouldGive(String template, String html) {
        String escaped = BODY.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        assertThat(draw(template))
                .isEqualTo(html.replace("BODY", BODY)
                        .replace("ESCAPED", escaped)
                        .replace("BOLD", BODY.replace("em>", "b>")));
    }

    @Test
    void keepsEverySignOfALongText() {
        String words = "“Ō” 𝒳 – é. ".repeat(2000).strip();
        String page = PAGE.replace("\"Ō\" & *é*.", words);
        assertThat(SiteFixture.of("sites/minimal")
                        .change("content/pages/about.md", page)
                        .change("templates/pages/page.ftlh", "${page.body}")
                        .build()
                        .text("about/index.html"))
                .contains("<p>" + words + "</p>");
    }

    private static String draw(String template) {
        return SiteFixture.of("sites/minimal")
                .change("content/pages/about.md", PAGE)
                .change("templates/pages/page.ftlh", template)
                .build()
                .text("about/index.html")
                .replace("\n", "");
    }
}
