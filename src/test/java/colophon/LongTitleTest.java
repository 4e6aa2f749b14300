package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chrome.ChromeDriver;

/** Long titles in a real browser: no word of them is broken, and what leads to them is one line. Skipped where there is no Chromium. */
class LongTitleTest {
    private static final List<Integer> WIDTHS = List.of(320, 390, 1024, 1440);
    /** The words of the title that are in more than one line. */
    private static final String BROKEN = """
            const title = document.querySelector('h1');
            const broken = [];
            const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              for (const word of walker.currentNode.data.matchAll(/[^\\s-]+/g)) {
                const range = document.createRange();
                range.setStart(walker.currentNode, word.index);
                range.setEnd(walker.currentNode, word.index + word[0].length);
                if (new Set([...range.getClientRects()].map(rect => Math.round(rect.top))).size > 1) {
                  broken.push(word[0]);
                }
              }
            }
            return broken;""";

    @Test
    void breaksNoWord() {
        SiteFixture site = SiteFixture.of("sites/minimal").overlay("real/long-title");
        site.publish().isClean();
        ChromeDriver browser = Chromium.start();
        try {
            for (int width : WIDTHS) {
                browser.executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
                for (String page : List.of("index.html", "about/index.html")) {
                    browser.get(site.folder()
                            .resolve("public")
                            .resolve(page)
                            .toUri()
                            .toString());
                    String where = page + " at " + width;
                    assertThat((List<?>) browser.executeScript(BROKEN))
                            .as(where)
                            .isEmpty();
                    assertThat(
                                    browser.executeScript(
                                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                            .as(where)
                            .isEqualTo(0L);
                    assertThat((Long) browser.executeScript("const trail = document.querySelector('.breadcrumbs ol');"
                                    + "return trail === null ? 0 : Math.round(trail.getBoundingClientRect().height)"))
                            .as(where)
                            .isLessThan(40);
                }
            }
        } finally {
            browser.quit();
        }
    }
}
