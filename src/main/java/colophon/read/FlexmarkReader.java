package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.Block;
import colophon.model.Body;
import colophon.model.Inline;
import colophon.model.MarkdownTree.NoteText;
import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;

/**
 * Parses Markdown with Flexmark and takes from its tree what a text means: CommonMark with GFM tables and strike-through, footnotes and
 * definition lists. Raw HTML is refused.
 *
 * <p>Deeply nested text needs a thread with a large stack, see {@link colophon.Build}.
 */
final class FlexmarkReader {
    private static final Parser PARSER = Parser.builder(new MutableDataSet()
                    .set(
                            Parser.EXTENSIONS,
                            List.of(
                                    new FlexmarkTableBlocks(),
                                    FootnoteExtension.create(),
                                    DefinitionExtension.create(),
                                    new FlexmarkDelimiters(),
                                    new FlexmarkLists(),
                                    new FlexmarkHeadings(),
                                    new FlexmarkFences(),
                                    new FlexmarkHtmlBlocks(),
                                    new FlexmarkDirectives(),
                                    new FlexmarkNotes(),
                                    new FlexmarkCitations())))
            .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
            .build();

    private FlexmarkReader() {}

    /** Running text, and the footnotes that are written in it. */
    record ParsedPhrase(List<Inline> content, List<NoteText> notes) {}

    /**
     * Parses a text in which no block can begin.
     *
     * @param start where it starts in {@code text}; offsets in what comes back count from the beginning of {@code text}
     */
    static ParsedPhrase readPhrase(String text, int start, Body.Place place, Problems problems) {
        try {
            Document document = FlexmarkPhrases.parse(SourceSequence.of(text).subSequence(start, text.length()));
            FlexmarkContext context = new FlexmarkContext(text, document, place, problems);
            List<Inline> content = new FlexmarkInlines(context, new FlexmarkHtml(context)).phrase(start, text.length());
            context.reportLost(start);
            return new ParsedPhrase(content, context.notes());
        } catch (StackOverflowError e) {
            tooDeep(place, problems);
            return new ParsedPhrase(List.of(), List.of());
        }
    }

    /**
     * Parses a text.
     *
     * @param start where it starts in {@code text}; offsets in what comes back count from the beginning of {@code text}
     */
    static ParsedText read(String text, int start, Body.Place place, Problems problems) {
        try {
            FlexmarkContext context = new FlexmarkContext(text, parse(text, start), place, problems);
            ParsedText parsed = read(context);
            context.reportLost(start);
            return parsed;
        } catch (StackOverflowError e) {
            tooDeep(place, problems);
            return ParsedText.EMPTY;
        }
    }

    /** The text as Flexmark's tree. */
    static Document parse(String text, int start) {
        return PARSER.parse(SourceSequence.of(text).subSequence(start, text.length()));
    }

    /** What that tree means. */
    static ParsedText read(FlexmarkContext context) {
        FlexmarkBlocks reader = new FlexmarkBlocks(context);
        List<Block> blocks = reader.of(context.document());
        return new ParsedText(List.of(), blocks, reader.headings(), reader.notes());
    }

    private static void tooDeep(Body.Place place, Problems problems) {
        problems.add(
                Rule.NESTING_TOO_DEEP,
                place.whole().orElseGet(() -> place.source().whole()),
                "the text is nested too deep to be read",
                "look for a long run of >, -, * or [ in " + place.source().path());
    }
}
