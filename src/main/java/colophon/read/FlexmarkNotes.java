package colophon.read;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;

/** Teaches Flexmark footnotes at their place, as Pandoc has them: {@code ^[The text of the footnote.]}. */
final class FlexmarkNotes implements Parser.ParserExtension {
    @Override
    public void parserOptions(MutableDataHolder options) {
        // There are none.
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.customInlineParserExtensionFactory(new Factory());
    }

    /** A footnote in Flexmark's tree, with its text. */
    static final class Noted extends Node {
        private final BasedSequence text;

        Noted(BasedSequence chars, BasedSequence text) {
            super(chars);
            this.text = text;
        }

        BasedSequence text() {
            return text;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    private static final class Factory implements InlineParserExtensionFactory {
        @Override
        public CharSequence getCharacters() {
            return "^";
        }

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
        public InlineParserExtension apply(LightInlineParser parser) {
            return new Finder();
        }
    }

    private static final class Finder implements InlineParserExtension {
        private BasedSequence read = BasedSequence.NULL;
        private Brackets brackets = Brackets.of("");

        @Override
        public void finalizeDocument(InlineParser parser) {
            // Nothing is left over.
        }

        @Override
        public void finalizeBlock(InlineParser parser) {
            // Nothing is left over.
        }

        @Override
        public boolean parse(LightInlineParser parser) {
            BasedSequence input = parser.getInput();
            int open = parser.getIndex() + 1;
            int close = open < input.length() && input.charAt(open) == '[' ? close(input, open) : -1;
            if (close < 0 || input.subSequence(open + 1, close).isBlank()) {
                return false;
            }
            parser.flushTextNode();
            parser.appendNode(new Noted(input.subSequence(open - 1, close + 1), input.subSequence(open + 1, close)));
            parser.setIndex(close + 1);
            return true;
        }

        private int close(BasedSequence input, int open) {
            if (input != read) {
                read = input;
                brackets = Brackets.outsideCode(input.toString());
            }
            return brackets.closing(open);
        }
    }
}
