package colophon.read;

import colophon.diag.Rule;
import colophon.model.Block;
import colophon.model.Block.CodeBlock;
import colophon.model.Block.Entry;
import colophon.model.Block.Item;
import colophon.model.Block.Meaning;
import colophon.model.Block.Table;
import colophon.model.Block.Term;
import colophon.model.Inline;
import colophon.model.MarkdownTree.NoteText;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks in Flexmark's tree: paragraphs, headings, lists, directives and so on. */
final class FlexmarkBlocks {
    /** What a caption below or above a table begins with. */
    private static final Pattern CAPTION = Pattern.compile("(Table)?:[ \t]+");

    private final FlexmarkContext context;
    private final FlexmarkHtml html;
    private final FlexmarkInlines inlines;
    private final FlexmarkTables tables;
    private final ListOptions lists;
    private final List<Block.Heading> headings = new ArrayList<>();
    private final List<NoteText> notes = new ArrayList<>();

    FlexmarkBlocks(FlexmarkContext context) {
        this.context = context;
        this.html = new FlexmarkHtml(context);
        this.inlines = new FlexmarkInlines(context, html);
        this.tables = new FlexmarkTables(context, inlines);
        this.lists = ListOptions.get(context.document());
    }

    /** The headings that were read so far, in the order of the text. */
    List<Block.Heading> headings() {
        return headings;
    }

    /** The texts of the notes that were read so far. */
    List<NoteText> notes() {
        return notes;
    }

