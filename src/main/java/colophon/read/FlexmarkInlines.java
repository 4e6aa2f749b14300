package colophon.read;

import colophon.diag.Rule;
import colophon.model.Attributes;
import colophon.model.Block;
import colophon.model.Inline;
import colophon.model.Inline.Styled.Style;
import colophon.model.Lazy;
import colophon.model.MarkdownTree.NoteText;
import colophon.model.PlainText;
import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.InlineLinkNode;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Running text in Flexmark's tree: words, emphasis, links, images, citations and so on. */
final class FlexmarkInlines {
    private static final Pattern LINE_END = Pattern.compile("\\R");

    /** As in cmark: a long definition and many uses would make a page of any size out of a short text. */
    private static final int MAX_REPEATED = 1_000_000;

    private final FlexmarkContext context;
    private final FlexmarkHtml html;
    private int linkDepth;
    /** How many characters of definitions were repeated where they are used. */
    private long repeated;

    private boolean tight;
    private boolean inCell;
    /** The elements of HTML among the nodes that are read now, once there is one. */
    private Optional<HtmlPairs> pairs = Optional.empty();
    /** Offset after the attributes of a picture that were read ahead of Flexmark's nodes. */
    private int attributesEnd;

    /** Offset after the paragraph, heading or caption that is read now, where a label in braces belongs to it; else -1. */
    private int leafEnd = -1;

    private int titleEnd = -1;
    private Optional<Attributes> leafLabel = Optional.empty();
    private Optional<Attributes> leafLanguage = Optional.empty();
    /** Offset after the text that is read now. */
    private int lastOffset;
    /** Offset after what was reported last. */
    private int foreignEnd;
    /** The node whose brackets are known, and these. */
    private Node bracketed;

    private Brackets brackets = Brackets.of("");
    /** The definitions of links by their labels without case. */
    private final Lazy<Map<String, Reference>> withoutCase = new Lazy<>(this::withoutCase);

    FlexmarkInlines(FlexmarkContext context, FlexmarkHtml html) {
        this.context = context;
        this.html = html;
    }

    List<Inline> of(Node parent) {
        InlineList content = new InlineList();
        of(parent, content);
        return LineJoiner.join(content.inlines());
    }

    /** A paragraph: a label in braces at its end is that of the paragraph, and a place at its beginning. */
    List<Inline> ofParagraph(Node paragraph) {
        leafEnd = paragraph.getChars().trimEnd().getEndOffset();
        List<Inline> content = new ArrayList<>(of(paragraph));
        leafEnd = -1;
        boolean hasAttributes = leafLabel.isPresent() || leafLanguage.isPresent();
        if (hasAttributes && !content.isEmpty() && content.get(content.size() - 1) == Inline.LineBreak.SOFT) {
            // The label had a line of its own.
            content.remove(content.size() - 1);
        }
        if (leafLanguage.isPresent()) {
            content = new ArrayList<>(List.of(new Inline.Span(
                    leafLanguage.get(), content, paragraph.getStartOffset(), paragraph.getEndOffset())));
            leafLanguage = Optional.empty();
        }
        List<Inline> whole = content;
        leafLabel.ifPresent(label ->
                whole.add(0, new Inline.Span(label, List.of(), paragraph.getStartOffset(), paragraph.getEndOffset())));
        leafLabel = Optional.empty();
        return whole;
    }

    /** A heading or caption, which may end with its label in braces: that stays in the text. */
    List<Inline> ofTitle(Node title, int end) {
        titleEnd = end;
        List<Inline> content = of(title);
        titleEnd = -1;
        if (leafLanguage.isEmpty()) {
            return content;
        }
        Attributes language = leafLanguage.get();
        leafLanguage = Optional.empty();
        Optional<String> label = HeadingId.atEndOf(content);
        List<Inline> words = label.isPresent() ? HeadingId.without(content) : content;
        List<Inline> whole = new ArrayList<>();
        whole.add(new Inline.Span(language, words, title.getStartOffset(), end));
        label.ifPresent(it -> whole.add(new Inline.Text(" {#" + it + "}")));
        return whole;
    }

