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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Works of many kinds in many styles and languages: {@code real/citations/works.json}, each cited at first with a page, cited again, all
 * of them in one citation, and in a list of references. {@code -Dgolden.update=true} writes what is expected again; README.md beside the
 * files says where it differs from citeproc-js.
 */
class CitedWorksTest {
    private static final Path FOLDER = Path.of("src/test/resources/real/citations");

    @ParameterizedTest
    @CsvSource(textBlock = """
            chicago-notes-bibliography, en-US
            chicago-author-date, en-US
            apa, en-US
            modern-language-association, en-US
            ieee, en-US
            nature, en-US
            harvard-cite-them-right, en-US
            oscola, en-US
            bluebook-law-review, en-US
            international-affairs, en-US
            chicago-notes-bibliography, en-GB
            chicago-notes-bibliography, de
            chicago-notes-bibliography, fr
            chicago-notes-bibliography, ja
            chicago-notes-bibliography, es
            apa, de
            apa, fr
            apa, ja
            apa, es
            harvard-cite-them-right, en-GB
            """)
    void areCitedAsTheStyleSays(String style, String language) throws IOException {
        Path golden = FOLDER.resolve(style + "." + language + ".txt");
        String printed = printed(style, language);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(golden));
    }

    private static String printed(String name, String language) throws IOException {
        Path path = FOLDER.resolve("works.json");
        Source file = new Source(path.toString(), Files.readString(path));
        Bibliography works = BibliographyFixture.of(file, name, language, new Problems());
        CitationStyle style = new CitationStyle(works, works.keys());
        List<String> keys = List.copyOf(works.keys());
        List<String> sorted = style.sorted(keys);
        Map<String, Integer> numbers = style.numbers(sorted);
        StringBuilder printed = new StringBuilder();
        List<Cite> all = new ArrayList<>();
        for (String key : keys) {
            Cite first = cite(key, "12", Position.FIRST, 0);
            Cite again = cite(key, "12", Position.SUBSEQUENT, 1);
            printed.append(key).append(" first ").append(style.citation(List.of(first), numbers::get, true));
            printed.append('\n').append(key).append(" again ");
            printed.append(style.citation(List.of(again), numbers::get, true)).append('\n');
            all.add(cite(key, "", Position.SUBSEQUENT, 1));
        }
        printed.append("together ")
                .append(style.citation(all, numbers::get, true))
                .append('\n');
        style.entries(sorted).forEach((key, entry) -> printed.append(key + " entry " + entry + "\n"));
        return printed.toString();
    }

    private static Cite cite(String key, String page, Position position, int firstNote) {
        return new Cite(key, Part.WHOLE, "", "", "page", page, Set.of(position), firstNote, "");
    }
}
