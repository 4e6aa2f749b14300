package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture.Built;
import colophon.output.SlowFiles;
import colophon.write.WriteReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After an edit only what depends on it is made again, and a memory that cannot be trusted is not. */
class BuildMemoryTest {
    private static final String ONE = "content/report/01-one.md";
    private static final String TWO = "content/report/02-two.md";
    private static final String THREE = "content/report/03-three.md";

    private SiteFixture site;

    @BeforeEach
    void publish() {
        site = SiteFixture.of("sites/minimal")
                .change(ONE, "---\ntitle: One\nsummary: First.\n---\n\nSee [two](02-two.md).\n")
                .change(TWO, "---\ntitle: Two\nsummary: Second.\n---\n\n![A line](../figures/line.svg)\n")
                .change(THREE, "---\ntitle: Three\nsummary: Third.\n---\n\nText.\n")
                .change("content/figures/line.svg", svg(10));
        site.publish().isClean();
    }

    @Test
    void makesNothingWhenNothingChanged() throws IOException {
        Path page = site.folder().resolve("public/report/one/index.html");
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(page, time);
        Built again = site.publish().isClean();
        assertThat(made(again)).isEmpty();
        assertThat(report(again).written()).isZero();
        assertThat(Files.getLastModifiedTime(page)).isEqualTo(time);
    }

    @Test
    void makesAPageAgainWhenItsTextChanged() {
        site.edit(ONE, text -> text + "\nMore.\n");
        assertThat(made(site.publish())).containsExactly("report/one/index.html: [TEXT]");
    }

    @Test
    void makesWhatNamesAPageAgainWhenItsTitleChanged() {
        site.edit(TWO, text -> text.replace("title: Two", "title: Second"));
        assertThat(made(site.publish()))
                .containsExactly(
                        "index.html: [CHAPTERS]",
                        "report/index.html: [CHAPTERS]",
                        "report/three/index.html: [PLACE]",
                        "report/two/index.html: [TEXT]",
                        "report/why/index.html: [PLACE]");
    }

    @Test
    void makesAPageAgainWhenItsPictureHasAnotherSize() {
        site.change("content/figures/line.svg", svg(20));
        assertThat(made(site.publish())).containsExactly("report/two/index.html: [LINKS]");
    }

    @Test
    void makesOnlyTheGlossaryAgainWhenAMeaningChanged() {
        String glossary = "entries:\n  - term: Second text\n    abbreviation: ST\n    definition: %s\n";
        site.change("content/glossary.yaml", glossary.formatted("One."))
                .edit(ONE, text -> text + "\nThe ST is long.\n")
                .publish()
                .isClean();
        site.change("content/glossary.yaml", glossary.formatted("Two."));
        assertThat(made(site.publish())).containsExactly("glossary/index.html: [GLOSSARY]");
        site.change("content/glossary.yaml", glossary.formatted("Two.").replace("Second", "Other"));
        Built built = site.publish().isClean();
        assertThat(made(built)).contains("report/one/index.html: [TERMS]").doesNotContain("index.html: [TERMS]");
        assertThat(built.text("report/one/index.html")).contains("Other text</a> (<abbr>ST</abbr>)");
    }

    @Test
    void makesPagesOfAKindAgainWhenTheirTemplateChanged() {
        site.change("templates/pages/page.ftlh", "<!DOCTYPE html><title>${page.title}</title>");
        assertThat(made(site.publish())).containsExactly("about/index.html: [TEMPLATES]");
    }

    @Test
    void makesEveryPageAgainWhenAStyleOrASettingChanged() {
        site.change("site-assets/css/site.css", "p { margin: 0 }");
        int pages = site.publish().result().pages();
        site.edit("content/site.yaml", text -> text.replaceFirst("title: .*", "title: Other"));
        Built built = site.publish();
        assertThat(made(built)).hasSize(pages).allMatch(line -> line.endsWith("[SETTINGS]"));
    }