    /** The words of a cell of a table, where a pipe in code has a backslash too; it may end with a label like a paragraph. */
    List<Inline> ofCell(Node cell) {
        inCell = true;
        List<Inline> content = ofParagraph(cell);
        inCell = false;
        return content;
    }

    /** Running text between two offsets, in which no block can begin. */
    List<Inline> phrase(int start, int end) {
        return phrase(SourceSequence.of(context.text()).subSequence(start, end));
    }

    private List<Inline> phrase(BasedSequence text) {
        String words = text.toString();
        if (FlexmarkPhrases.isPlain(words)) {
            context.takeText(text);
            return List.of(new Inline.Text(words));
        }
        InlineList content = new InlineList();
        if (!text.isBlank()) {
            int around = linkDepth;
            linkDepth = 0;
            for (Node node : FlexmarkPhrases.parse(text).getChildren()) {
                if (node.getPrevious() != null) {
                    content.text(" ");
                }
                if (node instanceof Paragraph) {
                    of(node, content);
                } else {
                    context.takeText(node.getChars());
                    content.text(node.getChars().toString());
                }
            }
            linkDepth = around;
        }
        return LineJoiner.join(content.inlines());
    }

    private void of(Node parent, InlineList content) {
        lastOffset = Math.max(lastOffset, parent.getEndOffset());
        if (context.enter(parent)) {
            Optional<HtmlPairs> around = pairs;
            pairs = Optional.empty();
            siblings(parent.getFirstChild(), null, content);
            pairs = around;
            context.leave();
        }
    }

    /** Nodes side by side, up to one of them, with the elements of HTML that are read. */
    private void siblings(Node first, Node end, InlineList content) {
        Node node = first;
        while (node != end) {
            Optional<HtmlTag> tag = html.read(node);
            Node last = tag.isPresent() ? element(tag.get(), node, end, content) : node;
            if (tag.isEmpty()) {
                inline(node, content);
            }
            node = last.getNext();
        }
    }

    /** An element of HTML that is read; gives back its last node. */
    private Node element(HtmlTag tag, Node node, Node end, InlineList content) {
        context.takeAside(node);
        if (tag.name().equals("br")) {
            content.add(Inline.LineBreak.HARD);
            return node.getNext() != end && node.getNext() instanceof SoftLineBreak ? node.getNext() : node;
        }
        Node close = tag.closing() || tag.alone() ? null : closing(node, end);
        if (close == null) {
            html.refuseAlone(tag, node);
            return node;
        }
        if (!context.enter(node)) {
            context.takeAside(node.getStartOffset(), close.getEndOffset());
            return close;
        }
        context.takeAside(close);
        InlineList inside = new InlineList();
        siblings(node.getNext(), close, inside);
        context.leave();
        List<Inline> words = inside.inlines();
        String title = MarkdownEscapes.resolve(tag.attributes().getOrDefault("title", ""));
        content.add(
                switch (tag.name()) {
                    case "sub" -> new Inline.Styled(Style.SUBSCRIPT, words);
                    case "sup" -> new Inline.Styled(Style.SUPERSCRIPT, words);
                    case "kbd" -> new Inline.Styled(Style.KEYBOARD, words);
                    default -> new Inline.Abbreviation(title, words);
                });
        return close;
    }

    private Node closing(Node open, Node end) {
        if (pairs.isEmpty()) {
            pairs = Optional.of(HtmlPairs.among(open.getParent(), html));
        }
        return pairs.get().closing(open, end);
    }

