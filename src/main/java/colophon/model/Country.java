package colophon.model;

import colophon.diag.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The codes of countries, as authors write them. */
public final class Country {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    /** What the boundaries of maps tell apart without a code in ISO 3166-1. */
    private static final Set<String> AREAS = Set.of("XK", "crimea", "northern-cyprus", "siachen-glacier", "somaliland");

    private Country() {}

    /** Whether ISO 3166-1 has a two-letter code. */
    public static boolean exists(String code) {
        return CODES.contains(code);
    }

    /** Whether a map can show it: a country, or an area that the boundaries tell apart. */
    public static boolean isOnMaps(String code) {
        return CODES.contains(code) || AREAS.contains(code);
    }

    /** All that maps can show. */
    public static List<String> onMaps() {
        return Stream.concat(CODES.stream(), AREAS.stream()).sorted().toList();
    }

    /** The codes in a text such as "VN, LA". */
    public static List<String> codes(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    /** The code of the country somebody wrote out or wrote small, if it is one. */
    public static String help(String typed) {
        if (CODES.contains(typed.toUpperCase(Locale.ROOT))) {
            return "write it in capital letters: " + typed.toUpperCase(Locale.ROOT);
        }
        List<String> codes = List.copyOf(CODES);
        List<String> names = codes.stream()
                .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH))
                .toList();
        return (typed.length() < 4 ? Optional.<String>empty() : Suggestion.closest(typed, names))
                .map(name -> name + " is " + codes.get(names.indexOf(name)))
                .orElse("use two capital letters, such as VN for Vietnam");
    }
}
