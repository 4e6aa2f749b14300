package colophon.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Writes numbers as readers of a language are used to, with a true minus sign. */
final class Numbers {
    /** Decimal mark, separator of thousands and zero where the CLDR of Java 17 to 25 does not agree, as CLDR 47 has them. */
    private static final Map<String, String> MARKS =
            Map.of("ar", ".,0", "ar-001", ".,0", "ar-AE", ".,0", "km", ".,0", "nds", ",.0", "sd", ".٬٠");

    /** Of four digits these languages make no group. */
    private static final Set<String> GROUPS_FROM_FIVE = Set.of("es", "pl", "pt-PT");

    private static final BigDecimal FIVE_DIGITS = BigDecimal.valueOf(10_000);

    private final DecimalFormatSymbols symbols;
    private final boolean groupsFour;

    /** @param language BCP 47 */
    Numbers(String language) {
        Locale locale = Locale.forLanguageTag(language).stripExtensions();
        this.symbols = DecimalFormatSymbols.getInstance(locale);
        this.symbols.setMinusSign('−');
        String marks =
                locale.getLanguage().equals("ar") ? MARKS.get(locale.toLanguageTag()) : MARKS.get(locale.getLanguage());
        if (marks != null) {
            symbols.setDecimalSeparator(marks.charAt(0));
            symbols.setGroupingSeparator(marks.charAt(1));
            symbols.setZeroDigit(marks.charAt(2));
        }
        this.groupsFour =
                !GROUPS_FROM_FIVE.contains(locale.getLanguage()) && !GROUPS_FROM_FIVE.contains(locale.toLanguageTag());
    }

    String text(double value, int decimals) {
        return text(BigDecimal.valueOf(value), OptionalInt.of(decimals));
    }

    /**
     * A number of the data.
     *
     * @param decimals digits after the decimal mark, halves rounded away from zero; the number's own where none are given
     */
    String text(BigDecimal value, OptionalInt decimals) {
        int digits = decimals.orElse(Math.max(0, value.scale()));
        DecimalFormat format = new DecimalFormat("#,##0" + (digits > 0 ? "." + "0".repeat(digits) : ""), symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setGroupingUsed(groupsFour || value.abs().compareTo(FIVE_DIGITS) >= 0);
        return format.format(value);
    }
}
