package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problem;
import colophon.diag.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content at the edges: other scripts, other line ends, hostile text, half-written files, endless nesting. */
class ContentEdgesTest {
    private static final String PAGE = "---\ntitle: %s\nsummary: S.\n---\n\n%s\n";

    @Test
    void japaneseAndEmojiWorkInTextAndInFileNames() {
        SiteFixture.Built built = SiteFixture.of("sites/minimal")
                .change(
                        "content/report/02-水の話.md",
                        PAGE.formatted("水の話 🌊", "**重要**な話。[次](../case-studies/ベトナム.md#都市-と-水)"))
                .change(
                        "content/case-studies/ベトナム.md",
                        "---\ntitle: ベトナム\nkind: country\ncountry: VN\nsummary: 要約。\n---\n\n## 都市 と 水\n\n![川の絵](../figures/川 1.svg)\n")
                .change("content/figures/川 1.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'/>")
                .build()
                .isClean();
        assertThat(built.mainOf("report/水の話/index.html"))
                .contains("水の話 🌊")
                .contains(
                        "href=\"../../case-studies/%E3%83%99%E3%83%88%E3%83%8A%E3%83%A0/index.html#%E9%83%BD%E5%B8%82-%E3%81%A8-%E6%B0%B4\"");
        assertThat(built.mainOf("case-studies/ベトナム/index.html"))
                .containsPattern("src=\"../../assets/figures/%E5%B7%9D%201-[0-9a-f]{8}.svg\"");
        LinkedPages.check(built.files());
    }

    @Test
    void tabsAndLoneCarriageReturnsAreRead() {
        SiteFixture.Built built = SiteFixture.of("sites/minimal")
                .change(
                        "content/pages/about.md",
                        PAGE.formatted("About", "-\tone\n-\ttwo\n\nText").replace("\n", "\r"))
                .build()
                .isClean();
        assertThat(Jsoup.parse(built.mainOf("about/index.html"))
                        .select(".prose li, .prose p")
                        .eachText())
                .containsExactly("one", "two", "Text");
    }

    @Test
    void yamlMeansWhatItSays() {
        SiteFixture.Built built = SiteFixture.of("sites/minimal")
                .change("content/case-studies/netherlands.md", """
                        ---
                        title: 1.10
                        kind: country
                        country: NO
                        summary: yes
                        region: 12:30:45
                        facts:
                          - {label: on, value: 0x1F}
                          - label: "null"
                            value: 2018-02-30
                        ---
                        """)
                .build()
                .isClean();
        assertThat(Jsoup.parse(built.text("case-studies/netherlands/index.html"))
                        .select("h1, .standfirst, .eyebrow, .facts dd, .facts dt")
                        .eachText())
                .containsExactly("Norway · 12:30:45", "1.10", "yes", "on", "0x1F", "null", "2018-02-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x [*x]",
                "a: &x {b: *x}",
                "? [a, b]\n: c",
                "--- \n--- \n",
                "{a: 1, a: 2}",
                "\u0000",
                "- a\n- b",
                "!!java.io.File x",
                "a: !!int x"
            })
    void strangeYamlIsAProblemNotACrash(String yaml) {
        for (String file : List.of("content/site.yaml", "content/publication.yaml")) {
            assertThat(SiteFixture.of("sites/minimal")
                            .change(file, yaml)
                            .build()
                            .result()
                            .failed())
                    .isTrue();
        }
        assertThat(SiteFixture.of("sites/minimal")
                        .change("content/pages/about.md", "---\n" + yaml + "\n---\n")
                        .build()
                        .result()
                        .failed())
                .isTrue();
    }

    static List<String> hostile() {
        return List.of(
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](java&#10;script:alert(1))",
                "[x](&#1;javascript:alert(1))",
                "[x](\tjavascript:alert(1))",
                "[x](vbscript:x)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x]\n\n[x]: JAVASCRIPT:alert(1)",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "[x](https://a.example/\"onmouseover=\"alert(1))",
                "[x](https://a.example 'x\" onclick=\"alert(1)')",
                "![\" onerror=\"alert(1)](x.png)",
                "## \" onclick=\"alert(1) {#x\"onclick=alert(1)}",
                "`<img src=x onerror=alert(1)>`",
                "```\" onclick=\"alert(1)\nx\n```",
                "<svg/onload=alert(1)>",
                "<a href=javascript:alert(1)>x</a>",
                "\\<script>alert(1)\\</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "{onclick=alert(1)}",
                "text{style=color:red}",
                "| a |\n| --- |\n| <b onclick=x>y</b> |\n[\" onclick=\"x]",
                "x[^\"]\n\n[^\"]: <img src=x onerror=alert(1)>",
                "# {#\"><script>}");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void textCannotRunAnything(String markdown) {
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change(
                        "content/pages/about.md",
                        PAGE.formatted("'<script>alert(1)</script>\" onclick=\"x'", markdown));
        for (Map.Entry<String, colophon.model.OutputFile> file : site.build()
                .result()
                .tree()
                .map(tree -> {
                    Map<String, colophon.model.OutputFile> files = new TreeMap<>();
                    tree.files().forEach(it -> files.put(it.path().value(), it));
                    return files;
                })
                .orElse(Map.of())
                .entrySet()) {
            if (file.getKey().endsWith(".html")) {
                assertHarmless(file.getKey(), file.getValue().text());
            }
        }
    }

    private static void assertHarmless(String path, String html) {
        List<String> found = new ArrayList<>();
        for (Element element : Jsoup.parse(html).getAllElements()) {
            if (element.normalName().matches("script")
                    && !element.attr("src").matches("(\\.\\./|/water/)*assets/js/site\\.[0-9a-f]+\\.js")) {
                found.add(element.outerHtml());
            }
            for (Attribute attribute : element.attributes()) {
                String value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "");
                boolean runs = Pattern.matches("(?i)(javascript|vbscript|data):.*", value)
                        && attribute.getKey().matches("href|src|action");
                if (attribute.getKey().startsWith("on") || attribute.getKey().equals("style") || runs) {
                    found.add(element.outerHtml());
                }
            }
        }
        assertThat(found).as(path).isEmpty();
    }

