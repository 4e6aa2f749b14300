package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.model.Bibliography;
import colophon.read.BibliographyFixture;
import colophon.render.cite.Cite;
import colophon.render.cite.Cite.Part;
import colophon.render.cite.Cite.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** References look as the style guides print them. What is expected was made by another formatter, citeproc-js. */
class CitationStyleTest {
    private static final Path FOLDER = Path.of("src/test/resources/citations");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            chicago-notes-bibliography | report | Funabashi, Yoichi, and Matthew P. Goodman. The Article II Mandate: Forging a Stronger Economic Alliance between the United States and Japan. Joint report. Center for Strategic and International Studies; Asia Pacific Initiative, 2018. https://www.csis.org/analysis/article-ii-mandate-forging-stronger-economic-alliance-between-united-states-and-japan.
            chicago-author-date | report | Funabashi, Yoichi, and Matthew P. Goodman. 2018. The Article II Mandate: Forging a Stronger Economic Alliance between the United States and Japan. Joint report. Center for Strategic and International Studies; Asia Pacific Initiative. https://www.csis.org/analysis/article-ii-mandate-forging-stronger-economic-alliance-between-united-states-and-japan.
            apa | report | Funabashi, Y., & Goodman, M. P. (2018). The Article II Mandate: Forging a Stronger Economic Alliance between the United States and Japan [Joint report]. Center for Strategic and International Studies; Asia Pacific Initiative. https://www.csis.org/analysis/article-ii-mandate-forging-stronger-economic-alliance-between-united-states-and-japan
            modern-language-association | report | Funabashi, Yoichi, and Matthew P. Goodman. The Article II Mandate: Forging a Stronger Economic Alliance between the United States and Japan. Joint report. Center for Strategic and International Studies; Asia Pacific Initiative, 28 Nov. 2018, https://www.csis.org/analysis/article-ii-mandate-forging-stronger-economic-alliance-between-united-states-and-japan.
            chicago-notes-bibliography | chapter | Doe, Jane. “Myanmar.” In The Article II Mandate, edited by Harry Dempsey and Ann Listerud. Center for Strategic and International Studies, 2018. https://example.org/article-ii/myanmar/.
            apa | chapter | Doe, J. (2018). Myanmar. In H. Dempsey & A. Listerud (Eds.), The Article II Mandate (pp. 10–20). Center for Strategic and International Studies. https://example.org/article-ii/myanmar/
            modern-language-association | chapter | Doe, Jane. “Myanmar.” The Article II Mandate, edited by Harry Dempsey and Ann Listerud, Center for Strategic and International Studies, 2018, pp. 10–20, https://example.org/article-ii/myanmar/.
            """)
    void entriesAreAsCiteprocJsPrintsThem(String style, String key, String expected) throws IOException {
        assertThat(plain(style(style).entries(List.of(key)).get(key))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            chicago-notes-bibliography | report | Yoichi Funabashi and Matthew P. Goodman, The Article II Mandate: Forging a Stronger Economic Alliance between the United States and Japan, Joint report (Center for Strategic and International Studies; Asia Pacific Initiative, 2018), https://www.csis.org/analysis/article-ii-mandate-forging-stronger-economic-alliance-between-united-states-and-japan
            bluebook-law-review | report | Yoichi Funabashi & Matthew P. Goodman, The Article II Mandate: Forging a Stronger Economic Alliance between the United States and Japan (2018), https://www.csis.org/analysis/article-ii-mandate-forging-stronger-economic-alliance-between-united-states-and-japan
            """)
    void notesAreAsCiteprocJsPrintsThem(String style, String key, String expected) throws IOException {
        String note = cite(style(style), key, Part.WHOLE, Set.of(Position.FIRST), "", false);
        assertThat(plain(note)).isEqualTo(expected);
    }

    @Test
    void laterNotesAreShort() throws IOException {
        CitationStyle chicago = style("chicago-notes-bibliography");
        String later = cite(chicago, "report", Part.WHOLE, Set.of(Position.SUBSEQUENT), "12", false);
        assertThat(plain(later)).isEqualTo("Funabashi and Goodman, The Article II Mandate, 12");
    }

    @Test
    void sentencesNameAuthors() throws IOException {
        CitationStyle apa = style("apa");
        assertThat(plain(apa.author("report"))).isEqualTo("Funabashi and Goodman");
        assertThat(plain(cite(apa, "report", Part.WITHOUT_AUTHOR, Set.of(Position.FIRST), "12", true)))
                .isEqualTo("(2018, p. 12)");
    }

    @Test
    void threadsPrintAtTheSameTime() throws Exception {
        Bibliography works = bibliography("works.bib", "chicago-notes-bibliography", new Problems());
        List<Function<CitationStyle, String>> prints = IntStream.range(0, 60)
                .boxed()
                .flatMap(note -> works.keys().stream()
                        .flatMap(key -> Stream.of("page", "chapter", "section")
                                .<Function<CitationStyle, String>>map(label ->
                                        style -> cite(style, key, Part.WHOLE, Set.of(Position.FIRST), "" + note, true)
                                                + style.entries(List.of(key)))))
                .toList();
        CitationStyle alone = new CitationStyle(works, works.keys());
        CitationStyle shared = new CitationStyle(works, works.keys());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> printed = threads.invokeAll(prints.stream()
                    .<Callable<String>>map(print -> () -> print.apply(shared))
                    .toList());
            for (int i = 0; i < printed.size(); i++) {
                assertThat(printed.get(i).get()).isEqualTo(prints.get(i).apply(alone));
            }
        } finally {
            threads.shutdown();
        }
    }

    /** {@code -Dgolden.update=true} writes what is expected anew. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "chicago-notes-bibliography",
                "chicago-author-date",
                "apa",
                "modern-language-association",
                "ieee",
                "nature"
            })
    void worksOfEveryKindLookAsTheyShould(String name) throws IOException {
        Problems problems = new Problems();
        Bibliography works = bibliography("works.bib", name, problems);
        CitationStyle style = new CitationStyle(works, works.keys());
        StringBuilder printed = new StringBuilder();
        List<String> keys = works.keys().stream().toList();
        Map<String, String> entries = style.entries(keys);
        for (String key : keys) {
            String first = cite(style, key, Part.WHOLE, Set.of(Position.FIRST), "12", true);
            String later = cite(style, key, Part.WHOLE, Set.of(Position.SUBSEQUENT), "12", true);
            printed.append(key).append("\n  first    ").append(first);
            printed.append(later.equals(first) ? "" : "\n  later    " + later);
            printed.append("\n  sentence ").append(style.author(key));
            printed.append("\n  entry    ").append(entries.get(key)).append("\n\n");
        }
        Path golden = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, printed);
        }
        assertThat(problems.sorted()).isEmpty();
        assertThat(printed).hasToString(Files.readString(golden));
    }

    private static CitationStyle style(String name) throws IOException {
        Bibliography works = bibliography("golden.bib", name, new Problems());
        return new CitationStyle(works, works.keys());
    }

    private static String cite(
            CitationStyle style, String key, Part part, Set<Position> positions, String page, boolean affixed) {
        Cite cite = new Cite(key, part, "", "", "page", page, positions, 0, "");
        return style.citation(List.of(cite), it -> 1, affixed);
    }

    private static Bibliography bibliography(String file, String style, Problems problems) throws IOException {
        Path path = FOLDER.resolve(file);
        return BibliographyFixture.of(new Source(path.toString(), Files.readString(path)), style, problems);
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]+>", "").replace("&quot;", "\"").replace("&amp;", "&");
    }
}
