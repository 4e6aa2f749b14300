package colophon.render.cite;

import java.util.List;

/**
 * A date, or the time between two.
 *
 * @param from year, month and day as far as they are known; the year is negative before the common era
 * @param to the same for the end; empty for a date by itself, and the year 0 alone for a time that goes on
 * @param season 1 for spring to 4 for winter; 0 for none
 * @param literal what is printed where there is no date to speak of
 */
public record DateValue(List<Integer> from, List<Integer> to, int season, boolean circa, String literal) {
    public DateValue {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    boolean isEmpty() {
        return from.isEmpty() && literal.isEmpty();
    }
}
