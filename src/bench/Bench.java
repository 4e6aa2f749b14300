import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Measures Colophon beside Hugo: the same generated pages, comparable templates, the two programs in turn, and ratios of what was measured
 * next to each other. One file, so that {@code java Bench.java} runs it without a build. See README.md in this folder.
 */
public final class Bench {
    private static final int NOT_MEASURED = -1;

    private final Path project;
    private final Path work;
    private final List<Integer> sizes;
    private final int rounds;
    private final List<String> cases;
    private final List<Path> javas;
    private final List<String> rows = new ArrayList<>();

    private Bench(Path project, Path work, List<Integer> sizes, int rounds, List<String> cases, List<Path> javas) {
        this.project = project;
        this.work = work;
        this.sizes = sizes;
        this.rounds = rounds;
        this.cases = cases;
        this.javas = javas;
    }

    /** @param arguments the folder of the project, then options as README.md lists them */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Integer> sizes = numbers(option(arguments, "--sizes", "12,1000,10000"));
        int rounds = Integer.parseInt(option(arguments, "--rounds", "5"));
        List<String> cases = List.of(option(arguments, "--only", "clean,edit,start,preview").split(","));
        List<Path> javas = Stream.of(option(arguments, "--java", System.getProperty("java.home")).split(","))
                .map(Path::of)
                .toList();
        Path folder = Path.of(option(arguments, "--work", System.getProperty("java.io.tmpdir")));
        Path work = Files.createTempDirectory(Files.createDirectories(folder), "colophon-bench");
        try {
            new Bench(Path.of(arguments[0]).toRealPath(), work, sizes, rounds, cases, javas).run();
        } finally {
            delete(work);
        }
    }

    private static String option(String[] arguments, String name, String otherwise) {
        int at = Arrays.asList(arguments).indexOf(name);
        return at < 0 ? otherwise : arguments[at + 1];
    }

    private static List<Integer> numbers(String text) {
        return Stream.of(text.split(",")).map(Integer::valueOf).toList();
    }

    private void run() throws IOException, InterruptedException {
        for (int pages : sizes) {
            Corpus corpus = new Corpus(project, work.resolve(String.valueOf(pages)), pages);
            corpus.write();
            for (Path java : javas) {
                Tool colophon = Tool.colophon(project, java, corpus.colophon());
                Tool hugo = Tool.hugo(corpus.hugo());
                colophon.build().run();
                if (cases.contains("clean")) {
                    clean(pages, java, colophon, hugo);
                }
                if (cases.contains("edit")) {
                    edit(pages, java, colophon, hugo, corpus);
                }
                if (cases.contains("start")) {
                    start(pages, java, colophon, hugo);
                }
                if (cases.contains("preview")) {
                    preview(pages, java, colophon, hugo, corpus);
                }
            }
            delete(work.resolve(String.valueOf(pages)));
        }
        print();
    }

    /** The whole site from nothing, each time into a folder that is not there; old ones are moved away, because deleting slows the disk. */
    private void clean(int pages, Path java, Tool colophon, Tool hugo) throws IOException, InterruptedException {
        Samples ours = new Samples();
        Samples theirs = new Samples();
        for (int round = -1; round < rounds; round++) {
            colophon.forget(work);
            double our = colophon.build().run().millis();
            hugo.forget(work);
            double their = hugo.build().run().millis();
            if (round >= 0) {
                ours.add(our);
                theirs.add(their);
            }
        }
        colophon.forget(work);
        long ourPeak = colophon.build().withAnEyeOnMemory().run().peakMiB();
        hugo.forget(work);
        long theirPeak = hugo.build().withAnEyeOnMemory().run().peakMiB();
        row("clean build", pages, java, ours, theirs, ourPeak, theirPeak);
    }

    /** A new process after one word changed. Hugo knows no way but to build all. */
    private void edit(int pages, Path java, Tool colophon, Tool hugo, Corpus corpus)
            throws IOException, InterruptedException {
        colophon.build().run();
        hugo.build().run();
        // What was written a moment ago is compared byte by byte; people do not edit that fast.
        Thread.sleep(3_000);
        Samples ours = new Samples();
        Samples theirs = new Samples();
        for (int round = -1; round < rounds; round++) {
            corpus.edit(Math.abs(round * 7919) % pages, "round" + (round + 1));
            double our = colophon.build().run().millis();
            double their = hugo.build().run().millis();
            if (round >= 0) {
                ours.add(our);
                theirs.add(their);
            }
        }
        row("one word changed, new process", pages, java, ours, theirs, NOT_MEASURED, NOT_MEASURED);
    }

    /** From the command to the front page served, with nothing remembered. */
    private void start(int pages, Path java, Tool colophon, Tool hugo) throws IOException, InterruptedException {
        practise();
        Samples ours = new Samples();
        Samples theirs = new Samples();
        for (int round = -1; round < rounds; round++) {
            colophon.forget(work);
            double our = started(colophon, 4400);
            hugo.forget(work);
            double their = started(hugo, 4500);
            if (round >= 0) {
                ours.add(our);
                theirs.add(their);
            }
        }
        row("preview, command to front page", pages, java, ours, theirs, NOT_MEASURED, NOT_MEASURED);
    }

    private static double started(Tool tool, int port) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process server = tool.server(port).start();
        try {
            await(port, "", "<html");
            return (System.nanoTime() - begun) / 1e6;
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /** From saving a file to the new page served. */
    private void preview(int pages, Path java, Tool colophon, Tool hugo, Corpus corpus)
            throws IOException, InterruptedException {
        practise();
        Samples ours = served(colophon, corpus, pages, 4400);
        Samples theirs = served(hugo, corpus, pages, 4500);
        row("save to page served, p50", pages, java, ours, theirs, NOT_MEASURED, NOT_MEASURED);
        rows.add(String.format(
                Locale.ROOT,
                "| save to page served, p95 | %,d | %s | %.0f ms | %.0f ms | %.2f | | |",
                pages,
                version(java),
                ours.percentile(95),
                theirs.percentile(95),
                ours.percentile(95) / theirs.percentile(95)));
    }

    private Samples served(Tool tool, Corpus corpus, int pages, int port) throws IOException, InterruptedException {
        Process server = tool.server(port).start();
        try {
            await(port, "", "<html");
            Thread.sleep(3_000);
            Samples samples = new Samples();
            for (int i = -1; i < 20; i++) {
                int page = Math.abs(i * 7919) % pages;
                String mark = "mark" + (i + 1) + "of" + port;
                long begun = System.nanoTime();
                corpus.edit(page, mark);
                await(port, "report/" + corpus.slug(page) + "/", mark);
                if (i >= 0) {
                    samples.add((System.nanoTime() - begun) / 1e6);
                }
                Thread.sleep(400);
            }
            return samples;
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /** Java's client takes milliseconds for its first hundreds of answers; they are given by a server of its own, and measured nowhere. */
    private static void practise() throws IOException, InterruptedException {
        byte[] page = "<html>a page of some length </html>\n".repeat(400).getBytes();
        // Else each answer waits 40 ms for the client to confirm its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        try {
            for (int i = 0; i < 3_000; i++) {
                await(server.getAddress().getPort(), "", "</html>");
            }
        } finally {
            server.stop(0);
        }
    }

    private static void await(int port, String page, String mark) throws IOException, InterruptedException {
        URL address = new URL("http://127.0.0.1:" + port + "/" + page);
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < 300e9) {
            // All in this thread: the machine is to be busy with what is measured.
            HttpURLConnection connection = (HttpURLConnection) address.openConnection();
            try (InputStream answer = connection.getInputStream()) {
                if (new String(answer.readAllBytes(), StandardCharsets.UTF_8).contains(mark)) {
                    return;
                }
            } catch (IOException e) {
                // It is not there yet, or being built.
                Thread.sleep(4);
            }
            Thread.sleep(1);
        }
        throw new IllegalStateException("\"" + mark + "\" never appeared in /" + page);
    }

    private void row(
            String name, int pages, Path java, Samples ours, Samples theirs, long ourPeak, long theirPeak) {
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %s | %s | %.2f | %s | %s |",
                name,
                pages,
                version(java),
                ours,
                theirs,
                ours.ratio(theirs),
                ourPeak < 0 ? "" : ourPeak + " MiB",
                theirPeak < 0 ? "" : theirPeak + " MiB"));
        System.err.println(rows.get(rows.size() - 1));
    }

    private void print() throws IOException, InterruptedException {
        System.out.println("\n" + LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                + System.getProperty("os.name") + ", " + output("hugo", "version").split("[-+ ]")[1] + " of Hugo, "
                + rounds + " rounds. Medians, in brackets the fastest and the slowest; ratios of runs next to each other.\n");
        System.out.println("| what | pages | Java | Colophon | Hugo | ratio | peak, Colophon | peak, Hugo |");
        System.out.println("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |");
        rows.forEach(System.out::println);
    }

    private static String version(Path java) {
        try {
            return Files.readAllLines(java.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            return "?";
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        String text = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return text;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Measurements of one thing. */
    private static final class Samples {
        private final List<Double> values = new ArrayList<>();

        void add(double value) {
            values.add(value);
        }

        double percentile(int percent) {
            List<Double> sorted = values.stream().sorted().toList();
            return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        }

        /** The median of the ratios of neighbours. */
        double ratio(Samples others) {
            Samples ratios = new Samples();
            for (int i = 0; i < values.size(); i++) {
                ratios.add(values.get(i) / others.values.get(i));
            }
            return ratios.percentile(50);
        }

        @Override
        public String toString() {
            boolean seconds = percentile(50) >= 1_000;
            double unit = seconds ? 1_000 : 1;
            return String.format(
                    Locale.ROOT,
                    seconds ? "%.2f s (%.2f–%.2f)" : "%.0f ms (%.0f–%.0f)",
                    percentile(50) / unit,
                    percentile(0) / unit,
                    percentile(100) / unit);
        }
    }

    /** A program to be measured, on its own copy of the pages. */
    private record Tool(Path site, List<String> buildCommand, UnaryOperator<String> serveCommand, Path java) {
        static Tool colophon(Path project, Path java, Path site) {
            String program = project.resolve("colophon").toString();
            return new Tool(
                    site,
                    List.of(program, "build", site.toString(), "--no-downloads", "--quiet"),
                    port -> program + " preview " + site + " --no-downloads --quiet --port " + port,
                    java);
        }

        static Tool hugo(Path site) {
            return new Tool(
                    site,
                    List.of("hugo", "--quiet", "--source", site.toString()),
                    port -> "hugo server --quiet --bind 127.0.0.1 --source " + site + " --port " + port,
                    Path.of(System.getProperty("java.home")));
        }

        /** Moves what earlier builds left out of the way. */
        void forget(Path trash) throws IOException {
            for (String name : List.of("public", ".colophon", "resources")) {
                if (Files.exists(site.resolve(name))) {
                    Files.move(site.resolve(name), Files.createTempDirectory(trash, "old").resolve(name));
                }
            }
        }

        Run build() {
            return new Run(process(buildCommand), false);
        }

        ProcessBuilder server(int port) {
            return process(List.of(serveCommand.apply(String.valueOf(port)).split(" ")));
        }

        private ProcessBuilder process(List<String> command) {
            ProcessBuilder process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            process.environment().put("JAVA_HOME", java.toString());
            return process;
        }
    }

    /** One run of a program. */
    private record Run(ProcessBuilder process, boolean watched) {
        record Result(double millis, long peakMiB) {}

        /** The same, with an eye on its memory, which costs a little time. */
        Run withAnEyeOnMemory() {
            return new Run(process, true);
        }

        Result run() throws IOException, InterruptedException {
            long begun = System.nanoTime();
            Process running = process.start();
            long peak = 0;
            while (watched && running.isAlive()) {
                peak = Math.max(peak, peakKiB(running.pid()));
                Thread.sleep(5);
            }
            int status = running.waitFor();
            double millis = (System.nanoTime() - begun) / 1e6;
            if (status != 0) {
                throw new IllegalStateException(process.command() + " ended with " + status);
            }
            return new Result(millis, peak / 1024);
        }

        private static long peakKiB(long pid) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
                return lines.filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(0);
            } catch (IOException | UncheckedIOException e) {
                return 0;
            }
        }
    }

    /**
     * The same publication for both programs: chapters of about 600 words with a table, an image, footnotes, links to other chapters, a nested
     * list, a definition list, a heading with attributes and a directive, as real reports have them.
     */
    private static final class Corpus {
        private static final String[] WORDS = ("trade river policy growth export council region water alliance report"
                        + " investment market firm partner minister agreement energy capital labour supply public finance method"
                        + " data value chain survey between because although however across within before after during their"
                        + " these which where increase decrease maintain develop measure compare suggest indicate strong early"
                        + " modern joint local foreign national industrial café “quoted” don’t")
                .split(" ");

        private final Path project;
        private final Path folder;
        private final int pages;
        private final Random random = new Random(7);

        Corpus(Path project, Path folder, int pages) {
            this.project = project;
            this.folder = folder;
            this.pages = pages;
        }

        Path colophon() {
            return folder.resolve("colophon");
        }

        Path hugo() {
            return folder.resolve("hugo");
        }

        /** The last part of a page's address, the same in both sites. */
        String slug(int page) {
            return WORDS[page % 40] + "-" + page;
        }

        private String file(int page) {
            return String.format(Locale.ROOT, "%05d-%s.md", page, slug(page));
        }

        void write() throws IOException {
            String picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"300\"><rect width=\"400\" height=\"90\"/></svg>\n";
            put(colophon().resolve("content/figures/trade.svg"), picture);
            put(hugo().resolve("static/figures/trade.svg"), picture);
            String notice = "This is a **measurement** of two programs.";
            put(
                    colophon().resolve("content/site.yaml"),
                    "title: Bench\naddress: https://bench.example.org/\ndescription: A site to measure.\nnotice: \"" + notice
                            + "\"\n");
            put(
                    colophon().resolve("content/publication.yaml"),
                    "slug: bench\ntitle: Bench\nsubtitle: A measurement\ndate: 2024-01-02\nsummary: A report.\n"
                            + "contributors:\n  - given: Ada\n    family: Lovelace\n    roles: [author]\n");
            for (int page = 0; page < pages; page++) {
                String title = "title: " + phrase(3) + " " + page + "\nsummary: " + sentence() + "\n";
                String body = body();
                put(
                        colophon().resolve("content/report/" + file(page)),
                        "---\n" + title + "---\n\n" + inSyntaxOf(true, body));
                put(
                        hugo().resolve("content/report/" + file(page)),
                        "---\n" + title + "slug: " + slug(page) + "\nweight: " + (page + 1) + "\ndate: 2024-01-02\n---\n\n"
                                + inSyntaxOf(false, body));
            }
            copy(project.resolve("src/bench/hugo"), hugo());
            for (String assets : List.of("css", "js", "fonts", "icons")) {
                copy(project.resolve("site-assets").resolve(assets), hugo().resolve("static/assets").resolve(assets));
            }
            delete(hugo().resolve("static/assets/fonts/print"));
        }

        /** Puts a word at the end of a paragraph of a page, in place of the one an earlier edit put there. */
        void edit(int page, String word) throws IOException {
            for (String site : List.of("colophon", "hugo")) {
                Path file = folder.resolve(site).resolve("content/report").resolve(file(page));
                String text = Files.readString(file).replaceFirst(" (mark\\w+|round\\w+) ends here\\.", "");
                int note = text.indexOf("[^n0]\n");
                Files.writeString(file, text.substring(0, note) + " " + word + " ends here." + text.substring(note));
            }
        }

        private String body() {
            StringBuilder text = new StringBuilder();
            for (int section = 0; section < 4; section++) {
                text.append("## ").append(phrase(4)).append(section == 1 ? " {#trade}" : "");
                text.append("\n\n").append(sentences(2)).append("\n\n");
                text.append(sentences(3)).append(section < 3 ? "[^n" + section + "]" : "").append("\n\n");
                if (section == 0) {
                    text.append("| Year | Value | Share |\n| --- | ---: | ---: |\n");
                    for (int year = 2000; year < 2006; year++) {
                        text.append("| ").append(year).append(" | ").append(random.nextInt(999));
                        text.append(" | 0.").append(10 + random.nextInt(89)).append(" |\n");
                    }
                    text.append('\n');
                } else if (section == 1) {
                    text.append("![A chart of trade by year](FIGURE \"Trade by year\")\n\n");
                } else {
                    int other = random.nextInt(pages);
                    text.append("See [").append(phrase(2)).append("](PAGE").append(other);
                    text.append(") for *more*, and note the **difference**.\n\n");
                    text.append(section == 2 ? nestedList() : definitions() + note());
                }
            }
            for (int note = 0; note < 3; note++) {
                text.append("[^n").append(note).append("]: ").append(sentence()).append('\n');
            }
            return text.toString();
        }

        private String nestedList() {
            StringBuilder text = new StringBuilder();
            for (int item = 0; item < 3; item++) {
                text.append("- ").append(sentence()).append('\n');
                text.append("    1. ").append(phrase(5)).append("\n    2. ").append(phrase(4)).append('\n');
            }
            return text.append('\n').toString();
        }

        private String definitions() {
            StringBuilder text = new StringBuilder();
            for (int term = 0; term < 3; term++) {
                text.append(phrase(2)).append("\n: ").append(sentence()).append("\n\n");
            }
            return text.toString();
        }

        private String note() {
            return "NOTE " + phrase(3) + "\n" + sentences(1) + "\nEND NOTE\n\n";
        }

        /** Links, images and directives as each program wants them. */
        private String inSyntaxOf(boolean colophon, String body) {
            StringBuilder text = new StringBuilder();
            int done = 0;
            for (int at = body.indexOf("(PAGE"); at >= 0; at = body.indexOf("(PAGE", done)) {
                int end = body.indexOf(')', at);
                int page = Integer.parseInt(body.substring(at + 5, end));
                text.append(body, done, at + 1).append(colophon ? file(page) : "../" + slug(page) + "/");
                done = end;
            }
            return text.append(body.substring(done))
                    .toString()
                    .replace("(FIGURE", colophon ? "(../figures/trade.svg" : "(../../figures/trade.svg")
                    .replaceAll(
                            "(?m)^NOTE (.*)$",
                            colophon ? "::: note title=\"$1\"" : "{{< note title=\"$1\" >}}")
                    .replaceAll("(?m)^END NOTE$", colophon ? ":::" : "{{< /note >}}");
        }

        private String phrase(int words) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < words; i++) {
                text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(40)]);
            }
            return Character.toUpperCase(text.charAt(0)) + text.substring(1);
        }

        private String sentence() {
            int words = 9 + random.nextInt(12);
            StringBuilder text = new StringBuilder(phrase(2));
            for (int i = 2; i < words; i++) {
                text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
            }
            return text.append('.').toString();
        }

        private String sentences(int count) {
            StringBuilder text = new StringBuilder(sentence());
            for (int i = 1; i < count + 1; i++) {
                text.append(' ').append(sentence());
            }
            return text.toString();
        }

        private static void put(Path file, String text) throws IOException {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }

        private static void copy(Path from, Path to) throws IOException {
            try (Stream<Path> walk = Files.walk(from)) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
