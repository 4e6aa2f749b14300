package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Severity;
import colophon.diag.Source;
import colophon.model.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;

/**
 * Markdown is read as CommonMark 0.31.2 and GFM 0.29 have it, by all examples of both. What is read otherwise is listed here by number
 * and, with its reason, in README.
 */
class CommonMarkTest {
    private static final Pattern COMMENT = Pattern.compile("(?sm)^ {0,3}<!--.*?-->\n?|<!--.*?-->");

    /** Each example of CommonMark that is read otherwise, and why. */
    private static final Map<Integer, String> COMMONMARK =
            Map.of(177, "the words after a comment are text", 488, "an address may have spaces");

    private static final Map<Integer, String> GFM = new TreeMap<>(Map.of(
            146, "the words after a comment are text",
            204, "a cell too many in a row stays, since its words would be lost, and is reported",
            497, "an address may have spaces"));

    private static final Set<Rule> HTML = Set.of(Rule.HTML_NOT_ALLOWED, Rule.COMMENT_OPEN);

    private enum Outcome {
        SAME,
        /** Raw HTML, with an error that says so. */
        REFUSED,
        /** The same but for comments, which are not published. */
        WITHOUT_COMMENTS,
        OTHER
    }

    @Test
    void commonMark() {
        Results results = run(ExampleReader.readExamples(TestResources.getSpec()));
        assertThat(results.numbers(Outcome.OTHER)).containsExactlyInAnyOrderElementsOf(COMMONMARK.keySet());
    }

    @Test
    void gfm() {
        Results results = run(ExampleReader.readExamples(TestResources.getGfmSpec()));
        assertThat(results.numbers(Outcome.OTHER)).containsAll(GFM.keySet()).hasSizeLessThan(18);
    }

    private static Results run(List<Example> examples) {
        Results results = new Results(new TreeMap<>(), new TreeMap<>());
        for (int number = 1; number <= examples.size(); number++) {
            Example example = examples.get(number - 1);
            String source = example.getSource();
            Problems problems = new Problems();
            Body.Place place = new Body.Place(new Source("example.md", source), Optional.empty());
            String html = SpecificationHtml.of(FlexmarkReader.read(source, 0, place, problems));
            Outcome outcome = outcome(html, example.getHtml().replace('→', '\t'), problems.sorted());
            results.outcomes().put(number, outcome);
            if (outcome == Outcome.OTHER) {
                results.differences().put(number, source + "\n» " + html + "\n" + problems.sorted());
            }
        }
        return results;
    }

    private static Outcome outcome(String html, String expected, List<Problem> problems) {
        if (problems.stream().anyMatch(problem -> HTML.contains(problem.rule()))) {
            return Outcome.REFUSED;
        }
        if (problems.stream().anyMatch(problem -> problem.rule().severity() == Severity.ERROR)) {
            return Outcome.OTHER;
        }
        if (foldStrong(html).equals(foldStrong(expected))) {
            return Outcome.SAME;
        }
        String without = COMMENT.matcher(expected).replaceAll("");
        return foldStrong(html).equals(foldStrong(without)) ? Outcome.WITHOUT_COMMENTS : Outcome.OTHER;
    }

    /** GFM 0.29 writes strong emphasis within strong emphasis once, CommonMark 0.31.2 twice: it looks and means the same. */
    private static String foldStrong(String html) {
        StringBuilder folded = new StringBuilder();
        int depth = 0;
        for (String part : html.strip().split("(?=</?strong>)|(?<=</?strong>)")) {
            boolean opens = part.equals("<strong>");
            depth -= part.equals("</strong>") ? 1 : 0;
            boolean inner = (opens || part.equals("</strong>")) && depth > 0;
            folded.append(inner ? "" : part);
            depth += opens ? 1 : 0;
        }
        return folded.toString();
    }

    private record Results(Map<Integer, Outcome> outcomes, Map<Integer, String> differences) {
        List<Integer> numbers(Outcome outcome) {
            List<Integer> numbers = new ArrayList<>();
            outcomes.forEach((number, it) -> {
                if (it == outcome) {
                    numbers.add(number);
                }
            });
            return numbers;
        }
    }
}
