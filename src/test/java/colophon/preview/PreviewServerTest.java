package colophon.preview;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.BuildOptions;
import colophon.LiveSite;
import colophon.SiteFixture;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The preview answers as the host will, and nobody but this machine's own browser. */
class PreviewServerTest {
    private LiveSite site;
    private PreviewServer server;

    @BeforeEach
    void start() throws IOException {
        show(fixture());
    }

    private static SiteFixture fixture() {
        return SiteFixture.of("sites/minimal")
                .edit("content/site.yaml", text -> text.replaceFirst("address: .*", "address: https://example.org/w/"));
    }

    private void show(SiteFixture fixture) throws IOException {
        site = new LiveSite(BuildOptions.of(fixture.folder())
                .to(fixture.folder().resolve("public"))
                .withoutDownloads());
        site.open();
        server = new PreviewServer(4700, site::state, new LiveReload(site::state));
    }

    @AfterEach
    void stop() {
        server.close();
        site.close();
    }

    @Test
    void answersAsTheHostWill() throws IOException {
        Answer page = get("/w/report/why/");
        assertThat(page.status).isEqualTo(200);
        assertThat(page.head).contains("content-type: text/html; charset=utf-8");
        assertThat(page.head).contains("content-security-policy: default-src 'none'; script-src 'self';");
        assertThat(get("/w/report/why").head).contains("location: /w/report/why/");
        assertThat(get("/w/report/why").status).isEqualTo(301);
        assertThat(get("/").head).contains("location: /w/");
        assertThat(get("/w").head).contains("location: /w/");
        Answer missing = get("/w/nothing/");
        assertThat(missing.status).isEqualTo(404);
        assertThat(missing.body).contains("Page not found");
        assertThat(get("/elsewhere/").status).isEqualTo(404);
        Matcher style = Pattern.compile("assets/css/site\\.[0-9a-f]{8}\\.css").matcher(page.body);
        assertThat(style.find()).isTrue();
        assertThat(get("/w/" + style.group()).head)
                .contains("cache-control: public, max-age=31536000, immutable")
                .contains("content-type: text/css");
    }

    /** While the other pages are still being drawn, somebody may ask for one with a mistake in its template. */
    @Test
    void holdsThePlaceOfAPageThatCannotBeDrawnUntilAllWereTried() throws IOException {
        stop();
        show(fixture().change("templates/pages/chapter.ftlh", "${nothing}"));
        assertThat(get("/w/").status).isEqualTo(200);
        Answer early = get("/w/report/why/");
        assertThat(early.status).isEqualTo(500);
        assertThat(early.head).contains("content-type: text/html").contains("script-src 'self'");
        assertThat(early.body).contains("This page cannot be drawn").contains("preview.js\" data-version=\"1\"");
        assertThat(site.complete()).isPresent();
        Answer late = get("/w/report/why/");
        assertThat(late.status).isEqualTo(500);
        assertThat(late.body).contains("there is no value for \"nothing\"");
        assertThat(get("/w/").body).isEqualTo(late.body);
    }

    /** A file that a build remembers is read when it is needed. If it is not there by then, the watcher tells of that a moment later. */
    @Test
    void goesOnWhenAFileGoesWhileTheOthersAreMade() throws IOException {
        stop();
        SiteFixture fixture = fixture()
                .change("content/figures/notes.txt", "Notes.")
                .edit("content/report/01-why.md", text -> text + "\nSee the [notes](../figures/notes.txt).\n");
        Files.setLastModifiedTime(fixture.folder().resolve("content/figures/notes.txt"), FileTime.fromMillis(0));
        fixture.publish();
        show(fixture);
        fixture.remove("content/figures/notes.txt");
        assertThat(site.complete()).isEmpty();
        assertThat(get("/w/report/why/").status).isEqualTo(200);
    }

