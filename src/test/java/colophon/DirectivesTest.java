package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each directive has a page in {@code directives/}, the authors' manual: prose, and examples with the HTML that comes of them, which must hold.
 * {@code -Dgolden.update=true} writes the HTML anew, and the table of directives in README.
 */
class DirectivesTest {
    private static final Path MANUAL = Path.of("src", "test", "resources", "directives");
    private static final Path TEMPLATES = Path.of("templates", "directives");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Pattern EXAMPLE =
            Pattern.compile("(````markdown\n)(.*?)(````\n\n````html\n)(.*?)(````\n)", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("<div class=\"prose\">\n(.*)</div>\n</div>\n", Pattern.DOTALL);
    private static final Pattern HEAD = Pattern.compile("<#-- (.*?): ::: (.*?) -->\n<#--\n(.*?)-->", Pattern.DOTALL);
    private static final String TABLE = "| directive | what it is |\n| --- | --- |\n";

    static List<String> directives() throws IOException {
        return names(TEMPLATES);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replaceFirst("\\.[^.]*$", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachDirectiveHasAPageInTheManual() throws IOException {
        assertThat(names(MANUAL)).isEqualTo(directives());
    }

    @ParameterizedTest
    @MethodSource("directives")
    void examplesAreDrawnAsTheManualSays(String name) throws IOException {
        Path page = MANUAL.resolve(name + ".md");
        String manual = Files.readString(page);
        Map<String, String> drawn = new LinkedHashMap<>();
        Matcher example = EXAMPLE.matcher(manual);
        StringBuilder expected = new StringBuilder();
        List<String> documents = new ArrayList<>();
        while (example.find()) {
            String html = draw(example.group(2));
            drawn.put(example.group(2), html);
            documents.add(html);
            example.appendReplacement(
                    expected,
                    Matcher.quoteReplacement(
                            example.group(1) + example.group(2) + example.group(3) + html + example.group(5)));
        }
        example.appendTail(expected);
        assertThat(drawn).as("examples").isNotEmpty();
        assertThat(String.join("\n", documents)).contains("class=\"" + name);
        if (UPDATE) {
            Files.writeString(page, expected);
        }
        assertThat(Files.readString(page)).isEqualTo(expected.toString());
    }

    /** Drawings are tested where they are drawn. */
    private static String draw(String markdown) throws IOException {
        String page = withData(SiteFixture.of("sites/minimal"), markdown)
                .change("content/pages/about.md", "---\ntitle: About\nsummary: S.\n---\n\n" + markdown)
                .build()
                .isClean()
                .mainOf("about/index.html");
        Matcher text = TEXT.matcher(page);
        assertThat(text.find()).as(page).isTrue();
        return text.group(1).replaceAll("(?s)<svg .*?</svg>", "<svg>…</svg>");
    }

    private static SiteFixture withData(SiteFixture site, String markdown) throws IOException {
        if (markdown.contains("rain.csv")) {
            site.change("content/data/rain.csv", Files.readAllBytes(MANUAL.resolve("data/rain.csv")))
                    .change("content/data.yaml", Files.readAllBytes(MANUAL.resolve("data/data.yaml")));
        }
        return site;
    }

    /** A site with all examples, a page for each directive. */
    static SiteFixture site() throws IOException {
        SiteFixture site = SiteFixture.of("sites/minimal");
        for (String name : directives()) {
            StringBuilder page = new StringBuilder("---\ntitle: " + name + "\nsummary: S.\n---\n");
            Matcher example = EXAMPLE.matcher(Files.readString(MANUAL.resolve(name + ".md")));
            while (example.find()) {
                page.append('\n').append(example.group(2));
            }
            withData(site, page.toString()).change("content/pages/" + name + ".md", page.toString());
        }
        return site;
    }

    @Test
    void examplesAreValidHtml() throws Exception {
        Map<String, byte[]> pages = new TreeMap<>();
        SiteFixture.Built built = site().build().isClean();
        for (String name : directives()) {
            pages.put(name, built.bytes(name + "/index.html"));
        }
        assertThat(HtmlValidator.check(pages)).isEmpty();
    }

    @Test
    void readmeListsTheDirectives() throws IOException {
        StringBuilder table = new StringBuilder();
        for (String name : directives()) {
            Matcher head = HEAD.matcher(Files.readString(TEMPLATES.resolve(name + ".ftlh")));
            assertThat(head.lookingAt()).as("head of " + name).isTrue();
            assertThat(head.group(2)).as("usage of " + name).startsWith(name);
            table.append("| [`")
                    .append(name)
                    .append("`](src/test/resources/directives/")
                    .append(name)
                    .append(".md) | ")
                    .append(head.group(1))
                    .append(": `::: ")
                    .append(head.group(2).replace("|", "\\|"))
                    .append("` |\n");
        }
        Path readme = SiteFixture.project().resolve("README.md");
        String text = Files.readString(readme);
        int start = text.indexOf(TABLE) + TABLE.length();
        int end = text.indexOf("\n\n", start) + 1;
        if (UPDATE) {
            Files.writeString(readme, text.substring(0, start) + table + text.substring(end));
            text = Files.readString(readme);
        }
        assertThat(text.substring(start, text.indexOf("\n\n", start) + 1)).isEqualTo(table.toString());
    }

    /** What templates/README.md says of adding a directive, followed to the letter. */
    @Test
    void anotherDirectiveIsOneFile() throws IOException {
        Matcher guide = Pattern.compile(
                        "`(::: (\\S+) by=\"[^\"]*\")` in texts, write `(\\S+)`:\n\n```\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("templates", "README.md")));
        assertThat(guide.find()).isTrue();
        String line = guide.group(1);
        SiteFixture site = SiteFixture.of("sites/minimal").change(guide.group(3), guide.group(4));
        site.change("content/brief.md", site.text("content/brief.md") + "\n" + line + "\nWater **pays**.\n:::\n");
        assertThat(site.build().isClean().text("brief/index.html")).contains("""
                        <figure class="quote-of-the-day" id="page-item-1">
                        <blockquote><p>Water <strong>pays</strong>.</p></blockquote>
                        <figcaption>A. Author</figcaption>
                        </figure>
                        """);
        site.change("content/brief.md", site.text("content/brief.md").replace(line, line.replaceFirst("by=", "bye=")));
        assertThat(site.build().problems()).contains("did you mean \"by\"?");
    }
}
