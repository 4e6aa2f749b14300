package colophon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Release;
import colophon.model.Release.Purpose;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * The publication in a real browser, served below a project path with the security policy it is published with: axe-core finds nothing,
 * nothing scrolls sideways, nothing is refused or asked of another host. Skipped where there is no Chromium with its driver.
 */
class BrowserTest {
    private static final String BASE = "/mandate/";
    private static final String EMBARGOED = "embargoed/";
    private static final String PICTURED = "pictured/";
    private static final String DIRECTIVES = "directives/";
    private static final List<View> DESK =
            List.of(new View("desk, light", 1440, 900, "light"), new View("desk, dark", 1440, 900, "dark"));
    private static final List<View> PHONE =
            List.of(new View("phone, dark", 320, 700, "dark"), new View("phone, light", 360, 780, "light"));
    private static final Map<String, String> TYPES = Map.of(
            "webp",
            "image/webp",
            "html",
            "text/html; charset=utf-8",
            "css",
            "text/css; charset=utf-8",
            "js",
            "text/javascript; charset=utf-8",
            "svg",
            "image/svg+xml",
            "png",
            "image/png",
            "ico",
            "image/x-icon",
            "woff2",
            "font/woff2",
            "pdf",
            "application/pdf");

    private static final Map<String, OutputFile> FILES = new TreeMap<>();
    private static HttpServer server;
    private static ChromeDriver browser;
    private static String origin;

