package colophon.write;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import colophon.cache.Unpacker;
import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.model.Digest;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.SitePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site is published all or nothing, and somebody else's file is never touched. */
class SiteWriterTest {
    private static final String SITE = "https://example.org/ A site";

    @TempDir
    private Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private Path output;
    private Problems problems;
    private WrittenFiles memory = WrittenFiles.none();

    @BeforeEach
    void setUp() {
        output = folder.resolve("public");
        problems = new Problems();
    }

    @AfterEach
    void tearDown() {
        workers.shutdown();
    }

    @Test
    void writesTheWholeTree() throws IOException {
        WriteReport report = publish("a/index.html", "one", "b.txt", "two").orElseThrow();
        assertThat(List.of(report.files(), report.written(), report.removed())).containsExactly(2, 2, 0);
        assertThat(report.bytes()).isEqualTo(6);
        assertThat(output.resolve("a/index.html")).hasContent("one");
        assertThat(output.resolve("b.txt")).hasContent("two");
        assertThat(besides()).isEmpty();
    }

    @Test
    void removesWhatIsNoLongerPublishedAndKeepsTheTimesOfWhatDidNotChange() throws IOException {
        publish("same.txt", "same", "changed.txt", "old", "gone/index.html", "gone");
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(output.resolve("same.txt"), time);

        WriteReport report = publish("same.txt", "same", "changed.txt", "new").orElseThrow();
        assertThat(List.of(report.files(), report.written(), report.removed())).containsExactly(2, 1, 1);

        assertThat(Files.getLastModifiedTime(output.resolve("same.txt"))).isEqualTo(time);
        assertThat(output.resolve("changed.txt")).hasContent("new");
        assertThat(output.resolve("gone")).doesNotExist();
        assertThat(besides()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"notes.txt", "CNAME", ".git/config", ".git", "a/deep/down/mine.txt", ".DS_Store", "index.html"})
    void neverTouchesAFileItDidNotWrite(String name) throws IOException {
        publish("a/page.html", "page");
        Path foreign = output.resolve(name);
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "mine");
        Map<String, String> before = SiteFixture.snapshot(output);

        assertThat(publish("a/page.html", "new page")).isEmpty();

