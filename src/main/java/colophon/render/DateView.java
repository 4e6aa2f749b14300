package colophon.render;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A date for machines ({@code iso}) and in the words of a language ({@code text}). */
public record DateView(String iso, String text) {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    static DateView of(LocalDate date, String language) {
        Locale locale = Locale.forLanguageTag(language);
        DateTimeFormatter formatter = locale.getLanguage().equals("en")
                ? ENGLISH
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        return new DateView(date.toString(), formatter.format(date));
    }
}