    private record View(String name, int width, int height, String scheme) {}

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start();
        BuildResult result = new Build(BuildOptions.of(SiteFixture.project())).run();
        result.tree()
                .map(OutputTree::files)
                .orElseThrow()
                .forEach(file -> FILES.put(file.path().value(), file));
        pictured().forEach((path, file) -> FILES.put(PICTURED + path, file));
        embargoed().forEach((path, file) -> FILES.put(EMBARGOED + path, file));
        DirectivesTest.site()
                .change("content/glossary.yaml", GlossaryTest.TERMS)
                .edit(
                        "content/brief.md",
                        text -> text.replaceFirst("---\n", "---\nparagraph-numbers: true\n") + GlossaryTest.TEXT)
                .build()
                .isClean()
                .files()
                .forEach((path, file) -> FILES.put(DIRECTIVES + path, file));
        serve();
    }

    /** A page with pictures of all kinds. */
    private static Map<String, OutputFile> pictured() {
        Map<String, OutputFile> files =
                SiteFixture.of("sites/pictures").build().isClean().files();
        files.keySet().removeIf(path -> path.endsWith(".html") && !path.equals("brief/index.html"));
        return files;
    }

    /** Pages as a preview shows them before their day, both marks on one of them. */
    private static Map<String, OutputFile> embargoed() {
        Map<String, OutputFile> files = SiteFixture.of("sites/minimal")
                .edit("content/publication.yaml", text -> text + "embargo: 2026-12-01\n")
                .edit("content/brief.md", text -> text.replaceFirst("---\n", "---\ndraft: true\n"))
                .with(given -> given.with(new Release(Purpose.PREVIEW, true, Optional.empty())))
                .build()
                .isClean()
                .files();
        files.keySet().removeIf(path -> path.endsWith(".html") && !path.matches("(brief/|report/)?index.html"));
        return files;
    }

    private static void serve() throws IOException {
        String policy = FILES.get("_headers")
                .text()
                .lines()
                .filter(line -> line.contains("Content-Security-Policy:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String name = path.startsWith(BASE) ? path.substring(BASE.length()) : "404.html";
            OutputFile file = FILES.get(name.isEmpty() || name.endsWith("/") ? name + "index.html" : name);
            byte[] bytes = (file == null ? FILES.get("404.html") : file).bytes();
            String type = name.substring(name.lastIndexOf('.') + 1);
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(type, TYPES.get("html")));
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(file == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        origin = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void everyPageIsAccessibleAndFitsInEveryView() {
        String axe = axe();
        List<String> faults = new ArrayList<>();
        for (String path : pages()) {
            for (List<View> device : List.of(DESK, PHONE)) {
                use(device.get(0));
                browser.get(origin + BASE + path);
                browser.executeScript(axe);
                for (View view : device) {
                    use(view);
                    faults(path + " (" + view.name + "): ", faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What is wrong with the page that the browser shows. */
    private static void faults(String where, List<String> faults) {
        @SuppressWarnings("unchecked")
        List<String> violations = (List<String>)
                browser.executeAsyncScript(
                        "const done = arguments[arguments.length - 1];"
                                + "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                                + ".then(r => done(r.violations.map(v => v.id + ' at ' + v.nodes.map(n => n.target.join(' ')).join(', '))));");
        violations.forEach(violation -> faults.add(where + violation));
        long overflow = (Long) browser.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth;");
        if (overflow > 0) {
            faults.add(where + "scrolls sideways by " + overflow + " pixels");
        }
        for (LogEntry entry : browser.manage().logs().get(LogType.BROWSER)) {
            faults.add(where + entry.getMessage());
        }
    }

    @Test
    void axeFindsAFaultWhereThereIsOne() {
        use(DESK.get(0));
        browser.get(origin + BASE);
        browser.executeScript(
                "document.querySelector('h1').remove(); document.querySelector('main').innerHTML += '<img src=favicon.ico>';");
        browser.executeScript(axe());
        Object found = browser.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run().then(r => done(r.violations.map(v => v.id).join(' ')));");
        assertThat(found.toString()).contains("image-alt");
    }

    @Test
    void linksBecomeShortOnTheWebAndLeadOn() {
        use(DESK.get(0));
        browser.get(origin + BASE);
        browser.findElement(By.linkText("Read the report online")).click();
        assertThat(URI.create(browser.getCurrentUrl()).getPath()).isEqualTo(BASE + "report/");
        browser.findElement(By.partialLinkText("Rules of the Region")).click();
        assertThat(URI.create(browser.getCurrentUrl()).getPath()).isEqualTo(BASE + "report/rules-of-the-region/");
    }

    @Test
    void theFirstTabReachesTheContent() {
        use(DESK.get(0));
        browser.get(origin + BASE + "brief/");
        browser.switchTo().activeElement().sendKeys(org.openqa.selenium.Keys.TAB);
        assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Skip to the content");
        browser.switchTo().activeElement().sendKeys(org.openqa.selenium.Keys.ENTER);
        assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("main");
    }

    /** Browsers choose a file of a picture before they know how wide it will be: they are told, and it must be true. */
    @Test
    void picturesAreAsWideAsTheirPageSays() {
        browser.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        browser.get(origin + BASE + PICTURED + "brief/");
        for (int width : new int[] {320, 390, 450, 452, 600, 626, 640, 768, 960, 1200, 1280, 1920}) {
            use(new View("", width, 900, "light"));
            double shown = ((Number) browser.executeScript(
                            "return document.querySelector('main img[srcset]').getBoundingClientRect().width"))
                    .doubleValue();
            double told = width >= 39.2 * 16 ? 36 * 16 : width >= 28.2 * 16 ? width * 0.92 : width - 2.25 * 16;
            assertThat(shown).as("in a window of %d", width).isCloseTo(told, within(2.0));
        }
        String sizes = browser.findElement(By.cssSelector("main img[srcset]")).getDomAttribute("sizes");
        assertThat(sizes).isEqualTo("(min-width: 39.2rem) 36rem, (min-width: 28.2rem) 92vw, calc(100vw - 2.25rem)");
        assertThat(browser.executeScript("return document.querySelector('main img').currentSrc")
                        .toString())
                .endsWith(".webp");
        // A small picture is not made larger than it is.
        assertThat(browser.executeScript(
                        "return document.querySelector('img[alt^=steps]').getBoundingClientRect().width"))
                .isEqualTo(120L);
        browser.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", false));
    }

    @Test
    void aMissingPageShowsTheWayFromAnyDepth() {
        use(DESK.get(0));
        browser.get(origin + BASE + "no/such/page/");
        assertThat(browser.getTitle()).startsWith("Page not found");
        browser.findElement(By.cssSelector("main a")).click();
        assertThat(URI.create(browser.getCurrentUrl()).getPath()).startsWith("/");
        browser.manage().logs().get(LogType.BROWSER);
    }

    private static List<String> pages() {
        return FILES.keySet().stream()
                .filter(path -> path.endsWith("index.html"))
                .map(path -> path.substring(0, path.length() - "index.html".length()))
                .toList();
    }

    private static void use(View view) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", view.width, "height", view.height, "deviceScaleFactor", 1, "mobile", view.width < 600));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", view.scheme),
                                // Links are clicked where they are, not where they are scrolling to.
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    private static String axe() {
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
