package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** The documents of a book in a real browser, which is what most e-readers are. Skipped where there is no Chromium with its driver. */
class EpubBrowserTest {
    /** What a page of a night mode looks like: the e-reader sets colours for the whole, and knows nothing of the parts. */
    private static final String NIGHT =
            "document.documentElement.style = 'background: #000; color: #ddd'; document.body.style = 'margin: 0 16px'";

    private static final String DAY =
            "document.documentElement.style = 'background: #fff; color: #111'; document.body.style = 'margin: 0 16px'";

    @TempDir
    static Path folder;

    private static ChromeDriver browser;
    private static List<String> documents;

    @BeforeAll
    static void open() throws IOException {
        browser = Chromium.start();
        EpubBook book = EpubBook.of(
                SiteFixture.of("sites/apparatus").withDownloads().build().bytes("water.epub"));
        for (Map.Entry<String, byte[]> file : book.files().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        documents = book.documents();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void everyDocumentMeetsWhatAMachineCanTellOfWcag() {
        List<String> faults = new ArrayList<>();
        for (String colours : List.of(DAY, NIGHT)) {
            for (String document : documents) {
                show(document, 800, colours);
                violations().forEach(violation -> faults.add(document + ": " + violation));
            }
        }
        assertThat(documents).hasSizeGreaterThan(8);
        assertThat(faults).isEmpty();
    }

    @Test
    void aFaultIsFoundWhereThereIsOne() {
        show("chapter-01.xhtml", 800, "document.documentElement.style = 'background: #000; color: #222'");
        assertThat(violations()).anyMatch(violation -> violation.startsWith("color-contrast"));
    }

    @Test
    void nothingIsWiderThanAPhone() {
        List<String> faults = new ArrayList<>();
        for (String document : documents) {
            show(document, 360, DAY);
            long overflow = (Long) browser.executeScript(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth;");
            if (overflow > 0) {
                faults.add(document + " is too wide by " + overflow + " pixels");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyPictureIsThere() {
        long pictures = 0;
        for (String document : documents) {
            show(document, 800, DAY);
            pictures += (Long) browser.executeScript("return document.images.length;");
            assertThat(browser.executeScript("return [...document.images].filter(it => !it.naturalWidth).length;"))
                    .as(document)
                    .isEqualTo(0L);
        }
        assertThat(pictures).isGreaterThan(4);
    }

    private static void show(String document, int width, String colours) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        browser.get(folder.resolve("EPUB").resolve(document).toUri().toString());
        browser.executeScript(colours);
    }

    /** Of marks of pages axe does not know the role (DPUB-ARIA), with which they may have a name, and takes them for plain spans. */
    @SuppressWarnings("unchecked")
    private static List<String> violations() {
        try (InputStream in = EpubBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            browser.executeScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return (List<String>)
                browser.executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "axe.run({exclude: ['[role=doc-pagebreak]']}, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
                                + ".then(r => done(r.violations.map(v => v.id + ' at ' + v.nodes.map(n => n.target.join(' ')).join(', '))));");
    }
}
