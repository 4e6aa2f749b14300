package colophon.write;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import colophon.cache.Unpacker;
import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.SitePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output folder and the version before it take turns; nothing in the hidden files stops a build, or comes into the site. */
class TwoTreesTest {
    private static final Map<String, String> ONE =
            site("a/page.html", "a1", "b/page.html", "b1", "same/page.html", "s");
    private static final Map<String, String> TWO =
            site("a/page.html", "a2", "b/page.html", "b1", "same/page.html", "s");
    private static final Map<String, String> THREE =
            site("a/page.html", "a2", "c/page.html", "c", "same/page.html", "s", "b", "a file now");

    @TempDir
    private Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private Path output;
    private Path hidden;
    private WrittenFiles memory = WrittenFiles.none();
    private Problems problems = new Problems();
    private List<String> remarks = List.of();

    @BeforeEach
    void setUp() {
        output = folder.resolve("public");
        hidden = folder.resolve(".colophon/trees/public/hidden");
    }

    @AfterEach
    void tearDown() {
        workers.shutdown();
    }

    @Test
    void theVersionBeforeIsHiddenAndSharesWhatDidNotChange() throws IOException {
        publish(ONE);
        assertThat(hidden).doesNotExist();
        Object first = Files.readAttributes(output, "unix:ino").get("ino");
        publish(TWO);
        assertThat(SiteFixture.published(hidden)).isEqualTo(ONE);
        assertThat(Files.readAttributes(hidden, "unix:ino")).containsEntry("ino", first);
        assertThat(Files.isSameFile(output.resolve("same/page.html"), hidden.resolve("same/page.html")))
                .isTrue();
        assertThat(Files.isSameFile(output.resolve("a/page.html"), hidden.resolve("a/page.html")))
                .isFalse();
        publish(THREE);
        assertThat(SiteFixture.published(hidden)).isEqualTo(TWO);
        assertThat(Files.readAttributes(output, "unix:ino")).containsEntry("ino", first);
        for (Map<String, String> site : List.of(ONE, ONE, THREE, TWO)) {
            publish(site);
        }
        assertThat(remarks).isEmpty();
    }

    /** What is remembered of both trees, as by another process, and longer ago than the clock of the disk is inexact. */
    @Test
    void whatIsRememberedIsNoLessTrue() throws IOException {
        for (Map<String, String> site :
                List.of(ONE, TWO, TWO, ONE, ONE, ONE, THREE, THREE, TWO, ONE, TWO, TWO, THREE)) {
            remember(site);
        }
    }

