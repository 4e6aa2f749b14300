package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.Reference.Date;
import java.util.List;
import java.util.Optional;

/** The dates of one entry of BibTeX or BibLaTeX. */
record BibtexDates(BibtexFields fields, Problems problems) {
    Optional<Date> read(String kind) {
        return switch (kind) {
            case "issued" -> date("date", "");
            case "accessed" -> date("urldate", "url").or(this::seen);
            case "original-date" -> date("origdate", "orig");
            default -> date("eventdate", "event");
        };
    }

    private Optional<Date> date(String field, String prefix) {
        String year = prefix + "year";
        String month = prefix + "month";
        String day = prefix + "day";
        Optional<String> date = fields.raw(field);
        if (date.isPresent()) {
            fields.skip(year, month, day);
            return understood(field, date.get());
        }
        if (!fields.has(year)) {
            return Optional.empty();
        }
        Date from = WrittenDate.of(
                fields.plain(year).orElse(""),
                fields.plain(month).orElse(""),
                fields.plain(day).orElse(""));
        Optional<String> last = fields.plain(prefix + "endyear");
        return Optional.of(last.map(end -> WrittenDate.of(
                        end,
                        fields.plain(prefix + "endmonth").orElse(""),
                        fields.plain(prefix + "endday").orElse("")))
                .filter(end -> !end.isRange() && !end.from().isEmpty() && !from.isRange())
                .map(end -> new Date(from.from(), end.from(), true, from.circa() || end.circa(), ""))
                .orElse(from));
    }

    /** A date, or words in its place, such as "forthcoming". */
    private Optional<Date> understood(String field, String text) {
        Optional<Date> date = EdtfDate.read(text)
                .or(() -> WrittenDate.read(fields.plain(field).orElse("")));
        if (date.isEmpty() && text.matches("\\D+")) {
            return fields.plain(field).map(Date::literal);
        }
        if (date.isEmpty()) {
            problems.add(
                    Rule.BIBLIOGRAPHY_INVALID,
                    fields.span(field),
                    "\"" + text + "\" is not a date",
                    "write it as 2018, 2018-11 or 2018-11-28");
        }
        return date;
    }

    /** The day of a visit as other programs write it. */
    private Optional<Date> seen() {
        for (String field :
                List.of("lastaccessed", "lastchecked", "accessed", "accessdate", "urlaccessdate", "lastvisited")) {
            Optional<Date> date = WrittenDate.read(fields.peek(field));
            if (date.isPresent()) {
                fields.skip(field);
                return date;
            }
        }
        return Optional.empty();
    }
}
