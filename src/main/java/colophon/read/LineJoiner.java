package colophon.read;

import colophon.model.EastAsian;
import colophon.model.Inline;
import java.util.List;

/**
 * Takes line breaks out of Chinese and Japanese text. Where the source ends a line between two of their characters, there is no space
 * between words, and none may be shown.
 */
final class LineJoiner {
    /** Enough of a text to find a letter beside its punctuation. */
    private static final int CONTEXT_CHARS = 8;

    private static final String OTHER = "\uFFFC";

    private LineJoiner() {}

    static List<Inline> join(List<Inline> content) {
        boolean joins = false;
        for (int i = 1; i + 1 < content.size() && !joins; i++) {
            joins = joins(content, i);
        }
        if (!joins) {
            return content;
        }
        InlineList joined = new InlineList();
        for (int i = 0; i < content.size(); i++) {
            Inline inline = content.get(i);
            if (inline instanceof Inline.Text text) {
                joined.text(text.text());
            } else if (!joins(content, i)) {
                joined.add(inline);
            }
        }
        return joined.inlines();
    }

    /** Whether there is a line break at this place that readers are not to see. */
    private static boolean joins(List<Inline> content, int index) {
        return content.get(index) instanceof Inline.LineBreak line
                && !line.hard()
                && EastAsian.joins(end(content.subList(0, index)), start(content.subList(index + 1, content.size())));
    }

    /** The last characters of running text; footnote references take no part in it. */
    private static String end(List<Inline> content) {
        StringBuilder end = new StringBuilder();
        for (int i = content.size() - 1; i >= 0 && end.length() < CONTEXT_CHARS; i--) {
            String words = words(content.get(i), true);
            end.insert(0, words.substring(Math.max(0, words.length() - CONTEXT_CHARS)));
        }
        return end.toString();
    }

    private static String start(List<Inline> content) {
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < content.size() && start.length() < CONTEXT_CHARS; i++) {
            String words = words(content.get(i), false);
            start.append(words, 0, Math.min(words.length(), CONTEXT_CHARS));
        }
        return start.toString();
    }

    private static String words(Inline inline, boolean atEnd) {
        if (inline instanceof Inline.Text text) {
            return text.text();
        }
        if (inline instanceof Inline.Literal literal) {
            return literal.text();
        }
        if (inline instanceof Inline.Call) {
            return "";
        }
        List<Inline> content = content(inline);
        return content.isEmpty() ? OTHER : atEnd ? end(content) : start(content);
    }

    /** The running text inside an element; empty where there is none. */
    private static List<Inline> content(Inline inline) {
        if (inline instanceof Inline.Emphasis emphasis) {
            return emphasis.content();
        }
        if (inline instanceof Inline.Strong strong) {
            return strong.content();
        }
        if (inline instanceof Inline.Struck struck) {
            return struck.content();
        }
        if (inline instanceof Inline.Styled styled) {
            return styled.content();
        }
        if (inline instanceof Inline.Span span) {
            return span.content();
        }
        if (inline instanceof Inline.Abbreviation abbreviation) {
            return abbreviation.content();
        }
        return inline instanceof Inline.Link link ? link.content() : List.of();
    }
}
