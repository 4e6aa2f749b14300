package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Builds on machines that have another number of processors, or where files cannot be written: the same bytes, or clear words and no harm. */
class MachineTest {
    private static final String CASE = "content/case-studies/north-110.md";
    private static final int TINY = 4096;

    @Test
    void givesTheSameBytesOnAnyNumberOfProcessors() throws IOException, InterruptedException {
        SiteFixture site = SiteFixture.of("sites/complete");
        try (RunningProgram one = buildOn(1, site);
                RunningProgram four = buildOn(4, site)) {
            assertThat(one.exitCode()).as(one.words()).isZero();
            assertThat(four.exitCode()).as(four.words()).isZero();
        }
        SortedMap<String, String> one = SiteFixture.tree(site.folder().resolve("on-1/public"));
        assertThat(one)
                .containsKey("water-and-power.pdf")
                .isEqualTo(SiteFixture.tree(site.folder().resolve("on-4/public")));
    }

    /** As on a system that the native library for WebP was not made for. */
    @Test
    void doesWithoutWebpInOneClearWord() throws IOException, InterruptedException {
        SiteFixture site = SiteFixture.of("sites/pictures");
        String output = site.folder().resolve("public").toString();
        List<String> nowhere = List.of("-Dcom.luciad.imageio.webp.tmpdir=/no/such/folder");
        try (RunningProgram build = RunningProgram.start(
                nowhere,
                "build",
                "--no-downloads",
                "--output",
                output,
                site.folder().toString())) {
            assertThat(build.exitCode()).as(build.words()).isZero();
            assertThat(build.words())
                    .startsWith("content: warning: no WebP files are made of the pictures: ")
                    .contains("\n1 warning\n")
                    .doesNotContain("luciad");
        }
        SortedMap<String, String> published = SiteFixture.published(Path.of(output));
        assertThat(published.keySet())
                .anyMatch(path -> path.endsWith(".jpg"))
                .noneMatch(path -> path.endsWith(".webp"));
        assertThat(published.get("brief/index.html")).contains("srcset=").doesNotContain("<picture>");
    }

