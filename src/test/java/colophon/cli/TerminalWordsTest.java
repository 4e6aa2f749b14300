package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code preview}, {@code build --watch} and {@code build --verbose} say, to the letter; only numbers that are never the same are masked. */
class TerminalWordsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ONE = "content/report/01-one.md";
    private static final String TWO = "content/report/02-two.md";
    private static final String READY = "Preview at http://127.0.0.1:PORT/water/   (Ctrl-C ends it)\n";
    private static final String PUBLISHED =
            "Published 11 pages to SITE/public (N files, N MB, N new or changed) in N s."
                    + " Look at it: SITE/public/index.html\n";
    private static final String MISTAKE = """
            content/report/01-one.md:6:5: error: no page or file named "nowhere.md" [link-target-missing]
              | See [nowhere](nowhere.md).
              |     ^^^^^^^^^^^^^^^^^^^^^
              help: links name the Markdown file, starting from the folder of this one

            1 error
            """;
    private static final String EVERY_PAGE = Stream.of(
                    "404.html",
                    "about/",
                    "authors/",
                    "brief/",
                    "case-studies/",
                    "case-studies/netherlands/",
                    "",
                    "report/",
                    "report/one/",
                    "report/two/",
                    "report/why/")
            .map(page -> "  /" + page + " was made again: REASON\n")
            .collect(Collectors.joining());

    private final StringWriter terminal = new StringWriter();
    private SiteFixture site;
    private Thread running;
    private int heard;

    @BeforeEach
    void write() throws IOException {
        site = SiteFixture.of("sites/minimal")
                .change(ONE, chapter("One", "First words."))
                .change(TWO, chapter("Two", "See [one](01-one.md)."))
                .change("content/figures/line.svg", svg(10))
                .edit(TWO, text -> text + "\n![A line](../figures/line.svg)\n");
        for (String folder : List.of("templates/pages", "site-assets/css")) {
            Files.createDirectories(site.folder().resolve(folder));
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        if (running != null) {
            running.interrupt();
            running.join(PATIENCE.toMillis());
            assertThat(running.isAlive()).as("goes on when it is interrupted").isFalse();
            hear("");
        }
    }

    @Test
    void previewTellsOfAText() throws IOException {
        preview();
        edit(ONE, "First words", "Other words");
        hear("""
                content/report/01-one.md changed: 1 page made again in N ms
                  /report/one/ was made again: its own text
                """);
    }

    @Test
    void previewTellsOfATitle() throws IOException {
        preview();
        edit(TWO, "title: Two", "title: Second");
        hear("""
                content/report/02-two.md changed: 4 pages made again in N ms
                  / was made again: the list of chapters
                  /report/ was made again: the list of chapters
                  /report/two/ was made again: its own text
                  /report/why/ was made again: its place or a page beside it
                """);
    }

    @Test
    void previewTellsOfASetting() throws IOException {
        preview();
        edit("content/publication.yaml", "title: Water for All", "title: Water for Everybody");
        hear("content/publication.yaml changed: 11 pages made again in N ms\n"
                + EVERY_PAGE.replace("REASON", "site.yaml or publication.yaml, a page in the menus"));
    }

    @Test
    void previewTellsOfATemplate() throws IOException {
        preview();
        save("templates/pages/page.ftlh", "<!DOCTYPE html><title>${page.title}</title>");
        hear("""
                templates/pages/page.ftlh is new: 1 page made again in N ms
                  /about/ was made again: a template
                """);
        edit("templates/pages/page.ftlh", "page.title", "site.title");
        hear("""
                templates/pages/page.ftlh changed: 1 page made again in N ms
                  /about/ was made again: a template
                """);
    }

    @Test
    void previewTellsOfAStyle() throws IOException {
        preview();
        save("site-assets/css/site.css", "p { margin: 0 }");
        hear("site-assets/css/site.css is new: 11 pages made again in N ms\n"
                + EVERY_PAGE.replace("REASON", "a style, script, font or icon"));
    }

    @Test
    void previewTellsOfAPicture() throws IOException {
        preview();
        save("content/figures/line.svg", svg(20));
        hear("""
                content/figures/line.svg changed: 1 page made again, 1 file copied in N ms
                  /report/two/ was made again: a page or picture it refers to
                """);
    }

    @Test
    void previewTellsOfANewPageAndOfItsEnd() throws IOException {
        preview();
        save("content/report/03-three.md", chapter("Three", "Third words."));
        hear("""
                content/report/03-three.md is new: 1 page made, 3 made again in N ms
                  / was made again: the list of chapters
                  /report/ was made again: the list of chapters
                  /report/three/ was made
                  /report/two/ was made again: its place or a page beside it
                """);
        site.remove("content/report/03-three.md");
        hear("""
                content/report/03-three.md was deleted: 3 pages made again in N ms
                  / was made again: the list of chapters
                  /report/ was made again: the list of chapters
                  /report/two/ was made again: its place or a page beside it
                """);
    }

    @Test
    void previewTellsOfAMistakeUntilItIsMended() throws IOException {
        preview();
        edit(ONE, "First words", "See [nowhere](nowhere.md)");
        hear(MISTAKE + "content/report/01-one.md changed: the last version without errors is still shown.\n");
        edit("content/brief.md", "A note.", "Another note.");
        hear(MISTAKE + "content/brief.md changed: the last version without errors is still shown.\n");
        edit(ONE, "See [nowhere](nowhere.md)", "Other words");
        hear("""
                content/report/01-one.md changed: 2 pages made again in N ms; all is well again
                  /brief/ was made again: its own text
                  /report/one/ was made again: its own text
                """);
    }

    @Test
    void previewTellsAWarningOnceAndThenCountsIt() throws IOException {
        preview();
        edit(ONE, "First words.", "First words.\n\n[^lost]: Nobody asks.");
        hear("""
                content/report/01-one.md:8:1: warning: nothing refers to the note "lost" [footnote-unused]
                  | [^lost]: Nobody asks.
                  | ^^^^^^
                  help: write [^lost] where it belongs, or remove it

                1 warning
                content/report/01-one.md changed: 1 page made again in N ms
                  /report/one/ was made again: its own text
                """);
        edit("content/brief.md", "A note.", "Another note.");
        hear("""
                content/brief.md changed: 1 page made again in N ms; 1 warning as before
                  /brief/ was made again: its own text
                """);
    }

    @Test
    void previewTellsOfAFileThatItDoesNotFollow() throws IOException {
        preview();
        Files.createSymbolicLink(site.folder().resolve("content/pages/link.md"), Path.of("about.md"));
        hear("""
                content/pages/link.md: warning: a symbolic link is not followed [file-link-refused]
                  help: put the file itself here

                1 warning
                content/pages/link.md is new: no page had to be made again (N ms)
                """);
    }

    @Test
    void previewThatBeginsWithAMistakeSaysThatThereIsNothingToShow() throws IOException {
        site.edit(ONE, text -> text.replace("First words", "See [nowhere](nowhere.md)"));
        start("preview", "--no-downloads", "--port", "4900");
        hear(MISTAKE + "Nothing can be shown until this is mended.\n" + READY.replace("/water/", "/"));
        edit("content/brief.md", "A note.", "Another note.");
        hear(MISTAKE + "content/brief.md changed: nothing can be shown until this is mended.\n");
        edit(ONE, "See [nowhere](nowhere.md)", "Other words");
        hear("content/report/01-one.md changed: 11 pages made, N files copied in N ms; all is well again\n");
    }

    @Test
    void previewTellsWhenPdfFilesAreReady() {
        start("preview", "--verbose", "--port", "4900");
        hear(READY + """
                Pictures and downloads are ready: 4 pages made again in N ms
                  /brief/ was made again: a download it offers
                  /case-studies/netherlands/ was made again: a download it offers
                  / was made again: a download it offers, the list of downloads
                  /report/ was made again: the list of downloads
                """);
    }

    @Test
    void watchTellsWhatItPublishes() throws IOException {
        start("build", "--no-downloads", "--watch");
        hear(PUBLISHED + "Waiting for changes   (Ctrl-C ends it)\n");
        edit(ONE, "First words", "Other words");
        hear("content/report/01-one.md changed: 1 page made again, 1 file published in N ms\n");
        save("content/report/03-three.md", chapter("Three", "Third words."));
        hear("content/report/03-three.md is new: 1 page made, 3 made again, 5 files published in N ms\n");
        site.remove("content/report/03-three.md");
        hear("content/report/03-three.md was deleted: 3 pages made again, 4 files published, 1 file removed in N ms\n");
    }

    @Test
    void watchTellsOfAMistakeUntilItIsMended() throws IOException {
        start("build", "--no-downloads", "--watch", "--verbose");
        hear(EVERY_PAGE.replace("  /", "/").replace(" again: REASON", "") + PUBLISHED
                + "Waiting for changes   (Ctrl-C ends it)\n");
        edit(ONE, "First words", "See [nowhere](nowhere.md)");
        hear(MISTAKE + "content/report/01-one.md changed: nothing was published; SITE/public is as it was.\n");
        edit(ONE, "See [nowhere](nowhere.md)", "First words");
        hear("content/report/01-one.md changed: no file is different (N ms); all is well again\n");
    }

    @Test
    void watchIsNotDisturbedByWhatIsNoPartOfTheSite() throws IOException {
        start("build", "--no-downloads", "--watch");
        hear(PUBLISHED + "Waiting for changes   (Ctrl-C ends it)\n");
        save("content/report/.01-one.md.swp", "an editor's own file");
        edit(ONE, "First words", "Other words");
        hear("content/report/01-one.md changed: 1 page made again, 1 file published in N ms\n");
    }

    @Test
    void watchFinishesTheBuildInWhichItIsInterrupted() throws IOException, InterruptedException {
        running = new Thread(() -> {
            Thread.currentThread().interrupt();
            run("build", "--no-downloads", "--watch", site.folder().toString());
        });
        running.start();
        running.join(PATIENCE.toMillis());
        hear(PUBLISHED + "Waiting for changes   (Ctrl-C ends it)\n");
        assertThat(SiteFixture.published(site.folder().resolve("public")))
                .isEqualTo(site.build().contents());
    }

    /** A chapter is drawn when the front page can be looked at already. */
    @Test
    void previewTellsOfAMistakeThatDrawingFinds() throws IOException {
        save("templates/pages/chapter.ftlh", "<p>\n${nothing}\n</p>\n");
        start("preview", "--no-downloads", "--port", "4900");
        hear(READY + """
                templates/pages/chapter.ftlh:2:3: error: there is no value for "nothing" [template-invalid]
                  | ${nothing}
                  |   ^^^^^^^
                  note: content/report/01-one.md:2:8: while drawing this page
                  help: templates/README.md lists what a template may use

                1 error
                Nothing can be shown until this is mended.
                """);
        save("templates/pages/chapter.ftlh", "<p>${page.title}</p>\n");
        hear("templates/pages/chapter.ftlh changed: 11 pages made, N files copied in N ms; all is well again\n");
    }

    /** Somewhere in what an edit causes, from before it is noticed to after it is told. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 6, 8, 12, 16, 24})
    void previewFinishesTheEditInWhichItIsInterrupted(int milliseconds) throws IOException, InterruptedException {
        preview();
        edit("content/publication.yaml", "title: Water for All", "title: Water for Everybody");
        TimeUnit.MILLISECONDS.sleep(milliseconds);
        running.interrupt();
        running.join(PATIENCE.toMillis());
        String whole = "content/publication.yaml changed: 11 pages made again in N ms\n"
                + EVERY_PAGE.replace("REASON", "site.yaml or publication.yaml, a page in the menus");
        assertThat(said()).isIn("", whole);
        heard = terminal.toString().length();
    }

    @Test
    void buildTellsWhyItMadeEachPage() {
        assertThat(run("build", "--no-downloads", "--verbose", site.folder().toString()))
                .isZero();
        hear(EVERY_PAGE.replace("  /", "/").replace(" again: REASON", "") + PUBLISHED);
        site.edit(TWO, text -> text.replace("title: Two", "title: Second"));
        assertThat(run("build", "--no-downloads", "--verbose", site.folder().toString()))
                .isZero();
        hear("""
                / was made again: the list of chapters
                /report/ was made again: the list of chapters
                /report/two/ was made again: its own text
                /report/why/ was made again: its place or a page beside it
                """ + PUBLISHED);
    }

    private static String svg(int width) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width
                + "\" height=\"10\"><path d=\"M0 0h5\"/></svg>";
    }

    private void preview() {
        start("preview", "--no-downloads", "--verbose", "--port", "4900");
        hear(READY);
    }

    private void edit(String file, String words, String others) throws IOException {
        assertThat(site.text(file)).contains(words);
        save(file, site.text(file).replace(words, others));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String chapter(String title, String text) {
        return "---\ntitle: " + title + "\nsummary: About it.\n---\n\n" + text + "\n";
    }

    /** Runs a command that goes on, as it would in a terminal. */
    private void start(String... arguments) {
        String[] words = Stream.concat(
                        Stream.of(arguments), Stream.of(site.folder().toString()))
                .toArray(String[]::new);
        running = new Thread(() -> run(words));
        running.start();
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(terminal, true);
        return Main.run(out, out, () -> false, arguments);
    }

    /** Saves as an editor does, in one step: a file that is seen half written would be a mistake of its own. */
    private void save(String file, String text) throws IOException {
        site.change("draft", text);
        Files.move(site.folder().resolve("draft"), site.folder().resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits for what is to be said since the last time. */
    private void hear(String expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!said().equals(expected) && said().length() <= expected.length() && System.nanoTime() < end) {
            pause();
        }
        assertThat(said()).isEqualTo(expected);
        heard = terminal.toString().length();
    }

    private String said() {
        return terminal.toString()
                .substring(heard)
                .replace(site.folder().toString(), "SITE")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("\\d+ ms", "N ms")
                .replaceAll("\\d+ files copied", "N files copied")
                .replaceAll("\\d+\\.\\d s\\b", "N s")
                .replaceAll("\\d+ files, \\d+\\.\\d MB, \\d+ new", "N files, N MB, N new");
    }
}
