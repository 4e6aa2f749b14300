package colophon.read;

import colophon.model.Block;
import colophon.model.MarkdownTree.NoteText;
import java.util.List;

/**
 * A text as a parser gives it, before anything is known of what belongs together.
 *
 * @param headings all of them, wherever they stand
 * @param notes the texts of notes, in the order in which they are written
 */
record ParsedText(List<Block> blocks, List<Block.Heading> headings, List<NoteText> notes) {
    static final ParsedText EMPTY = new ParsedText(List.of(), List.of(), List.of());
}
