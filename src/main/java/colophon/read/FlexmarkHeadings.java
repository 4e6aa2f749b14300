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
    private static final int MAX_LEVEL = 6;

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
            if (first == '#') {
                return marked(state, line);
            }
            BlockStart start = headings.tryStart(state, matched);
            BasedSequence above = matched.getParagraphContent();
            boolean underlined = start != null && above != null;
            return underlined && above.trimStart().startsWith("[") ? belowDefinitions(start, state, matched) : start;
        }

        /** A heading with # characters before it, and perhaps after it. Flexmark's own pattern looks for the latter from each space on. */
        private static BlockStart marked(ParserState state, BasedSequence line) {
            int level = 0;
            while (level < line.length() && line.charAt(level) == '#') {
                level++;
            }
            boolean isHeading = level <= MAX_LEVEL && (level == line.length() || isSpace(line.charAt(level)));
            if (!isHeading || state.getIndent() >= state.getParsing().CODE_BLOCK_INDENT) {
                return BlockStart.none();
            }
            int end = line.length();
            while (end > level && isSpace(line.charAt(end - 1))) {
                end--;
            }
            int closing = end;
            while (closing > level && line.charAt(closing - 1) == '#') {
                closing--;
            }
            boolean closes = closing < end && isSpace(line.charAt(closing - 1));
            HeadingParser parser = new HeadingParser(level);
            Heading heading = (Heading) parser.getBlock();
            heading.setOpeningMarker(line.subSequence(0, level));
            heading.setText(line.subSequence(level, closes ? closing : end).trim());
            heading.setClosingMarker(closes ? line.subSequence(closing, end) : BasedSequence.NULL);
            heading.setCharsFromContent();
            return BlockStart.of(parser).atIndex(state.getLine().length());
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\t';
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
