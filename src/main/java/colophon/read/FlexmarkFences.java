package colophon.read;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** Code between tildes, with tildes in the line that opens it: Flexmark has the rule for backticks there too. */
final class FlexmarkFences implements Parser.ParserExtension {
    private static final int LENGTH = 3;

    @Override
    public void parserOptions(MutableDataHolder options) {
        options.set(Parser.FENCED_CODE_BLOCK_PARSER, false);
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.customBlockParserFactory(new Factory());
    }

    private static final class Factory extends FencedCodeBlockParser.Factory {
        @Override
        public BlockParserFactory apply(DataHolder options) {
            return new Starts(options, super.apply(options));
        }
    }

    private static final class Starts extends AbstractBlockParserFactory {
        private final BlockParserFactory fences;

        Starts(DataHolder options, BlockParserFactory fences) {
            super(options);
            this.fences = fences;
        }

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            int start = state.getNextNonSpaceIndex();
            BasedSequence line = state.getLine();
            char first = start < line.length() ? line.charAt(start) : ' ';
            if (first == '`') {
                return fences.tryStart(state, matched);
            }
            int end = start;
            while (end < line.length() && line.charAt(end) == '~') {
                end++;
            }
            if (end - start < LENGTH || state.getIndent() >= state.getParsing().CODE_BLOCK_INDENT) {
                return BlockStart.none();
            }
            FencedCodeBlockParser parser =
                    new FencedCodeBlockParser(state.getProperties(), '~', end - start, state.getIndent(), start);
            ((FencedCodeBlock) parser.getBlock()).setOpeningMarker(line.subSequence(start, end));
            return BlockStart.of(parser).atIndex(end);
        }
    }
}
