package colophon.read;

import colophon.model.Block;
import colophon.model.MarkdownTree.NoteText;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as a parser gives it, before anything is known of what belongs together.
 *
 * @param heads the texts at the head of the page that have more than words, in reading order
 * @param headings all of them, wherever they stand
 * @param notes the texts of notes, in the order in which they are written
 */
record ParsedText(List<HeadText> heads, List<Block> blocks, List<Block.Heading> headings, List<NoteText> notes) {
    static final ParsedText EMPTY = new ParsedText(List.of(), List.of(), List.of(), List.of());

    /** The same text below what its page begins with. */
    ParsedText below(List<HeadText> texts) {
        if (texts.isEmpty()) {
            return this;
        }
        List<NoteText> all = new ArrayList<>();
        texts.forEach(text -> all.addAll(text.notes()));
        all.addAll(notes);
        return new ParsedText(texts, blocks, headings, all);
    }
}
