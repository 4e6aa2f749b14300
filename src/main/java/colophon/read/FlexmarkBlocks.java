package colophon.read;

import colophon.diag.Rule;
import colophon.model.Block;
import colophon.model.Block.CodeBlock;
import colophon.model.Block.Entry;
import colophon.model.Block.Item;
import colophon.model.Block.Meaning;
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

/** Blocks in Flexmark's tree: paragraphs, headings, lists, directives and so on. */
final class FlexmarkBlocks {
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
                block(node).ifPresent(blocks::add);
            }
            context.leave();
        }
        return blocks;
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
            return Optional.of(new CodeBlock(language, code.getContentChars().normalizeEOL()));
        }
        if (node instanceof IndentedCodeBlock code) {
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
        if (node instanceof FootnoteBlock note) {
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
        notes.add(index, new NoteText(node.getText().toString(), of(node), start, end));
    }
}
