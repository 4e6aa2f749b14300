package colophon.read;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.delimiter.Bracket;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.InlineParserImpl;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.DataKey;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import com.vladsch.flexmark.util.sequence.SequenceUtils;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flexmark's parser of running text, where Flexmark 0.64 reads it otherwise than CommonMark 0.31.2 asks. All of this belongs into
 * Flexmark: code spans in linear time, addresses and titles of links, definitions of links, entities, the characters beside emphasis.
 */
final class FlexmarkInlineParser extends InlineParserImpl {
    /** The characters at which the parser of a document stops. */
    static final DataKey<BitSet> SPECIAL_CHARACTERS = new DataKey<>("SPECIAL_CHARACTERS", new BitSet());

    private static final char NO_TEXT_LEFT = SequenceUtils.NUL;

    /** The text that is parsed now: reading a character from a {@link BasedSequence} costs several calls. */
    private String chars = "";

    private Backticks ticks = new Backticks("");
    private Ends ends = new Ends("");

    /** The addresses without brackets around them, and which of them comes next. */
    private List<BareLinks.Found> bare = List.of();

    private int nextBare;

    FlexmarkInlineParser(
            DataHolder options,
            BitSet specialCharacters,
            BitSet delimiterCharacters,
            Map<Character, DelimiterProcessor> delimiterProcessors,
            LinkRefProcessorData linkRefProcessors,
            List<InlineParserExtensionFactory> extensions) {
        super(options, specialCharacters, delimiterCharacters, delimiterProcessors, linkRefProcessors, extensions);
    }

    @Override
    public void initializeDocument(Document document) {
        super.initializeDocument(document);
        document.set(SPECIAL_CHARACTERS, specialCharacters);
    }

    @Override
    public void parse(BasedSequence content, Node block) {
        BasedSequence text = content.trim();
        begin(text);
        bare = BareLinks.in(chars);
        nextBare = 0;
        super.parse(inOnePiece(text), block);
    }

    /** Lines that follow one another in the file as a stretch of it: Flexmark's sequences of lines search a tree for each character. */
    private BasedSequence inOnePiece(BasedSequence text) {
        if (text instanceof SourceSequence
                || text.isEmpty()
                || text.getEndOffset() - text.getStartOffset() != text.length()) {
            return text;
        }
        BasedSequence whole = text.baseSubSequence(text.getStartOffset(), text.getEndOffset());
        return chars.contentEquals(whole) ? whole : text;
    }

    @Override
    public void setInput(BasedSequence input) {
        begin(input);
        super.setInput(input);
    }

    private void begin(BasedSequence text) {
        chars = text.toString();
        ticks = new Backticks(chars);
        ends = new Ends(chars);
    }

    @Override
    public char peek() {
        return at(index);
    }

    @Override
    public char peek(int ahead) {
        return at(index + ahead);
    }

    /** Flexmark's own copies the whole text for each match. */
    @Override
    public BasedSequence match(Pattern pattern) {
        Matcher matcher = pattern.matcher(chars).region(Math.min(index, chars.length()), chars.length());
        if (index >= chars.length() || !matcher.find()) {
            return null;
        }
        index = matcher.end();
        return input.subSequence(matcher.start(), index);
    }

    @Override
    public boolean spnl() {
        index = new LinkParts(chars).skipSpace(index);
        return true;
    }

    private char at(int position) {
        return position < chars.length() ? chars.charAt(position) : NO_TEXT_LEFT;
    }

    @Override
    protected boolean parseString() {
        int begin = index;
        BareLinks.Found link = nextBareLink();
        if (link != null && link.start() == begin) {
            index = link.end();
            appendNode(new BareLink(input.subSequence(begin, index), link.prefix()));
            return true;
        }
        int limit = link == null ? chars.length() : link.start();
        while (index < limit && !specialCharacters.get(chars.charAt(index))) {
            index++;
        }
        if (begin == index) {
            return false;
        }
        appendText(input, begin, index);
        return true;
    }

    /** The next address without brackets; null if there is none, or if it is in the text of a link. */
    private BareLinks.Found nextBareLink() {
        while (nextBare < bare.size() && bare.get(nextBare).start() < index) {
            nextBare++;
        }
        return nextBare < bare.size() && getLastBracket() == null ? bare.get(nextBare) : null;
    }

    /** An address without brackets. */
    static final class BareLink extends Node {
        private final String prefix;

        BareLink(BasedSequence chars, String prefix) {
            super(chars);
            this.prefix = prefix;
        }

        /** What makes it a complete address. */
        String prefix() {
            return prefix;
        }

        @Override
        public BasedSequence[] getSegments() {
            return EMPTY_SEGMENTS;
        }
    }

    /** The spaces that begin a line are not part of it, also after a backslash at the end of the line before. */
    @Override
    protected boolean parseBackslash() {
        int begin = index;
        super.parseBackslash();
        if (at(begin + 1) == '\n' || at(begin + 1) == '\r') {
            while (peek() == ' ') {
                index++;
            }
        }
        return true;
    }

