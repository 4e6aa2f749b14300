package colophon.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalInt;

/** Writes numbers as readers of a language are used to, with a true minus sign. */
final class Numbers {
    private final DecimalFormatSymbols symbols;

    /** @param language BCP 47 */
    Numbers(String language) {
        this.symbols = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language));
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
        String text = format.format(value);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