    private void inline(Node node, InlineList content) {
        if (node.getStartOffset() < attributesEnd) {
            behindAttributes(node, content);
        } else if (node instanceof Text || node instanceof HtmlEntity) {
            words(node.getChars(), content);
        } else if (node instanceof SoftLineBreak) {
            content.add(Inline.LineBreak.SOFT);
        } else if (node instanceof HardLineBreak) {
            content.add(Inline.LineBreak.HARD);
        } else if (node instanceof Emphasis) {
            content.add(new Inline.Emphasis(of(node)));
        } else if (node instanceof StrongEmphasis) {
            content.add(new Inline.Strong(of(node)));
        } else if (node instanceof FlexmarkDelimiters.Struck) {
            content.add(new Inline.Struck(of(node)));
        } else if (node instanceof FlexmarkDelimiters.Lowered) {
            content.add(new Inline.Styled(Style.SUBSCRIPT, tight(node)));
        } else if (node instanceof FlexmarkDelimiters.Raised) {
            content.add(new Inline.Styled(Style.SUPERSCRIPT, tight(node)));
        } else if (node instanceof Code code) {
            context.takeText(code.getText());
            ForeignSyntax.code(code(code), node.getStartOffset(), node.getEndOffset())
                    .ifPresent(context::report);
            content.add(new Inline.Code(code(code)));
        } else if (node instanceof Link link && isPlace(link)) {
            span(node, group(node.getEndOffset()).orElseThrow(), content);
        } else if (node instanceof Link link) {
            takeAddress(link);
            content.add(link(node, unescaped(link.getUrl()), unescaped(link.getTitle())));
        } else if (node instanceof Image image) {
            takeAddress(image);
            content.add(image(node, unescaped(image.getUrl()), image.getTitle()));
        } else if (node instanceof LinkRef || node instanceof ImageRef) {
            reference(node, content);
        } else if (node instanceof FlexmarkInlineParser.BareLink bare) {
            context.takeText(node.getChars());
            content.add(bareLink(bare));
        } else if (node instanceof AutoLink || node instanceof MailLink) {
            context.takeText(node.getChars());
            content.add(automatic(node));
        } else if (node instanceof Footnote call) {
            context.takeAside(node);
            if (linkDepth > 0 || isInLinkText(node)) {
                nested(node, "a footnote reference");
            }
            content.add(new Inline.Call(call.getText().toString(), node.getStartOffset(), node.getEndOffset()));
        } else if (node instanceof FlexmarkNotes.Noted noted) {
            note(noted, content);
        } else if (node instanceof FlexmarkCitations.Cited cited) {
            context.takeText(node.getChars());
            if (linkDepth > 0 && !cited.citation().inSentence()) {
                nested(node, "a citation");
            }
            citation(cited.citation(), content);
        } else if (node instanceof TextBase || node instanceof Paragraph) {
            // A term of a definition list holds a paragraph.
            of(node, content);
        } else {
            html.refuse(node);
            content.gap();
        }
    }

    private void takeAddress(InlineLinkNode node) {
        context.takeAside(node.getUrl());
        context.takeAside(node.getTitle());
    }

    /** What is left of a node that begins with the attributes of the picture before it. */
    private void behindAttributes(Node node, InlineList content) {
        int cut = attributesEnd - node.getStartOffset();
        if (node instanceof Text && cut < node.getTextLength()) {
            words(node.getChars().subSequence(cut), content);
        }
    }

    /** A footnote at its place: its name is one that no author can choose. */
    private void note(FlexmarkNotes.Noted node, InlineList content) {
        if (linkDepth > 0) {
            nested(node, "a footnote");
        }
        int start = node.getStartOffset();
        String name = "^" + start;
        List<Block> text = List.of(new Block.Paragraph(phrase(node.text()), false));
        context.notes().add(new NoteText(name, text, start, node.getEndOffset()));
        content.add(new Inline.Call(name, start, node.getEndOffset()));
    }

    private void citation(Inline.Citation citation, InlineList content) {
        if (linkDepth > 0 && citation.inSentence()) {
            // The name of an account somewhere, which the link leads to.
            content.text(citation.text());
        } else {
            content.add(citation);
        }
    }

    /** Whether brackets around a footnote reference would be those of a link without it: Flexmark, too, lets no link hold another. */
    private boolean isInLinkText(Node node) {
        Node parent = node.getParent();
        if (parent != bracketed) {
            bracketed = parent;
            brackets = Brackets.of(context.text().substring(parent.getStartOffset(), parent.getEndOffset()));
        }
        int close = brackets.closingAround(node.getStartOffset() - parent.getStartOffset());
        int after = parent.getStartOffset() + close + 1;
        return close >= 0
                && (context.text().startsWith("(", after) || context.text().startsWith("[", after));
    }

