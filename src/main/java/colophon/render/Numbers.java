package colophon.render;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Writes numbers as readers of a language are used to, with a true minus sign. */
final class Numbers {
    private final DecimalFormatSymbols symbols;

    /** @param language BCP 47 */
    Numbers(String language) {
        this.symbols = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language));
    }

    String text(double value, int decimals) {
        String pattern = "#,##0" + (decimals > 0 ? "." + "0".repeat(decimals) : "");
        String text = new DecimalFormat(pattern, symbols).format(value);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
