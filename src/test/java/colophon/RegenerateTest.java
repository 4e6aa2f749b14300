package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.model.Release;
import colophon.model.Release.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A site built again after edits, by another process or in a preview, is byte for byte the one a clean build gives, whatever was edited in
 * whatever order. Each sequence is named by its seed; {@code -Dregenerate.sequences=2000} tries more of them.
 */
class RegenerateTest {
    private static final int SEQUENCES = Integer.getInteger("regenerate.sequences", 300);
    private static final int EDITS = 10;
    /** Sequences of one test, which share nothing. */
    private static final int OF_ONE_TEST = 25;
    /** In every third sequence each edit comes with another day to publish for, while the preview shows everything with its marks. */
    private static final int DAYS_PASS = 3;

    private static final Release EVERYTHING = new Release(Purpose.PREVIEW, true, Optional.empty());

    static Stream<Integer> seeds() {
        return IntStream.iterate(0, first -> first < SEQUENCES, first -> first + OF_ONE_TEST)
                .boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheBytesOfACleanBuild(int first) {
        // Sequences have nothing to do with one another.
        IntStream.range(first, Math.min(first + OF_ONE_TEST, SEQUENCES))
                .parallel()
                .forEach(seed -> {
                    try {
                        sequence(seed);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static void sequence(int seed) throws IOException {
        RandomEdits edits = new RandomEdits(SiteFixture.of("sites/complete"), new Random(seed));
        SiteFixture site = edits.site();
        Path output = site.folder().resolve("public");
        edits.anotherDay();
        site.publish();
        boolean daysPass = seed % DAYS_PASS == 0;
        BuildOptions watched =
                BuildOptions.of(site.folder()).withoutDownloads().with(daysPass ? EVERYTHING : edits.release());
        LiveSite live = new LiveSite(watched.to(output));
        live.open();
        SortedMap<String, String> shown = contents(live);
        for (int i = 0; i < EDITS; i++) {
            String done = "seed " + seed + ": "
                    + edits.edit(live.state().failed())
                    + (daysPass ? " " + edits.anotherDay() : "");
            SortedMap<String, String> before = SiteFixture.snapshot(output);
            SiteFixture.Built again = site.publish();
            SiteFixture.Built clean = site.build();
            assertThat(again.problems()).as(done).isEqualTo(clean.problems());
            if (again.result().failed()) {
                assertThat(SiteFixture.snapshot(output)).as(done).isEqualTo(before);
            } else {
                assertThat(SiteFixture.published(output)).as(done).isEqualTo(clean.contents());
            }
            // A preview may be practising while files are saved.
            live.practise(i);
            // Odd ones are told what was edited, as by a watcher; the others look at everything.
            live.update(seed % 2 == 0 ? Set.of() : edits.edited(), Set.of());
            live.makeTheRest().filter(LiveSite.Rest::isNews).ifPresent(live::show);
            SiteFixture.Built anew = daysPass ? site.build(watched) : clean;
            assertThat(live.state().failed()).as(done).isEqualTo(anew.result().failed());
            shown = live.state().failed() ? shown : anew.contents();
            assertThat(contents(live)).as(done + ", in the preview").isEqualTo(shown);
        }
        live.close();
    }

    private static SortedMap<String, String> contents(LiveSite live) {
        SortedMap<String, String> files = new TreeMap<>();
        LiveSite.State state = live.state();
        state.files()
                .paths()
                .forEach(path -> files.put(
                        path.value(), new String(state.bytes(path).orElseThrow(), StandardCharsets.ISO_8859_1)));
        return files;
    }
}
