package colophon.read;

import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.BulletListItem;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.OrderedListItem;
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
import com.vladsch.flexmark.parser.core.BlockQuoteParser;
import com.vladsch.flexmark.parser.core.IndentedCodeBlockParser;
import com.vladsch.flexmark.parser.core.ThematicBreakParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;
import java.util.Set;

/**
 * Lists as CommonMark 0.31.2 has them. Flexmark's own, which can be those of six dialects, take an item that is indented by four or more
 * for one of the list around it.
 */
final class FlexmarkLists implements Parser.ParserExtension {
    @Override
    public void parserOptions(MutableDataHolder options) {
        options.set(Parser.LIST_BLOCK_PARSER, false);
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.customBlockParserFactory(new Factory());
    }

    /**
     * What begins an item.
     *
     * @param number of the item; empty for a bullet
     * @param kind the bullet, or what follows the number: a list has one
     * @param indent columns from the container to the content
     * @param column of the content
     * @param empty whether nothing else is in the line
     */
    private record Marker(
            BasedSequence text, Optional<Integer> number, char kind, int indent, int column, boolean empty) {
        private static final int MAX_DIGITS = 9;

        static Optional<Marker> at(ParserState state) {
            BasedSequence line = state.getLine();
            int start = state.getNextNonSpaceIndex();
            int digits = digits(line, start);
            int end = start + digits;
            char kind = end < line.length() ? line.charAt(end) : ' ';
            boolean isMarker = digits == 0 ? "-+*".indexOf(kind) >= 0 : digits <= MAX_DIGITS && ".)".indexOf(kind) >= 0;
            if (!isMarker || end + 1 < line.length() && !isSpace(line.charAt(end + 1))) {
                return Optional.empty();
            }
            BasedSequence text = line.subSequence(start, end + 1);
            Optional<Integer> number = digits == 0
                    ? Optional.empty()
                    : Optional.of(Integer.parseInt(line.subSequence(start, end).toString()));
            int column = state.getColumn() + state.getIndent() + text.length();
            int content = column;
            int at = end + 1;
            while (at < line.length() && isSpace(line.charAt(at))) {
                content += line.charAt(at) == '\t' ? tabColumns(state, content) : 1;
                at++;
            }
            boolean empty = at == line.length();
            if (empty || content - column > state.getParsing().CODE_BLOCK_INDENT) {
                content = column + 1;
            }
            return Optional.of(new Marker(text, number, kind, content - state.getColumn(), content, empty));
        }

        private static int tabColumns(ParserState state, int column) {
            int stop = state.getParsing().CODE_BLOCK_INDENT;
            return stop - column % stop;
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\t';
        }

        private static int digits(BasedSequence line, int start) {
            int end = start;
            while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
                end++;
            }
            return end - start;
        }

        /** Whether it can begin a list in the middle of a paragraph: years and empty lines do not. */
        boolean interrupts() {
            return !empty && number.orElse(1) == 1;
        }

        ListBlock list() {
            if (number.isEmpty()) {
                BulletList list = new BulletList();
                list.setOpeningMarker(kind);
                return list;
            }
            OrderedList list = new OrderedList();
            list.setStartNumber(number.get());
            list.setDelimiter(kind);
            return list;
        }

        ListItem item() {
            ListItem item = number.isEmpty() ? new BulletListItem() : new OrderedListItem();
            item.setOpeningMarker(text);
            return item;
        }
    }

    private static final class ListParser extends AbstractBlockParser {
        private final ListBlock block;
        private final char kind;
        private boolean blank;
        private int linesAfterBlank;

        ListParser(Marker marker) {
            block = marker.list();
            kind = marker.kind();
            block.setTight(true);
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        /** A blank line between two items makes a list a loose one. */
        @Override
        public boolean canContain(ParserState state, BlockParser parser, Block child) {
            if (!(child instanceof ListItem)) {
                return false;
            }
            if (blank && linesAfterBlank == 1) {
                block.setTight(false);
                blank = false;
            }
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                blank = true;
                linesAfterBlank = 0;
            } else if (blank) {
                linesAfterBlank++;
            }
            return BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void closeBlock(ParserState state) {
            block.setCharsFromContentOnly();
        }
    }

    private static final class ItemParser extends AbstractBlockParser {
        private final ListItem block;
        private final int indent;
        private boolean blank;

        ItemParser(Marker marker) {
            block = marker.item();
            indent = marker.indent();
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        /** So does a blank line between two blocks of one item. */
        @Override
        public boolean canContain(ParserState state, BlockParser parser, Block child) {
            if (blank && block.getParent() instanceof ListBlock list) {
                list.setTight(false);
            }
            return true;
        }

        @Override
        public boolean isPropagatingLastBlankLine(BlockParser lastMatched) {
            return block.getFirstChild() != null || this == lastMatched;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                // Nothing can follow a marker and a blank line.
                if (block.getFirstChild() == null) {
                    return BlockContinue.none();
                }
                blank = isEndOfParagraph(state) || blank;
                return BlockContinue.atIndex(state.getNextNonSpaceIndex());
            }
            return state.getIndent() >= indent
                    ? BlockContinue.atColumn(state.getColumn() + indent)
                    : BlockContinue.none();
        }

        /** Blank lines within code, or within a list in this item, are not between two blocks of it. */
        private boolean isEndOfParagraph(ParserState state) {
            BlockParser active = state.getActiveBlockParser();
            return active.getBlock() == block || active.isParagraphParser() || active.isContainer();
        }

        @Override
        public void closeBlock(ParserState state) {
            block.setCharsFromContent();
        }
    }

    private static final class Factory implements CustomBlockParserFactory {
        @Override
        public Set<Class<?>> getAfterDependents() {
            return Set.of(BlockQuoteParser.Factory.class, ThematicBreakParser.Factory.class);
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return Set.of(IndentedCodeBlockParser.Factory.class);
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
            // A list and its item are two levels. What is deeper is reported, and need not be held open.
            boolean tooDeep = state.getActiveBlockParsers().size() > 2 * FlexmarkContext.DEEPEST_NESTING + 2;
            if (tooDeep || state.getIndent() >= state.getParsing().CODE_BLOCK_INDENT) {
                return BlockStart.none();
            }
            Marker marker = Marker.at(state).orElse(null);
            BlockParser around = matched.getBlockParser();
            if (marker == null || around.isParagraphParser() && !marker.interrupts()) {
                return BlockStart.none();
            }
            ItemParser item = new ItemParser(marker);
            boolean continues = around instanceof ListParser list && list.kind == marker.kind();
            return continues
                    ? BlockStart.of(item).atColumn(marker.column())
                    : BlockStart.of(new ListParser(marker), item).atColumn(marker.column());
        }
    }
}