    @Test
    void makesOnlyWhatTheEndOfAnEmbargoChanges() {
        site.edit(THREE, text -> text.replace("title:", "embargo: 2026-12-01\ntitle:"));
        site.publish().isClean();
        assertThat(made(site.on("2026-11-29").publish().isClean())).isEmpty();
        assertThat(made(site.on("2026-11-30").publish().isClean())).isEmpty();
        assertThat(made(site.on("2026-12-01").publish().isClean()))
                .containsExactly(
                        "index.html: [CHAPTERS]",
                        "report/index.html: [CHAPTERS]",
                        "report/three/index.html: []",
                        "report/two/index.html: [PLACE]");
        assertThat(made(site.on("2026-12-02").publish().isClean())).isEmpty();
    }

    @Test
    void dropsAMemoryThatIsDamaged() throws IOException {
        SortedMap<String, String> before = published();
        for (String name : new String[] {"pages", "written-public"}) {
            Path file = site.folder().resolve(".colophon").resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            Built built = site.publish().isClean();
            assertThat(built.result().remarks()).containsExactly(".colophon/" + name + " is damaged and is not used.");
            assertThat(published()).isEqualTo(before);
            assertThat(site.publish().result().remarks()).isEmpty();
        }
    }

    @Test
    void dropsTheMemoryOfAnotherProgram() throws IOException {
        for (String name : new String[] {"pages", "written-public"}) {
            Path file = site.folder().resolve(".colophon").resolve(name);
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            Files.write(file, text.replaceFirst("\n1", "\n9").getBytes(StandardCharsets.ISO_8859_1));
        }
        Built built = site.publish().isClean();
        assertThat(built.result().remarks())
                .containsExactly("What is in .colophon/ is from another version of Colophon or Java and is not used.");
        assertThat(made(built)).isNotEmpty();
    }

    @Test
    void isNotMisledByTheMemoryOfABuildBeforeOneThatWasKilled() throws IOException {
        Path memory = site.folder().resolve(".colophon/written-public");
        byte[] ofFirst = Files.readAllBytes(memory);
        String text = site.text(ONE);
        SortedMap<String, String> first = published();
        site.edit(ONE, it -> it + "\nMore.\n").publish().isClean();
        // Killed after it had published and before it could note so.
        Files.write(memory, ofFirst);
        site.change(ONE, text).publish().isClean();
        assertThat(published()).isEqualTo(first);
    }

