package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bibliographies of real size. What grows with the square of its length takes minutes here. */
@Timeout(60)
class LargeBibliographyTest {
    private static final String ABSTRACT = "Words that no style prints. ".repeat(20);

    @Test
    void jsonOnOneLineIsReadInTimeThatGrowsWithItsLength() {
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change("content/references.json", json(4_000))
                .change("content/pages/about.md", page(1, 4_000));
        assertThat(site.build().files().get("about/index.html").text()).contains("A Study of River 7<");
    }

    @Test
    void aChapterMayHaveThousandsOfCitations() {
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change("content/references.json", json(640))
                .change("content/pages/about.md", page(2_000, 640));
        String html = site.build().files().get("about/index.html").text();
        assertThat(html.split("doc-noteref", -1)).hasSize(2_001);
    }

    private static String page(int citations, int works) {
        StringBuilder text = new StringBuilder("---\ntitle: About\nsummary: S.\n---\n");
        for (int i = 1; i <= citations; i++) {
            text.append(i % 5 == 1 ? "\n" : "")
                    .append("A claim [@w")
                    .append(i * 7 % works)
                    .append(", p. ")
                    .append(i)
                    .append("].\n");
        }
        return text.toString();
    }

    /** Every tenth work with characters beyond the basic plane, in front of all the others on the line. */
    private static String json(int works) {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < works; i++) {
            json.append(i == 0 ? "" : ", ")
                    .append("{\"id\": \"w")
                    .append(i)
                    .append("\", \"type\": \"book\", \"title\": \"A study of river ");
            json.append(i)
                    .append(i % 10 == 0 ? " \uD835\uDC65" : "")
                    .append("\", \"author\": [{\"family\": \"Rivera")
                    .append(i % 200);
            json.append("\", \"given\": \"Ada\"}], \"issued\": {\"date-parts\": [[")
                    .append(1950 + i % 70)
                    .append("]]}, ");
            json.append("\"publisher\": \"Example Press\", \"abstract\": \"")
                    .append(ABSTRACT)
                    .append("\"}");
        }
        return json.append("]").toString();
    }
}