    private void nested(Node node, String what) {
        context.report(
                Rule.LINK_NESTED,
                node.getStartOffset(),
                node.getEndOffset(),
                what + " within a link or the alternative text of an image",
                "put it after the link, or into the caption of the image");
    }

    private Inline link(Node node, String address, String title) {
        linkDepth++;
        List<Inline> content = of(node);
        linkDepth--;
        return new Inline.Link(address, title, content, node.getStartOffset(), node.getEndOffset());
    }

    /** Where the attributes of an image begin: right after it, or in the same paragraph if nothing else is there. */
    private int attributesStart(Node image) {
        int end = image.getEndOffset();
        int start = end;
        while (start < leafEnd && context.text().charAt(start) <= ' ') {
            start++;
        }
        boolean isAlone = start > end
                && start < leafEnd
                && image.getPrevious() == null
                && image.getParent() instanceof Paragraph
                && group(start).filter(it -> it.end() == leafEnd).isPresent();
        return isAlone ? start : end;
    }

    private Inline image(Node node, String address, BasedSequence title) {
        linkDepth++;
        String alt = PlainText.of(of(node));
        linkDepth--;
        List<Inline> caption = phrase(title);
        int start = attributesStart(node);
        String text = context.text();
        Attributes attributes = Attributes.NONE;
        if (start < text.length() && text.charAt(start) == '{') {
            int end = AttributesReader.end(text, start, text.length());
            if (end > 0) {
                AttributesReader reader = AttributesReader.of(text.substring(start, end), start, this::phrase);
                context.report(reader);
                attributes = reader.attributes();
                context.takeAside(start, end);
                attributesEnd = end;
            }
        }
        return new Inline.Image(address, caption, alt, attributes, node.getStartOffset(), node.getEndOffset());
    }

    private static Inline bareLink(FlexmarkInlineParser.BareLink node) {
        String text = unescaped(node.getChars());
        return new Inline.Link(
                node.prefix() + text, "", List.of(new Inline.Text(text)), node.getStartOffset(), node.getEndOffset());
    }

    private static Inline automatic(Node node) {
        String text = node instanceof MailLink mail
                ? mail.getText().toString()
                : ((AutoLink) node).getText().toString();
        return new Inline.Link(
                node instanceof MailLink ? "mailto:" + text : text,
                "",
                List.of(new Inline.Text(text)),
                node.getStartOffset(),
                node.getEndOffset());
    }

    /** A link or picture whose address stands elsewhere; brackets that refer to nothing are just brackets. */
    private void reference(Node node, InlineList content) {
        boolean isImage = node instanceof ImageRef;
        Reference to = isImage
                ? ((ImageRef) node).getReferenceNode(context.document())
                : ((LinkRef) node).getReferenceNode(context.document());
        if (to == null) {
            to = folded(((RefNode) node).getReference().toString());
        }
        if (to == null) {
            boolean isBracketed = !isImage && ((RefNode) node).getText().isEmpty();
            Optional<AttributeGroup> group = isBracketed ? group(node.getEndOffset()) : Optional.empty();
            if (group.isPresent()) {
                span(node, group.get(), content);
            } else if (!isImage && isFootnoteAfterWords((RefNode) node)) {
                wordsWithFootnote((RefNode) node, content);
            } else {
                undefined((RefNode) node);
                literal(node, content);
            }
            return;
        }
        context.takeAside(((RefNode) node).getReference());
        String address = unescaped(to.getUrl());
        repeated += address.length() + to.getTitle().length();
        if (repeated > Math.max(MAX_REPEATED, context.text().length())) {
            context.reportTooLarge(
                    node.getStartOffset(),
                    node.getEndOffset(),
                    "long addresses and titles of definitions, repeated by the links and images that use them",
                    "shorten the definition \"" + to.getReference() + "\", or use it less often");
            literal(node, content);
            return;
        }
        content.add(isImage ? image(node, address, to.getTitle()) : link(node, address, unescaped(to.getTitle())));
    }

    /** Whether a node is words in brackets that a footnote reference follows, which Flexmark takes for a link and its label. */
    private static boolean isFootnoteAfterWords(RefNode node) {
        return !node.getText().isEmpty()
                && node.getReference().startsWith("^")
                && node.getReference().length() > 1;
    }

