package colophon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.model.InputFile;
import colophon.read.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Sources that change while they are read: what is published of a file comes from one reading of it. */
class ChangingSourcesTest {
    private static final String PAGE = "content/pages/about.md";

    private final SiteFixture site = SiteFixture.of("sites/minimal");

    private static String page(int number) {
        return "---\ntitle: Title " + number + "\nsummary: S.\n---\n\nBody " + number + ".\n\n" + "Words. ".repeat(2000)
                + "\n\nEnd " + number + ".\n";
    }

    /** As editors do: the file is emptied, and written in pieces. */
    @Test
    void noBuildPublishesHalfAPageOrOneWithTheTitleOfAnother() throws Exception {
        site.change(PAGE, page(0)).publish().isClean();
        AtomicBoolean ended = new AtomicBoolean();
        Thread editor = new Thread(() -> {
            for (int i = 1; !ended.get(); i++) {
                site.change(PAGE, page(i));
                pause(i % 3 == 0 ? 1 : 60);
            }
        });
        editor.start();
        try {
            for (int i = 0; i < 15; i++) {
                site.publish().isClean();
                String html = Files.readString(site.folder().resolve("public/about/index.html"));
                String number = html.replaceAll("(?s).*<title>Title (\\d+).*", "$1");
                assertThat(html).contains("Body " + number + ".", "End " + number + ".");
            }
        } finally {
            ended.set(true);
            editor.join();
        }
        site.publish().isClean();
        assertThat(SiteFixture.published(site.folder().resolve("public")))
                .isEqualTo(site.build().contents());
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFileThatIsEmptyForAMomentIsReadAgain() throws Exception {
        site.publish().isClean();
        site.change(PAGE, "");
        Thread editor = new Thread(() -> {
            pause(30);
            site.change(PAGE, page(1));
        });
        editor.start();
        site.publish().isClean();
        editor.join();
        assertThat(site.folder().resolve("public/about/index.html")).content().contains("End 1.");
    }

    /** A file whose digest is remembered and that turns out to hold something else, or to be gone, is never taken for what it was. */
    @Test
    void whatIsRememberedOfAFileIsOfTheBytesThatAreRead() throws IOException {
        Path file = site.folder().resolve(PAGE);
        long digest = SourceTree.read(site.folder(), () -> (path, stamp) -> OptionalLong.empty(), Runnable::run)
                .content("pages/about.md")
                .orElseThrow()
                .digest();
        SourceTree tree = SourceTree.read(site.folder(), () -> (path, stamp) -> OptionalLong.of(digest), Runnable::run);
        InputFile page = tree.content("pages/about.md").orElseThrow();
        FileTime time = Files.getLastModifiedTime(file);
        site.edit(PAGE, text -> text.replace("summary: ", "draft: true\nsummary: "));
        Files.setLastModifiedTime(file, time);
        assertThatThrownBy(page::bytes).isInstanceOf(UncheckedIOException.class);
        assertThat(tree.changed()).containsExactly(PAGE);

        SourceTree another = SourceTree.read(site.folder(), () -> (path, stamp) -> OptionalLong.empty(), Runnable::run);
        Files.delete(file);
        InputFile gone = another.content("pages/about.md").orElseThrow();
        assertThatThrownBy(gone::bytes).hasCauseInstanceOf(NoSuchFileException.class);
        assertThat(another.changed()).containsExactly(PAGE);
    }

    /** The files of the program's own theme have digests of another kind, from the jar, and nobody edits them. */
    @Test
    void whatNobodyEditsIsNotCompared() {
        InputFile file = new InputFile("site-assets/css/site.css", InputFile.Stamp.NONE, 42, () -> new byte[] {1});
        assertThat(file.bytes()).containsExactly(1);
        file.forget();
        assertThat(file.bytes()).containsExactly(1);
        assertThat(file.digest()).isEqualTo(42);
    }

    @Test
    void aPageSavedAsADraftWhileTheSiteIsBuiltIsNotPublished() throws IOException {
        site.change(PAGE, page(0)).publish().isClean();
        SortedMap<String, String> before = SiteFixture.published(site.folder().resolve("public"));
        assertThat(before).containsKey("about/index.html");
        AtomicBoolean saved = new AtomicBoolean();
        // Downloads are listed after everything was read, and before pages are drawn.
        site.with(options -> new BuildOptions(
                        options.site(),
                        options.output(),
                        options.shownOutput(),
                        options.address(),
                        options.release(),
                        options.strict(),
                        true,
                        progress -> {
                            if (saved.compareAndSet(false, true)) {
                                site.edit(PAGE, text -> text.replace("summary: ", "draft: true\nsummary: "));
                            }
                        }))
                .publish();
        site.with(BuildOptions::withoutDownloads).publish();
        assertThat(SiteFixture.published(site.folder().resolve("public"))).doesNotContainKey("about/index.html");
    }
}
