package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.Attributes;
import colophon.model.Block;
import colophon.model.Block.Alignment;
import colophon.model.Block.Cell;
import colophon.model.Block.CodeBlock;
import colophon.model.Block.Entry;
import colophon.model.Block.Item;
import colophon.model.Block.Meaning;
import colophon.model.Block.Row;
import colophon.model.Block.Table;
import colophon.model.Block.Term;
import colophon.model.Body;
import colophon.model.Inline;
import colophon.model.MarkdownTree.NoteText;
import colophon.model.PlainText;
import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCaption;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.CharSubSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses Markdown with Flexmark and takes from its tree what a text means: CommonMark with GFM tables and strike-through, footnotes and
 * definition lists. Raw HTML is refused.
 *
 * <p>Deeply nested text needs a thread with a large stack, see {@link colophon.Build}.
 */
final class FlexmarkReader {
    /** Deeper than any text a person can follow. */
    private static final int DEEPEST_NESTING = 100;

    private static final Parser PARSER = Parser.builder(new MutableDataSet()
                    .set(
                            Parser.EXTENSIONS,
                            List.of(
                                    TablesExtension.create(),
                                    FootnoteExtension.create(),
                                    DefinitionExtension.create(),
                                    StrikethroughExtension.create(),
                                    new FlexmarkDirectives(),
                                    new FlexmarkCitations()))
                    // Names of files with spaces are common, and CommonMark would print the link as text without a
                    // word.
                    .set(Parser.SPACE_IN_LINK_URLS, true)
                    .set(TablesExtension.COLUMN_SPANS, false)
                    .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                    .set(TablesExtension.DISCARD_EXTRA_COLUMNS, false))
            .build();

    private final Document document;
    private final Body.Place place;
    private final Problems problems;
    private final List<Block.Heading> headings = new ArrayList<>();
    private final List<NoteText> notes = new ArrayList<>();
    private final ListOptions lists;
    private final String text;
    private int depth;
    private boolean tooDeep;
    private int linkDepth;
    /** Offset after the attributes of a picture that were read ahead of Flexmark's nodes. */
    private int attributesEnd;

    private FlexmarkReader(String text, Document document, Body.Place place, Problems problems) {
        this.text = text;
        this.document = document;
        this.place = place;
        this.problems = problems;
        this.lists = ListOptions.get(document);
    }

    /**
     * Parses a text.
     *
     * @param start where it starts in {@code text}; offsets in what comes back count from the beginning of {@code text}
     */
    static ParsedText read(String text, int start, Body.Place place, Problems problems) {
        try {
            Document document = PARSER.parse(CharSubSequence.of(text).subSequence(start, text.length()));
            FlexmarkReader reader = new FlexmarkReader(text, document, place, problems);
            List<Block> blocks = reader.blocks(document);
            return new ParsedText(blocks, reader.headings, reader.notes);
        } catch (StackOverflowError e) {
            problems.add(
                    Rule.NESTING_TOO_DEEP,
                    place.whole().orElseGet(() -> place.source().whole()),
                    "the text is nested too deep to be read",
                    "look for a long run of >, -, * or [ in " + place.source().path());
            return ParsedText.EMPTY;
        }
    }

    /** Goes one level down; nothing when it is too deep. */
    private boolean enter(Node parent) {
        if (depth > DEEPEST_NESTING) {
            if (!tooDeep) {
                tooDeep = true;
                int start = parent.getStartOffset();
                problems.add(
                        Rule.NESTING_TOO_DEEP,
                        place.span(start, Math.min(parent.getEndOffset(), start + 1)),
                        "nested more than " + DEEPEST_NESTING + " levels deep",
                        "write it with fewer levels");
            }
            return false;
        }
        depth++;
        return true;
    }

