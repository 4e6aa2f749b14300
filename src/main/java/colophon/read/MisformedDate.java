package colophon.read;

import colophon.model.PublicationDate;
import colophon.model.Reference.PartialDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a date that has another form than settings need is most likely meant to be. */
final class MisformedDate {
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/. ]+(\\d{1,2})(?:[-/. ]+(\\d{1,2})(?:[T ].*)?)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])\\s*(\\d{1,2})\\2\\s*(\\d{4})");

    private MisformedDate() {}

    /** The date as it should be written; empty where it could be more than one. */
    static Optional<String> meant(String written) {
        String text = written.strip();
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return date(first.group(1), first.group(2), first.group(3));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            // Points are German, Czech or Russian, and the day comes first; with strokes it may be either.
            boolean dayFirst = last.group(2).equals(".") || Integer.parseInt(last.group(1)) > 12;
            boolean monthFirst = Integer.parseInt(last.group(3)) > 12;
            return dayFirst
                    ? date(last.group(4), last.group(3), last.group(1))
                    : monthFirst ? date(last.group(4), last.group(1), last.group(3)) : Optional.empty();
        }
        return WrittenDate.read(text)
                .filter(date -> !date.isRange() && !date.circa())
                .map(date -> date.from())
                .filter(date -> date.month() > 0 && date.season().isEmpty())
                .flatMap(MisformedDate::date);
    }

    private static Optional<String> date(PartialDate date) {
        return date(
                String.valueOf(date.year()),
                String.valueOf(date.month()),
                date.day() == 0 ? null : String.valueOf(date.day()));
    }

    private static Optional<String> date(String year, String month, String day) {
        String text = year + two(month) + (day == null ? "" : two(day));
        return PublicationDate.parse(text).map(PublicationDate::toString);
    }

    private static String two(String digits) {
        return String.format(Locale.ROOT, "-%02d", Integer.parseInt(digits));
    }
}
