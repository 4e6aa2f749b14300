package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problem;
import colophon.diag.ProblemPrinter;
import colophon.model.Lazy;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.SitePath;
import colophon.render.TemplateEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A site for a test: a folder of {@code src/test/resources} copied to a temporary place, or a whole site in one text block. See
 * {@code src/test/README.md}.
 *
 * <pre>{@code
 * SiteFixture.of("sites/minimal").change("content/brief.md", "…").build().hasFile("brief/index.html");
 * }</pre>
 */
public final class SiteFixture {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Path WORK = Path.of("target", "test-sites");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private final Path folder;
    private final Path source;
    private String output = "public";
    private UnaryOperator<BuildOptions> options = BuildOptions::withoutDownloads;
    /** Kept by builds in memory, as by {@code build --watch}; what is published is as by another process. */
    private final Lazy<TemplateEngine> templateEngine = new Lazy<>(TemplateEngine::new);

    private SiteFixture(Path source) {
        this.source = source;
        try {
            Files.createDirectories(WORK);
            this.folder = Files.createTempDirectory(WORK, "site");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of the test resources, or, when it has several lines, files after lines such as {@code -- content/site.yaml --}. */
    public static SiteFixture of(String nameOrFiles) {
        if (!nameOrFiles.contains("\n")) {
            SiteFixture fixture = new SiteFixture(RESOURCES.resolve(nameOrFiles));
            return fixture.overlay(nameOrFiles);
        }
        SiteFixture fixture = new SiteFixture(null);
        String file = null;
        StringBuilder text = new StringBuilder();
        for (String line : nameOrFiles.split("\n", -1)) {
            if (line.startsWith("-- ") && line.endsWith(" --")) {
                fixture.put(file, text);
                file = line.substring(3, line.length() - 3);
                text.setLength(0);
            } else {
                text.append(line).append('\n');
            }
        }
        return fixture.put(file, text);
    }

    private SiteFixture put(String file, StringBuilder text) {
        return file == null ? this : change(file, text.toString());
    }

    /** Copies another folder of the test resources over this one. What is called expected is left out. */
    public SiteFixture overlay(String name) {
        Path from = RESOURCES.resolve(name);
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String relative = from.relativize(file).toString().replace('\\', '/');
                if (!relative.startsWith("expected") && !relative.equals("setup.txt")) {
                    change(relative, Files.readAllBytes(file));
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SiteFixture change(String file, String text) {
        return change(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public SiteFixture change(String file, byte[] bytes) {
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.write(target, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Edits a file that is there. */
    public SiteFixture edit(String file, UnaryOperator<String> edit) {
        return change(file, edit.apply(text(file)));
    }

    public SiteFixture remove(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes what the build is told; by default it makes no PDF. */
    public SiteFixture with(UnaryOperator<BuildOptions> change) {
        UnaryOperator<BuildOptions> before = options;
        options = given -> change.apply(before.apply(given));
        return this;
    }

    /** Publishes to another folder of the site than {@code public}. */
    public SiteFixture output(String name) {
        output = name;
        return this;
    }

    /** Builds for a day, such as 2026-12-01. */
    public SiteFixture on(String day) {
        return with(given -> given.with(given.release().on(LocalDate.parse(day))));
    }

    public SiteFixture withDownloads() {
        options = UnaryOperator.identity();
        return this;
    }

    public Path folder() {
        return folder;
    }

    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All text files of the site, for properties that hold of every one. */
    public List<String> textFiles() {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().matches(".*\\.(md|yaml|ftlh|css)"))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Builds in memory. */
    public Built build() {
        return build(options.apply(BuildOptions.of(folder)));
    }

    /** Builds in memory as told. */
    public Built build(BuildOptions told) {
        return run(new Build(told, templateEngine));
    }

    /** Builds into {@code public/} of the temporary folder. */
    public Built publish() {
        return run(new Build(options.apply(BuildOptions.of(folder).to(folder.resolve(output)))));
    }

    private Built run(Build build) {
        try {
            return new Built(build.run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paths and bytes of a folder, for comparing before and after. */
    public static SortedMap<String, String> snapshot(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    files.put(
                            folder.relativize(file).toString(),
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    /** What lies in an output folder, without the list of it: what {@link Built#contents} gives. */
    public static SortedMap<String, String> published(Path output) throws IOException {
        SortedMap<String, String> files = snapshot(output);
        assertThat(files.remove(".colophon-manifest")).isNotNull();
        return files;
    }

    /** A snapshot with folders and links too, where nothing at all may be left behind. */
    public static SortedMap<String, String> tree(Path folder) throws IOException {
        SortedMap<String, String> tree = snapshot(folder);
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(file -> !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> tree.put(folder.relativize(file) + "/", ""));
        }
        return tree;
    }

    /** What came of it. */
    public final class Built {
        private final BuildResult result;

        private Built(BuildResult result) {
            this.result = result;
        }

        public BuildResult result() {
            return result;
        }

        /** The whole report, as on the console. */
        public String problems() {
            List<Problem> problems = result.problems();
            return problems.isEmpty()
                    ? ""
                    : ProblemPrinter.TEXT.print(problems) + "\n" + ProblemPrinter.summary(problems) + "\n";
        }

        public Built isClean() {
            assertThat(problems()).isEmpty();
            return this;
        }

        public Built hasProblems(String whole) {
            assertThat(problems()).isEqualTo(whole);
            return this;
        }

        public Built hasFile(String path) {
            assertThat(files()).containsKey(path);
            return this;
        }

        public String text(String path) {
            assertThat(files()).containsKey(path);
            return files().get(path).text();
        }

        /** What is between the main tags of a page. */
        public String mainOf(String path) {
            return main(text(path));
        }

        /** All files by path. */
        public Map<String, OutputFile> files() {
            assertThat(result.tree()).as(problems()).isPresent();
            return result.tree().map(OutputTree::files).orElseThrow().stream()
                    .collect(Collectors.toMap(file -> file.path().value(), file -> file, (a, b) -> a, TreeMap::new));
        }

        /** Paths and bytes of everything, as {@link SiteFixture#snapshot} has them. */
        public SortedMap<String, String> contents() {
            SortedMap<String, String> contents = new TreeMap<>();
            files().forEach((path, file) -> contents.put(path, new String(file.bytes(), StandardCharsets.ISO_8859_1)));
            return contents;
        }

        public byte[] bytes(String path) {
            return result.tree()
                    .flatMap(tree -> tree.find(new SitePath(path)))
                    .orElseThrow()
                    .bytes();
        }

        /**
         * Compares everything with the folder {@code expected/} beside the site: the list of all files; of each page what is between the
         * main tags, or all of it where the site has templates of its own; other text as it is. A missing or surplus file fails. {@code -Dgolden.update=true} writes the folder anew.
         */
        public void matchesGolden() {
            SortedMap<String, String> actual = new TreeMap<>();
            StringBuilder list = new StringBuilder();
            boolean ownTheme = Files.exists(source.resolve("templates"));
            files().forEach((path, file) -> {
                String name = path.replaceAll("^(assets/.*)\\.[0-9a-f]{8}(\\.[a-z0-9]+)$", "$1.HASH$2");
                list.append(name).append('\n');
                if (path.endsWith(".html")) {
                    actual.put(path, ownTheme ? withoutHashes(file.text()) : main(file.text()) + "\n");
                } else if (path.matches(".*\\.(xml|txt)|_headers") && !path.startsWith("assets/")) {
                    actual.put(path, file.text());
                }
            });
            actual.put("files.txt", list.toString());
            compare(actual, source.resolve("expected"));
        }

        private String withoutHashes(String html) {
            return html.replaceAll("(assets/[^\"]*)\\.[0-9a-f]{8}(\\.[a-z0-9]+)", "$1.HASH$2");
        }

        private void compare(SortedMap<String, String> actual, Path expected) {
            try {
                if (UPDATE) {
                    assertThat(System.getenv("CI"))
                            .as("golden files are not updated in CI")
                            .isNull();
                    for (String old : snapshot(expected).keySet()) {
                        Files.delete(expected.resolve(old));
                    }
                    for (Map.Entry<String, String> file : actual.entrySet()) {
                        Path target = expected.resolve(file.getKey());
                        Files.createDirectories(target.getParent());
                        Files.writeString(target, file.getValue());
                    }
                }
                List<String> names = new ArrayList<>(snapshot(expected).keySet());
                assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(names);
                for (String name : names) {
                    assertThat(actual.get(name)).as(name).isEqualTo(Files.readString(expected.resolve(name)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String main(String html) {
            int start = html.indexOf("<main");
            int end = html.indexOf("</main>");
            assertThat(start).as("a main element").isBetween(0, end);
            return html.substring(html.indexOf('>', start) + 1, end).strip();
        }
    }

    /** The folder of the project, for tests that read its own files. */
    public static Path project() {
        try {
            return Path.of(SiteFixture.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent()
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
