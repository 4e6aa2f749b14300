package colophon.read;

import colophon.model.Block.Alignment;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.parser.core.ParagraphParser;
import com.vladsch.flexmark.parser.core.ThematicBreakParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tables as GFM has them. Flexmark's own takes a paragraph apart after it was read, and so knows none below a line of text; it also
 * wants three dashes, loses count of the columns at a tab, and throws at one in the first line.
 *
 * <p>More than GFM: several rows with pipes may be the head, a line in brackets is the caption, and a line "Source: …" or a label is a paragraph.
 */
final class FlexmarkTableBlocks implements Parser.ParserExtension {
    private static final Pattern NO_ROW = Pattern.compile(
            "(?:Sources?|Notes?): .*|\\[[^\\]]+\\]: .*|(?:\\[.*\\][ \\t]*)?\\{[ \\t]*:?[ \\t]*(?:#|lang=|dir=)[^{}]*\\}[ \\t]*\\R?");

    @Override
    public void parserOptions(MutableDataHolder options) {
        // There are none.
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.customBlockParserFactory(new Factory());
    }

    /** A table: rows, and perhaps a caption. */
    static final class Grid extends Block {
        private final List<Alignment> columns;

        Grid(List<Alignment> columns) {
            this.columns = columns;
        }

        List<Alignment> columns() {
            return columns;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    /** The cells of a line. */
    static final class GridRow extends Node {
        private final boolean head;

        GridRow(BasedSequence chars, boolean head) {
            super(chars);
            this.head = head;
        }

        boolean isHead() {
            return head;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    /** What is between two pipes. */
    static final class GridCell extends Node {
        GridCell(BasedSequence chars) {
            super(chars);
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    /** What a table shows. */
    static final class GridCaption extends Node {
        GridCaption(BasedSequence chars) {
            super(chars);
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    private static final class GridParser extends AbstractBlockParser {
        private final Grid block;
        private final BasedSequence first;
        private BasedSequence last;
        private boolean captioned;

        GridParser(List<BasedSequence> head, BasedSequence delimiters, List<Alignment> columns) {
            block = new Grid(columns);
            first = head.get(0);
            head.forEach(line -> row(line, true));
            last = delimiters;
        }

        private void row(BasedSequence line, boolean head) {
            GridRow row = new GridRow(line.trim(), head);
            for (TableLine.Part part :
                    TableLine.parts(line.toString(), block.columns().size())) {
                row.appendChild(new GridCell(line.subSequence(part.start(), part.end())));
            }
            block.appendChild(row);
            last = line;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        /** Any other block ends a table. */
        @Override
        public boolean isInterruptible() {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (captioned || state.isBlank()) {
                return BlockContinue.none();
            }
            BasedSequence line = state.getLine().subSequence(state.getNextNonSpaceIndex());
            boolean row = line.indexOf('|') >= 0 || !NO_ROW.matcher(line).matches();
            // Not at its indentation, which would be that of code.
            return row ? BlockContinue.atIndex(state.getNextNonSpaceIndex()) : BlockContinue.none();
        }

        @Override
        public void addLine(ParserState state, BasedSequence line) {
            if (last == null || line.isBlank()) {
                return;
            }
            BasedSequence text = line.trim();
            Optional<BasedSequence> caption = caption(text);
            if (caption.isPresent()) {
                captioned = true;
                block.appendChild(new GridCaption(caption.get()));
                last = line;
            } else {
                row(line.trimEOL(), false);
            }
        }

        private static Optional<BasedSequence> caption(BasedSequence line) {
            boolean bracketed = line.startsWith("[") && line.endsWith("]") && closing(line) == line.length() - 1;
            if (bracketed) {
                return Optional.of(line.subSequence(1, line.length() - 1));
            }
            return line.startsWith(": ") && line.indexOf('|') < 0
                    ? Optional.of(line.subSequence(2).trim())
                    : Optional.empty();
        }

        /** The index of the bracket that closes the first one. */
        private static int closing(BasedSequence line) {
            int depth = 0;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == '[') {
                    depth++;
                } else if (c == ']' && --depth == 0) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public void closeBlock(ParserState state) {
            block.setChars(first.baseSubSequence(first.getStartOffset(), last.getEndOffset()));
        }

        @Override
        public void parseInlines(InlineParser parser) {
            for (Node row = block.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof GridCaption) {
                    parser.parse(row.getChars(), row);
                }
                for (Node cell = row instanceof GridRow ? row.getFirstChild() : null;
                        cell != null;
                        cell = cell.getNext()) {
                    parser.parse(cell.getChars(), cell);
                }
            }
        }
    }

    private static final class Factory implements CustomBlockParserFactory {
        @Override
        public Set<Class<?>> getAfterDependents() {
            return Set.of();
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return Set.of(HeadingParser.Factory.class, ThematicBreakParser.Factory.class);
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
            List<BasedSequence> lines = matched.getParagraphLines();
            BasedSequence line = state.getLine().subSequence(state.getNextNonSpaceIndex());
            char start = line.firstChar();
            if (lines == null || lines.isEmpty() || start != '|' && start != '-' && start != ':') {
                return BlockStart.none();
            }
            Optional<List<Alignment>> columns = TableLine.alignments(line.toString());
            int head = columns.map(it -> headStart(lines, it.size())).orElse(lines.size());
            if (head == lines.size()) {
                return BlockStart.none();
            }
            List<BasedSequence> rows = lines.subList(head, lines.size()).stream()
                    .map(BasedSequence::trimEOL)
                    .toList();
            GridParser grid = new GridParser(rows, line, columns.get());
            return start(grid, matched, head).atIndex(state.getLine().length()).replaceActiveBlockParser();
        }

        /** The first line of the head: the last one of a paragraph, and rows with pipes before it. */
        private static int headStart(List<BasedSequence> lines, int columns) {
            int start = lines.size();
            while (start > 0 && isHead(lines.get(start - 1), columns, start == lines.size())) {
                start--;
            }
            return start;
        }

        private static boolean isHead(BasedSequence line, int columns, boolean last) {
            String text = line.toString();
            boolean piped = last ? text.indexOf('|') >= 0 : text.strip().startsWith("|");
            return piped && TableLine.parts(text, columns).size() == columns;
        }

        /** The lines before the head stay a paragraph. */
        private static BlockStart start(GridParser grid, MatchedBlockParser matched, int head) {
            if (head == 0) {
                return BlockStart.of(grid);
            }
            ParagraphParser before = new ParagraphParser();
            before.getBlockContent()
                    .addAll(
                            new ArrayList<>(matched.getParagraphLines().subList(0, head)),
                            new ArrayList<>(matched.getParagraphEolLengths().subList(0, head)));
            return BlockStart.of(before, grid);
        }
    }
}
