package colophon.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a work was published, as exactly as its author says: 2018, 2018-11 or 2018-11-28.
 *
 * @param month from 1; a date without one has no day
 */
public record PublicationDate(int year, OptionalInt month, OptionalInt day) {
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    public PublicationDate {
        if (month.isEmpty() && day.isPresent()) {
            throw new IllegalArgumentException("a day without a month");
        }
    }

    public static PublicationDate of(LocalDate day) {
        return new PublicationDate(
                day.getYear(), OptionalInt.of(day.getMonthValue()), OptionalInt.of(day.getDayOfMonth()));
    }

    /** Whether a text has the form of a date, be it in the calendar or not. */
    public static boolean isWritten(String text) {
        return ISO.matcher(text).matches();
    }

    /** A date as people write it in settings; empty when it is not one, or is not in the calendar. */
    public static Optional<PublicationDate> parse(String text) {
        Matcher parts = ISO.matcher(text);
        if (!parts.matches() || text.startsWith("0000")) {
            return Optional.empty();
        }
        try {
            if (parts.group(2) == null) {
                return Optional.of(
                        new PublicationDate(Integer.parseInt(text), OptionalInt.empty(), OptionalInt.empty()));
            }
            if (parts.group(3) == null) {
                YearMonth month = YearMonth.parse(text);
                return Optional.of(new PublicationDate(
                        month.getYear(), OptionalInt.of(month.getMonthValue()), OptionalInt.empty()));
            }
            return Optional.of(of(LocalDate.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first day on which it may have been published. */
    public LocalDate firstDay() {
        return LocalDate.of(year, month.orElse(1), day.orElse(1));
    }

    /** As ISO 8601 has it: 2018, 2018-11 or 2018-11-28. */
    @Override
    public String toString() {
        return firstDay().toString().substring(0, month.isEmpty() ? 4 : day.isEmpty() ? 7 : 10);
    }
}
