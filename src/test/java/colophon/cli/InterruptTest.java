package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.RunningProgram;
import colophon.SiteFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ctrl-C ends what goes on by itself, at once, and leaves everything as it should be. */
class InterruptTest {
    private static final String CHAPTER = "content/report/01-why.md";
    /** 128 and the number of the signal: so shells tell of Ctrl-C. */
    private static final int INTERRUPTED = 130;

    private final SiteFixture site = SiteFixture.of("sites/minimal");

    @Test
    void previewLeavesNothingBehindAndItsPortFree() throws IOException, InterruptedException {
        SortedMap<String, String> before = SiteFixture.tree(site.folder());
        try (RunningProgram preview = RunningProgram.startInterruptible(
                "preview", "--port", "5000", site.folder().toString())) {
            int port = port(preview);
            assertThat(preview.interrupt().exitCode()).isEqualTo(INTERRUPTED);
            try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                assertThat(again.getLocalPort()).isEqualTo(port);
            }
        }
        assertThat(SiteFixture.tree(site.folder())).isEqualTo(before);
    }

    private static int port(RunningProgram preview) throws InterruptedException {
        preview.hear("   (Ctrl-C ends it)");
        Matcher address = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/").matcher(preview.words());
        assertThat(address.find()).as(preview.words()).isTrue();
        return Integer.parseInt(address.group(1));
    }

    @Test
    void watchPublishesEachChangeAndLeavesTheSiteWhole() throws IOException, InterruptedException {
        Path published = site.folder().resolve("public");
        String text = site.text(CHAPTER);
        try (RunningProgram watch = RunningProgram.startInterruptible(
                "build", "--watch", "--no-downloads", site.folder().toString())) {
            watch.hear("Waiting for changes");
            save(text + "\nOther words.\n");
            watch.hear(CHAPTER + " changed: 1 page made again, 1 file published in");
            assertThat(SiteFixture.published(published)).isEqualTo(site.build().contents());

            SortedMap<String, String> good = SiteFixture.tree(published);
            save(text + "\nSee [nowhere](nowhere.md).\n");
            watch.hear(CHAPTER + " changed: nothing was published; " + published + " is as it was.");
            assertThat(SiteFixture.tree(published)).isEqualTo(good);

            save(text + "\nSee [the brief](../brief.md).\n");
            watch.hear("; all is well again");
            assertThat(watch.interrupt().exitCode()).isEqualTo(INTERRUPTED);
        }
        assertThat(SiteFixture.published(published)).isEqualTo(site.build().contents());
        assertThat(SiteFixture.tree(site.folder()).keySet())
                .filteredOn(file -> !file.matches("/|(content|public|\\.colophon)/.*"))
                .isEmpty();
    }

    /** In one step, as editors do. */
    private void save(String text) throws IOException {
        site.change("draft", text);
        Files.move(site.folder().resolve("draft"), site.folder().resolve(CHAPTER), StandardCopyOption.ATOMIC_MOVE);
    }
}
