package colophon.read;

import colophon.model.Reference.Date;
import colophon.model.Reference.PartialDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as BibLaTeX has them (its manual, version 3.19, section 2.3.8): the Extended Date/Time Format of ISO 8601-2, levels 0 and 1. A time
 * of day is read and left out: the Citation Style Language has none.
 */
final class EdtfDate {
    private static final String TIME =
            "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?)?";
    private static final Pattern DATE = Pattern.compile(
            "([Yy]?[-–−]?\\d{1,2}(?:\\d{2,}|\\d[Xu]|[Xu]{2}))([?~%]?)(?:-([?~%]?)(\\d{1,2}|[Xu]{2})([?~%]?))?"
                    + "(?:-([?~%]?)(\\d{1,2}|[Xu]{2})([?~%]?))?" + TIME + "([?~%]?)");

    private EdtfDate() {}

    /** A date, or the time between two; empty where the text is neither. */
    static Optional<Date> read(String text) {
        String[] ends = text.strip().replaceAll("^\\{(.*)\\}$", "$1").split("/", -1);
        if (ends.length > 2) {
            return Optional.empty();
        }
        if (ends.length == 1) {
            return end(ends[0]).filter(date -> !date.from().isEmpty());
        }
        Optional<Date> from = end(ends[0]);
        Optional<Date> to = end(ends[1]);
        if (from.isEmpty()
                || to.isEmpty()
                || from.get().from().isEmpty() && to.get().from().isEmpty()) {
            return Optional.empty();
        }
        PartialDate last = to.get().isRange() ? to.get().to() : to.get().from();
        return Optional.of(new Date(
                from.get().from(), last, true, from.get().circa() || to.get().circa(), ""));
    }

    /** One end of a range; without a date where it is open or not known. */
    private static Optional<Date> end(String text) {
        String written = text.strip();
        if (written.isEmpty() || written.equals("..") || written.equals("open") || written.equals("unknown")) {
            return Optional.of(Date.of(PartialDate.NONE));
        }
        Matcher date = DATE.matcher(written);
        if (!date.matches()) {
            return Optional.empty();
        }
        boolean circa = false;
        for (int group : new int[] {2, 3, 5, 6, 8, 9}) {
            circa |= date.group(group) != null && !date.group(group).isEmpty();
        }
        String year = date.group(1).replaceFirst("^[Yy]", "").replaceFirst("[–−]", "-");
        if (year.length() > 10) {
            return Optional.empty();
        }
        int first = year(year.replaceAll("[Xu]", "0"));
        if (year.matches(".*[Xu]")) {
            PartialDate last = new PartialDate(year(year.replaceAll("[Xu]", "9")), 0, 0, "");
            return Optional.of(new Date(new PartialDate(first, 0, 0, ""), last, true, circa, ""));
        }
        boolean approximate = circa;
        return partial(first, number(date.group(4)), number(date.group(7)))
                .map(it -> new Date(it, PartialDate.NONE, false, approximate, ""));
    }

    /** The year 0 is 1 BC. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return year <= 0 ? year - 1 : year;
    }

    private static int number(String digits) {
        return digits == null || !digits.matches("\\d+") ? 0 : Integer.parseInt(digits);
    }

    /** Months from 21 on are seasons: spring to winter, then those of the northern and of the southern half of the earth. */
    static Optional<PartialDate> partial(int year, int month, int day) {
        if (month >= 21 && month <= 32 && day == 0) {
            return Optional.of(new PartialDate(year, 0, 0, Integer.toString((month - 21) % 4 + 1)));
        }
        boolean calendar = month >= 0 && month <= 12 && day >= 0 && (day == 0 || month > 0);
        return year == 0
                        || !calendar
                        || day > 0 && day > YearMonth.of(year, month).lengthOfMonth()
                ? Optional.empty()
                : Optional.of(new PartialDate(year, month, day, ""));
    }
}
