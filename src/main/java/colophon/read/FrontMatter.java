package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import java.util.Optional;

/**
 * The settings at the head of a Markdown file, between two lines of three dashes.
 *
 * @param start offset of the settings
 * @param end offset of the closing line
 * @param bodyStart offset of the text after it
 */
record FrontMatter(int start, int end, int bodyStart) {
    private static final String FENCE = "---";

    /** Finds it; a file without one is a problem. */
    static Optional<FrontMatter> find(Source source, Problems problems) {
        String text = source.text();
        int first = lineEnd(text, 0);
        if (!text.substring(0, first).stripTrailing().equals(FENCE)) {
            problems.add(
                    Rule.FRONT_MATTER_MISSING,
                    source.span(0, first),
                    "the file does not start with front matter",
                    "begin it with a line ---, then \"title: …\" and \"summary: …\", then another line ---");
            return Optional.empty();
        }
        int start = nextLine(text, first);
        for (int line = start; line < text.length(); line = nextLine(text, lineEnd(text, line))) {
            int end = lineEnd(text, line);
            if (text.substring(line, end).stripTrailing().equals(FENCE)) {
                return Optional.of(new FrontMatter(start, line, nextLine(text, end)));
            }
        }
        problems.add(
                Rule.FRONT_MATTER_MISSING,
                source.span(0, first),
                "the front matter is never closed",
                "end it with a line ---");
        return Optional.empty();
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int nextLine(String text, int lineEnd) {
        if (lineEnd >= text.length()) {
            return text.length();
        }
        boolean crlf = text.charAt(lineEnd) == '\r' && lineEnd + 1 < text.length() && text.charAt(lineEnd + 1) == '\n';
        return lineEnd + (crlf ? 2 : 1);
    }
}