    static List<String> pathological() {
        return List.of(
                "[".repeat(50_000),
                "[a](".repeat(3_000),
                ">".repeat(20_000),
                "> ".repeat(5_000) + "x",
                "- ".repeat(2_000) + "x",
                "*a **a ".repeat(3_000),
                "*".repeat(30_000),
                "`".repeat(5_000) + "a",
                "<!-- ".repeat(5_000),
                "<".repeat(20_000),
                "![".repeat(20_000),
                "|" + " a |".repeat(1_500) + "\n|" + " --- |".repeat(1_500) + "\n",
                "[^a]".repeat(5_000),
                "&".repeat(50_000),
                "\\".repeat(50_000),
                "a\n: b\n".repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource("pathological")
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void endlessPatternsEnd(String markdown) {
        SiteFixture.Built built = SiteFixture.of("sites/minimal")
                .change("content/pages/about.md", PAGE.formatted("About", markdown))
                .build();
        assertPlacesAreInTheFiles(built);
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void everyPrefixOfAFileIsReadWithoutACrash() {
        for (String file :
                List.of("content/publication.yaml", "content/report/01-one.md", "content/case-studies/vietnam.md")) {
            SiteFixture site = SiteFixture.of("sites/complete");
            byte[] whole = site.text(file).getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < whole.length; length += 7) {
                site.change(file, java.util.Arrays.copyOf(whole, length));
                assertPlacesAreInTheFiles(site.build());
            }
        }
    }

    private static void assertPlacesAreInTheFiles(SiteFixture.Built built) {
        for (Problem problem : built.result().problems()) {
            Span span = problem.span();
            assertThat(span.end()).isLessThanOrEqualTo(span.source().text().length());
        }
        assertThat(built.problems()).isNotNull();
    }

    @Test
    void anEmptyFileIsAProblemWithAName() {
        SiteFixture.of("sites/minimal")
                .change("content/pages/about.md", "")
                .build()
                .hasProblems("""
                        content/pages/about.md: error: the file does not start with front matter [front-matter-missing]
                          help: begin it with a line ---, then "title: …" and "summary: …", then another line ---

                        1 error
                        """);
    }

    @Test
    void aReadyMadePdfTakesThePlaceOfTheGeneratedOneAndIsMeasured() {
        SiteFixture.Built generated =
                SiteFixture.of("sites/minimal").withDownloads().build().isClean();
        byte[] brief = generated.bytes("brief/water-brief.pdf");
        SiteFixture.Built built = SiteFixture.of("sites/minimal")
                .change("content/downloads/water.pdf", brief)
                .withDownloads()
                .build();
        // It is the brief, and that is told: its imprint names the report, the chapters are missing.
        assertThat(built.problems()).contains("[download-outdated]");
        assertThat(built.bytes("water.pdf")).isEqualTo(brief);
        String details = Jsoup.parse(built.text("index.html"))
                .select("a:contains(Download the Report) .button-details")
                .text();
        assertThat(details.replace('\u00A0', ' '))
                .isEqualTo("PDF, English, " + Math.round(brief.length / 1e3) + " kB, 1 page");
        assertThat(built.files()).doesNotContainKey("downloads/water.pdf");
    }

    @Test
    void aDraftsPictureIsPublishedWithTheDraftOnly() {
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change(
                        "content/pages/later.md",
                        "---\ntitle: Later\nsummary: S.\ndraft: true\n---\n\n![Secret](../figures/secret.svg)\n")
                .change("content/figures/secret.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'/>");
        assertThat(site.build().isClean().files().keySet()).noneMatch(it -> it.contains("secret"));
        assertThat(site.with(BuildOptions::withDrafts).build().isClean().files())
                .anySatisfy((path, file) -> assertThat(path).matches("assets/figures/secret-[0-9a-f]{8}.svg"));
    }

    @Test
    void aSiteWithoutOptionalPartsIsWhole() {
        SiteFixture.Built built = SiteFixture.of("""
                        -- content/site.yaml --
                        title: Small
                        address: https://example.org
                        description: Small.
                        -- content/publication.yaml --
                        slug: small
                        title: Small
                        date: 2020-02-29
                        summary: Only a landing page.
                        """).withDownloads().build().isClean();
        assertThat(built.files())
                .containsKeys("index.html", "404.html", "sitemap.xml")
                .doesNotContainKeys("report/index.html", "small.pdf", "authors/index.html");
        LinkedPages.check(built.files());
    }
}