    @Override
    protected boolean parseBackticks() {
        int open = index;
        int length = ticks.run(open);
        int close = ticks.next(open + length, length);
        if (close < 0) {
            index = open + length;
            appendText(input, open, index);
            return true;
        }
        index = close + length;
        Code code = new Code(
                input.subSequence(open, open + length),
                input.subSequence(open + length, close),
                input.subSequence(close, index));
        code.appendChild(new Text(code.getText()));
        appendNode(code);
        return true;
    }

    /** How many times a character is repeated from a position on. */
    private int run(char c, int from) {
        int end = from;
        while (end < chars.length() && chars.charAt(end) == c) {
            end++;
        }
        return end - from;
    }

    @Override
    public boolean parseEntity() {
        int end = MarkdownEscapes.entityEnd(chars, index);
        if (end < 0) {
            return false;
        }
        appendNode(new HtmlEntity(input.subSequence(index, end)));
        index = end;
        return true;
    }

    /** A tag or a comment; a comment without an end is all of the paragraph that is left. */
    @Override
    public boolean parseHtmlInline() {
        int begin = index;
        if (chars.startsWith(HtmlTag.COMMENT, begin)) {
            int close = ends.next(HtmlTag.COMMENT_END, begin + 2);
            index = close < 0 ? chars.length() : close + HtmlTag.COMMENT_END.length();
            BasedSequence comment = input.subSequence(begin, index);
            appendNode(close < 0 ? new FlexmarkHtml.OpenComment(comment) : new HtmlInlineComment(comment));
            return true;
        }
        Optional<HtmlTag> tag = HtmlTag.at(chars, begin, ends);
        tag.ifPresent(it -> {
            index = it.end();
            appendNode(new HtmlInline(input.subSequence(begin, index)));
        });
        return tag.isPresent();
    }

    @Override
    protected boolean parseDelimiters(DelimiterProcessor processor, char delimiter) {
        int begin = index;
        int length = run(delimiter, begin);
        int before = begin == 0 ? '\n' : Flanking.before(chars, begin);
        int after = begin + length == chars.length() ? '\n' : chars.codePointAt(begin + length);
        Flanking flanking = new Flanking(before, after);
        boolean opens =
                FlexmarkDelimiters.opens(delimiter, length, flanking) && mayEnd(delimiter, begin + length, length);
        boolean closes = FlexmarkDelimiters.closes(delimiter, length, flanking);
        index = begin + length;
        Text node = appendSeparateText(input.subSequence(begin, index));
        FlexmarkDelimiters.Run run =
                new FlexmarkDelimiters.Run(input, node, delimiter, opens, closes, lastDelimiter, begin, length);
        if (lastDelimiter != null) {
            lastDelimiter.setNext(run);
        }
        lastDelimiter = run;
        return true;
    }

    /**
     * Pairs the runs above one. As in cmark, and not in Flexmark, a closer that finds no opener sets a limit for others of its kind, and is
     * forgotten: else each of many would look through all before it.
     */
    @Override
    public void processDelimiters(Delimiter bottom) {
        Map<Integer, Integer> limits = new HashMap<>();
        Delimiter closer = lastDelimiter;
        while (closer != null && closer.getPrevious() != bottom) {
            closer = closer.getPrevious();
        }
        while (closer != null) {
            if (!closer.canClose()) {
                closer = closer.getNext();
                continue;
            }
            DelimiterProcessor processor = delimiterProcessors.get(closer.getDelimiterChar());
            int kind = ((FlexmarkDelimiters.Run) closer).kind();
            Delimiter opener = opener(processor, closer, bottom, limits.getOrDefault(kind, -1));
            if (opener != null) {
                closer = pair(processor, opener, closer);
                continue;
            }
            limits.put(kind, closer.getIndex());
            Delimiter next = closer.getNext();
            if (!closer.canOpen()) {
                removeDelimiterKeepNode(closer);
            }
            closer = next;
        }
        while (lastDelimiter != null && lastDelimiter != bottom) {
            removeDelimiterKeepNode(lastDelimiter);
        }
    }

    private static Delimiter opener(DelimiterProcessor processor, Delimiter closer, Delimiter bottom, int limit) {
        Delimiter opener = closer.getPrevious();
        while (opener != null && opener != bottom && opener.getIndex() >= limit) {
            if (opener.canOpen()
                    && opener.getDelimiterChar() == processor.getOpeningCharacter()
                    && processor.getDelimiterUse(opener, closer) > 0) {
                return opener;
            }
            opener = opener.getPrevious();
        }
        return null;
    }

    /** Makes one node of two runs and what is between them; gives the run to go on with. */
    private Delimiter pair(DelimiterProcessor processor, Delimiter opener, Delimiter closer) {
        int used = processor.getDelimiterUse(opener, closer);
        removeDelimitersBetween(opener, closer);
        processor.process(opener, closer, used);
        opener.setNumDelims(opener.getNumDelims() - used);
        closer.setNumDelims(closer.getNumDelims() - used);
        if (opener.getNumDelims() == 0) {
            removeDelimiterAndNode(opener);
        } else {
            BasedSequence left = opener.getNode().getChars();
            opener.getNode().setChars(left.subSequence(0, opener.getNumDelims()));
        }
        if (closer.getNumDelims() == 0) {
            Delimiter next = closer.getNext();
            removeDelimiterAndNode(closer);
            return next;
        }
        BasedSequence left = closer.getNode().getChars();
        closer.getNode().setChars(left.subSequence(left.length() - closer.getNumDelims(), left.length()));
        closer.setIndex(closer.getIndex() + used);
        return closer;
    }