    private void wordsWithFootnote(RefNode node, InlineList content) {
        BasedSequence label = node.getReference();
        int start = label.getStartOffset() - 1;
        int open = node.getText().getStartOffset();
        words(node.getChars().subSequence(0, open - node.getStartOffset()), content);
        of(node, content);
        words(
                node.getChars()
                        .subSequence(
                                node.getText().getEndOffset() - node.getStartOffset(), start - node.getStartOffset()),
                content);
        context.takeAside(start, node.getEndOffset());
        if (linkDepth > 0) {
            nested(node, "a footnote reference");
        }
        content.add(new Inline.Call(label.subSequence(1).toString(), start, node.getEndOffset()));
    }

    /** Reports two pairs of brackets that would be a link if its address were defined; after a letter they are an index, as in code. */
    private void undefined(RefNode node) {
        int start = node.getStartOffset();
        boolean isIndex = start > 0 && Character.isLetterOrDigit(context.text().charAt(start - 1));
        boolean isPair = !node.getText().isEmpty() && !isIndex;
        if (isPair) {
            String label = node.getReference().isEmpty()
                    ? node.getText().toString()
                    : node.getReference().toString();
            context.report(
                    Rule.MARKS_PRINTED,
                    start,
                    node.getEndOffset(),
                    "no address is defined for the link \"" + label + "\"",
                    "write [words](address), or a line [" + label + "]: address");
        }
    }

    /** Flexmark compares labels in lower case, which is not the same as without case: ẞ is SS. Null if nothing is so labelled. */
    private Reference folded(String label) {
        if (label.chars().allMatch(c -> c < 0x80)) {
            return null;
        }
        return withoutCase.get().get(withoutCase(label));
    }

    private Map<String, Reference> withoutCase() {
        Map<String, Reference> references = new HashMap<>();
        Parser.REFERENCES
                .get(context.document())
                .values()
                .forEach(it ->
                        references.putIfAbsent(withoutCase(it.getReference().toString()), it));
        return references;
    }

