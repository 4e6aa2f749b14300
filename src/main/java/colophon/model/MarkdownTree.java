package colophon.model;

import java.util.List;
import java.util.Map;

/**
 * Parsed Markdown: nothing but values, whatever parser it came from.
 *
 * @param language BCP 47
 * @param heads the texts at the head of the page that have citations, notes or links, by their names in the {@link Outline}, in reading order
 * @param headingIds the ids of the headings, by identity
 * @param places the places of pictures, tables, directives and citations in the lists of the {@link Outline}, by identity
 * @param paragraphs those with numbers, by identity
 * @param notes footnotes in the order of their first call
 */
public record MarkdownTree(
        String language,
        Map<String, List<Inline>> heads,
        List<Block> blocks,
        Map<Block.Heading, String> headingIds,
        Map<Object, Integer> places,
        Map<Block.Paragraph, Numbered> paragraphs,
        List<Note> notes) {
    /**
     * The text of a footnote, as it was defined.
     *
     * @param start offset in the text of its marker, {@code [^name]:}
     * @param end offset after the name
     */
    public record NoteText(String name, List<Block> blocks, int start, int end) {}

    /** A footnote. {@code number} counts from 1; {@code calls} refer to it, in the order in which they were found. */
    public record Note(int number, NoteText text, List<Inline.Call> calls) {}

    /** The number of a paragraph, from 1, and its id. */
    public record Numbered(int number, String id) {}

    public MarkdownTree {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** The name of the note that a citation makes: no author can choose it. */
    public static String noteOf(Inline.Citation citation) {
        return "@" + citation.start();
    }

    /** Writes what was parsed as HTML. Safe for use by several threads. */
    public interface Typesetter {
        Prose set(MarkdownTree tree, Prose.Form form);

        /** A text at the head of a page, for its own place. */
        Prose head(MarkdownTree tree, Prose.Form form, String name);

        /**
         * A title or summary for where it is shown away from its own place: what a sentence cites is named there, and other citations are
         * left out.
         *
         * @param places those of its citations, by identity
         */
        Phrase head(List<Inline> content, String language, Map<Object, Integer> places);

        /**
         * A title, a caption or a heading for where it is shown away from its own place.
         *
         * @param places those of its citations, by identity
         */
        Phrase phrase(List<Inline> content, String language, Map<Object, Integer> places);
    }
}
