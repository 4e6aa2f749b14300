package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.Chromium;
import colophon.diag.Problems;
import colophon.model.InputFile;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** Styles in SVG as a browser reads them: random ones that ask a server on this machine for something, before and after they are cleaned. */
class SafeSvgBrowserTest {
    private static final int FILES = 400;
    private static final int FILES_ON_A_PAGE = 100;

    private static final String[] RULES = {
        "rect{mask-image:IMAGE}",
        "svg{background-image:IMAGE}",
        "svg{background:IMAGE,IMAGE}",
        "@media all{svg{background-image:IMAGE}}",
        "@supports (fill:red){rect{mask-image:IMAGE}}",
        "svg{--a:IMAGE;background-image:var(--a)}",
        "svg{background-image:var(--b,IMAGE)}",
        "svg{&{background-image:IMAGE}}",
        "@import IMAGE;",
        "@import 'ADDRESS';",
        "@layer a;@import url(ADDRESS);",
        "@font-face{font-family:x;src:IMAGE}",
        "rect{fill:IMAGE}"
    };
    private static final String[] IMAGES = {
        "url(ADDRESS)",
        "url('ADDRESS')",
        "url( \"ADDRESS\" )",
        "url(ADDRESS",
        "image-set('ADDRESS' 1x)",
        "image-set(url(ADDRESS) 1x)",
        "-webkit-image-set(url(ADDRESS) 1x)",
        "-webkit-cross-fade(url(ADDRESS),url(ADDRESS),50%)",
        "cross-fade(url(ADDRESS),url(ADDRESS))",
        "src('ADDRESS')",
        "image('ADDRESS')"
    };
    /** What is put in somewhere, to mislead a reader that is not a browser. */
    private static final String[] NOISE = {
        "/*",
        "*/",
        "/**/",
        "/*'*/",
        "<!--",
        "-->",
        "\\",
        "\\\n",
        "\n",
        "\"",
        "'",
        "\\22 ",
        "\\27 ",
        "\\\\",
        "url(#x)",
        "url(",
        ")",
        "(",
        "{",
        "}",
        ";",
        "@",
        "@x;",
        "@x{}",
        "a{}",
        "@charset 'x';",
        "@namespace url(x);",
        "!",
        "\\0 ",
        "1e3",
        "--",
        "#",
        "<style>",
        "]]>",
        "\f",
        "\u00A0"
    };

    @TempDir
    static Path folder;

    private static ChromeDriver browser;
    private static HttpServer server;
    private static final Set<String> asked = new ConcurrentSkipListSet<>();

    @BeforeAll
    static void open() throws IOException {
        browser = Chromium.start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void nothingIsAskedForOnceAnImageIsCleaned() throws IOException, InterruptedException {
        Random random = new Random(18);
        StringBuilder raw = new StringBuilder();
        StringBuilder clean = new StringBuilder();
        for (int i = 1; i <= FILES; i++) {
            String svg = svg(
                    random,
                    i % 3 == 0,
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/" + i);
            Files.writeString(folder.resolve("raw-" + i + ".svg"), svg);
            InputFile file = new InputFile("a.svg", InputFile.Stamp.NONE, () -> svg.getBytes(StandardCharsets.UTF_8));
            Files.write(
                    folder.resolve("clean-" + i + ".svg"),
                    SafeSvg.of(file, new Problems()).orElseThrow());
            show(raw, "raw", i);
            show(clean, "clean", i);
        }
        // The control: what was generated does ask.
        assertThat(asked(raw)).hasSizeGreaterThan(FILES / 10);
        assertThat(asked(clean)).isEmpty();
    }

    private static String svg(Random random, boolean attribute, String address) {
        String rule = attribute ? "mask-image:IMAGE" : one(RULES, random);
        String style = rule.replace("IMAGE", one(IMAGES, random));
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(style.length() + 1);
            style = style.substring(0, at) + one(NOISE, random) + style.substring(at);
        }
        StringBuilder escaped = new StringBuilder();
        for (char c : style.replace("ADDRESS", address).toCharArray()) {
            boolean escape = Character.isLetter(c) && random.nextInt(30) == 0;
            escaped.append(escape ? "\\" + Integer.toHexString(c) + " " : String.valueOf(c));
        }
        String css = escaped.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("\f", "&#10;");
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"20\"><defs><rect id=\"x\"/></defs>"
                + (attribute
                        ? "<rect width=\"9\" height=\"9\" style=\"" + css + "\"/>"
                        : "<style>" + css.replace("]]>", "]]&gt;")
                                + "</style><rect width=\"9\" height=\"9\"/><text y=\"9\" font-family=\"x\">a</text>")
                + "</svg>";
    }

    private static String one(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }

    private static void show(StringBuilder pages, String kind, int number) {
        pages.append("<iframe width=30 height=30 src=\"")
                .append(kind)
                .append('-')
                .append(number)
                .append(".svg\"></iframe>");
        pages.append(number % FILES_ON_A_PAGE == 0 ? "\f" : "");
    }

    private Set<String> asked(StringBuilder pages) throws IOException, InterruptedException {
        asked.clear();
        for (String page : pages.toString().split("\f")) {
            Path file = Files.writeString(folder.resolve("page.html"), "<!doctype html>" + page);
            browser.get(file.toUri().toString());
            Thread.sleep(300);
        }
        return new TreeSet<>(asked);
    }
}