    @Test
    void buildsWithoutAMemory() throws IOException {
        SortedMap<String, String> before = published();
        try (Stream<Path> files = Files.walk(site.folder().resolve(".colophon"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(site.folder().resolve(".colophon"), "a file is in the way");
        Built built = site.publish().isClean();
        assertThat(built.result().remarks())
                .containsExactly("The next build takes longer: .colophon/ cannot be written.");
        site.edit(ONE, text -> text + "\nMore.\n");
        assertThat(site.publish().isClean().result().remarks())
                .containsExactly(
                        "public was replaced file by file, because .colophon/ beside it cannot be written.",
                        "The next build takes longer: .colophon/ cannot be written.");
        site.edit(ONE, text -> text.replace("\nMore.\n", "")).publish().isClean();
        assertThat(published()).isEqualTo(before);
    }

    @Test
    void seesAnEditThatLeavesSizeAndTimeAsTheyWere() throws IOException {
        Path file = site.folder().resolve(ONE);
        FileTime time = Files.getLastModifiedTime(file);
        site.edit(ONE, text -> text.replace("First.", "Frist."));
        Files.setLastModifiedTime(file, time);
        assertThat(made(site.publish())).contains("report/one/index.html: [TEXT]");
    }

    @Test
    void tellsAWarningEachTime() {
        site.edit(ONE, text -> text + "\n[^lost]: Nobody asks.\n");
        String first = site.publish().problems();
        assertThat(first).contains("footnote-unused");
        assertThat(site.publish().problems()).isEqualTo(first);
    }

    @Test
    void tellsAWarningOfACheckEachTime() {
        site.edit(ONE, text -> text + "\n#### Too deep\n");
        String first = site.publish().problems();
        assertThat(first).contains("heading-skipped");
        assertThat(site.publish().problems()).isEqualTo(first);
        site.edit(TWO, text -> text + "\nMore.\n");
        assertThat(site.publish().problems()).isEqualTo(first);
    }

    @Test
    void tellsOfAPageThatWasNotEditedWhatBrokeInAnother() {
        site.edit(ONE, text -> text + "\nSee [a part of it](02-two.md#part).\n")
                .edit(TWO, text -> text + "\n## Part\n");
        site.publish().isClean();
        site.edit(THREE, text -> text + "\nMore.\n").publish().isClean();
        site.edit(TWO, text -> text.replace("## Part", "## Whole"));
        assertThat(site.publish().problems()).contains(ONE, "link-anchor-missing");
        site.edit(TWO, text -> text.replace("## Whole", "## Part")).publish().isClean();
        site.remove("content/figures/line.svg");
        assertThat(site.publish().problems()).contains(TWO, "image-missing");
    }

    @Test
    void tellsOfALinkToAPageThatBecameADraft() {
        site.publish().isClean();
        site.edit(TWO, text -> text.replace("title:", "draft: true\ntitle:"));
        assertThat(site.publish().problems()).contains(ONE, "draft-linked");
    }

    @Test
    void publishesAPictureAsLongAsAPageUsesIt() {
        String picture = "![A line](../figures/line.svg)";
        site.edit(THREE, text -> text + picture).publish().isClean();
        site.edit(TWO, text -> text.replace(picture, "Text.")).publish().isClean();
        assertThat(site.folder().resolve("public/assets/figures")).isNotEmptyDirectory();
        site.edit(THREE, text -> text.replace(picture, "More."));
        String unused = site.publish().problems();
        assertThat(unused).contains("content/figures/line.svg", "file-unused");
        assertThat(site.folder().resolve("public/assets/figures")).doesNotExist();
        site.edit(ONE, text -> text + "\nMore.\n");
        assertThat(site.publish().problems()).isEqualTo(unused);
        site.edit(ONE, text -> text + picture).publish().isClean();
        assertThat(site.folder().resolve("public/assets/figures")).isNotEmptyDirectory();
    }

    @Test
    void keepsPdfFilesWhenABuildLeavesThemOut() {
        site.withDownloads().publish().isClean();
        List<String> kept = slowFiles();
        assertThat(kept).anyMatch(name -> name.startsWith("edition-"));
        site.with(BuildOptions::withoutDownloads).publish().isClean();
        assertThat(slowFiles()).isEqualTo(kept);
    }

    @Test
    void previewLeavesNothingBehind() throws IOException {
        SiteFixture fresh = SiteFixture.of("sites/minimal");
        SortedMap<String, String> before = SiteFixture.snapshot(fresh.folder());
        try (LiveSite live =
                new LiveSite(BuildOptions.of(fresh.folder()).to(fresh.folder().resolve("public")))) {
            live.open();
            live.makeTheRest().ifPresent(live::show);
            assertThat(live.state().failed()).isFalse();
            assertThat(live.state().files().paths())
                    .anyMatch(path -> path.value().endsWith(".pdf"));
        }
        assertThat(SiteFixture.snapshot(fresh.folder())).isEqualTo(before);
        assertThat(fresh.folder().resolve(".colophon")).doesNotExist();
    }

    @Test
    void previewLetsGoOfPdfFilesThatNobodyWants() {
        LiveSlowFiles files = new LiveSlowFiles(BuildMemory.toLookAt(BuildOptions.of(site.folder())));
        for (String edit : List.of("one", "two", "three")) {
            files.keep(edit, new SlowFiles.Slow(new byte[0], List.of()));
            assertThat(files.find(edit)).isPresent();
            files.forgetTheRest();
            assertThat(files.names()).containsExactly(edit);
        }
    }

    private List<String> slowFiles() {
        try (Stream<Path> files = Files.list(site.folder().resolve(".colophon/files"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SortedMap<String, String> published() throws IOException {
        return new TreeMap<>(SiteFixture.snapshot(site.folder().resolve("public")));
    }

    private static WriteReport report(Built built) {
        return built.result().written().orElseThrow();
    }

    private static List<String> made(Built built) {
        return report(built).made().stream()
                .filter(made -> made.path().value().endsWith(".html"))
                .map(made -> made.path() + ": " + made.because())
                .toList();
    }

    private static String svg(int width) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width
                + "\" height=\"10\"><path d=\"M0 0h5\"/></svg>";
    }
}
