package colophon.render;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Dates in the form of a language, the same on every Java: its own CLDR, and {@code dates.properties} where versions of that differ. */
final class DateForms {
    private static final Map<String, String> FORMS = forms();

    private final Locale locale;

    /** @param language BCP 47 */
    DateForms(String language) {
        this.locale = Locale.forLanguageTag(language);
    }

    private static Map<String, String> forms() {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                DateForms.class.getResourceAsStream("/colophon/dates/dates.properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> forms = new HashMap<>();
        properties.forEach((key, value) -> forms.put((String) key, (String) value));
        return Map.copyOf(forms);
    }

    /** 28 November 2018. */
    String text(LocalDate day) {
        return form("day")
                .map(this::formatter)
                .orElseGet(() ->
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale))
                .format(day);
    }

    /** November 2018. */
    String text(YearMonth month) {
        return formatter(form("month").orElse("LLLL y")).format(month);
    }

    /** 2018. */
    String text(Year year) {
        return formatter(form("year").orElse("y")).format(year);
    }

    /** What the file says for the language, or for a larger one that it belongs to. */
    private Optional<String> form(String name) {
        String tag = locale.stripExtensions().toLanguageTag();
        while (true) {
            String form = FORMS.get(tag + "." + name);
            if (form != null || tag.indexOf('-') < 0) {
                return Optional.ofNullable(form);
            }
            tag = tag.substring(0, tag.lastIndexOf('-'));
        }
    }

    /** A pattern whose months have the names of the file, where it has some. */
    private DateTimeFormatter formatter(String pattern) {
        boolean alone = pattern.contains("LLLL");
        Optional<String> names = form(alone ? "standalone" : "months");
        int at = pattern.indexOf(alone ? "LLLL" : "MMMM");
        if (names.isEmpty() || at < 0) {
            return DateTimeFormatter.ofPattern(pattern, locale);
        }
        Map<Long, String> months = new HashMap<>();
        for (String name : names.get().split("\\|")) {
            months.put((long) months.size() + 1, name);
        }
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern.substring(0, at))
                .appendText(ChronoField.MONTH_OF_YEAR, months)
                .appendPattern(pattern.substring(at + 4))
                .toFormatter(locale);
    }
}
