package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.model.Reference.Date;
import colophon.model.Reference.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A date of CSL-JSON: its parts in numbers, a text of EDTF, or words. */
record CslJsonDate(Problems problems) {
    Optional<Date> read(Setting value) {
        if (value instanceof Setting.Text text) {
            return text.value().isBlank() ? Optional.empty() : Optional.of(words(text.value()));
        }
        if (!(value instanceof Setting.Block block)) {
            invalid(value.span(), "a date must be an object", "write { \"date-parts\": [[2018, 11, 28]] }");
            return Optional.empty();
        }
        Map<String, String> parts = CslJsonItem.parts(block);
        boolean circa = CslJsonItem.isTrue(parts.get("circa"));
        List<PartialDate> days = days(block, season(parts.getOrDefault("season", "")));
        if (!days.isEmpty() && !days.get(0).isEmpty()) {
            boolean range = days.size() > 1;
            return Optional.of(new Date(days.get(0), range ? days.get(1) : PartialDate.NONE, range, circa, ""));
        }
        if (parts.containsKey("raw") || parts.containsKey("edtf")) {
            Date date = words(parts.getOrDefault("edtf", parts.get("raw")));
            return Optional.of(new Date(date.from(), date.to(), date.isRange(), circa || date.circa(), date.literal()));
        }
        return Optional.ofNullable(parts.get("literal"))
                .filter(text -> !text.isBlank())
                .map(Date::literal);
    }

    private static Date words(String text) {
        return WrittenDate.read(text).orElseGet(() -> Date.literal(text.strip()));
    }

    private static String season(String season) {
        String known = WrittenDate.season(season);
        return known.matches("0[1-4]") ? known.substring(1) : known;
    }

    private List<PartialDate> days(Setting.Block block, String season) {
        List<PartialDate> days = new ArrayList<>();
        for (Setting.Entry entry : block.entries()) {
            if (entry.value() instanceof Setting.Items list
                    && entry.name() instanceof Setting.Text name
                    && name.value().equals("date-parts")) {
                list.items().forEach(day -> days.add(day(day, season)));
            }
        }
        return days;
    }

    /** A season takes the place of a month; some programs write it as the months from 13 or from 21 on. */
    private PartialDate day(Setting setting, String season) {
        List<Integer> numbers = numbers(setting);
        int year = numbers.isEmpty() ? 0 : numbers.get(0);
        int month = numbers.size() > 1 ? numbers.get(1) : 0;
        int day = numbers.size() > 2 ? numbers.get(2) : 0;
        if (year == 0) {
            return PartialDate.NONE;
        }
        if (month == 0 && !season.isEmpty()) {
            return new PartialDate(year, 0, 0, season);
        }
        Optional<PartialDate> date =
                EdtfDate.partial(year, month >= 13 && month <= 16 && day == 0 ? month + 8 : month, day);
        if (date.isEmpty()) {
            invalid(setting.span(), "this is not a date of the calendar", "write [2018, 11, 28]");
        }
        return date.orElse(new PartialDate(year, 0, 0, ""));
    }

    private List<Integer> numbers(Setting day) {
        List<Integer> numbers = new ArrayList<>();
        if (day instanceof Setting.Items parts) {
            for (Setting part : parts.items()) {
                String text = part instanceof Setting.Text written && !CslJsonItem.isNull(part)
                        ? written.value().strip()
                        : "";
                if (text.matches("-?\\d{1,6}(?:\\.0)?")) {
                    numbers.add((int) Double.parseDouble(text));
                } else if (text.isEmpty() && part instanceof Setting.Text) {
                    numbers.add(0);
                } else {
                    invalid(part.span(), "a part of a date must be a number", "write [[2018, 11, 28]]");
                }
            }
        }
        return numbers;
    }

    private void invalid(Span span, String message, String help) {
        problems.add(Rule.BIBLIOGRAPHY_INVALID, span, message, help);
    }
}
