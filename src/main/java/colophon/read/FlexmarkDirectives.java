package colophon.read;

import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Set;

/** Teaches Flexmark directives: containers between lines of colons. */
final class FlexmarkDirectives implements Parser.ParserExtension {
    @Override
    public void parserOptions(MutableDataHolder options) {
        // There are none.
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.customBlockParserFactory(new Factory());
    }

    /** A directive, with its first line. */
    static final class Opened extends Block {
        private final BasedSequence line;
        private boolean closed;

        Opened(BasedSequence line) {
            this.line = line;
        }

        BasedSequence line() {
            return line;
        }

        boolean isClosed() {
            return closed;
        }

        @Override
        public BasedSequence[] getSegments() {
            return new BasedSequence[] {line};
        }
    }

    /** A line of colons; {@code stray} where there was nothing to close. */
    static final class Closing extends Block {
        private final boolean stray;

        Closing(BasedSequence line, boolean stray) {
            super(line);
            this.stray = stray;
        }

        boolean isStray() {
            return stray;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    /** The line without what ends it, if it begins with colons. */
    private static boolean isDirective(ParserState state) {
        BasedSequence line = state.getLine();
        return state.getIndent() < state.getParsing().CODE_BLOCK_INDENT
                && DirectiveLine.is(line, state.getNextNonSpaceIndex(), line.length());
    }

    private static BasedSequence line(ParserState state) {
        return state.getLine().subSequence(state.getNextNonSpaceIndex()).trimEnd();
    }

    private static final class Container extends AbstractBlockParser {
        private final Opened block;
        /** The line that closed it; the factory makes a node of it. */
        private int closedAt = -1;

        Container(BasedSequence line) {
            this.block = new Opened(line);
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(ParserState state, BlockParser parser, Block child) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (isDirective(state) && DirectiveLine.of(line(state).toString()).closes() && isInnermost(state)) {
                closedAt = state.getLineNumber();
                block.closed = true;
                return BlockContinue.none();
            }
            return BlockContinue.atIndex(state.getIndex());
        }

        /** Whether no directive is open inside, and no code or comment that may show one. */
        private boolean isInnermost(ParserState state) {
            List<BlockParser> active = state.getActiveBlockParsers();
            for (int i = active.size() - 1; active.get(i) != this; i--) {
                BlockParser parser = active.get(i);
                if (parser instanceof Container
                        || parser instanceof FencedCodeBlockParser
                        || parser instanceof FlexmarkHtmlBlocks.CommentParser) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void closeBlock(ParserState state) {
            block.setCharsFromContent();
            block.setChars(block.line());
        }
    }

    private static final class Line extends AbstractBlockParser {
        private final Closing block;

        Line(Closing block) {
            this.block = block;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }

        @Override
        public void closeBlock(ParserState state) {
            // It has its line already.
        }
    }

    private static final class Factory implements CustomBlockParserFactory {
        @Override
        public Set<Class<?>> getAfterDependents() {
            return Set.of();
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return Set.of();
        }

        @Override
        public boolean affectsGlobalScope() {
            return false;
        }

        @Override
        public BlockParserFactory apply(DataHolder options) {
            return new Starts(options);
        }
    }

    private static final class Starts extends AbstractBlockParserFactory {
        Starts(DataHolder options) {
            super(options);
        }

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            // What is deeper is reported, and need not be held open.
            boolean tooDeep = state.getActiveBlockParsers().size() > FlexmarkContext.DEEPEST_NESTING + 2;
            if (!isDirective(state) || tooDeep) {
                return BlockStart.none();
            }
            BasedSequence line = line(state);
            int after = state.getLine().length();
            if (!DirectiveLine.of(line.toString()).closes()) {
                return BlockStart.of(new Container(line)).atIndex(after);
            }
            boolean closes = state.getActiveBlockParsers().stream()
                    .anyMatch(parser -> parser instanceof Container open && open.closedAt == state.getLineNumber());
            return BlockStart.of(new Line(new Closing(line, !closes))).atIndex(after);
        }
    }
}
