package colophon.diag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** What a build found wrong so far. Stages add to it and go on with the next file. Safe for use by several threads. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public synchronized void add(Problem problem) {
        found.add(problem);
    }

    public void add(Rule rule, Span span, String message, String help) {
        add(new Problem(rule, span, message, help));
    }

    public void add(Rule rule, Span span, String message, String help, Problem.Note note) {
        add(new Problem(rule, span, message, List.of(note), help));
    }

    public void addAll(Problems others) {
        others.sorted().forEach(this::add);
    }

    public synchronized boolean isEmpty() {
        return found.isEmpty();
    }

    public synchronized boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** True when the build may not be published; warnings count only when it is strict. */
    public synchronized boolean fail(boolean strict) {
        return strict ? !found.isEmpty() : hasErrors();
    }

    /** All problems, errors before warnings, by path, place and rule, each once: of several that differ in their notes only, the one with the first note. */
    public synchronized List<Problem> sorted() {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Problem> inOrder = new ArrayList<>(found);
        inOrder.sort(Comparator.<Problem>naturalOrder().thenComparing(Problems::note));
        return List.copyOf(new TreeSet<>(inOrder));
    }

    private static String note(Problem problem) {
        return problem.notes().isEmpty()
                ? ""
                : problem.notes().get(0).span().source().path();
    }
}
