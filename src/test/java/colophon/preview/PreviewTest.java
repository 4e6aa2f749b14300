package colophon.preview;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.BuildOptions;
import colophon.Chromium;
import colophon.LiveSite.Change;
import colophon.LiveSite.State;
import colophon.SiteFixture;
import colophon.model.Release;
import colophon.model.Release.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** A preview in a real browser: what a person edits shows by itself, and what they break is told in the page. */
class PreviewTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CHAPTER = "content/report/01-one.md";

    private static ChromeDriver browser;
    private final AtomicLong changes = new AtomicLong();
    private SiteFixture site;
    private Preview preview;
    private Map<String, String> published;

    @BeforeAll
    static void startBrowser() {
        browser = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void start() throws IOException {
        site = SiteFixture.of("sites/minimal")
                .change(
                        "content/site.yaml",
                        "title: Water\naddress: https://example.org/water/\ndescription: About water.\n")
                .change(CHAPTER, chapter("One", "First words.\n\n" + "Long text.\n\n".repeat(200)))
                .change("content/report/02-two.md", chapter("Two", "See [one](01-one.md)."));
        site.publish();
        published = SiteFixture.snapshot(site.folder().resolve("public"));
        BuildOptions options = BuildOptions.of(site.folder())
                .to(site.folder().resolve("public"))
                .with(new Release(Purpose.PREVIEW, true, Optional.empty()));
        preview = new Preview(options, 4800, new Preview.Listener() {
            @Override
            public void ready(String address, State state) {
                // The address is asked for below.
            }

            @Override
            public void changed(Change change, State state, long nanos) {
                changes.incrementAndGet();
            }
        });
        Thread runs = new Thread(() -> {
            try {
                preview.run();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        runs.setDaemon(true);
        runs.start();
        open("report/one/");
    }

    /** A page that stays open would ask the next preview, at the same port, for news of this one, and complain. */
    @AfterEach
    void stop() throws IOException {
        browser.get("about:blank");
        complaints();
        preview.close();
        assertThat(SiteFixture.snapshot(site.folder().resolve("public")))
                .as("what is published is not touched")
                .isEqualTo(published);
    }

    @Test
    void showsAnEditByItselfAndStaysWhereItWas() {
        browser.executeScript("scrollTo({ top: 900, behavior: 'instant' })");
        site.edit(CHAPTER, text -> text.replace("First words.", "Other words."));
        waitFor(() -> main().contains("Other words."));
        waitFor(() -> ((Number) browser.executeScript("return Math.round(scrollY)")).intValue() == 900);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void showsWhatAnEditorPutsInTheFilesPlace() throws IOException {
        Path file = site.folder().resolve(CHAPTER);
        Path draft = file.resolveSibling(".01-one.md.swp");
        Files.writeString(draft, chapter("One", "Saved by replacing."));
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        waitFor(() -> main().contains("Saved by replacing."));
    }

    @Test
    void showsAMistakeOverTheLastGoodPageUntilItIsMended() {
        site.edit(CHAPTER, text -> text.replace("First words.", "See [nowhere](nowhere.md)."));
        waitFor(() -> panel().isPresent());
        assertThat(panel().orElseThrow())
                .contains("1 error")
                .contains(
                        "content/report/01-one.md:6:5: error: no page or file named \"nowhere.md\" [link-target-missing]")
                .contains("See [nowhere](nowhere.md).\n    ^^^^^^^^^^^^^^^^^^^^^")
                .contains("help: ");
        assertThat(main()).contains("First words.");
        site.edit(CHAPTER, text -> text.replace("See [nowhere](nowhere.md).", "Mended."));
        waitFor(() -> panel().isEmpty() && main().contains("Mended."));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void tellsOfMistakesInTemplatesDataAndSettings() {
        site.change("templates/pages/chapter.ftlh", "<html><head></head><body>${page.tytle}</body></html>");
        waitFor(() -> panel().filter(it -> it.contains("did you mean \"page.title\"?"))
                .isPresent());
        site.remove("templates/pages/chapter.ftlh");
        waitFor(() -> panel().isEmpty());
        site.edit("content/site.yaml", text -> text.replace("title:", "tytle:"));
        waitFor(() -> panel().filter(it -> it.contains("field-unknown")).isPresent());
        site.edit("content/site.yaml", text -> text.replace("tytle:", "title:"));
        waitFor(() -> panel().isEmpty());
    }

    @Test
    void showsNewRenamedAndDeletedPages() {
        open("report/three/");
        assertThat(main()).contains("not found");
        site.change("content/report/03-three.md", chapter("Three", "A new page."));
        waitFor(() -> main().contains("A new page."));
        open("report/two/");
        site.change("content/report/04-four.md", site.text("content/report/02-two.md"))
                .remove("content/report/02-two.md");
        waitFor(() -> main().contains("not found"));
        open("report/four/");
        assertThat(main()).contains("See one.");
        open("report/");
        site.remove("content/report/04-four.md");
        waitFor(() -> !main().contains("Two"));
    }

    @Test
    void noticesANewFolder() {
        site.change("content/pages/press.md", chapter("Press", "For the press."));
        waitFor(() -> changes.get() > 0);
        open("press/");
        waitFor(() -> main().contains("For the press."));
    }

    @Test
    void swapsAStyleSheetWithoutLoadingThePageAgain() {
        browser.executeScript("window.still = true");
        site.change("site-assets/css/site.css", "body { margin: 123px }\n");
        waitFor(() -> "123px".equals(browser.executeScript("return getComputedStyle(document.body).marginLeft")));
        assertThat(browser.executeScript("return window.still === true")).isEqualTo(true);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void makesDownloadsAfterThePages() {
        open("");
        waitFor(() -> browser.getPageSource().contains("PDF, ")
                && !browser.getPageSource().contains("being made"));
        assertThat(browser.findElements(By.cssSelector("a.button"))).isNotEmpty();
    }

    @Test
    void showsDraftsWithAMark() {
        site.edit(CHAPTER, text -> text.replaceFirst("---\n", "---\ndraft: true\n"));
        waitFor(() -> main().contains("Draft"));
    }

    @Test
    void showsWhatIsUnderEmbargoWithAMark() {
        site.edit(CHAPTER, text -> text.replaceFirst("---\n", "---\nembargo: 2026-12-01\n"));
        waitFor(() -> main().contains("Under embargo until 1 December 2026"));
        site.edit(CHAPTER, text -> text.replace("First words.", "Other words."));
        waitFor(() -> main().contains("Other words."));
        assertThat(main()).contains("Under embargo until 1 December 2026");
        site.edit(CHAPTER, text -> text.replace("embargo: 2026-12-01\n", ""));
        waitFor(() -> !main().contains("Under embargo"));
        site.edit("content/publication.yaml", text -> text + "embargo: 2027-01-15\n");
        waitFor(() -> main().contains("Under embargo until 15 January 2027"));
    }

    private static String chapter(String title, String text) {
        return "---\ntitle: " + title + "\nsummary: About it.\n---\n\n" + text + "\n";
    }

    private void open(String page) {
        complaints();
        browser.get(preview.address() + page);
        // The page waits for news once it is there.
        waitFor(() -> Boolean.TRUE.equals(browser.executeScript(
                "return document.readyState === 'complete' && typeof colophonNews === 'function'")));
    }

    private static String main() {
        return String.valueOf(browser.executeScript("return document.querySelector('main')?.innerText ?? ''"));
    }

    private static Optional<String> panel() {
        Object text = browser.executeScript("return document.querySelector('#colophon-problems')?.textContent");
        return Optional.ofNullable(text).map(String::valueOf);
    }

    /** What the browser complained of; a page that is not found is none. */
    private static List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(Object::toString)
                .filter(line -> !line.contains("404"))
                .toList();
    }

    private static void waitFor(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            assertThat(System.nanoTime()).as(() -> browser.getPageSource()).isLessThan(end);
        }
    }

    /** A page that is just being loaded has nothing to say. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (JavascriptException | StaleElementReferenceException e) {
            return false;
        }
    }
}
