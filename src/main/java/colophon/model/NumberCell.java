package colophon.model;

import colophon.model.ColumnNumbers.Notation;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell that may hold a number, as people and spreadsheets write them: with separators of thousands, a percent sign or a currency, a
 * footnote mark, or a word that says that the number is missing.
 *
 * @param text without spaces around it
 * @param before what is in front of the digits, but for a minus sign
 * @param after what follows the digits
 * @param unit the percent sign or currency among those two, or empty
 * @param point the number if a point is the decimal mark
 * @param comma the number if a comma is
 */
public record NumberCell(
        String text, String before, String after, String unit, Optional<BigDecimal> point, Optional<BigDecimal> comma) {
    /** Said for a missing number by statistical offices and spreadsheets. */
    private static final Set<String> MISSING = Set.of(
            "", "-", "–", "—", "−", "…", "...", "..", ".", ":", "n/a", "#n/a", "na", "n.a.", "n. a.", "k. a.", "k.a.",
            "nan", "null");

    private static final String SPACE = "[ \\u00A0\\u2007\\u2009\\u202F]";
    private static final String UNIT = "[%‰€$£¥]";

    /** A sign, digits with separators between them, a power of ten, a unit on either side, footnote marks. */
    private static final Pattern CELL =
            Pattern.compile("(?<unit1>" + UNIT + SPACE + "?)?(?<sign>[-−–+]?)(?<unit2>" + UNIT
                    + SPACE
                    + "?)?(?<digits>[.,]?\\d(?:[\\d.,'’ \\u00A0\\u2007\\u2009\\u202F]*\\d)?)(?<power>[eE][-+]?\\d{1,3})?(?<unit3>"
                    + SPACE + "?" + UNIT + ")?(?<mark>" + SPACE + "?(?:\\*{1,4}|[†‡])\\)?)?");

    private static final String THOUSANDS = "[1-9]\\d{0,2}(?:%1$s\\d{3})+|[1-9]\\d?(?:%1$s\\d{2})+%1$s\\d{3}";
    private static final Pattern SPACED = Pattern.compile(
            "[1-9]\\d{0,2}(?:(?<gap>['’ \\u00A0\\u2007\\u2009\\u202F])\\d{3})(?:\\k<gap>\\d{3})*(?=[.,]\\d|$)");
    private static final Pattern POINT = decimal("\\.", ",");
    private static final Pattern COMMA = decimal(",", "\\.");

    private static Pattern decimal(String mark, String separator) {
        return Pattern.compile("(?:\\d+|" + THOUSANDS.formatted(separator) + ")?(?:" + mark + "\\d+)?");
    }

    /** @param cell as it is in the file */
    public static NumberCell of(String cell) {
        String text = strip(cell);
        Matcher parts = CELL.matcher(text);
        if (text.isEmpty() || !parts.matches() || units(parts) > 1) {
            return new NumberCell(text, "", "", "", Optional.empty(), Optional.empty());
        }
        String digits = parts.group("digits");
        Matcher spaced = SPACED.matcher(digits);
        String grouped =
                spaced.lookingAt() ? spaced.group().replaceAll("\\D", "") + digits.substring(spaced.end()) : digits;
        String sign = parts.group("sign").matches("[-−–]") ? "-" : "";
        String power = part(parts, "power");
        boolean whole = !power.isEmpty() || grouped.length() < digits.length();
        String before = part(parts, "unit1") + part(parts, "unit2");
        String after = part(parts, "unit3") + part(parts, "mark");
        return new NumberCell(
                text,
                before,
                after,
                strip(part(parts, "unit1") + part(parts, "unit2") + part(parts, "unit3")),
                value(POINT, grouped, whole, ",").map(it -> new BigDecimal(sign + it + power)),
                value(COMMA, grouped, whole, "\\.").map(it -> new BigDecimal(sign + it.replace(',', '.') + power)));
    }

    private static int units(Matcher parts) {
        int count = 0;
        for (String name : new String[] {"unit1", "unit2", "unit3"}) {
            count += part(parts, name).isEmpty() ? 0 : 1;
        }
        return count;
    }

    private static String part(Matcher parts, String name) {
        String part = parts.group(name);
        return part == null ? "" : part;
    }

    /**
     * The digits with one decimal mark at most.
     *
     * @param whole whether no separator may be among them: before a power of ten, or where spaces separate the thousands
     */
    private static Optional<String> value(Pattern notation, String digits, boolean whole, String separator) {
        String joined = digits.replaceAll(separator, "");
        boolean matches = notation.matcher(digits).matches() && !(whole && joined.length() < digits.length());
        return matches ? Optional.of(joined) : Optional.empty();
    }

    private static String strip(String text) {
        return text.replaceAll("^[\\s\\u00A0\\u2007\\u2009\\u202F]+|[\\s\\u00A0\\u2007\\u2009\\u202F]+$", "");
    }

    public boolean isNumber() {
        return point.isPresent() || comma.isPresent();
    }

    /** Whether it says that there is no number. */
    public boolean isMissing() {
        return MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether it means another number in each notation. */
    boolean isUnclear() {
        return point.isPresent() && comma.isPresent() && !point.equals(comma);
    }

    /** The notation that it must be in. */
    Optional<Notation> certain() {
        if (point.isPresent() == comma.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(point.isPresent() ? Notation.POINT : Notation.COMMA);
    }

    /** Whether it has nothing but digits: a count, a year or a code, which are printed as they are. */
    public boolean isPlain() {
        return text.matches("\\d+");
    }
}
