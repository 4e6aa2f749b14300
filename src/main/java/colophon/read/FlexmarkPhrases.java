package colophon.read;

import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Parses running text that no block can begin in: the caption of an image, the title of a directive, the value of a field. "1. May" is no
 * list there.
 */
final class FlexmarkPhrases {
    private static final Parser PARSER = Parser.builder(new MutableDataSet()
                    .set(
                            Parser.EXTENSIONS,
                            List.of(
                                    FootnoteExtension.create(),
                                    new FlexmarkDelimiters(),
                                    new FlexmarkNotes(),
                                    new FlexmarkCitations()))
                    .set(Parser.BLOCK_QUOTE_PARSER, false)
                    .set(Parser.FENCED_CODE_BLOCK_PARSER, false)
                    .set(Parser.HEADING_PARSER, false)
                    .set(Parser.HTML_BLOCK_PARSER, false)
                    .set(Parser.INDENTED_CODE_BLOCK_PARSER, false)
                    .set(Parser.LIST_BLOCK_PARSER, false)
                    .set(Parser.REFERENCE_PARAGRAPH_PRE_PROCESSOR, false)
                    .set(Parser.THEMATIC_BREAK_PARSER, false))
            .build();
    /** Where the parser stops: anything else is text to it, except addresses without brackets. */
    private static final BitSet SPECIAL_CHARACTERS =
            FlexmarkInlineParser.SPECIAL_CHARACTERS.get(PARSER.parse(BasedSequence.EMPTY));

    private FlexmarkPhrases() {}

    /** Whether a text is nothing but words, as most titles are: parsing it would give back the text as it is. */
    static boolean isPlain(String text) {
        if (text.isEmpty() || !isInk(text.charAt(0)) || !isInk(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || SPECIAL_CHARACTERS.get(c) || ForeignSyntax.mayBegin(c)) {
                return false;
            }
        }
        return BareLinks.in(text).isEmpty();
    }

    private static boolean isInk(char c) {
        return !Character.isWhitespace(c) && !Character.isSpaceChar(c);
    }

    /** @param text offsets of the nodes are those of this text in the one it is a part of */
    static Document parse(BasedSequence text) {
        return PARSER.parse(
                isContinuous(text)
                        ? text.baseSubSequence(text.getStartOffset(), text.getEndOffset())
                        : continuous(text));
    }

    private static boolean isContinuous(BasedSequence text) {
        return text.getEndOffset() - text.getStartOffset() == text.length();
    }

    /** Lines of a quotation or list as one stretch at the same offsets, with spaces where the marks of the lines are. */
    private static BasedSequence continuous(BasedSequence text) {
        char[] chars = new char[text.getEndOffset()];
        Arrays.fill(chars, ' ');
        for (int i = 0; i < text.length(); i++) {
            int offset = text.getIndexOffset(i);
            if (offset >= 0) {
                chars[offset] = text.charAt(i);
            }
        }
        return SourceSequence.of(new String(chars)).subSequence(text.getStartOffset(), chars.length);
    }
}
