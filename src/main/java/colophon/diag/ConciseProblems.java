package colophon.diag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Problems as a person reads them at once: every error; of many warnings of one rule in one file the first, with the number of the
 * others; and no more than {@value #MAX_WARNINGS} warnings.
 *
 * @param shown what is printed, errors first
 * @param more the number of warnings, by rule, that nothing shown stands for
 */
public record ConciseProblems(List<Problem> shown, Map<Rule, Integer> more) {
    /** More warnings of one rule in one file than these say the same thing again. */
    static final int MAX_ALIKE = 5;

    /** More warnings at once help nobody; the rest are counted. */
    public static final int MAX_WARNINGS = 50;

    private record Kind(Rule rule, String file) {}

    /** @param problems in order */
    public static ConciseProblems of(List<Problem> problems) {
        List<Problem> shown = new ArrayList<>();
        Map<Kind, List<Problem>> warnings = new LinkedHashMap<>();
        for (Problem problem : problems) {
            if (problem.severity() == Severity.ERROR) {
                shown.add(problem);
            } else {
                Kind kind = new Kind(problem.rule(), problem.span().source().path());
                warnings.computeIfAbsent(kind, k -> new ArrayList<>()).add(problem);
            }
        }
        Map<Rule, Integer> more = new LinkedHashMap<>();
        int room = MAX_WARNINGS;
        for (List<Problem> alike : warnings.values()) {
            if (alike.size() > MAX_ALIKE && room > 0) {
                shown.add(first(alike));
                room--;
            } else {
                int fitting = Math.min(room, alike.size());
                shown.addAll(alike.subList(0, fitting));
                room -= fitting;
                if (fitting < alike.size()) {
                    more.merge(alike.get(0).rule(), alike.size() - fitting, Integer::sum);
                }
            }
        }
        return new ConciseProblems(shown.stream().sorted().toList(), more);
    }

    private static Problem first(List<Problem> alike) {
        Problem first = alike.get(0);
        return new Problem(
                first.rule(),
                first.span(),
                first.message() + ", and " + (alike.size() - 1) + " more like it in this file (--all lists them)",
                first.notes(),
                first.help());
    }

    /** "… and 14 more warnings (12 heading-skipped, 2 footnote-unused); --all shows them", or empty when there are none. */
    public String rest() {
        int sum = more.values().stream().mapToInt(Integer::intValue).sum();
        if (sum == 0) {
            return "";
        }
        String rules = more.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().id())
                .collect(Collectors.joining(", "));
        return "… and " + sum + " more warning" + (sum == 1 ? "" : "s") + " (" + rules + "); --all shows them";
    }
}