    @Test
    void emptyFoldersAndPermissionsStay() throws IOException {
        publish(ONE);
        Files.createDirectories(output.resolve("mine/inner"));
        Files.createDirectories(output.resolve("a/empty"));
        Files.setPosixFilePermissions(output, PosixFilePermissions.fromString("rwxrwx--x"));
        Files.setPosixFilePermissions(output.resolve("a"), PosixFilePermissions.fromString("rwx------"));
        for (Map<String, String> site : List.of(TWO, ONE, TWO)) {
            remember(site);
            assertThat(output.resolve("mine/inner")).isDirectory();
            assertThat(output.resolve("a/empty")).isDirectory();
            assertThat(mode(output)).isEqualTo("rwxrwx--x");
            assertThat(mode(output.resolve("a"))).isEqualTo("rwx------");
        }
        Files.delete(output.resolve("mine/inner"));
        Files.delete(output.resolve("mine"));
        remember(ONE);
        assertThat(output.resolve("mine")).doesNotExist();
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a file for the folder",
                "a file missing",
                "a folder missing",
                "a file edited",
                "a file replaced",
                "a file for a folder",
                "a link",
                "a list missing",
                "a list of zeros",
                "all gone",
                "work left",
                "put away"
            })
    void noStateOfHiddenFilesStopsABuildOrComesIntoTheSite(String what) throws IOException {
        remember(ONE);
        remember(TWO);
        remember(TWO);
        spoil(what);
        for (Map<String, String> site : List.of(THREE, TWO, ONE)) {
            remember(site);
        }
    }

    private void spoil(String what) throws IOException {
        Path page = hidden.resolve("same/page.html");
        switch (what) {
            case "a file for the folder" -> {
                WorkPlace.delete(hidden);
                Files.writeString(hidden, "a file");
            }
            case "a file missing" -> Files.delete(page);
            case "a folder missing" -> WorkPlace.delete(page.getParent());
            case "a file edited" -> Files.writeString(hidden.resolve("a/page.html"), "edited");
            case "a file replaced" -> {
                Files.delete(page);
                Files.writeString(page, "t");
            }
            case "a file for a folder" -> {
                WorkPlace.delete(page.getParent());
                Files.writeString(page.getParent(), "a file");
            }
            case "a link" -> {
                Files.delete(page);
                Files.createSymbolicLink(page, folder.resolve("elsewhere"));
            }
            case "a list missing" -> Files.delete(hidden.resolve(Manifest.FILE));
            case "a list of zeros" -> Files.write(hidden.resolve(Manifest.FILE), new byte[64]);
            case "all gone" -> WorkPlace.delete(folder.resolve(".colophon"));
            case "work left" -> Files.move(hidden, hidden.resolveSibling("work-1-1"));
            default -> Files.move(output, hidden.resolveSibling("away"));
        }
    }

    /** A shell or an editor may have the folder open when it is exchanged. */
    @Test
    void aFileSavedIntoTheHiddenVersionComesBack() throws IOException {
        publish(ONE);
        publish(TWO);
        Files.writeString(hidden.resolve("a/notes.txt"), "mine");
        assertThat(tryToPublish(THREE)).isEmpty();
        assertThat(messages()).containsExactly("it holds a/notes.txt, which Colophon did not write");
        assertThat(output.resolve("a/notes.txt")).hasContent("mine");
        Files.delete(output.resolve("a/notes.txt"));
        publish(THREE);
    }

    @Test
    void whatIsEditedWhileTheSiteIsMadeIsNotLost() throws IOException {
        publish(ONE);
        Path page = output.resolve("a/page.html");
        SiteWriter writer = new SiteWriter(output, "public", () -> memory);
        writer.check(folder.resolve("site"), problems);
        assertThat(writer.write(tree(TWO), "name", workers, () -> edit(page), problems))
                .isEmpty();
        assertThat(messages()).containsExactly("somebody changed a/page.html while the site was built");
        assertThat(page).hasContent("mine");
    }

    private static boolean edit(Path page) {
        try {
            Files.writeString(page, "mine");
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sitesWithinAreLeftAlone() throws IOException {
        publish(ONE);
        Path outer = output;
        output = outer.resolve("ja");
        publish(site("index.html", "japanese"));
        output = outer;
        assertThat(tryToPublish(TWO)).isPresent();
        assertThat(remarks)
                .containsExactly("public was replaced file by file, because it holds another site in .colophon, ja.");
        assertThat(output.resolve("ja/index.html")).hasContent("japanese");
        assertThat(tryToPublish(site("ja/about.html", "ours"))).isEmpty();
        assertThat(messages()).containsExactly("another site is where ja/about.html belongs");
    }

    @Test
    void saysWhoIsBuilding() throws IOException {
        publish(ONE);
        Path lock = folder.resolve(".colophon/trees/public/lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            Files.writeString(lock, "4711\n");
            assertThat(tryToPublish(TWO)).isEmpty();
            assertThat(messages()).containsExactly("another build is running here (process 4711)");
        }
        publish(TWO);
    }

    @Test
    void aBuildWhoseLockIsDeletedPublishesNothing() throws IOException {
        publish(ONE);
        SiteWriter writer = new SiteWriter(output, "public", () -> memory);
        writer.check(folder.resolve("site"), problems);
        Path lock = folder.resolve(".colophon/trees/public/lock");
        assertThat(writer.write(tree(TWO), "name", workers, () -> delete(lock), problems))
                .isEmpty();
        assertThat(messages())
                .containsExactly("cannot write the site: somebody deleted the lock while the site was built");
        assertThat(SiteFixture.published(output)).isEqualTo(ONE);
        publish(TWO);
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file) || true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next build in the same place, with what the one before remembered. */
    private void remember(Map<String, String> site) throws IOException {
        Optional<WriteReport> report = tryToPublish(site);
        assertThat(report).as(messages().toString()).isPresent();
        memory = WrittenFiles.unpack(new Unpacker(report.orElseThrow().memory().pack(Long.MAX_VALUE)));
        assertThat(SiteFixture.published(output)).isEqualTo(site);
    }

    private void publish(Map<String, String> site) throws IOException {
        assertThat(tryToPublish(site)).as(messages().toString()).isPresent();
        assertThat(SiteFixture.published(output)).isEqualTo(site);
        assertThat(leftOver()).isEmpty();
    }

    private List<String> leftOver() throws IOException {
        Path place = folder.resolve(".colophon/trees/public");
        try (Stream<Path> files = Files.exists(place, LinkOption.NOFOLLOW_LINKS) ? Files.list(place) : Stream.empty()) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !List.of("hidden", "lock", "site").contains(name))
                    .toList();
        }
    }

    private Optional<WriteReport> tryToPublish(Map<String, String> site) throws IOException {
        problems = new Problems();
        SiteWriter writer = new SiteWriter(output, "public", () -> memory);
        writer.check(folder.resolve("site"), problems);
        Optional<WriteReport> report = problems.hasErrors()
                ? Optional.empty()
                : writer.write(tree(site), "name", workers, () -> !problems.hasErrors(), problems);
        remarks = writer.remarks();
        return report;
    }

    private OutputTree tree(Map<String, String> site) {
        OutputTree tree = new OutputTree();
        site.forEach((path, text) -> tree.add(OutputFile.of(new SitePath(path), text, "a test"), problems));
        return tree;
    }

    private List<String> messages() {
        return problems.sorted().stream().map(Problem::message).toList();
    }

    private static Map<String, String> site(String... pathsAndTexts) {
        Map<String, String> site = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            site.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return site;
    }
}
