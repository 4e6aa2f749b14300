package colophon.render;

import colophon.model.PublicationDate;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/** A date, month or year for machines ({@code iso}) and in the words of a language ({@code text}). */
public record DateView(String iso, String text) implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "iso" -> iso;
            case "text" -> text;
            default -> null;
        };
    }

    private static final int YEAR_CHARS = 4;

    static DateView of(LocalDate date, String language) {
        return new DateView(date.toString(), new DateForms(language).text(date));
    }

    static DateView of(PublicationDate date, String language) {
        DateForms forms = new DateForms(language);
        String text = date.month().isEmpty()
                ? forms.text(Year.of(date.year()))
                : date.day().isEmpty() ? forms.text(YearMonth.from(date.firstDay())) : forms.text(date.firstDay());
        return new DateView(date.toString(), text);
    }

    /** A date that is written 1951, 1951-09 or 1951-09-08. A year alone stays as it is written. */
    static Optional<DateView> parse(String iso, String language) {
        return PublicationDate.parse(iso)
                .map(date -> iso.length() == YEAR_CHARS ? new DateView(iso, iso) : of(date, language));
    }
}
