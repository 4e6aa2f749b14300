package colophon.read;

import com.vladsch.flexmark.ast.DelimitedNodeImpl;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterRun;
import com.vladsch.flexmark.util.ast.DelimitedNode;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * Emphasis as CommonMark 0.31.2 pairs it (Flexmark knows the rules of an older one), {@code ~~struck~~} as GFM has it, and
 * {@code H~2~O} and {@code 10^3^} as Pandoc has them.
 */
final class FlexmarkDelimiters implements Parser.ParserExtension {
    private static final char STRIKE = '~';
    private static final char RAISE = '^';

    @Override
    public void parserOptions(MutableDataHolder options) {
        options.set(Parser.ASTERISK_DELIMITER_PROCESSOR, false);
        options.set(Parser.UNDERSCORE_DELIMITER_PROCESSOR, false);
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.customInlineParserFactory(FlexmarkInlineParser::new);
        builder.customDelimiterProcessor(new EmphasisPair('*'));
        builder.customDelimiterProcessor(new EmphasisPair('_'));
        builder.customDelimiterProcessor(new MarkPair(STRIKE));
        builder.customDelimiterProcessor(new MarkPair(RAISE));
    }

    /** Words with a line through them. */
    static final class Struck extends DelimitedNodeImpl {
        Struck(BasedSequence open, BasedSequence close) {
            super(open, BasedSequence.NULL, close);
        }
    }

    /** What is below the line. */
    static final class Lowered extends DelimitedNodeImpl {
        Lowered(BasedSequence open, BasedSequence close) {
            super(open, BasedSequence.NULL, close);
        }
    }

    /** What is above the line. */
    static final class Raised extends DelimitedNodeImpl {
        Raised(BasedSequence open, BasedSequence close) {
            super(open, BasedSequence.NULL, close);
        }
    }

    /** A run of one character, which knows how long it was before a part of it was used. */
    static final class Run extends Delimiter {
        private final int written;

        Run(
                BasedSequence input,
                Text node,
                char character,
                boolean opens,
                boolean closes,
                Delimiter previous,
                int index,
                int length) {
            super(input, node, character, opens, closes, previous, index);
            this.written = length;
            setNumDelims(length);
        }

        /** The same number for all closers that the same openers suit. */
        int kind() {
            int length = 6 * (written % 3) + (written == 1 ? 3 : 0) + Math.min(2, getNumDelims());
            return (length * 2 + (canOpen() ? 1 : 0)) * Character.MAX_VALUE + getDelimiterChar();
        }
    }

    /** Whether a run of a character can begin something. */
    static boolean opens(char character, int length, Flanking flanking) {
        if (isTight(character, length)) {
            return length == 1
                    && !Flanking.isSpace(flanking.after())
                    && (character != RAISE || flanking.after() != '[');
        }
        boolean apart = character != '_' || !flanking.right() || flanking.afterPunctuation();
        return flanking.left() && apart;
    }

    /** Whether a run of a character can end something. */
    static boolean closes(char character, int length, Flanking flanking) {
        if (isTight(character, length)) {
            return length == 1 && isInnerEnd(flanking.before());
        }
        boolean apart = character != '_' || !flanking.left() || flanking.beforePunctuation();
        return flanking.right() && apart;
    }

    /** Whether a run encloses what is raised or lowered, which holds no spaces. */
    static boolean isTight(char character, int length) {
        return character == RAISE || character == STRIKE && length == 1;
    }

    /** A dash or a slash before the second one means that neither belongs to the other: {@code ~5/~6}. */
    private static boolean isInnerEnd(int c) {
        int type = Character.getType(c);
        boolean joins =
                type == Character.DASH_PUNCTUATION || type == Character.START_PUNCTUATION || "/,;:".indexOf(c) >= 0;
        return !Flanking.isSpace(c) && !joins;
    }

    private abstract static class Pair implements DelimiterProcessor {
        private final char character;

        Pair(char character) {
            this.character = character;
        }

        char character() {
            return character;
        }

        @Override
        public char getOpeningCharacter() {
            return character;
        }

        @Override
        public char getClosingCharacter() {
            return character;
        }

        @Override
        public int getMinLength() {
            return 1;
        }

        /** Not asked: {@link FlexmarkInlineParser} decides with the whole characters on both sides. */
        @Override
        public boolean canBeOpener(
                String before,
                String after,
                boolean leftFlanking,
                boolean rightFlanking,
                boolean beforeIsPunctuation,
                boolean afterIsPunctuation,
                boolean beforeIsWhitespace,
                boolean afterIsWhiteSpace) {
            return leftFlanking;
        }

        @Override
        public boolean canBeCloser(
                String before,
                String after,
                boolean leftFlanking,
                boolean rightFlanking,
                boolean beforeIsPunctuation,
                boolean afterIsPunctuation,
                boolean beforeIsWhitespace,
                boolean afterIsWhiteSpace) {
            return rightFlanking;
        }

        @Override
        public boolean skipNonOpenerCloser() {
            return false;
        }

        @Override
        public Node unmatchedDelimiterNode(InlineParser parser, DelimiterRun delimiter) {
            return null;
        }

        @Override
        public void process(Delimiter opener, Delimiter closer, int used) {
            opener.moveNodesBetweenDelimitersTo(node(opener.getTailChars(used), closer.getLeadChars(used)), closer);
        }

        abstract DelimitedNode node(BasedSequence open, BasedSequence close);
    }

    private static final class EmphasisPair extends Pair {
        EmphasisPair(char character) {
            super(character);
        }

        /** With the clause on multiples of three that Flexmark lacks: {@code foo***bar***baz}. */
        @Override
        public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
            int open = ((Run) opener).written;
            int close = ((Run) closer).written;
            boolean ambiguous = opener.canClose() || closer.canOpen();
            if (ambiguous && (open + close) % 3 == 0 && (open % 3 != 0 || close % 3 != 0)) {
                return 0;
            }
            return opener.length() >= 2 && closer.length() >= 2 ? 2 : 1;
        }

        @Override
        DelimitedNode node(BasedSequence open, BasedSequence close) {
            return open.length() == 1
                    ? new Emphasis(open, BasedSequence.NULL, close)
                    : new StrongEmphasis(open, BasedSequence.NULL, close);
        }
    }

    private static final class MarkPair extends Pair {
        MarkPair(char character) {
            super(character);
        }

        @Override
        public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
            Run open = (Run) opener;
            Run close = (Run) closer;
            if (isTight(character(), open.written)) {
                return close.written == 1 && isTightText(open, close) ? 1 : 0;
            }
            return opener.length() >= 2 && closer.length() >= 2 ? 2 : 0;
        }

        /** As in Pandoc, a space inside needs a backslash. */
        private static boolean isTightText(Run open, Run close) {
            BasedSequence text = open.getInput().subSequence(open.getEndIndex(), close.getStartIndex());
            for (int i = 0; i < text.length(); i++) {
                if (Flanking.isSpace(text.charAt(i)) && (i == 0 || text.charAt(i - 1) != '\\')) {
                    return false;
                }
            }
            return text.length() > 0;
        }

        @Override
        DelimitedNode node(BasedSequence open, BasedSequence close) {
            if (character() == RAISE) {
                return new Raised(open, close);
            }
            return open.length() == 1 ? new Lowered(open, close) : new Struck(open, close);
        }
    }
}
