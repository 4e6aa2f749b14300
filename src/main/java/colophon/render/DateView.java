package colophon.render;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
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

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final String MONTH = "LLLL uuuu";
    private static final Map<String, String> OTHER_MONTHS =
            Map.of("ja", "uuuu年M月", "zh", "uuuu年M月", "ko", "uuuu년 M월", "hu", "uuuu. LLLL");
    private static final int YEAR_CHARS = 4;
    private static final int MONTH_CHARS = 7;

    static DateView of(LocalDate date, String language) {
        Locale locale = Locale.forLanguageTag(language);
        DateTimeFormatter formatter = locale.getLanguage().equals("en")
                ? ENGLISH
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        return new DateView(date.toString(), formatter.format(date));
    }

    /** A date that is written 1951, 1951-09 or 1951-09-08. */
    static Optional<DateView> parse(String iso, String language) {
        if (iso.isEmpty() || !Character.isDigit(iso.charAt(0))) {
            return Optional.empty();
        }
        try {
            return switch (iso.length()) {
                case YEAR_CHARS -> Optional.of(new DateView(iso, Year.parse(iso).toString()));
                case MONTH_CHARS -> Optional.of(new DateView(iso, month(YearMonth.parse(iso), language)));
                default -> Optional.of(of(LocalDate.parse(iso), language));
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String month(YearMonth month, String language) {
        Locale locale = Locale.forLanguageTag(language);
        String pattern = OTHER_MONTHS.getOrDefault(locale.getLanguage(), MONTH);
        return DateTimeFormatter.ofPattern(pattern, locale).format(month);
    }
}
