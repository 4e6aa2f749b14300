package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Body;
import colophon.model.Inline;
import colophon.model.MarkdownTree.NoteText;
import java.util.List;
import java.util.Optional;

/**
 * A text of the front matter that is shown at the head of its page: title, subtitle, summary, facts. Its offsets are those of the file
 * where it is written there as it is, and else begin where its field does, so that they are never those of the text below it.
 *
 * @param name of the field
 * @param span the value of the field
 * @param notes the footnotes that are written in it
 */
record HeadText(String name, String markdown, Span span, List<Inline> content, List<NoteText> notes) {
    static HeadText read(String name, String markdown, Span span, Problems problems) {
        Source source = span.source();
        int start = start(markdown, span);
        String padded = source.text().substring(0, start) + markdown;
        FlexmarkReader.ParsedPhrase parsed =
                FlexmarkReader.readPhrase(padded, start, place(markdown, span, start), problems);
        return new HeadText(name, markdown, span, parsed.content(), parsed.notes());
    }

    /** Where its offsets begin: YAML may have folded the text, or put it into quotation marks. */
    private static int start(String markdown, Span span) {
        boolean isQuoted = span.source().text().startsWith(markdown, span.start() + 1);
        return isQuoted ? span.start() + 1 : span.start();
    }

    private static Body.Place place(String markdown, Span span, int start) {
        boolean isExact = span.source().text().startsWith(markdown, start);
        return new Body.Place(span.source(), isExact ? Optional.empty() : Optional.of(span));
    }

    /** Whether something at an offset is in this text. */
    boolean holds(int offset) {
        int start = start(markdown, span);
        return offset >= start && offset < start + Math.max(1, markdown.length());
    }

    /** The place of something in it. */
    Span place(int from, int to) {
        return place(markdown, span, start(markdown, span)).span(from, to);
    }
}
