package colophon.diag;

import java.util.Comparator;
import java.util.List;

/**
 * Something wrong at a place. Errors sort before warnings, so that no number of warnings hides one.
 *
 * @param message what is wrong with the value, in the author's words, lower case, without a full stop
 * @param notes other places that matter, such as the first of two definitions
 * @param help what to do about it, as an instruction; empty when the message says it all
 */
public record Problem(Rule rule, Span span, String message, List<Note> notes, String help)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::severity)
            .thenComparing(Problem::span)
            .thenComparing(Problem::rule)
            .thenComparing(Problem::message);

    /** Another place, and what it has to do with the problem. */
    public record Note(Span span, String message) {}

    public Problem {
        notes = List.copyOf(notes);
    }

    public Problem(Rule rule, Span span, String message, String help) {
        this(rule, span, message, List.of(), help);
    }

    public Severity severity() {
        return rule.severity();
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