    private List<Block> blocks(Node parent) {
        List<Block> blocks = new ArrayList<>();
        if (enter(parent)) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                block(node).ifPresent(blocks::add);
            }
            depth--;
        }
        return blocks;
    }

    /** Definitions of links and notes, and comments, are no blocks. */
    private Optional<Block> block(Node node) {
        if (node instanceof Paragraph paragraph) {
            boolean tight = paragraph.getParent() instanceof ListItem && lists.isInTightListItem(paragraph);
            return Optional.of(new Block.Paragraph(inlines(node), tight));
        }
        if (node instanceof Heading heading) {
            return Optional.of(heading(heading));
        }
        if (node instanceof BlockQuote) {
            return Optional.of(new Block.Quote(blocks(node)));
        }
        if (node instanceof BulletList) {
            return Optional.of(new Block.BulletList(items(node)));
        }
        if (node instanceof OrderedList list) {
            return Optional.of(new Block.NumberedList(list.getStartNumber(), items(node)));
        }
        if (node instanceof DefinitionList) {
            return Optional.of(new Block.DefinitionList(entries(node)));
        }
        if (node instanceof FencedCodeBlock code) {
            String language = code.getInfo().toString().split(" ", 2)[0];
            return Optional.of(new CodeBlock(language, code.getContentChars().normalizeEOL()));
        }
        if (node instanceof IndentedCodeBlock code) {
            return Optional.of(new CodeBlock("", code.getContentChars().normalizeEOL()));
        }
        if (node instanceof ThematicBreak) {
            return Optional.of(new Block.Rule());
        }
        if (node instanceof TableBlock) {
            return Optional.of(table(node));
        }
        if (node instanceof FlexmarkDirectives.Opened opened) {
            return Optional.of(directive(opened));
        }
        if (node instanceof FootnoteBlock note) {
            note(note);
        } else if (node instanceof FlexmarkDirectives.Closing closing) {
            refuseStray(closing);
        } else {
            refuseHtml(node);
        }
        return Optional.empty();
    }

    private Block directive(FlexmarkDirectives.Opened node) {
        String text = node.line().toString();
        int start = node.getStartOffset();
        int end = start + text.length();
        DirectiveLine line = DirectiveLine.of(text);
        AttributesReader rest = AttributesReader.of(text.substring(line.rest()), start + line.rest());
        if (line.name().isEmpty()) {
            problems.add(
                    Rule.DIRECTIVE_INVALID,
                    place.span(start, end),
                    "a directive without a name",
                    "write its name behind the colons, in small letters: ::: note");
        } else {
            report(rest);
        }
        if (!node.isClosed()) {
            problems.add(
                    Rule.DIRECTIVE_OPEN,
                    place.span(start, end),
                    "this directive is not closed",
                    "write ::: on a line of its own where it ends");
        }
        return new Block.Directive(line.name(), rest.attributes(), blocks(node), start, end);
    }

    private void report(AttributesReader attributes) {
        for (AttributesReader.Fault fault : attributes.faults()) {
            problems.add(Rule.DIRECTIVE_INVALID, place.span(fault.start(), fault.end()), fault.message(), fault.help());
        }
    }

    private void refuseStray(FlexmarkDirectives.Closing node) {
        if (node.isStray()) {
            problems.add(
                    Rule.DIRECTIVE_INVALID,
                    place.span(node.getStartOffset(), node.getEndOffset()),
                    "there is no directive to close here",
                    "remove the line, or write the name of a directive behind the colons");
        }
    }

    private Block heading(Heading node) {
        List<Inline> content = inlines(node);
        Optional<String> id = HeadingId.atEndOf(content);
        Block.Heading heading = new Block.Heading(
                node.getLevel(),
                id,
                id.isPresent() ? HeadingId.without(content) : content,
                node.getStartOffset(),
                node.getEndOffset());
        headings.add(heading);
        return heading;
    }

    private List<Item> items(Node list) {
        List<Item> items = new ArrayList<>();
        if (enter(list)) {
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                items.add(new Item(blocks(item)));
            }
            depth--;
        }
        return items;
    }

    private List<Entry> entries(Node list) {
        List<Entry> entries = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof DefinitionTerm) {
                entries.add(new Term(inlines(node)));
            } else if (node instanceof DefinitionItem) {
                entries.add(new Meaning(blocks(node)));
            }
        }
        return entries;
    }

    private Block table(Node node) {
        Optional<List<Inline>> caption = Optional.empty();
        List<Row> head = new ArrayList<>();
        List<Row> body = new ArrayList<>();
        for (Node part = node.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableCaption) {
                caption = Optional.of(inlines(part));
            } else if (part instanceof TableHead) {
                rows(part, head);
            } else if (part instanceof TableBody) {
                rows(part, body);
            }
        }
        Optional<String> label = caption.flatMap(HeadingId::atEndOf);
        int line = node.getChars().toString().indexOf('\n');
        int end = line < 0 ? node.getEndOffset() : node.getStartOffset() + line;
        return new Table(
                label.isPresent() ? caption.map(HeadingId::without) : caption,
                label,
                head,
                body,
                node.getStartOffset(),
                end);
    }

    private void rows(Node section, List<Row> rows) {
        for (Node row = section.getFirstChild(); row != null; row = row.getNext()) {
            if (row instanceof TableRow) {
                List<Cell> cells = new ArrayList<>();
                for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
                    if (node instanceof TableCell cell) {
                        cells.add(new Cell(alignment(cell), cell(inlines(cell))));
                    }
                }
                rows.add(new Row(cells));
            }
        }
    }

    /** Flexmark leaves a space in an empty cell. */
    private static List<Inline> cell(List<Inline> content) {
        boolean isEmpty = content.size() == 1
                && content.get(0) instanceof Inline.Text text
                && text.text().isBlank();
        return isEmpty ? List.of() : content;
    }

    private static Alignment alignment(TableCell cell) {
        TableCell.Alignment alignment = cell.getAlignment();
        if (alignment == null) {
            return Alignment.NONE;
        }
        return switch (alignment) {
            case LEFT -> Alignment.LEFT;
            case CENTER -> Alignment.CENTRE;
            case RIGHT -> Alignment.RIGHT;
            default -> Alignment.NONE;
        };
    }

    private void note(FootnoteBlock node) {
        // Its place in the list is that of its marker, also when its text holds another definition.
        int index = notes.size();
        int start = node.getOpeningMarker().getStartOffset();
        int end = node.getText().getEndOffset();
        notes.add(index, new NoteText(node.getText().toString(), blocks(node), start, end));
    }

    private List<Inline> inlines(Node parent) {
        InlineList content = new InlineList();
        inlines(parent, content);
        return content.inlines();
    }

    private void inlines(Node parent, InlineList content) {
        if (enter(parent)) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                inline(node, content);
            }
            depth--;
        }
    }

    private void inline(Node node, InlineList content) {
        if (node.getStartOffset() < attributesEnd) {
            behindAttributes(node, content);
        } else if (node instanceof Text || node instanceof HtmlEntity) {
            content.text(unescaped(node.getChars()));
        } else if (node instanceof SoftLineBreak) {
            content.add(Inline.LineBreak.SOFT);
        } else if (node instanceof HardLineBreak) {
            content.add(Inline.LineBreak.HARD);
        } else if (node instanceof Emphasis) {
            content.add(new Inline.Emphasis(inlines(node)));
        } else if (node instanceof StrongEmphasis) {
            content.add(new Inline.Strong(inlines(node)));
        } else if (node instanceof Strikethrough) {
            content.add(new Inline.Struck(inlines(node)));
        } else if (node instanceof Code code) {
            content.add(new Inline.Code(code.getText().toString()));
        } else if (node instanceof Link link) {
            content.add(link(node, unescaped(link.getUrl()), unescaped(link.getTitle())));
        } else if (node instanceof Image image) {
            content.add(image(node, unescaped(image.getUrl()), unescaped(image.getTitle())));
        } else if (node instanceof LinkRef || node instanceof ImageRef) {
            reference(node, content);
        } else if (node instanceof AutoLink || node instanceof MailLink) {
            content.add(automatic(node));
        } else if (node instanceof Footnote call) {
            content.add(new Inline.Call(call.getText().toString(), node.getStartOffset(), node.getEndOffset()));
        } else if (node instanceof FlexmarkCitations.Cited cited) {
            citation(cited.citation(), content);
        } else if (node instanceof TextBase || node instanceof Paragraph) {
            // A term of a definition list holds a paragraph.
            inlines(node, content);
        } else {
            refuseHtml(node);
        }
    }

    /** What is left of a node that begins with the attributes of the picture before it. */
    private void behindAttributes(Node node, InlineList content) {
        int cut = attributesEnd - node.getStartOffset();
        if (node instanceof Text && cut < node.getTextLength()) {
            content.text(unescaped(node.getChars().subSequence(cut)));
        }
    }

    private void citation(Inline.Citation citation, InlineList content) {
        if (linkDepth > 0) {
            // A link cannot hold another one.
            content.text(citation.text());
        } else {
            content.add(citation);
        }
    }

    private Inline link(Node node, String address, String title) {
        linkDepth++;
        List<Inline> content = inlines(node);
        linkDepth--;
        return new Inline.Link(address, title, content, node.getStartOffset(), node.getEndOffset());
    }

    private Inline image(Node node, String address, String title) {
        linkDepth++;
        String alt = PlainText.of(inlines(node));
        linkDepth--;
        int start = node.getEndOffset();
        Attributes attributes = Attributes.NONE;
        if (start < text.length() && text.charAt(start) == '{') {
            int end = AttributesReader.end(text, start, text.length());
            if (end > 0) {
                AttributesReader reader = AttributesReader.of(text.substring(start, end), start);
                report(reader);
                attributes = reader.attributes();
                attributesEnd = end;
            }
        }
        return new Inline.Image(address, title, alt, attributes, node.getStartOffset(), node.getEndOffset());
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
        Reference to =
                isImage ? ((ImageRef) node).getReferenceNode(document) : ((LinkRef) node).getReferenceNode(document);
        if (to == null) {
            literal(node, content);
            return;
        }
        String address = to.getUrl().unescape();
        String title = to.getTitle().unescape();
        content.add(isImage ? image(node, address, title) : link(node, address, title));
    }

    private void literal(Node node, InlineList content) {
        BasedSequence inner = node.getChildChars();
        if (!node.hasChildren()) {
            content.text(unescaped(node.getChars()));
            return;
        }
        content.text(node.getChars().prefixOf(inner).unescape());
        inlines(node, content);
        content.text(node.getChars().suffixOf(inner).unescape());
    }

    /** A stretch of Markdown with its escapes and entities resolved. */
    private static String unescaped(BasedSequence chars) {
        String text = chars.toString();
        return text.indexOf('\\') < 0 && text.indexOf('&') < 0 ? text : chars.unescape();
    }

    private void refuseHtml(Node node) {
        boolean comment = node instanceof HtmlCommentBlock || node instanceof HtmlInlineComment || isComment(node);
        boolean raw = node instanceof HtmlBlockBase || node instanceof HtmlInlineBase && !(node instanceof HtmlEntity);
        boolean closes = node.getChars().startsWith("</");
        if (!raw || comment || closes) {
            return;
        }
        String text = node.getChars().toString();
        int end = node.getStartOffset()
                + text.strip().lines().findFirst().orElse("").length();
        problems.add(
                Rule.HTML_NOT_ALLOWED,
                place.span(node.getStartOffset(), Math.max(node.getStartOffset(), Math.min(end, node.getEndOffset()))),
                "HTML in the text",
                "write it as Markdown; to show the sign itself write \\<");
    }

    private static boolean isComment(Node node) {
        String text = node.getChars().toString().strip();
        return text.startsWith("<!--") && text.endsWith("-->") && text.indexOf("-->") == text.length() - 3;
    }
}