    /** As many connections as there are threads, and more, each of another kind that never ends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\na",
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\na",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n10\r\na",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Head: a",
                "GET"
            })
    @Timeout(40)
    void answersReadersWhileManyRequestsNeverEnd(String beginning) throws IOException {
        List<Socket> endless = new ArrayList<>();
        try {
            for (int i = 0; i < 80; i++) {
                Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port());
                endless.add(socket);
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            }
            for (int i = 0; i < 5; i++) {
                assertThat(get("/w/report/why/").status).isEqualTo(200);
            }
        } finally {
            for (Socket socket : endless) {
                socket.close();
            }
        }
    }

    @Test
    void answersHeadWithoutABody() throws IOException {
        Answer head = ask("HEAD /w/ HTTP/1.1", "Host: 127.0.0.1:" + server.port());
        assertThat(head.status).isEqualTo(200);
        assertThat(head.body).isEmpty();
        assertThat(head.head).containsPattern("content-length: [1-9]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void answersNoOtherMethod(String method) throws IOException {
        Answer answer = ask(method + " /w/ HTTP/1.1", "Host: 127.0.0.1:" + server.port());
        assertThat(answer.status).isEqualTo(405);
        assertThat(answer.head).contains("allow: get, head").doesNotContain("access-control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:PORT", "192.168.0.1:PORT", "localhost.evil:PORT"})
    void answersNoOtherName(String host) throws IOException {
        Answer answer = ask("GET /w/ HTTP/1.1", "Host: " + host.replace("PORT", String.valueOf(server.port())));
        assertThat(answer.status).isEqualTo(403);
        assertThat(answer.body).doesNotContain("Water");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:PORT", "127.0.0.1:PORT", "[::1]:PORT"})
    void answersThisMachinesNames(String host) throws IOException {
        assertThat(ask("GET /w/ HTTP/1.1", "Host: " + host.replace("PORT", String.valueOf(server.port()))).status)
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/w/../../../../etc/passwd",
                "/w/%2e%2e/%2e%2e/content/site.yaml",
                "/w/..%2f..%2fcontent/site.yaml",
                "/w/..%5c..%5ccontent%5csite.yaml",
                "/content/site.yaml",
                "//etc/passwd",
                "/w//etc/passwd",
                "/w/%00",
                "/w/%zz",
                "/w/report/why/index.html/",
                "/w/.colophon/pages",
            })
    void givesNoFileButTheSites(String path) throws IOException {
        Answer answer = get(path);
        assertThat(answer.status).as(path).isBetween(400, 499);
        assertThat(answer.body).doesNotContain("root:").doesNotContain("address:");
    }

    @Test
    void tellsNewsToItsOwnPageOnly() throws IOException {
        Matcher script = Pattern.compile("/__colophon-[0-9a-f]{16}/").matcher(get("/w/").body);
        assertThat(script.find()).isTrue();
        String news = "GET " + script.group() + "news.js?since=0&page=/w/ HTTP/1.1";
        String host = "Host: 127.0.0.1:" + server.port();
        assertThat(ask(news, host, "Sec-Fetch-Site: cross-site").status).isEqualTo(403);
        assertThat(ask(news, host, "Sec-Fetch-Site: same-site").status).isEqualTo(403);
        Answer answer = ask(news, host, "Sec-Fetch-Site: same-origin");
        assertThat(answer.body).isEqualTo("colophonNews({\"version\":1,\"reload\":true});\n");
        assertThat(answer.head).contains("cross-origin-resource-policy: same-origin");
        assertThat(get("/__colophon-0000000000000000/news.js").status).isEqualTo(404);
    }

    @Test
    void listensOnThisMachineOnlyAndOnTheNextFreePort() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
            try (PreviewServer next =
                    new PreviewServer(taken.getLocalPort(), site::state, new LiveReload(site::state))) {
                assertThat(next.port()).isGreaterThan(taken.getLocalPort());
                assertThat(next.address()).startsWith("http://127.0.0.1:" + next.port() + "/w/");
            }
        }
    }

    private record Answer(int status, String head, String body) {}

    private Answer get(String path) throws IOException {
        return ask("GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + server.port());
    }

    /** Speaks HTTP by hand: a library would tidy up what must be tried. The head comes in small letters. */
    private Answer ask(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = answer.split("\r\n\r\n", 2);
            String head = Arrays.toString(parts[0].split("\r\n")).toLowerCase(Locale.ROOT);
            return new Answer(Integer.parseInt(answer.split(" ", 3)[1]), head, parts.length < 2 ? "" : parts[1]);
        }
    }
}
