package colophon.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.SiteFixture;
import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.model.Digest;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.SitePath;
import colophon.write.PendingRenames.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where files are replaced one by one, the next command finishes what was begun, and the notes of it are trusted no more than any input. */
class PendingRenamesTest {
    private static final Map<String, String> OLD =
            Map.of("a.html", "old", "b/c.html", "old", "gone/d.html", "d", "same.html", "s");
    private static final Map<String, String> NEW =
            Map.of("a.html", "new", "b/c.html", "new", "e/f.html", "new", "same.html", "s");

    @TempDir
    private Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private Path real;
    private Path output;
    private Problems problems = new Problems();
    private List<String> remarks = List.of();

    @BeforeEach
    void publishThroughALink() throws IOException {
        real = Files.createDirectory(folder.resolve("real"));
        output = Files.createSymbolicLink(folder.resolve("public"), real);
        assertThat(publish(OLD)).isTrue();
        assertThat(remarks).containsExactly("public was replaced file by file, because it is a symbolic link.");
    }

    @AfterEach
    void tearDown() {
        workers.shutdown();
    }

    @Test
    void everyFileIsReplaced() throws IOException {
        assertThat(publish(NEW)).isTrue();
        isWhole(NEW);
        assertThat(real.resolve("gone")).doesNotExist();
    }

    @Test
    void everyFileComesBackWhenOneCannotBePutInItsPlace() throws IOException {
        Map<String, String> before = SiteFixture.snapshot(real);
        PendingRenames renames = new PendingRenames(real);
        // Somebody puts a folder with something in it where the last file is to go.
        Files.createDirectories(real.resolve("e/f.html/full"));
        assertThatThrownBy(() -> replace(renames, NEW)).isInstanceOf(IOException.class);
        assertThat(renames.isTorn()).isFalse();
        WorkPlace.delete(real.resolve("e"));
        assertThat(SiteFixture.snapshot(real)).isEqualTo(before);
        assertThat(publish(NEW)).isTrue();
        isWhole(NEW);
    }

    /** Killed after any number of renames: what the folder holds then, whatever became of the notes. */
    @ParameterizedTest
    @ValueSource(strings = {"whole", "zeros", "half", "random", "missing", "a folder"})
    void noStateOfTheNotesStopsTheNextBuild(String notes) throws IOException {
        for (int done = 0; done <= 4; done++) {
            assertThat(publish(OLD)).isTrue();
            killAfter(done);
            spoil(real.resolve(".colophon-pending/renames"), notes);
            new SiteWriter(output, "public", WrittenFiles::none).recover();
            assertThat(real.resolve(".colophon-pending")).doesNotExist();
            if (notes.equals("whole")) {
                isWhole(NEW);
            }
            assertThat(publish(NEW)).as(messages().toString()).isTrue();
            isWhole(NEW);
        }
    }

    private static void spoil(Path notes, String how) throws IOException {
        byte[] whole = Files.readAllBytes(notes);
        switch (how) {
            case "zeros" -> Files.write(notes, new byte[64]);
            case "half" -> Files.write(notes, java.util.Arrays.copyOf(whole, whole.length / 2));
            case "random" -> Files.write(notes, "Colophon renames 1 \uFFFD\n".getBytes(StandardCharsets.UTF_8));
            case "missing" -> Files.delete(notes);
            case "a folder" -> {
                Files.delete(notes);
                Files.createDirectory(notes);
            }
            default -> assertThat(whole).isNotEmpty();
        }
    }

