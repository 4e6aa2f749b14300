package colophon.render.cite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ranges of pages as styles shorten or lengthen them (CSL 1.0.2, "Page Ranges"). What is not a range of plain numbers stays as written. */
final class PageRanges {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*([,;&])\\s*");
    private static final Pattern RANGE =
            Pattern.compile("(\\p{L}*\\d+\\p{L}*|\\p{L}+)\\s*(?:--?|–)\\s*(\\p{L}*\\d+\\p{L}*|\\p{L}+)");
    private static final Pattern NUMBERS = Pattern.compile("(\\p{L}*)(\\d+)–(\\p{L}*)(\\d+)");

    private PageRanges() {}

    /**
     * @param format of the style; empty if it says nothing of ranges
     * @param delimiter between the ends of a range
     */
    static String format(String pages, String format, String delimiter) {
        Matcher separator = SEPARATOR.matcher(pages);
        StringBuilder out = new StringBuilder();
        int start = 0;
        while (separator.find()) {
            out.append(range(pages.substring(start, separator.start()), format, delimiter));
            out.append(separator.group(1).equals("&") ? " & " : separator.group(1) + " ");
            start = separator.end();
        }
        return out.append(range(pages.substring(start), format, delimiter)).toString();
    }

    private static String range(String text, String format, String delimiter) {
        if (text.contains("\\-")) {
            return text.replace("\\-", "-");
        }
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            // Ends of more than one part, as in "1-2–1-15", are told apart by what joins them.
            String joined = text.replace("--", "–");
            return joined.matches("[^–]+–[^–]+") && joined.contains("-")
                    ? joined.replace("–", delimiter)
                    : text.replaceAll("\\s*-\\s*", "-");
        }
        String plain = range.group(1) + "–" + range.group(2);
        Matcher numbers = NUMBERS.matcher(plain);
        if (format.isEmpty() || !numbers.matches()) {
            return range.group(1) + delimiter + range.group(2);
        }
        String prefix = numbers.group(1);
        boolean same = numbers.group(3).equals(prefix);
        if (!same) {
            return range.group(1) + "-" + range.group(2);
        }
        String from = numbers.group(2);
        String to = full(from, numbers.group(4));
        return switch (format) {
            case "expanded" -> prefix + from + delimiter + prefix + to;
            case "minimal" -> prefix + from + delimiter + minimal(from, to, 1);
            case "minimal-two" -> prefix + from + delimiter + minimal(from, to, 2);
            case "chicago", "chicago-15" -> prefix + from + delimiter + chicago(from, to, true);
            case "chicago-16" -> prefix + from + delimiter + chicago(from, to, false);
            default -> range.group(1) + delimiter + range.group(2);
        };
    }

    /** "105" for "5" after "101". */
    private static String full(String from, String to) {
        return to.length() < from.length() ? from.substring(0, from.length() - to.length()) + to : to;
    }

    /** Of the end what differs from the start, and at least a number of digits. */
    private static String minimal(String from, String to, int least) {
        if (from.length() != to.length()) {
            return to;
        }
        int same = 0;
        while (same < to.length() - least && from.charAt(same) == to.charAt(same)) {
            same++;
        }
        return to.substring(same);
    }

    /** The rules of the Chicago Manual of Style, 17th edition, 9.61. */
    private static String chicago(String from, String to, boolean fifteenth) {
        if (from.length() < 3 || from.length() != to.length() || from.endsWith("00")) {
            return to;
        }
        int length = from.length();
        if (from.charAt(length - 2) == '0') {
            return minimal(from, to, 1);
        }
        if (fifteenth && length == 4) {
            int changed = 0;
            for (int i = 0; i < length; i++) {
                changed += from.charAt(i) == to.charAt(i) ? 0 : 1;
            }
            if (changed >= 3) {
                return to;
            }
        }
        return minimal(from, to, 2);
    }
}
