package colophon.read;

import colophon.model.Block.Alignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A line of a table, as GFM has them. */
final class TableLine {
    private static final Pattern DELIMITER = Pattern.compile("\\s*:?-+:?\\s*");

    private TableLine() {}

    /**
     * A cell, without the spaces around it.
     *
     * @param start offset in the line
     * @param end offset after it
     */
    record Part(int start, int end) {}

    /** The cells between the pipes that no backslash is before. */
    static List<Part> parts(String line) {
        return parts(line, false);
    }

    /**
     * The cells of a row below a head. Where a pipe in code or in a comment is one too many, it is a part of its cell: GFM asks for a
     * backslash there, and would drop the last cell.
     */
    static List<Part> parts(String line, int columns) {
        List<Part> parts = parts(line, false);
        if (parts.size() <= columns) {
            return parts;
        }
        List<Part> whole = parts(line, true);
        return whole.size() == columns ? whole : parts;
    }

    private static List<Part> parts(String line, boolean wholeCode) {
        List<Part> parts = new ArrayList<>();
        Backticks ticks = new Backticks(line);
        Ends ends = new Ends(line);
        int limit = line.length();
        while (limit > 0 && line.charAt(limit - 1) <= ' ') {
            limit--;
        }
        int start = skipSpace(line, 0, limit);
        start += start < limit && line.charAt(start) == '|' ? 1 : 0;
        int at = start;
        while (at < limit) {
            char c = line.charAt(at);
            if (c == '|') {
                parts.add(part(line, start, at));
                start = at + 1;
            }
            at = c == '\\' ? at + 2 : wholeCode ? skip(line, at, ticks, ends) : at + 1;
        }
        if (start < limit) {
            parts.add(part(line, start, limit));
        }
        return parts;
    }

    /** The offset after a code span or comment that begins here, else after the character. */
    private static int skip(String line, int at, Backticks ticks, Ends ends) {
        if (line.startsWith(HtmlTag.COMMENT, at)) {
            int end = ends.next(HtmlTag.COMMENT_END, at);
            return end < 0 ? at + 1 : end + HtmlTag.COMMENT_END.length();
        }
        int length = ticks.run(at);
        int end = length == 0 ? -1 : ticks.next(at + length, length);
        return end < 0 ? at + Math.max(1, length) : end + length;
    }

    private static Part part(String line, int start, int end) {
        int first = skipSpace(line, start, end);
        int last = end;
        while (last > first && line.charAt(last - 1) <= ' ') {
            last--;
        }
        return new Part(first, last);
    }

    private static int skipSpace(String line, int start, int end) {
        int at = start;
        while (at < end && line.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** What a line of dashes, colons and pipes says of the columns; nothing if it holds anything else. */
    static Optional<List<Alignment>> alignments(String line) {
        if (line.indexOf('|') < 0 || line.indexOf('-') < 0) {
            return Optional.empty();
        }
        List<Alignment> alignments = new ArrayList<>();
        for (Part part : parts(line)) {
            String text = line.substring(part.start(), part.end());
            if (!DELIMITER.matcher(text).matches()) {
                return Optional.empty();
            }
            alignments.add(alignment(text.startsWith(":"), text.endsWith(":")));
        }
        return Optional.of(alignments);
    }

    private static Alignment alignment(boolean left, boolean right) {
        if (left && right) {
            return Alignment.CENTRE;
        }
        return left ? Alignment.LEFT : right ? Alignment.RIGHT : Alignment.NONE;
    }
}
