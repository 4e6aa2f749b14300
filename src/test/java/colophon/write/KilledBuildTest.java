package colophon.write;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.RunningProgram;
import colophon.SiteFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever looks after a build was killed at any moment finds the old site or the new one, never a mixture. */
class KilledBuildTest {
    private static final int KILLS = 6;

    /** Every page is another, as after a new title. */
    @Test
    void leavesAWholeSiteWhenAllChanges() throws IOException, InterruptedException {
        leavesAWholeSite("content/site.yaml", "title: Water", "title: Wasser");
    }

    @Test
    void leavesAWholeSiteWhenAFewPagesChange() throws IOException, InterruptedException {
        leavesAWholeSite("content/report/101-chapter-1.md", "title: C 1", "title: Chapter 1");
    }

    private static void leavesAWholeSite(String file, String before, String after)
            throws IOException, InterruptedException {
        SiteFixture fixture = SiteFixture.of("sites/minimal");
        IntStream.range(0, 150)
                .forEach(i -> fixture.change(
                        "content/report/" + (100 + i) + "-chapter-" + i + ".md",
                        "---\ntitle: C " + i + "\nsummary: S.\n---\n\nText.\n"));
        Path output = fixture.folder().resolve("public");
        fixture.publish().isClean();
        Map<String, String> one = SiteFixture.snapshot(output);
        fixture.edit(file, text -> text.replace(before, after));
        long start = System.nanoTime();
        assertThat(build(fixture)).isZero();
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Map<String, String> two = SiteFixture.snapshot(output);
        assertThat(two.keySet()).isEqualTo(one.keySet());
        assertThat(two).isNotEqualTo(one);

        Random random = new Random(7);
        for (int i = 0; i < KILLS; i++) {
            boolean toOne = i % 2 == 0;
            fixture.edit(file, text -> toOne ? text.replace(after, before) : text.replace(before, after));
            try (RunningProgram killed = start(fixture)) {
                // Most of a build reads and draws; the last part of it writes.
                killed.runFor(whole / 2 + random.nextLong(whole * 2 / 3));
            }
            assertThat(SiteFixture.snapshot(output)).as("after kill " + i).isIn(one, two);
        }
        assertThat(build(fixture)).isZero();
        assertThat(SiteFixture.snapshot(output)).isEqualTo(two);
    }

    private static int build(SiteFixture fixture) throws IOException, InterruptedException {
        try (RunningProgram build = start(fixture)) {
            return build.exitCode();
        }
    }

    private static RunningProgram start(SiteFixture fixture) throws IOException {
        return RunningProgram.start(
                List.of(), "build", "--no-downloads", fixture.folder().toString());
    }
}
