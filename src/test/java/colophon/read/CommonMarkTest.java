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

    private static final String SPACES = "an address may have spaces, as names of files do";
    private static final String BARE = "an address without brackets is a link, as GFM has it";
    /** Each example of CommonMark that is read otherwise, and why. */
    private static final Map<Integer, String> COMMONMARK = Map.of(488, SPACES, 608, BARE, 611, BARE, 612, BARE);
    /** Those of GFM, which repeats CommonMark's examples of addresses that are no links without its extension. */
    private static final Map<Integer, String> GFM = Map.of(
            204, "a cell too many in a row stays, since its words would be lost, and is reported",
            497, SPACES,
            616, BARE,
            619, BARE,
            620, BARE);
    /** Examples with raw HTML: each is refused with an error. */
    private static final String COMMONMARK_HTML =
            "21 31 148-176 178 180-182 184-191 201 344 475-477 491 494 524 536 613-617 623 626-631 642-643";

    private static final String GFM_HTML =
            "118-145 147 149-151 153-160 170 317 327 354 484-486 500 503 532 544 632-636 642 645-650 652 662-663";
    /** Examples with a comment, which is not published; of {@code <!-- foo -->*bar*} the words after it are. */
    private static final String COMMONMARK_COMMENTS = "177 179 183 308-309 625";

    private static final String GFM_COMMENTS = "146 148 152 288-289 644";

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
        assertThat(results.numbers(Outcome.REFUSED)).isEqualTo(numbers(COMMONMARK_HTML));
        assertThat(results.numbers(Outcome.WITHOUT_COMMENTS)).isEqualTo(numbers(COMMONMARK_COMMENTS));
        assertThat(results.numbers(Outcome.OTHER))
                .as(() -> results.differences().toString())
                .containsExactlyInAnyOrderElementsOf(COMMONMARK.keySet());
        assertThat(results.outcomes()).hasSize(652);
    }

    @Test
    void gfm() {
        Results results = run(ExampleReader.readExamples(TestResources.getGfmSpec()));
        assertThat(results.numbers(Outcome.REFUSED)).isEqualTo(numbers(GFM_HTML));
        assertThat(results.numbers(Outcome.WITHOUT_COMMENTS)).isEqualTo(numbers(GFM_COMMENTS));
        assertThat(results.numbers(Outcome.OTHER))
                .as(() -> results.differences().toString())
                .containsExactlyInAnyOrderElementsOf(GFM.keySet());
        assertThat(results.outcomes()).hasSize(672);
    }

    /** Numbers and ranges of numbers, such as "1 3-5". */
    private static List<Integer> numbers(String ranges) {
        List<Integer> numbers = new ArrayList<>();
        for (String range : ranges.split(" ")) {
            String[] ends = range.split("-");
            for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
                numbers.add(i);
            }
        }
        return numbers;
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
        return foldStrong(withoutComments(html)).equals(foldStrong(withoutComments(expected)))
                ? Outcome.WITHOUT_COMMENTS
                : Outcome.OTHER;
    }

    /** With the words after a comment at the beginning of a line as the paragraph that we make of them. */
    private static String withoutComments(String html) {
        return COMMENT.matcher(html)
                .replaceAll("")
                .replaceAll(" +</p>", "</p>")
                .replace("*bar*\n<p><em>baz</em>", "<p><em>bar</em>\n<em>baz</em>");
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
