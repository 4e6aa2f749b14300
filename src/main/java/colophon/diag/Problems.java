package colophon.diag;

import java.util.ArrayList;
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

    public synchronized boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** True when the build may not be published; warnings count only when it is strict. */
    public synchronized boolean fail(boolean strict) {
        return strict ? !found.isEmpty() : hasErrors();
    }

    /** All problems by path, place and rule, each once. */
    public synchronized List<Problem> sorted() {
        return List.copyOf(new TreeSet<>(found));
    }
}