    /** Several pictures of the largest size that is read, with room for one of them. */
    @Test
    void largePicturesNeedNotFitIntoMemoryTogether() throws IOException, InterruptedException {
        byte[] huge = SamplePictures.jpeg(new BufferedImage(7200, 5400, BufferedImage.TYPE_3BYTE_BGR));
        SiteFixture site = SiteFixture.of("sites/minimal");
        for (int i = 0; i < 3; i++) {
            String picture = "![A picture](figures/" + i + ".jpg)";
            site.change("content/figures/" + i + ".jpg", huge)
                    .edit("content/brief.md", text -> text.replaceFirst("\n\n", "\n\n" + picture + "\n\n"));
        }
        String output = site.folder().resolve("public").toString();
        List<String> small = List.of("-Xmx400m", "-XX:ActiveProcessorCount=4");
        try (RunningProgram build = RunningProgram.start(
                small,
                "build",
                "--no-downloads",
                "--output",
                output,
                site.folder().toString())) {
            assertThat(build.exitCode()).as(build.words()).isZero();
        }
        assertThat(SiteFixture.published(Path.of(output)).keySet().stream()
                        .filter(path -> path.matches("assets/figures/\\d-[0-9a-f]{8}-\\d+\\.jpg")))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    private static RunningProgram buildOn(int processors, SiteFixture site) throws IOException {
        Path output = site.folder().resolve("on-" + processors).resolve("public");
        return RunningProgram.start(
                List.of("-XX:ActiveProcessorCount=" + processors),
                "build",
                "--output",
                output.toString(),
                site.folder().toString());
    }

    @Test
    void needsNothingFromTheContentButToReadIt() throws IOException, InterruptedException {
        SiteFixture site = SiteFixture.of("sites/complete");
        Path content = site.folder().resolve("content");
        SortedMap<String, String> before = withTimes(content);
        allow(content, false);
        try (RunningProgram build = build(site, Integer.MAX_VALUE)) {
            assertThat(build.exitCode()).as(build.words()).isZero();
        } finally {
            allow(content, true);
        }
        // Who may do everything could write there all the same; this shows that nobody tried.
        assertThat(withTimes(content)).isEqualTo(before);
        assertThat(published(site)).isEqualTo(site.build().contents());
    }

    @Test
    void buildsWhereNothingCanBeRemembered() throws IOException, InterruptedException {
        SiteFixture site = SiteFixture.of("sites/minimal").change(".colophon", "a file is in the way of the folder");
        for (String edit : List.of("", "\nMore words.\n")) {
            site.edit("content/brief.md", text -> text + edit);
            try (RunningProgram build = build(site, Integer.MAX_VALUE)) {
                assertThat(build.exitCode()).isZero();
                assertThat(build.words())
                        .startsWith(site.folder().resolve("public")
                                + " was replaced file by file, because .colophon/ beside it cannot be written.\n"
                                + "The next build takes longer: .colophon/ cannot be written.\nPublished 9 pages to ");
            }
            assertThat(published(site)).isEqualTo(site.build().contents());
        }
        assertThat(site.text(".colophon")).isEqualTo("a file is in the way of the folder");
    }

    @Test
    void leavesNothingBehindWhenTheFirstSiteFindsNoRoom() throws IOException, InterruptedException {
        SiteFixture site = SiteFixture.of("sites/minimal");
        SortedMap<String, String> before = SiteFixture.tree(site.folder());
        try (RunningProgram build = build(site, TINY)) {
            assertThat(build.exitCode()).isEqualTo(3);
            assertThat(build.words()).matches(noRoom(site));
        }
        assertThat(withoutMemory(site)).isEqualTo(before);
    }

    @Test
    void leavesTheOldSiteWhenTheNewOneFindsNoRoom() throws IOException, InterruptedException {
        SiteFixture site = manyCases();
        site.publish().isClean();
        SortedMap<String, String> before = withoutMemory(site);
        String text = site.text(CASE);
        site.edit(CASE, it -> it + "\nMore words.\n");
        // Too little for the page, and enough for that but too little for the list of all files.
        for (long room : new long[] {TINY, size(site, "public/.colophon-manifest") - TINY}) {
            try (RunningProgram build = build(site, (int) room)) {
                assertThat(build.exitCode()).isEqualTo(3);
                assertThat(build.words()).matches(noRoom(site));
            }
        }
        site.change(CASE, text);
        assertThat(withoutMemory(site)).isEqualTo(before);
    }

    @Test
    void leavesTheOldSiteWhenTheListOfWhatToRemoveFindsNoRoom() throws IOException, InterruptedException {
        SiteFixture site = SiteFixture.of("sites/minimal");
        List<String> leaving = IntStream.range(100, 155)
                .mapToObj(i -> "content/case-studies/" + "n".repeat(220) + i + ".md")
                .toList();
        leaving.forEach(file -> site.change(file, "---\ntitle: C\nkind: institution\nsummary: S.\n---\n\nWords.\n"));
        site.publish().isClean();
        SortedMap<String, String> before = SiteFixture.tree(site.folder().resolve("public"));
        leaving.forEach(site::remove);
        try (RunningProgram build = build(site, 12_000)) {
            assertThat(build.exitCode()).isEqualTo(3);
            assertThat(build.words()).matches(noRoom(site));
        }
        assertThat(SiteFixture.tree(site.folder().resolve("public"))).isEqualTo(before);
        assertThat(beside(site)).containsExactly(".colophon", "content", "public");
    }

    @Test
    void publishesWhenOnlyTheMemoryFindsNoRoom() throws IOException, InterruptedException {
        SiteFixture site = manyCases();
        site.publish().isClean();
        long list = size(site, "public/.colophon-manifest");
        long pages = size(site, ".colophon/pages");
        long written = size(site, ".colophon/written-public");
        assertThat(List.of(list, pages, written)).isSorted();
        for (long room : new long[] {(list + pages) / 2, (pages + written) / 2}) {
            site.edit(CASE, text -> text + "\nMore words.\n");
            try (RunningProgram build = build(site, (int) room)) {
                assertThat(build.exitCode()).as(build.words()).isZero();
                assertThat(build.words())
                        .startsWith("The next build takes longer: .colophon/ cannot be written.\nPublished ");
            }
            assertThat(published(site)).isEqualTo(site.build().contents());
            assertThat(SiteFixture.snapshot(site.folder().resolve(".colophon")).keySet())
                    .filteredOn(file -> !file.startsWith("trees/"))
                    .containsExactlyInAnyOrder("CACHEDIR.TAG", ".gitignore", "pages", "time", "written-public");
        }
        assertThat(site.publish().isClean().result().remarks()).isEmpty();
        assertThat(published(site)).isEqualTo(site.build().contents());
    }

    /** A site whose memory is larger than any of the files that an edit of one page writes. */
    private static SiteFixture manyCases() {
        SiteFixture site = SiteFixture.of("sites/minimal");
        IntStream.range(100, 200)
                .forEach(i -> site.change(
                        "content/case-studies/north-" + i + ".md",
                        "---\ntitle: Case " + i + "\nkind: institution\nsummary: S.\n---\n\nWords.\n"));
        return site;
    }

    private static RunningProgram build(SiteFixture site, int mostBytes) throws IOException {
        return RunningProgram.startWithFilesUpTo(
                mostBytes, "build", "--no-downloads", site.folder().toString());
    }

    private static String noRoom(SiteFixture site) {
        String output = site.folder().resolve("public").toString();
        return Pattern.quote(output)
                + ": error: cannot write the site: \\S+ \\(\\d+ bytes\\): File too large \\[output-unwritable\\]\n"
                + "  help: make room or allow this user to write there, then run this again\n\n1 error\n"
                + Pattern.quote("Nothing was published; " + output + " is as it was.\n");
    }

    private static SortedMap<String, String> published(SiteFixture site) throws IOException {
        return SiteFixture.published(site.folder().resolve("public"));
    }

    private static SortedMap<String, String> withoutMemory(SiteFixture site) throws IOException {
        SortedMap<String, String> tree = SiteFixture.tree(site.folder());
        tree.keySet().removeIf(file -> file.startsWith(".colophon/"));
        return tree;
    }

    private static List<String> beside(SiteFixture site) throws IOException {
        try (Stream<Path> files = Files.list(site.folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static SortedMap<String, String> withTimes(Path folder) throws IOException {
        SortedMap<String, String> times = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.toList()) {
                times.put(file.toString(), String.valueOf(Files.getLastModifiedTime(file)));
            }
        }
        times.putAll(SiteFixture.tree(folder));
        return times;
    }

    private static void allow(Path folder, boolean writing) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.forEach(file -> assertThat(file.toFile().setWritable(writing)).isTrue());
        }
    }

    private static long size(SiteFixture site, String file) {
        try {
            return Files.size(site.folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
