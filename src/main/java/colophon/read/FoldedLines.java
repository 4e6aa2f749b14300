package colophon.read;

import colophon.model.EastAsian;
import java.util.List;

/**
 * The value of a YAML field in several lines, which YAML joins with spaces. Between Chinese or Japanese characters there is none: what
 * holds for the lines of a paragraph holds for those of a summary.
 */
final class FoldedLines {
    /** Enough of a line to know it again in the value. */
    private static final int KNOWN_CHARS = 12;

    private FoldedLines() {}

    /**
     * The value without the spaces that readers are not to see.
     *
     * @param written as it is in the file
     */
    static String join(String value, String written) {
        List<String> lines = written.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        StringBuilder joined = new StringBuilder(value);
        int from = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            String end = end(lines.get(i));
            String start = start(lines.get(i + 1));
            int found = EastAsian.joins(end, start) ? joined.indexOf(end + " " + start, from) : -1;
            if (found >= 0) {
                from = found + end.length();
                joined.deleteCharAt(from);
            }
        }
        return joined.toString();
    }

    private static String end(String line) {
        return line.substring(Math.max(0, line.length() - KNOWN_CHARS));
    }

    private static String start(String line) {
        return line.substring(0, Math.min(line.length(), KNOWN_CHARS));
    }
}
