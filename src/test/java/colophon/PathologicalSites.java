package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.read.PathologicalMarkdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Builds a site for each kind of pathological text, which takes many minutes: {@code src/test/attack}. What fails, hangs or takes longer than
 * a text of its length may is listed.
 */
class PathologicalSites {
    private static final int CHARS = Integer.getInteger("attack.chars", 1_000_000);
    private static final String KIND = System.getProperty("attack.kind", "");
    /** Of a million characters that are plain, a build takes some seconds. */
    private static final double MAX_SECONDS = 60;

    @Test
    void areBuiltOrRefusedInTime() {
        List<String> wrong = new ArrayList<>();
        PathologicalMarkdown.all().forEach((name, texts) -> {
            if (!name.contains(KIND)) {
                return;
            }
            SiteFixture site = SiteFixture.of("sites/minimal")
                    .change("content/brief.md", "---\ntitle: Brief\nsummary: S.\n---\n\nText.\n")
                    .change(
                            "content/report/01-why.md",
                            "---\ntitle: Why\nsummary: S.\n---\n\n" + texts.apply(CHARS) + "\n");
            long begun = System.nanoTime();
            try {
                site.build();
            } catch (RuntimeException | Error e) {
                wrong.add(name + ": " + e);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.println(String.format(Locale.ROOT, "%8.1f s  %s", seconds, name));
            if (seconds > MAX_SECONDS) {
                wrong.add(name + ": " + seconds + " s");
            }
        });
        assertThat(wrong).isEmpty();
    }
}