    /** What a build leaves that is killed when so many files are in their places. */
    private void killAfter(int done) throws IOException {
        PendingRenames renames = new PendingRenames(real);
        Path last = real.resolve("e/f.html");
        Files.createDirectories(last.resolve("full"));
        // Not even what was done can be undone: as a kill leaves it.
        Path pending = real.resolve(PendingRenames.FOLDER);
        Path copy = folder.resolve("copy");
        List<Step> steps = steps(NEW);
        stage(renames, NEW);
        Manifest both = manifest(NEW).and(manifest(OLD));
        Files.write(pending.resolve("new").resolve(Manifest.FILE), manifest(NEW).bytes());
        WorkPlace.delete(last);
        WorkPlace.delete(last.getParent());
        StringBuilder lines = new StringBuilder();
        for (Step step : steps) {
            lines.append(line(step));
        }
        lines.append(line(new Step(
                Manifest.FILE,
                OptionalLong.of(Digest.of(both.bytes())),
                OptionalLong.of(Digest.of(manifest(NEW).bytes())))));
        writeNotes(lines.toString());
        Files.write(real.resolve(Manifest.FILE), both.bytes());
        for (Step step : steps.subList(0, done)) {
            Path target = real.resolve(step.path());
            if (step.after().isPresent()) {
                Files.createDirectories(target.getParent());
                Files.move(
                        pending.resolve("new").resolve(step.path()),
                        target,
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(target);
            }
        }
        assertThat(copy).doesNotExist();
    }

    private void writeNotes(String lines) throws IOException {
        Files.writeString(
                real.resolve(".colophon-pending/renames"),
                "Colophon renames 1 " + Digest.hex(Digest.of(lines)) + "\n" + lines);
    }

    private static String line(Step step) {
        return text(step.before()) + " " + text(step.after()) + " " + step.path() + "\n";
    }

    private static String text(OptionalLong digest) {
        return digest.isPresent() ? Digest.hex(digest.getAsLong()) : "-".repeat(16);
    }

    /** Notes with a right checksum are nothing to go by either: anybody can work it out. */
    @Test
    void forgedNotesDoNothing() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Path mine = Files.writeString(real.resolve("mine.txt"), "mine");
        Files.createSymbolicLink(real.resolve("out"), folder);
        Path fresh = Files.createDirectories(real.resolve(".colophon-pending/new"));
        Files.writeString(fresh.resolve("mine.txt"), "forged");
        Files.writeString(fresh.resolve("victim"), "forged");
        Files.createSymbolicLink(fresh.resolve("linked"), victim);
        OptionalLong forged = OptionalLong.of(Digest.of("forged"));
        OptionalLong precious = OptionalLong.of(Digest.of("precious"));
        OptionalLong none = OptionalLong.empty();
        OptionalLong list = OptionalLong.of(Digest.of(Files.readAllBytes(real.resolve(Manifest.FILE))));
        StringBuilder lines = new StringBuilder();
        for (String path : List.of(
                "../victim",
                victim.toString(),
                "out/victim",
                "b/../../victim",
                "./../victim",
                "",
                "..",
                ".",
                "linked/x")) {
            lines.append(line(new Step(path, precious, none)));
            lines.append(line(new Step(path, precious, forged)));
            lines.append(line(new Step(path, none, forged)));
        }
        lines.append(line(new Step("mine.txt", forged, none))).append(line(new Step("mine.txt", none, forged)));
        lines.append(line(new Step(Manifest.FILE, list, none)));
        writeNotes(lines.toString().replace(Manifest.FILE + "\n", Manifest.FILE + "\n"));

        new SiteWriter(output, "public", WrittenFiles::none).recover();

        assertThat(victim).hasContent("precious");
        assertThat(mine).hasContent("mine");
        assertThat(folder.resolve("linked")).doesNotExist();
    }

    private void stage(PendingRenames renames, Map<String, String> site) throws IOException {
        Path fresh = renames.begin();
        for (Map.Entry<String, String> file : site.entrySet()) {
            Files.createDirectories(fresh.resolve(file.getKey()).getParent());
            Files.writeString(fresh.resolve(file.getKey()), file.getValue());
        }
    }

    private void replace(PendingRenames renames, Map<String, String> site) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        for (Map.Entry<String, String> file : site.entrySet()) {
            Files.createDirectories(work.resolve(file.getKey()).getParent());
            Files.writeString(work.resolve(file.getKey()), file.getValue());
        }
        renames.replace(
                work,
                steps(site),
                manifest(site).and(manifest(OLD)),
                manifest(site).bytes());
    }

    private static List<Step> steps(Map<String, String> site) {
        return PendingRenames.steps(
                List.of("a.html", "b/c.html", "e/f.html"),
                List.of("gone/d.html"),
                manifest(site).digestsByPath(),
                manifest(OLD).digestsByPath());
    }

    private static Manifest manifest(Map<String, String> site) {
        Map<String, Long> digests = new TreeMap<>();
        site.forEach((path, text) -> digests.put(path, Digest.of(text)));
        return new Manifest("name", digests);
    }

    private void isWhole(Map<String, String> site) throws IOException {
        assertThat(SiteFixture.published(real)).isEqualTo(site);
    }

    private boolean publish(Map<String, String> site) throws IOException {
        problems = new Problems();
        OutputTree tree = new OutputTree();
        new TreeMap<>(site)
                .forEach((path, text) -> tree.add(OutputFile.of(new SitePath(path), text, "a test"), problems));
        SiteWriter writer = new SiteWriter(output, "public", WrittenFiles::none);
        writer.check(folder.resolve("site"), problems);
        boolean published = !problems.hasErrors()
                && writer.write(tree, "name", workers, () -> !problems.hasErrors(), problems)
                        .isPresent();
        remarks = writer.remarks();
        return published;
    }

    private List<String> messages() {
        return problems.sorted().stream().map(Problem::message).toList();
    }
}
