package colophon.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConciseProblemsTest {
    @Test
    void everyErrorIsShownBeforeTheWarnings() {
        List<Problem> problems =
                sorted(alike(Rule.HEADING_SKIPPED, "a.md", 40), alike(Rule.LINK_TARGET_MISSING, "z.md", 300));
        ConciseProblems concise = ConciseProblems.of(problems);
        assertThat(concise.shown())
                .hasSize(301)
                .startsWith(problems.subList(0, 300).toArray(Problem[]::new));
        assertThat(concise.shown().get(300).message())
                .isEqualTo("message 0, and 39 more like it in this file (--all lists them)");
        assertThat(concise.rest()).isEmpty();
    }

    @Test
    void fewWarningsAreShownOneByOneInTheirPlaces() {
        List<Problem> problems = sorted(alike(Rule.HEADING_SKIPPED, "a.md", 5), alike(Rule.TITLE_IN_BODY, "a.md", 5));
        assertThat(ConciseProblems.of(problems).shown()).isEqualTo(problems);
    }

    @Test
    void whatIsBeyondTheLimitIsCountedByRule() {
        List<Problem> problems = sorted(
                IntStream.range(0, 70)
                        .mapToObj(i -> alike(Rule.TITLE_IN_BODY, "p" + (10 + i) + ".md", 1))
                        .flatMap(s -> s),
                alike(Rule.REFERENCE_UNUSED, "references.bib", 7));
        ConciseProblems concise = ConciseProblems.of(problems);
        assertThat(concise.shown()).hasSize(ConciseProblems.MAX_WARNINGS);
        assertThat(concise.rest())
                .isEqualTo("… and 27 more warnings (20 title-in-body, 7 reference-unused); --all shows them");
    }

    private static List<Problem> sorted(Stream<Problem> some, Stream<Problem> others) {
        return Stream.concat(some, others).sorted().toList();
    }

    private static Stream<Problem> alike(Rule rule, String file, int number) {
        Source source = new Source(file, "x".repeat(400));
        return IntStream.range(0, number)
                .mapToObj(i -> new Problem(rule, new Span(source, i, i + 1), "message " + i, ""));
    }
}