        assertThat(messages()).singleElement().asString().contains(name);
        assertThat(SiteFixture.snapshot(output)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notes.txt",
                "a/mine.txt",
                "a/b/mine.txt",
                "a/deep/down/mine.txt",
                "c/mine.txt",
                "empty/mine.txt",
                "c/empty/mine.txt"
            })
    void seesAFileInAFolderThatItKnows(String name) throws IOException {
        publish("a/page.html", "a", "a/b/page.html", "b", "c/d/page.html", "d");
        Files.createDirectories(output.resolve("empty"));
        Files.createDirectories(output.resolve("c/empty"));
        remember("a/page.html", "a", "a/b/page.html", "b", "c/d/page.html", "d");
        Path foreign = output.resolve(name);
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "mine");
        Map<String, String> before = SiteFixture.snapshot(output);

        assertThat(publish("a/page.html", "new", "a/b/page.html", "b", "c/d/page.html", "d"))
                .isEmpty();

        assertThat(messages()).containsExactly("it holds " + name + ", which Colophon did not write");
        assertThat(SiteFixture.snapshot(output)).isEqualTo(before);
    }

    @Test
    void seesWhatBecameOfTheFoldersThatItKnows() throws IOException {
        String[] site = {"a/page.html", "a", "b/page.html", "b", "c/d/page.html", "d", "e/page.html", "e"};
        publish(site);
        remember(site);
        Files.delete(output.resolve("a/page.html"));
        Files.delete(output.resolve("b/page.html"));
        Files.delete(output.resolve("b"));
        Files.move(output.resolve("c"), folder.resolve("moved"));
        WriteReport report = publish(site).orElseThrow();
        assertThat(List.of(report.files(), report.written(), report.removed())).containsExactly(4, 3, 0);
        assertThat(output.resolve("c/d/page.html")).hasContent("d");

        remember(site);
        Files.delete(output.resolve("c/d/page.html"));
        Files.delete(output.resolve("c/d"));
        Files.createSymbolicLink(output.resolve("c/d"), folder.resolve("moved/d"));
        assertThat(publish(site)).isEmpty();
        assertThat(messages()).containsExactly("it holds c/d, which Colophon did not write");
    }

    /** Whatever somebody does to the times of a folder. */
    @Test
    void seesAFileInAFolderWhoseTimeWasSetBack() throws IOException {
        publish("a/page.html", "a", "b/page.html", "b");
        remember("a/page.html", "a", "b/page.html", "b");
        FileTime time = Files.getLastModifiedTime(output.resolve("a"));
        Files.writeString(output.resolve("a/mine.txt"), "mine");
        Files.setLastModifiedTime(output.resolve("a"), time);
        assertThat(publish("a/page.html", "a", "b/page.html", "new")).isEmpty();
        assertThat(messages()).containsExactly("it holds a/mine.txt, which Colophon did not write");
        assertThat(output.resolve("a/mine.txt")).hasContent("mine");
    }

    @Test
    void seesAnEditThatKeepsSizeAndTime() throws IOException {
        publish("a/page.html", "old", "b/page.html", "b");
        remember("a/page.html", "old", "b/page.html", "b");
        Path page = output.resolve("a/page.html");
        FileTime time = Files.getLastModifiedTime(page);
        Files.writeString(page, "odd");
        Files.setLastModifiedTime(page, time);
        assertThat(publish("a/page.html", "new", "b/page.html", "b")).isEmpty();
        assertThat(messages()).containsExactly("somebody changed a/page.html after Colophon wrote it");
        assertThat(page).hasContent("odd");
    }

    /** Publishes what is there already, and keeps what there is to remember, as a later build will find it. */
    private void remember(String... pathsAndTexts) throws IOException {
        memory = WrittenFiles.unpack(
                new Unpacker(publish(pathsAndTexts).orElseThrow().memory().pack(Long.MAX_VALUE)));
        assertThat(memory.folders()).isNotEmpty();
    }

    @Test
    void refusesAFolderThatHasNoListOfOurs() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("thesis.docx"), "years of work");
        assertThat(publish("index.html", "x")).isEmpty();
        assertThat(output.resolve("thesis.docx")).hasContent("years of work");
    }

    @Test
    void doesNotTrustAListThatSomebodyTamperedWith() throws IOException {
        Files.writeString(folder.resolve("precious.txt"), "precious");
        publish("index.html", "x");
        Path manifest = output.resolve(Manifest.FILE);
        Files.writeString(
                manifest, Files.readString(manifest) + Digest.hex(Digest.of("precious")) + "  ../precious.txt\n");
        publish("index.html", "y");
        assertThat(folder.resolve("precious.txt")).hasContent("precious");
    }

    @Test
    void refusesAFileThatWasEditedInPlace() throws IOException {
        publish("index.html", "ours");
        Files.writeString(output.resolve("index.html"), "edited by hand");
        assertThat(publish("index.html", "ours again")).isEmpty();
        assertThat(output.resolve("index.html")).hasContent("edited by hand");
        assertThat(messages()).containsExactly("somebody changed index.html after Colophon wrote it");
    }

    @Test
    void refusesTheOutputOfAnotherSite() throws IOException {
        publish("index.html", "ours");
        assertThat(publish(folder.resolve("other"), "https://example.org/other/ Another", "index.html", "theirs"))
                .isEmpty();
        assertThat(messages()).containsExactly("it holds another site: A site (https://example.org/)");
        assertThat(output.resolve("index.html")).hasContent("ours");
        assertThat(publish(folder.resolve("site"), "https://example.org/r/ Another title", "index.html", "ours again"))
                .as("the same folder with another address and title")
                .isPresent();
    }

    @Test
    void makesFilesAgainThatAPowerCutEmptied() throws IOException {
        publish("a.html", "a", "b.html", "b");
        Files.write(output.resolve("a.html"), new byte[0]);
        Files.write(output.resolve("b.html"), new byte[7]);
        assertThat(publish("a.html", "a", "b.html", "b").orElseThrow().written())
                .isEqualTo(2);
        assertThat(output.resolve("b.html")).hasContent("b");
    }

    @Test
    void refusesALinkInTheOutput() throws IOException {
        publish("index.html", "x");
        Files.delete(output.resolve("index.html"));
        Files.writeString(folder.resolve("elsewhere.txt"), "x");
        Files.createSymbolicLink(output.resolve("index.html"), folder.resolve("elsewhere.txt"));
        assertThat(publish("index.html", "y")).isEmpty();
        assertThat(folder.resolve("elsewhere.txt")).hasContent("x");
    }

    @Test
    void publishesThroughALinkToTheFolder() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(output, real);
        assertThat(publish("index.html", "x")).isPresent();
        assertThat(Files.isSymbolicLink(output)).isTrue();
        assertThat(real.resolve("index.html")).hasContent("x");
    }

    @Test
    void leavesTheOldSiteWhenWritingFails() throws IOException {
        publish("index.html", "old", "b.html", "b");
        Map<String, String> before = SiteFixture.snapshot(output);

        assertThat(publish("index.html", "new", "x".repeat(300) + ".html", "a name no disk takes"))
                .isEmpty();

        assertThat(SiteFixture.snapshot(output)).isEqualTo(before);
        assertThat(messages()).singleElement().asString().startsWith("cannot write");
        assertThat(besides()).isEmpty();
    }

    @Test
    void bringsTheOldSiteBackAfterABuildWasKilledBetweenItsTwoRenames() throws IOException {
        publish("index.html", "old");
        Files.move(output, folder.resolve(".public.colophon-old"));
        Files.createDirectories(folder.resolve(".public.colophon-new/half"));

        new SiteWriter(output, "public", WrittenFiles::none).check(folder.resolve("site"), problems);

        assertThat(output.resolve("index.html")).hasContent("old");
        assertThat(publish("index.html", "new")).isPresent();
        assertThat(output.resolve("index.html")).hasContent("new");
        assertThat(besides()).isEmpty();
    }

    /** An older version of Colophon was killed while it renamed files one by one. */
    @Test
    void publishesOverWhatAnOlderVersionLeft() throws IOException {
        publish("a.html", "old", "b.html", "old", "gone/index.html", "old", "same.html", "same");
        // The list is written, one file is in its place, one is not.
        Path staging = Files.createDirectories(folder.resolve(".public.colophon-new"));
        Path old = Files.createDirectories(folder.resolve(".public.colophon-old"));
        Files.writeString(old.resolve("a.html"), "old");
        Files.move(output.resolve(Manifest.FILE), old.resolve(Manifest.FILE));
        Files.delete(output.resolve("a.html"));
        Files.writeString(output.resolve("a.html"), "new");
        Files.writeString(staging.resolve("b.html"), "new");
        TreeMap<String, Long> digests = new TreeMap<>();
        digests.put("a.html", Digest.of("new"));
        digests.put("b.html", Digest.of("new"));
        digests.put("same.html", Digest.of("same"));
        Files.write(output.resolve(Manifest.FILE), new Manifest("", digests).bytes());
        Files.writeString(folder.resolve(".public.colophon-orders"), "gone/index.html\n");

        assertThat(publish("a.html", "newer", "b.html", "newer", "same.html", "same"))
                .isPresent();

        assertThat(SiteFixture.published(output))
                .isEqualTo(Map.of("a.html", "newer", "b.html", "newer", "same.html", "same"));
        assertThat(output.resolve("gone")).doesNotExist();
        assertThat(besides()).isEmpty();
    }

    @Test
    void refusesToWriteOverTheContentOrTheFolderItIsIn() throws IOException {
        for (String name : List.of("content", "content/deep", ".", "..", "templates", "site-assets")) {
            problems = new Problems();
            Path site = Files.createDirectories(folder.resolve("site"));
            Files.createDirectories(site.resolve("content"));
            new SiteWriter(site.resolve(name), name, WrittenFiles::none).check(site, problems);
            assertThat(messages()).as(name).singleElement().asString().contains("what it is made from");
        }
    }

    private Optional<WriteReport> publish(String... pathsAndTexts) throws IOException {
        return publish(folder.resolve("site"), SITE, pathsAndTexts);
    }

    private Optional<WriteReport> publish(Path site, String name, String... pathsAndTexts) throws IOException {
        problems = new Problems();
        OutputTree tree = new OutputTree();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            tree.add(OutputFile.of(new SitePath(pathsAndTexts[i]), pathsAndTexts[i + 1], "a test"), problems);
        }
        SiteWriter writer = new SiteWriter(output, "public", () -> memory);
        writer.check(site, problems);
        return problems.hasErrors()
                ? Optional.empty()
                : writer.write(tree, name, workers, () -> !problems.hasErrors(), problems);
    }

    private List<String> messages() {
        return problems.sorted().stream().map(Problem::message).toList();
    }

    /** Working files that should not be there when it is done. */
    private List<String> besides() throws IOException {
        return SiteFixture.snapshot(folder).keySet().stream()
                .filter(name -> name.contains("colophon-") && !name.endsWith(Manifest.FILE))
                .toList();
    }
}
