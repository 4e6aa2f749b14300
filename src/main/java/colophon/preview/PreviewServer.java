package colophon.preview;

import colophon.LiveSite.State;
import colophon.model.SitePath;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves a site from memory to browsers on this machine, as a host would: its own headers, its page for what is missing, redirects to
 * folders. Knows no files but the site's, answers GET and HEAD only, under this machine's own names only, so that a page from elsewhere
 * cannot ask it for anything.
 */
final class PreviewServer implements AutoCloseable {
    private static final int PORTS_TRIED = 100;
    /** Each page that waits for news has one; a request whose head does not end keeps one for some seconds. */
    private static final int CLIENT_THREADS = 512;

    private static final SitePath HEADERS = new SitePath("_headers");
    private static final SitePath MISSING = new SitePath("404.html");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("xml", "application/xml"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("epub", "application/epub+zip"));

    private final Supplier<State> site;
    private final LiveReload reload;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENT_THREADS, task -> {
        Thread thread = new Thread(task, "preview");
        thread.setDaemon(true);
        return thread;
    });

    /** Where the preview's own files are; no other page can guess it. */
    private final String ours;

    private final PreviewPage additions;

    /**
     * @param port the first one tried
     * @throws IOException when a hundred ports from there on are taken
     */
    PreviewServer(int port, Supplier<State> site, LiveReload reload) throws IOException {
        this.site = site;
        this.reload = reload;
        byte[] secret = new byte[8];
        new SecureRandom().nextBytes(secret);
        this.ours = "/__colophon-" + HexFormat.of().formatHex(secret) + "/";
        this.additions = new PreviewPage(ours);
        this.server = bind(port);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private static HttpServer bind(int first) throws IOException {
        // Without it every answer waits 40 ms for the browser to confirm its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // No request has a body that is read, nor a head that takes seconds: else a few that never end would keep all
        // threads.
        System.setProperty("sun.net.httpserver.drainAmount", "0");
        System.setProperty("sun.net.httpserver.maxReqTime", "5");
        for (int port = first; ; port++) {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
            } catch (BindException e) {
                if (String.valueOf(e.getMessage()).contains("Permission denied")) {
                    throw new IOException(
                            "not allowed to use port " + port + "; take one from 1024 on, such as --port 4000", e);
                }
                if (port == first + PORTS_TRIED || port == 65_535) {
                    throw new IOException("no free port from " + first + " to " + port, e);
                }
            }
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The address people open. */
    String address() {
        return "http://127.0.0.1:" + port() + site.get().base();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            if (!isForUs(exchange)) {
                send(exchange, 403, "text/plain; charset=utf-8", "This preview answers " + address() + " only.\n");
            } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, "text/plain; charset=utf-8", "GET and HEAD only.\n");
            } else {
                Optional<String> path = path(exchange.getRequestURI());
                if (path.isPresent() && path.get().startsWith(ours)) {
                    ours(exchange, path.get().substring(ours.length()));
                } else {
                    page(exchange, path);
                }
            }
        }
    }

    /** A name of this machine: another name that leads here is somebody's trick (DNS rebinding). */
    private boolean isForUs(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null
                && List.of("127.0.0.1", "localhost", "[::1]").contains(host.replaceFirst(":" + port() + "$", ""));
    }

    /** The path that is asked for, decoded; nothing when it makes no sense. */
    private static Optional<String> path(URI uri) {
        try {
            return Optional.of(URLDecoder.decode(uri.getRawPath().replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void page(HttpExchange exchange, Optional<String> requested) throws IOException {
        State state = site.get();
        if (state.files().isEmpty()) {
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            send(exchange, 500, TYPES.get("html"), additions.alone(state.version(), state.problems()));
            return;
        }
        String base = state.base();
        Optional<String> below =
                requested.filter(path -> path.startsWith(base)).map(path -> path.substring(base.length()));
        if (below.isEmpty()
                && (requested.equals(Optional.of("/")) || requested.equals(Optional.of(withoutSlash(base))))) {
            redirect(exchange, 302, base);
            return;
        }
        Optional<SitePath> file = below.flatMap(PreviewServer::file).filter(state::has);
        Optional<SitePath> folder = below.filter(path -> !path.isEmpty() && !path.endsWith("/"))
                .flatMap(path -> file(path + "/"))
                .filter(state::has);
        if (file.isEmpty() && folder.isPresent()) {
            redirect(exchange, 301, exchange.getRequestURI().getRawPath() + "/");
            return;
        }
        SitePath path = file.orElse(MISSING);
        state.bytes(HEADERS)
                .map(text -> new HeaderRules(new String(text, StandardCharsets.UTF_8)))
                .ifPresent(rules -> rules.of(requested.orElse("/"))
                        .forEach((name, value) -> exchange.getResponseHeaders().set(name, value)));
        send(exchange, file.isPresent() ? 200 : 404, path, state);
    }

    private static String withoutSlash(String base) {
        return base.substring(0, base.length() - 1);
    }

    private static Optional<SitePath> file(String path) {
        try {
            return Optional.of(new SitePath(path).file());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void send(HttpExchange exchange, int status, SitePath path, State state) throws IOException {
        String name = path.fileName();
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        Optional<byte[]> bytes = state.bytes(path);
        if (!exchange.getResponseHeaders().containsKey("Cache-Control")) {
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        }
        if (bytes.isEmpty() && name.endsWith(".html")) {
            send(exchange, 500, type, additions.undrawn(state.version()));
        } else if (bytes.isEmpty()) {
            send(exchange, 500, "text/plain; charset=utf-8", "This file could not be made; the terminal says why.\n");
        } else if (name.endsWith(".html")) {
            String html = new String(bytes.get(), StandardCharsets.UTF_8);
            send(
                    exchange,
                    status,
                    type,
                    additions.add(html, state.version(), state.failed() ? state.problems() : List.of()));
        } else {
            send(exchange, status, type, bytes.get());
        }
    }

    /** The script and the style of the preview itself, and the news that the script waits for. */
    private void ours(HttpExchange exchange, String name) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
        if (!isFromOurPage(exchange.getRequestHeaders())) {
            send(exchange, 403, "text/plain; charset=utf-8", "Only the page that is previewed may ask for this.\n");
        } else if (name.equals("news.js")) {
            send(exchange, 200, TYPES.get("js"), news(exchange.getRequestURI()));
        } else if (name.equals("preview.js") || name.equals("preview.css")) {
            try (InputStream in = PreviewServer.class.getResourceAsStream(name)) {
                send(exchange, 200, TYPES.get(name.substring(name.lastIndexOf('.') + 1)), in.readAllBytes());
            }
        } else {
            send(exchange, 404, "text/plain; charset=utf-8", "There is nothing here.\n");
        }
    }

    private static boolean isFromOurPage(Headers headers) {
        String from = headers.getFirst("Sec-Fetch-Site");
        return from == null || from.equals("same-origin");
    }

    private String news(URI uri) {
        Map<String, String> query = new HashMap<>();
        for (String pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        String page = query.getOrDefault("page", "/");
        String base = site.get().base();
        Optional<SitePath> path =
                page.startsWith(base) ? file(page.substring(base.length())) : Optional.<SitePath>empty();
        return "colophonNews(" + reload.news(query.getOrDefault("since", ""), path.orElse(MISSING)) + ");\n";
    }

    private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(status, -1);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
        }
        exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
        if (!head && bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
