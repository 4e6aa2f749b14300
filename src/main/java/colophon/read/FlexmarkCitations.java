package colophon.read;

import colophon.model.Inline;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Optional;
import java.util.Set;

/** Teaches Flexmark citations. */
final class FlexmarkCitations implements Parser.ParserExtension {
    @Override
    public void parserOptions(MutableDataHolder options) {
        // There are none.
    }

    @Override
    public void extend(Parser.Builder builder) {
        builder.customInlineParserExtensionFactory(new Factory());
    }

    /** A citation in Flexmark's tree. */
    static final class Cited extends Node {
        private final Inline.Citation citation;

        Cited(BasedSequence chars, Inline.Citation citation) {
            super(chars);
            this.citation = citation;
        }

        Inline.Citation citation() {
            return citation;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    private static final class Factory implements InlineParserExtensionFactory {
        @Override
        public CharSequence getCharacters() {
            return "[@";
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
        /** Most texts have few brackets that begin nothing; of many, those that are never closed are found once. */
        private static final int MAX_FAILED = 16;

        private BasedSequence read = BasedSequence.NULL;
        private int failed;
        private Optional<Brackets> brackets = Optional.empty();

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
            int index = parser.getIndex();
            if (input.charAt(index) == '[' && isUnclosed(input, index)) {
                return false;
            }
            Optional<CitationScanner.Found> found =
                    new CitationScanner(input, input.length(), input::getIndexOffset).at(index);
            found.ifPresent(it -> {
                parser.flushTextNode();
                parser.appendNode(new Cited(input.subSequence(index, it.end()), it.citation()));
                parser.setIndex(it.end());
            });
            failed += found.isPresent() ? 0 : 1;
            return found.isPresent();
        }

        private boolean isUnclosed(BasedSequence input, int open) {
            if (input != read) {
                read = input;
                failed = 0;
                brackets = Optional.empty();
            }
            if (failed > MAX_FAILED && brackets.isEmpty()) {
                brackets = Optional.of(Brackets.of(input.toString()));
            }
            return brackets.isPresent() && brackets.get().closing(open) < 0;
        }
    }
}
