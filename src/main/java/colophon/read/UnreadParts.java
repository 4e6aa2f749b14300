package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a bibliography has that is not read. Each kind, such as a field of one name, is one message for the whole file. */
final class UnreadParts {
    private record Part(Span first, String help, int places) {
        Part again() {
            return new Part(first, help, places + 1);
        }
    }

    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** @param message the same for the same kind */
    void add(Span span, String message, String help) {
        parts.merge(message, new Part(span, help, 1), (first, more) -> first.again());
    }

    void report(Problems problems) {
        parts.forEach((message, part) -> problems.add(
                Rule.BIBLIOGRAPHY_UNREAD,
                part.first(),
                message + (part.places() == 1 ? "" : " (in " + part.places() + " places)"),
                part.help()));
    }
}
