package colophon.read;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.InlineParser;
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
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Blocks of HTML as CommonMark 0.31.2 has them, with two exceptions: the words after a comment are text, and what is read as Markdown
 * ({@code <kbd>} and the like) begins no block.
 */
final class FlexmarkHtmlBlocks implements Parser.ParserExtension {
    private static final Set<String> RAW_TEXT = Set.of("pre", "script", "style", "textarea");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "base",
            "basefont",
            "blockquote",
            "body",
            "caption",
            "center",
            "col",
            "colgroup",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "frame",
            "frameset",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "header",
            "hr",
            "html",
            "iframe",
            "legend",
            "li",
            "link",
            "main",
            "menu",
            "menuitem",
            "nav",
            "noframes",
            "ol",
            "optgroup",
            "option",
            "p",
            "param",
            "search",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "title",
            "tr",
            "track",
            "ul");

    @Override
    public void parserOptions(MutableDataHolder options) {
        options.set(Parser.HTML_BLOCK_PARSER, false);
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.customBlockParserFactory(new Factory());
    }

    /** HTML that is not a comment. */
    static final class Raw extends Block {
        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    /** A comment, with a paragraph in it where words follow in its last line. */
    static final class Comment extends Block {
        private boolean closed;

        boolean isClosed() {
            return closed;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    /** Where a comment ends in a line that it was begun in or before, or -1. */
    private static int commentEnd(String line, int from) {
        int end = line.indexOf(HtmlTag.COMMENT_END, from);
        return end < 0 ? -1 : end + HtmlTag.COMMENT_END.length();
    }

    static final class CommentParser extends AbstractBlockParser {
        private final Comment block = new Comment();
        private final BlockContent lines = new BlockContent();
        private BasedSequence words = BasedSequence.NULL;

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return block.closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(ParserState state, BasedSequence line) {
            int from = lines.getLineCount() == 0 ? line.indexOf(HtmlTag.COMMENT) + HtmlTag.COMMENT.length() : 0;
            lines.add(line, state.getIndent());
            int end = commentEnd(line.toString(), from);
            if (end >= 0) {
                block.closed = true;
                words = line.subSequence(end).trim();
            }
        }

        /** A blank line within a comment is none between two blocks. */
        @Override
        public boolean isPropagatingLastBlankLine(BlockParser lastMatched) {
            return block.closed;
        }

        @Override
        public void closeBlock(ParserState state) {
            block.setContent(lines);
            if (!words.isEmpty()) {
                block.appendChild(new Paragraph(words));
            }
        }

        @Override
        public void parseInlines(InlineParser parser) {
            if (block.getFirstChild() != null) {
                parser.parse(words, block.getFirstChild());
            }
        }
    }

    private static final class RawParser extends AbstractBlockParser {
        private final Raw block = new Raw();
        private final BlockContent lines = new BlockContent();
        /** What ends the block, in lower case; empty for a blank line. */
        private final String end;

        private boolean closed;

        RawParser(String end) {
            this.end = end;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            boolean over = closed || end.isEmpty() && state.isBlank();
            return over ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(ParserState state, BasedSequence line) {
            lines.add(line, state.getIndent());
            closed = !end.isEmpty() && line.toString().toLowerCase(Locale.ROOT).contains(end);
        }

        @Override
        public void closeBlock(ParserState state) {
            block.setContent(lines);
        }
    }

    private static final class Factory implements CustomBlockParserFactory {
        @Override
        public Set<Class<?>> getAfterDependents() {
            return Set.of(BlockQuoteParser.Factory.class);
        }

        @Override
        public Set<Class<?>> getBeforeDependents() {
            return Set.of(ThematicBreakParser.Factory.class, IndentedCodeBlockParser.Factory.class);
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
            int start = state.getNextNonSpaceIndex();
            BasedSequence whole = state.getLine();
            boolean indented = state.getIndent() >= state.getParsing().CODE_BLOCK_INDENT;
            if (indented || start >= whole.length() || whole.charAt(start) != '<') {
                return BlockStart.none();
            }
            String line = whole.subSequence(start).toString();
            if (line.startsWith(HtmlTag.COMMENT)) {
                return isWithinText(line)
                        ? BlockStart.none()
                        : BlockStart.of(new CommentParser()).atIndex(state.getIndex());
            }
            return rawEnd(line, matched.getBlockParser().isParagraphParser())
                    .map(end -> BlockStart.of(new RawParser(end)).atIndex(state.getIndex()))
                    .orElse(BlockStart.none());
        }

        /** Whether words follow the comments that a line begins with. */
        private static boolean isWithinText(String line) {
            int at = 0;
            while (line.startsWith(HtmlTag.COMMENT, at)) {
                int end = commentEnd(line, at + HtmlTag.COMMENT.length());
                if (end < 0) {
                    return at > 0;
                }
                at = end;
                while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                    at++;
                }
            }
            return at < line.length();
        }

        /** What ends the block that a line begins, empty for a blank line; nothing if it begins none. */
        private static Optional<String> rawEnd(String line, boolean inParagraph) {
            if (line.startsWith("<?")) {
                return Optional.of("?>");
            }
            if (line.startsWith("<![CDATA[")) {
                return Optional.of("]]>");
            }
            if (line.length() > 2 && line.charAt(1) == '!' && Character.isLetter(line.charAt(2))) {
                return Optional.of(">");
            }
            boolean closing = line.startsWith("</");
            String name = name(line, closing ? 2 : 1);
            int end = (closing ? 2 : 1) + name.length();
            boolean ended = end == line.length() || " \t>".indexOf(line.charAt(end)) >= 0;
            if (ended && !closing && RAW_TEXT.contains(name)) {
                return Optional.of("</" + name + ">");
            }
            if (BLOCKS.contains(name) && (ended || line.startsWith("/>", end))) {
                return Optional.of("");
            }
            if (inParagraph || RAW_TEXT.contains(name) || FlexmarkHtml.isRead(name)) {
                return Optional.empty();
            }
            Optional<HtmlTag> tag =
                    HtmlTag.at(line, 0).filter(it -> line.substring(it.end()).isBlank());
            return tag.map(it -> "");
        }

        private static String name(String line, int start) {
            int end = start;
            while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '-')) {
                end++;
            }
            return line.substring(start, end).toLowerCase(Locale.ROOT);
        }
    }
}