    List<Block> of(Node parent) {
        List<Block> blocks = new ArrayList<>();
        if (context.enter(parent)) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof DefinitionItem item) {
                    orphan(item, blocks);
                } else {
                    block(node).ifPresent(block -> add(block, blocks));
                }
            }
            context.leave();
        }
        return blocks;
    }

    /**
     * Adds a block. A line that begins with a colon, below or above a table, is its caption, as Pandoc has it; the line below an image that
     * says where it is from is a paragraph of its own, as it is with a blank line between.
     */
    private void add(Block block, List<Block> blocks) {
        int last = blocks.size() - 1;
        if (last >= 0) {
            Block before = blocks.get(last);
            boolean isBelow = before instanceof Table;
            boolean isFree = last == 0 || !(blocks.get(last - 1) instanceof Table);
            Optional<List<Inline>> caption =
                    isBelow ? caption(block) : isFree && block instanceof Table ? caption(before) : Optional.empty();
            Block table = isBelow ? before : block;
            if (caption.isPresent()
                    && table instanceof Table bare
                    && bare.caption().isEmpty()) {
                blocks.set(last, tables.captioned(bare, caption.get()));
                return;
            }
        }
        if (block instanceof Block.Paragraph paragraph && paragraph.content().size() > 2) {
            List<Inline> content = paragraph.content();
            Block.Paragraph rest = new Block.Paragraph(content.subList(2, content.size()), paragraph.tight());
            if (content.get(0) instanceof Inline.Image
                    && content.get(1).equals(Inline.LineBreak.SOFT)
                    && rest.isSourceLine()) {
                blocks.add(new Block.Paragraph(content.subList(0, 1), paragraph.tight()));
                blocks.add(rest);
                return;
            }
        }
        blocks.add(block);
    }

    /** The text of a paragraph that begins with a colon, or with "Table:", as the caption of the table beside it. */
    private static Optional<List<Inline>> caption(Block block) {
        if (!(block instanceof Block.Paragraph paragraph)
                || paragraph.content().isEmpty()
                || !(paragraph.content().get(0) instanceof Inline.Text first)) {
            return Optional.empty();
        }
        Matcher start = CAPTION.matcher(first.text());
        if (!start.lookingAt()) {
            return Optional.empty();
        }
        List<Inline> caption = new ArrayList<>(paragraph.content());
        String rest = first.text().substring(start.end());
        caption.set(0, new Inline.Text(rest));
        return Optional.of(rest.isEmpty() ? caption.subList(1, caption.size()) : caption);
    }

    /** A line that begins with a colon and defines nothing is a paragraph, as CommonMark has it. */
    private void orphan(DefinitionItem item, List<Block> blocks) {
        List<Block> inside = of(item);
        List<Inline> first = new ArrayList<>();
        if (!inside.isEmpty() && inside.get(0) instanceof Block.Paragraph paragraph) {
            inside.remove(0);
            first.addAll(paragraph.content());
        }
        if (!first.isEmpty() && first.get(0) instanceof Inline.Text text) {
            first.set(0, new Inline.Text(": " + text.text()));
        } else {
            first.add(0, new Inline.Text(": "));
        }
        add(new Block.Paragraph(first, false), blocks);
        inside.forEach(block -> add(block, blocks));
    }

    /** Definitions of links and notes, and comments, are no blocks. */
    private Optional<Block> block(Node node) {
        if (node instanceof Paragraph paragraph) {
            boolean tight = isTight(paragraph);
            tables.refuseUneven(paragraph);
            return Optional.of(new Block.Paragraph(inlines.of(node), tight));
        }
        if (node instanceof Heading heading) {
            return Optional.of(heading(heading));
        }
        if (node instanceof BlockQuote) {
            return Optional.of(new Block.Quote(of(node)));
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
            String language = MarkdownEscapes.resolve(code.getInfo().toString()).split("\\s", 2)[0];
            context.takeText(code.getContentChars());
            context.takeAside(code.getInfo());
            return Optional.of(new CodeBlock(language, code.getContentChars().normalizeEOL()));
        }
        if (node instanceof IndentedCodeBlock code) {
            context.takeText(code.getContentChars());
            return Optional.of(new CodeBlock("", code.getContentChars().normalizeEOL()));
        }
        if (node instanceof ThematicBreak) {
            return Optional.of(new Block.Rule());
        }
        if (node instanceof FlexmarkTableBlocks.Grid grid) {
            return Optional.of(tables.table(grid));
        }
        if (node instanceof FlexmarkDirectives.Opened opened) {
            return Optional.of(directive(opened));
        }
        if (node instanceof FlexmarkHtmlBlocks.Comment comment && comment.hasChildren()) {
            html.refuse(node);
            return block(comment.getFirstChild());
        }
        if (node instanceof Reference) {
            context.takeAside(node);
        } else if (node instanceof FootnoteBlock note) {
            note(note);
        } else if (node instanceof FlexmarkDirectives.Closing closing) {
            refuseStray(closing);
        } else {
            html.refuse(node);
        }
        return Optional.empty();
    }

    private boolean isTight(Paragraph paragraph) {
        if (!(paragraph.getParent() instanceof ListItem item)) {
            return false;
        }
        return item.getParent() instanceof DefinitionList
                ? lists.isInTightListItem(paragraph)
                : item.getParent() instanceof ListBlock list && list.isTight();
    }

    private Block directive(FlexmarkDirectives.Opened node) {
        String text = node.line().toString();
        int start = node.getStartOffset();
        int end = start + text.length();
        context.takeAside(start, end);
        DirectiveLine line = DirectiveLine.of(text);
        AttributesReader rest =
                AttributesReader.ofDirective(text.substring(line.rest()), start + line.rest(), inlines::phrase);
        if (line.name().isEmpty()) {
            context.report(
                    Rule.DIRECTIVE_INVALID,
                    start,
                    end,
                    "a directive without a name",
                    DirectiveLine.help(text.substring(line.rest())));
        } else {
            context.report(rest);
        }
        if (!node.isClosed()) {
            context.report(
                    Rule.DIRECTIVE_OPEN,
                    start,
                    end,
                    "this directive is not closed",
                    "write ::: on a line of its own where it ends");
        }
        return new Block.Directive(line.name(), rest.attributes(), of(node), start, end);
    }

    private void refuseStray(FlexmarkDirectives.Closing node) {
        if (node.isStray()) {
            context.report(
                    Rule.DIRECTIVE_INVALID,
                    node.getStartOffset(),
                    node.getEndOffset(),
                    "there is no directive to close here",
                    "remove the line, or write the name of a directive behind the colons");
        }
    }

    private Block heading(Heading node) {
        List<Inline> content = inlines.of(node);
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
        if (context.enter(list)) {
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                if (item instanceof ListItem marked) {
                    context.takeAside(marked.getOpeningMarker());
                }
                items.add(new Item(of(item)));
            }
            context.leave();
        }
        return items;
    }

    private List<Entry> entries(Node list) {
        List<Entry> entries = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof DefinitionTerm) {
                entries.add(new Term(inlines.of(node)));
            } else if (node instanceof DefinitionItem) {
                entries.add(new Meaning(of(node)));
            }
        }
        return entries;
    }

    private void note(FootnoteBlock node) {
        // Its place in the list is that of its marker, also when its text holds another definition.
        int index = notes.size();
        int start = node.getOpeningMarker().getStartOffset();
        int end = node.getText().getEndOffset();
        context.takeAside(start, end);
        notes.add(index, new NoteText(node.getText().toString(), of(node), start, end));
    }
}
