package colophon.read;

import colophon.read.ForeignSyntax.Found;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists as word processors and other tools write them, whose items would follow one another in one paragraph: two lines that begin with
 * the same bullet, or with a letter or number and the next one.
 */
final class ForeignLists {
    private static final Pattern BULLET = Pattern.compile("[ \\t]*([•‣◦▪●○■□▶➢➤✓✔·–—])[ \\t\u00A0]*(?=\\S).*");
    private static final Pattern TIGHT = Pattern.compile("[ \\t]*([-+*])(?=\\p{L}).*");
    private static final Pattern COUNTED =
            Pattern.compile("[ \\t]*(\\(?)([a-z]|[A-Z](?=\\))|[ivx]{1,5}|\\d{1,3}|#)([.)])([ \\t\u00A0]*)(?=\\p{L}).*");
    private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x");

    private ForeignLists() {}

    /** The first line of such a list in a paragraph. */
    static Optional<Found> in(String text, int start, int end) {
        int lineStart = start;
        int lineEnd = text.indexOf('\n', start);
        while (lineEnd >= 0 && lineEnd < end) {
            int next = text.indexOf('\n', lineEnd + 1);
            int nextEnd = next < 0 || next > end ? end : next;
            String line = text.substring(lineStart, lineEnd);
            if (!breaks(line)
                    && isList(line.strip(), text.substring(lineEnd + 1, nextEnd).strip())) {
                return Optional.of(
                        new Found(
                                lineStart,
                                lineStart + line.stripTrailing().length(),
                                "lines that look like a list, and are none",
                                "begin each item with a hyphen, or with 1. and so on, and a space; lines that follow one another are one paragraph"));
            }
            lineStart = lineEnd + 1;
            lineEnd = next;
        }
        return Optional.empty();
    }

    /** Whether the author has ended the line. */
    private static boolean breaks(String line) {
        String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        return bare.endsWith("  ") || bare.endsWith("\\") || bare.endsWith("<br>") || bare.endsWith("<br/>");
    }

    private static boolean isList(String line, String next) {
        return isSame(BULLET, line, next) || isSame(TIGHT, line, next) || follows(line, next);
    }

    private static boolean isSame(Pattern mark, String line, String next) {
        Matcher one = mark.matcher(line);
        Matcher other = mark.matcher(next);
        return one.matches() && other.matches() && one.group(1).equals(other.group(1));
    }

    private static boolean follows(String line, String next) {
        Matcher one = COUNTED.matcher(line);
        Matcher other = COUNTED.matcher(next);
        return one.matches()
                && other.matches()
                && one.group(1).equals(other.group(1))
                && one.group(3).equals(other.group(3))
                && one.group(4).isEmpty() == other.group(4).isEmpty()
                && isNext(one.group(2), other.group(2));
    }

    private static boolean isNext(String mark, String next) {
        if (Character.isDigit(mark.charAt(0))) {
            return Character.isDigit(next.charAt(0)) && Integer.parseInt(next) == Integer.parseInt(mark) + 1;
        }
        int roman = ROMAN.indexOf(mark);
        return mark.equals("#") && next.equals("#")
                || roman >= 0
                        && roman + 1 < ROMAN.size()
                        && ROMAN.get(roman + 1).equals(next)
                || mark.length() == 1 && next.length() == 1 && next.charAt(0) == mark.charAt(0) + 1;
    }
}