    private static String withoutCase(String label) {
        String lower = label.strip().toLowerCase(Locale.ROOT);
        return lower.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private void literal(Node node, InlineList content) {
        BasedSequence inner = node.getChildChars();
        if (!node.hasChildren()) {
            words(node.getChars(), content);
            return;
        }
        words(node.getChars().prefixOf(inner), content);
        of(node, content);
        words(node.getChars().suffixOf(inner), content);
    }

    /** Words over one or several lines, without the spaces that begin and end these. */
    private void words(BasedSequence chars, InlineList content) {
        String text = chars.toString();
        int start = chars.getStartOffset();
        int done = 0;
        int open = AttributeGroup.brace(text, 0);
        while (open >= 0) {
            int offset = start + open;
            Optional<AttributeGroup> group = AttributeGroup.at(context.text(), offset, chars.getEndOffset());
            if (group.isPresent()) {
                boolean isAtEnd = group.get().end() == leafEnd || group.get().end() == titleEnd;
                BasedSequence before = chars.subSequence(done, open);
                plain(isAtEnd ? before.trimEnd() : before, content);
                attributes(offset, group.get(), content);
                done = group.get().end() - start;
            }
            open = AttributeGroup.brace(text, Math.max(open + 1, done));
        }
        plain(chars.subSequence(done), content);
    }

    private Optional<AttributeGroup> group(int offset) {
        String text = context.text();
        return offset < text.length() && text.charAt(offset) == '{'
                ? AttributeGroup.at(text, offset, text.length())
                : Optional.empty();
    }

    /** Whether a link without words and address is a place, {@code [](){#clause-3}}. */
    private boolean isPlace(Link link) {
        return link.getUrl().isEmpty()
                && !link.hasChildren()
                && group(link.getEndOffset()).isPresent();
    }

    private void span(Node node, AttributeGroup group, InlineList content) {
        int start = node.getEndOffset();
        AttributesReader reader =
                AttributesReader.of(context.text().substring(start, group.end()), start, this::phrase);
        context.report(reader);
        context.takeAside(start, group.end());
        List<Inline> words = of(node);
        attributesEnd = group.end();
        content.add(new Inline.Span(reader.attributes(), words, node.getStartOffset(), group.end()));
    }

    /** Attributes in braces that belong to no image and no words in brackets. */
    private void attributes(int start, AttributeGroup group, InlineList content) {
        context.takeAside(start, group.end());
        boolean isAtEnd = group.end() == titleEnd || group.end() == leafEnd;
        if (isAtEnd && !group.others() && group.language()) {
            AttributesReader reader =
                    AttributesReader.of(context.text().substring(start, group.end()), start, this::phrase);
            context.report(reader);
            leafLanguage = Optional.of(reader.attributes().ofLanguage());
        }
        if (group.end() == titleEnd && !group.others()) {
            // A heading has no number that it could be without; its label is kept.
            group.label().ifPresent(label -> content.text(" {#" + label + "}"));
        } else if (group.end() == leafEnd && !group.others() && group.label().isPresent()) {
            leafLabel = Optional.of(new Attributes(group.label(), List.of()));
        } else if (!isAtEnd || group.others() || !group.language()) {
            context.report(
                    new ForeignSyntax.Found(start, group.end(), "attributes that are not read here", help(group)));
        }
    }

    /** What to write instead of attributes that are not read. */
    private static String help(AttributeGroup group) {
        String label = group.label().map(it -> "{#" + it + "}").orElse("");
        if (label.isEmpty() && group.language() && !group.others()) {
            return "write [words]{lang=fr} for a few words, or put it at the end of the paragraph or heading";
        }
        if (label.isEmpty()) {
            return "remove it: the theme says what things look like; for a remark write ::: note";
        }
        return group.others()
                ? "write " + label + " without the rest: the theme says what things look like"
                : "put it at the end of the paragraph, or write []" + label + " where the place begins";
    }

    private void plain(BasedSequence chars, InlineList content) {
        context.takeText(chars);
        foreign(chars);
        String text = tight ? chars.toString().replace("\\ ", "\u00A0") : chars.toString();
        if (text.indexOf('\n') < 0) {
            EscapedText.read(text, content);
            return;
        }
        String[] lines = LINE_END.split(text, -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                content.add(Inline.LineBreak.SOFT);
            }
            String line = i > 0 ? lines[i].stripLeading() : lines[i];
            EscapedText.read(i + 1 < lines.length ? line.stripTrailing() : line, content);
        }
    }

    /** Reports what a whole paragraph is in other tools. */
    void foreign(ForeignSyntax.Found found, int end) {
        context.report(found);
        foreignEnd = end;
    }

    /** Reports what other tools read. */
    private void foreign(BasedSequence chars) {
        int start = Math.max(chars.getStartOffset(), foreignEnd);
        for (ForeignSyntax.Found found : ForeignSyntax.in(
                context.text(), start, chars.getEndOffset(), Math.max(lastOffset, chars.getEndOffset()))) {
            context.report(found);
            foreignEnd = found.end();
        }
        for (PrintedMarks.Found found : PrintedMarks.in(
                context.text(), start, chars.getEndOffset(), Math.max(lastOffset, chars.getEndOffset()))) {
            context.report(Rule.MARKS_PRINTED, found.start(), found.end(), found.message(), found.help());
            foreignEnd = found.end();
        }
    }

    /** What is raised or lowered: a space in it has a backslash and does not break. */
    private List<Inline> tight(Node node) {
        boolean before = tight;
        tight = true;
        List<Inline> content = of(node);
        tight = before;
        return content;
    }

    /** The text of a code span: its line ends are spaces, and a space on either side that only keeps backticks apart is none of it. */
    private String code(Code node) {
        String text = node.getText()
                .toString()
                .replace("\r\n", "\n")
                .replace('\r', ' ')
                .replace('\n', ' ');
        boolean apart = text.length() > 1 && text.startsWith(" ") && text.endsWith(" ") && !text.isBlank();
        String code = apart ? text.substring(1, text.length() - 1) : text;
        return inCell ? code.replace("\\|", "|") : code;
    }

    /** A stretch of Markdown with its escapes and entities resolved. */
    private static String unescaped(BasedSequence chars) {
        return MarkdownEscapes.resolve(chars.toString());
    }
}