    /** What is raised or lowered ends before the next space: without this look ahead each opener would be tried with each closer. */
    private boolean mayEnd(char delimiter, int from, int length) {
        if (!FlexmarkDelimiters.isTight(delimiter, length)) {
            return true;
        }
        int at = from;
        while (at < chars.length() && !Flanking.isSpace(chars.charAt(at))) {
            char c = chars.charAt(at);
            if (c == delimiter) {
                return at > from;
            }
            at += c == '\\' ? 2 : 1;
        }
        return false;
    }

    /** An address with or without angle brackets, and one with spaces where there is nothing else that it could be. */
    @Override
    public BasedSequence parseLinkDestination() {
        int begin = index;
        LinkParts parts = new LinkParts(chars);
        int end = parts.addressEnd(begin);
        if (end < 0) {
            return null;
        }
        if (!parts.isLinkEnd(end) && at(begin) != '<' && !isDefined(begin - 1)) {
            end = Math.max(end, parts.spacedAddressEnd(begin));
        }
        index = end;
        return input.subSequence(begin, end);
    }

    /** Whether the text of a link, up to a bracket, is the label of a definition: then what is in brackets after it is text. */
    private boolean isDefined(int bracket) {
        Bracket opener = getLastBracket();
        if (opener == null || bracket < 1) {
            return false;
        }
        int open = opener.getStartIndex() - (opener.isImage() ? 1 : 0);
        int end = chars.lastIndexOf(']', bracket);
        if (end < open) {
            return false;
        }
        String label = Escaping.normalizeReferenceChars(input.subSequence(open, end + 1), true);
        return referenceRepository.containsKey(label);
    }

    @Override
    public BasedSequence parseLinkTitle() {
        int end = new LinkParts(chars).titleEnd(index);
        if (end < 0) {
            return null;
        }
        BasedSequence title = input.subSequence(index, end);
        index = end;
        return title;
    }

    @Override
    public int parseLinkLabel() {
        int end = new LinkParts(chars).labelEnd(index);
        int length = end < 0 ? 0 : end - index;
        index += length;
        return length;
    }

    @Override
    public int preProcessBlock(Paragraph block, ParserState state) {
        return define(block, block.getChars());
    }

    /**
     * Takes the definitions of links that a paragraph begins with.
     *
     * @return how many characters they are
     */
    int define(Block block, BasedSequence content) {
        int done = 0;
        for (Definition found : definitions(content)) {
            referenceRepository.put(found.key(), found.reference());
            block.insertBefore(found.reference());
            done = found.end();
        }
        return done;
    }

    /** How many characters of a paragraph are definitions of links. */
    static int definitionsEnd(BasedSequence content) {
        List<Definition> found = definitions(content);
        return found.isEmpty() ? 0 : found.get(found.size() - 1).end();
    }

    /** A definition and the index after it. */
    private record Definition(String key, Reference reference, int end) {}

    private static List<Definition> definitions(BasedSequence content) {
        List<Definition> definitions = new ArrayList<>();
        int indent = 0;
        while (indent < content.length() && content.charAt(indent) == ' ') {
            indent++;
        }
        if (indent == content.length() || content.charAt(indent) != '[') {
            return definitions;
        }
        LinkParts parts = new LinkParts(content.toString());
        Optional<Definition> next = definition(content, parts, 0);
        while (next.isPresent()) {
            definitions.add(next.get());
            next = definition(content, parts, next.get().end());
        }
        return definitions;
    }

    private static Optional<Definition> definition(BasedSequence content, LinkParts parts, int from) {
        int start = parts.indentEnd(from);
        int label = parts.labelEnd(start);
        if (label < 0 || label == content.length() || content.charAt(label) != ':') {
            return Optional.empty();
        }
        int address = parts.skipSpace(label + 1);
        int addressEnd = parts.addressEnd(address);
        int title = parts.skipSpace(Math.max(address, addressEnd));
        int titleEnd = title > addressEnd ? parts.titleEnd(title) : -1;
        int titledEnd = titleEnd < 0 ? -1 : parts.lineEnd(titleEnd);
        int end = titledEnd >= 0 ? titledEnd : parts.lineEnd(Math.max(address, addressEnd));
        BasedSequence name = content.subSequence(start, label + 1);
        String key = Escaping.normalizeReferenceChars(name, true);
        if (addressEnd <= address || end < 0 || key.isBlank()) {
            return Optional.empty();
        }
        Reference reference = new Reference(
                name,
                content.subSequence(address, addressEnd),
                titledEnd >= 0 ? content.subSequence(title, titleEnd) : null);
        return Optional.of(new Definition(key, reference, end));
    }
}
