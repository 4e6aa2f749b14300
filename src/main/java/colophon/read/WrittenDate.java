package colophon.read;

import colophon.model.Reference.Date;
import colophon.model.Reference.PartialDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them: in the fields year, month and day of BibTeX, and as "28 November 2018" or "Spring 2018". */
final class WrittenDate {
    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, String> SEASONS =
            Map.of("spring", "1", "summer", "2", "autumn", "3", "fall", "3", "winter", "4");
    private static final Pattern PART = Pattern.compile("(\\d+)(?:st|nd|rd|th|\\.)?|(\\p{L}+)\\.?|([-–—/]+|&|\\+)");
    private static final Pattern YEARS = Pattern.compile("(\\d{4})\\s*[-–—/]+\\s*(\\d{2}|\\d{4})");
    private static final Pattern ABOUT = Pattern.compile("(?:ca?\\.?|circa|about|~)\\s*(\\d{3,4})|(\\d{3,4})\\s*[?~]");

    private WrittenDate() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : List.of("en", "de", "fr", "es", "it", "pt", "nl")) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    String name = month.getDisplayName(style, locale).toLowerCase(Locale.ROOT);
                    months.putIfAbsent(name.replace(".", ""), month.getValue());
                }
            }
        }
        months.put("sept", 9);
        return months;
    }

    /** The number of a season, or the word itself. */
    static String season(String word) {
        return SEASONS.getOrDefault(word.strip().toLowerCase(Locale.ROOT), word.strip());
    }

    static boolean isMonth(String word) {
        return MONTHS.containsKey(word.toLowerCase(Locale.ROOT));
    }

    /**
     * The date of BibTeX's fields.
     *
     * @param year without braces and commands; what is not a year is printed as it is written
     * @param month a number, a name, names, with days or without, or a season; empty for none
     * @param day empty for none
     */
    static Date of(String year, String month, String day) {
        Optional<Date> years = years(year);
        if (years.isEmpty()) {
            String before = String.join(" ", day, month).strip();
            return Date.literal(before.isEmpty() ? year : before + " " + year);
        }
        Date date = years.get();
        if (month.isBlank() || date.isRange()) {
            return date;
        }
        boolean numbers = month.strip().matches("\\d{1,2}") && day.strip().matches("\\d{1,2}");
        return (numbers
                        ? EdtfDate.partial(
                                        date.from().year(),
                                        Integer.parseInt(month.strip()),
                                        Integer.parseInt(day.strip()))
                                .map(Date::of)
                        : within(date.from().year(), day.isBlank() ? month : month + " " + day))
                .map(it -> new Date(it.from(), it.to(), it.isRange(), date.circa(), ""))
                .orElseGet(() -> new Date(
                        new PartialDate(date.from().year(), 0, 0, month), PartialDate.NONE, false, date.circa(), ""));
    }

    private static Optional<Date> years(String text) {
        Matcher about = ABOUT.matcher(text);
        if (about.matches()) {
            int year = Integer.parseInt(about.group(1) == null ? about.group(2) : about.group(1));
            return Optional.of(new Date(new PartialDate(year, 0, 0, ""), PartialDate.NONE, false, true, ""));
        }
        Matcher years = YEARS.matcher(text);
        if (years.matches()) {
            String from = years.group(1);
            String to = years.group(2).length() == 2 ? from.substring(0, 2) + years.group(2) : years.group(2);
            if (Integer.parseInt(to) > Integer.parseInt(from)) {
                return Optional.of(new Date(year(from), year(to), true, false, ""));
            }
        }
        return text.matches("[1-9]\\d{0,3}") ? Optional.of(Date.of(year(text))) : EdtfDate.read(text);
    }

    private static PartialDate year(String digits) {
        return new PartialDate(Integer.parseInt(digits), 0, 0, "");
    }

    /** "November", "11", "November 3–6", "3–6 November", "June 30 – July 4", "Fall/Winter" of a year. */
    private static Optional<Date> within(int year, String text) {
        List<PartialDate> ends = new ArrayList<>(List.of(PartialDate.NONE));
        Matcher part = PART.matcher(text);
        int at = 0;
        while (part.find()) {
            if (!text.substring(at, part.start()).replaceAll("[\\s\u00A0,]", "").isEmpty()) {
                return Optional.empty();
            }
            at = part.end();
            int last = ends.size() - 1;
            String word = part.group(2) == null ? "" : part.group(2).toLowerCase(Locale.ROOT);
            if (part.group(3) != null || word.equals("and") || word.equals("to")) {
                ends.add(PartialDate.NONE);
            } else {
                Optional<PartialDate> more = with(ends.get(last), year, part.group(1), word);
                if (more.isEmpty()) {
                    return Optional.empty();
                }
                ends.set(last, more.get());
            }
        }
        return text.substring(at).replaceAll("[\\s,]", "").isEmpty() ? range(ends) : Optional.empty();
    }

    private static Optional<PartialDate> with(PartialDate date, int year, String digits, String word) {
        if (digits != null && digits.length() <= 2 && date.day() == 0) {
            return Optional.of(new PartialDate(year, date.month(), Integer.parseInt(digits), date.season()));
        }
        if (digits == null && MONTHS.containsKey(word) && date.month() == 0) {
            return Optional.of(new PartialDate(year, MONTHS.get(word), date.day(), ""));
        }
        return digits == null && SEASONS.containsKey(word) && date.isEmpty()
                ? Optional.of(new PartialDate(year, 0, 0, SEASONS.get(word)))
                : Optional.empty();
    }

    /** Numbers without a month are days of the month at the other end; where there is no month at all they are months. */
    private static Optional<Date> range(List<PartialDate> ends) {
        PartialDate first = ends.get(0);
        PartialDate last = ends.get(ends.size() - 1);
        if (ends.size() > 2 || first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        int month = first.month() == 0 ? last.month() : first.month();
        Optional<PartialDate> from = complete(first, month);
        Optional<PartialDate> to = complete(last, month);
        return ends.size() == 1
                ? from.map(Date::of)
                : from.flatMap(start -> to.map(end -> new Date(start, end, true, false, "")));
    }

    private static Optional<PartialDate> complete(PartialDate date, int month) {
        if (!date.season().isEmpty()) {
            return date.day() == 0 ? Optional.of(date) : Optional.empty();
        }
        if (date.month() > 0) {
            return EdtfDate.partial(date.year(), date.month(), date.day());
        }
        return month > 0
                ? EdtfDate.partial(date.year(), month, date.day())
                : EdtfDate.partial(date.year(), date.day(), 0);
    }

    /** "28 November 2018", "November 28, 2018", "Nov. 2018", "Spring 2018", or a date of ISO 8601. */
    static Optional<Date> read(String text) {
        Optional<Date> edtf = EdtfDate.read(text);
        if (edtf.isPresent()) {
            return edtf;
        }
        Matcher year = Pattern.compile("(.*[^\\d])(\\d{4})|(\\d{4})[\\s,]+(.+)").matcher(text.strip());
        if (!year.matches()) {
            return Optional.empty();
        }
        String rest = (year.group(1) == null ? year.group(4) : year.group(1)).strip();
        return rest.matches(".*\\p{L}{3,}.*")
                ? within(Integer.parseInt(year.group(2) == null ? year.group(3) : year.group(2)), rest)
                : Optional.empty();
    }
}
