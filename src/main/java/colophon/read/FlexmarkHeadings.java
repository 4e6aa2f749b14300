package colophon.read;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * Headings that are underlined, below definitions of links. Flexmark takes the definitions for a part of the heading; CommonMark 0.31.2
 * has them apart, and no heading where nothing else is above the line.
 */
final class FlexmarkHeadings implements Parser.ParserExtension {
    @Override
    public void parserOptions(MutableDataHolder options) {
        options.set(Parser.HEADING_PARSER, false);
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.customBlockParserFactory(new Factory());
    }

    private static final class Factory extends HeadingParser.Factory {
        @Override
        public BlockParserFactory apply(DataHolder options) {
            return new Starts(options, super.apply(options));
        }
    }

    private static final class Starts extends AbstractBlockParserFactory {
        private final BlockParserFactory headings;

        Starts(DataHolder options, BlockParserFactory headings) {
            super(options);
            this.headings = headings;
        }

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            BasedSequence line = state.getLine().subSequence(state.getNextNonSpaceIndex());
            char first = line.firstChar();
            if (first != '#' && first != '=' && first != '-') {
                return BlockStart.none();
            }
            BlockStart start = headings.tryStart(state, matched);
            BasedSequence above = matched.getParagraphContent();
            boolean underlined = start != null && first != '#' && above != null;
            return underlined && above.trimStart().startsWith("[") ? belowDefinitions(start, state, matched) : start;
        }

        private BlockStart belowDefinitions(BlockStart start, ParserState state, MatchedBlockParser matched) {
            BlockContent lines = new BlockContent();
            lines.addAll(matched.getParagraphLines(), matched.getParagraphEolLengths());
            BasedSequence content = lines.getContents();
            int definitions = FlexmarkInlineParser.definitionsEnd(content);
            if (definitions == 0) {
                return start;
            }
            BasedSequence rest = content.subSequence(definitions).trim();
            if (rest.isEmpty()) {
                return BlockStart.none();
            }
            ((FlexmarkInlineParser) state.getInlineParser())
                    .define(matched.getBlockParser().getBlock(), content);
            BasedSequence line = state.getLine();
            HeadingParser parser = new HeadingParser(line.trim().firstChar() == '=' ? 1 : 2);
            Heading heading = (Heading) parser.getBlock();
            heading.setText(rest);
            heading.setClosingMarker(line.trim());
            heading.setCharsFromContent();
            return BlockStart.of(parser).atIndex(line.length()).replaceActiveBlockParser();
        }
    }
}
