package colophon.render.cite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as digits, ordinals, words or Roman digits, in the language of a style. */
final class Numbering {
    private static final Pattern PART = Pattern.compile("([^\\s,;&–-]+)|(\\s*[,;&–-]+\\s*|\\s+)");
    private static final Pattern SEVERAL =
            Pattern.compile("[^\\s,;&–-]+\\s*(?:[,;&–]|--?|\\s(?=[^\\s]))\\s*[^\\s,;&–-]+.*");
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] DIGITS = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    private final StyleLocale locale;

    Numbering(StyleLocale locale) {
        this.locale = locale;
    }

    /** Whether a value is more than one number. */
    static boolean isSeveral(String value) {
        return SEVERAL.matcher(value.strip()).matches();
    }

    /** Each number of a text by itself; what is no plain number stays. */
    String format(String text, String form, String gender) {
        StringBuilder out = new StringBuilder();
        Matcher part = PART.matcher(text.strip());
        while (part.find()) {
            if (part.group(1) == null) {
                out.append(separator(part.group(2)));
            } else {
                String number = part.group(1);
                out.append(number.matches("\\d{1,6}") ? one(Integer.parseInt(number), number, form, gender) : number);
            }
        }
        return out.toString();
    }

    private static String separator(String text) {
        String mark = text.strip();
        return switch (mark) {
            case "" -> text;
            case "-", "–", "--" -> "–";
            case "&" -> " & ";
            default -> mark + " ";
        };
    }

    private String one(int number, String digits, String form, String gender) {
        return switch (form) {
            case "ordinal" -> locale.ordinal(number, gender);
            case "long-ordinal" -> locale.longOrdinal(number, gender);
            case "roman" -> roman(number, digits);
            default -> digits;
        };
    }

    private static String roman(int number, String digits) {
        if (number <= 0 || number >= 4000) {
            return digits;
        }
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                roman.append(DIGITS[i]);
                rest -= VALUES[i];
            }
        }
        return roman.toString();
    }
}
