package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A build that runs again, as with {@code --watch}, keeps parsed templates, but none that changed. */
class KeptTemplatesTest {
    private static final String FOOTER = "templates/partials/footer.ftlh";
    private static final String PAGE = "index.html";

    @Test
    void drawsWithATemplateAsItIsNow() {
        SiteFixture site = SiteFixture.of("sites/minimal").change(FOOTER, "<p>first</p>");
        assertThat(site.build().text(PAGE)).contains("<p>first</p>");
        site.change(FOOTER, "<p>other</p>");
        // What nobody needs is forgotten at any time, and read anew when somebody does.
        System.gc();
        assertThat(site.build().text(PAGE)).contains("<p>other</p>").doesNotContain("first");
        site.remove(FOOTER);
        assertThat(site.build().text(PAGE)).doesNotContain("<p>other</p>");
    }

    @Test
    void drawsWithATemplateThatIsAskedForByAnotherName() {
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change(FOOTER, "<#include \"/words/../words/one.ftlh\">")
                .change("templates/words/one.ftlh", "<p>first</p>");
        assertThat(site.build().text(PAGE)).contains("<p>first</p>");
        site.change("templates/words/one.ftlh", "<p>other</p>");
        assertThat(site.build().text(PAGE)).contains("<p>other</p>").doesNotContain("first");
    }

    @Test
    void tellsAMistakeAgainUntilItIsMended() {
        SiteFixture site = SiteFixture.of("sites/minimal").change(FOOTER, "<p>first</p>");
        site.build().isClean();
        site.change(FOOTER, "<#if>");
        String told = site.build().problems();
        assertThat(told).contains(FOOTER);
        assertThat(site.build().problems()).isEqualTo(told);
        site.change(FOOTER, "<p>first</p>");
        assertThat(site.build().isClean().text(PAGE)).contains("<p>first</p>");
    }
}
