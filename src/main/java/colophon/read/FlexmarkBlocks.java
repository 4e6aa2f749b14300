package colophon.read;

import colophon.diag.Rule;
import colophon.model.Attributes;
import colophon.model.Block;
import colophon.model.Block.CodeBlock;
import colophon.model.Block.Entry;
import colophon.model.Block.Item;
import colophon.model.Block.Meaning;
import colophon.model.Block.Table;
import colophon.model.Block.Term;
import colophon.model.Inline;
import colophon.model.MarkdownTree.NoteText;
import colophon.model.PlainText;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.LinkRef;
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
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks in Flexmark's tree: paragraphs, headings, lists, directives and so on. */
final class FlexmarkBlocks {
    /** What a caption below or above a table begins with. */
    private static final Pattern CAPTION = Pattern.compile("(Table)?:[ \t]+");

    /** A caption in brackets that ends with a label. */
    private static final Pattern LABELLED = Pattern.compile("\\[[^\\n]+\\{#[^\\s{}]+\\}\\]");

    /** What an item of a list of tasks begins with. */
    private static final Pattern TASK = Pattern.compile("\\[[ xX]\\][ \\t]+\\S");

    private final FlexmarkContext context;
    private final FlexmarkHtml html;
    private final FlexmarkInlines inlines;
    private final FlexmarkTables tables;
    private final ListOptions lists;
    private final List<Block.Heading> headings = new ArrayList<>();

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
        return context.notes();
    }

    List<Block> of(Node parent) {
        List<Block> blocks = new ArrayList<>();
        if (context.enter(parent)) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                Optional<List<Inline>> caption = separateCaption(node, blocks);
                if (caption.isPresent()) {
                    int last = blocks.size() - 1;
                    blocks.set(last, tables.captioned((Table) blocks.get(last), caption.get()));
                } else if (node instanceof DefinitionItem item) {
                    orphan(item, blocks);
                } else {
                    block(node).ifPresent(block -> add(block, blocks));
                }
            }
            context.leave();
        }
        return blocks;
    }

    /** The caption in brackets, with a label, that a blank line parts from its table. Without a label it is a text in brackets. */
    private Optional<List<Inline>> separateCaption(Node node, List<Block> blocks) {
        boolean isBelowTable = node instanceof Paragraph
                && node.getPrevious() instanceof FlexmarkTableBlocks.Grid
                && !blocks.isEmpty()
                && blocks.get(blocks.size() - 1) instanceof Table table
                && table.caption().isEmpty();
        if (!isBelowTable
                || !(node.getFirstChild() instanceof LinkRef bracketed)
                || bracketed.getNext() != null
                || bracketed.isDefined()
                || !LABELLED.matcher(bracketed.getChars()).matches()) {
            return Optional.empty();
        }
        return Optional.of(inlines.ofTitle(bracketed, bracketed.getEndOffset() - 1));
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
            if (isLanguage(block) && !(before instanceof Block.Paragraph)) {
                blocks.set(last, new Block.Division(label(block).attributes(), List.of(before)));
                return;
            }
            if (isLabel(block) && before instanceof Table table && mayHaveLabel(table)) {
                blocks.set(last, table.labelled(label(block).attributes().label()));
                return;
            }
            boolean isFree = last == 0 || !(blocks.get(last - 1) instanceof Table);
            Optional<List<Inline>> caption = Optional.empty();
            if (isBelow) {
                caption = caption(block).or(() -> bracketed(block));
            } else if (block instanceof Table) {
                // Between two tables only a label shows that it belongs to the second.
                caption = caption(before)
                        .filter(above -> isFree || HeadingId.atEndOf(above).isPresent());
            }
            Block table = isBelow ? before : block;
            if (caption.isPresent()
                    && table instanceof Table bare
                    && bare.caption().isEmpty()) {
                blocks.set(last, tables.captioned(bare, caption.get()));
                return;
            }
        }
        if (isLabel(block) || isLanguage(block)) {
            Inline.Span label = label(block);
            context.report(new ForeignSyntax.Found(
                    label.start(),
                    label.end(),
                    isLabel(block) ? "a label by itself" : "a language by itself",
                    "write it at the end of the heading, the paragraph or the caption that it names"));
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

    /** Whether a block is nothing but a label in braces, as kramdown has it below what it names. */
    private boolean isLabel(Block block) {
        return isAttributes(block) && label(block).attributes().label().isPresent();
    }

    /** Whether a block is nothing but the language in braces of the block above it. */
    private boolean isLanguage(Block block) {
        return isAttributes(block) && label(block).attributes().label().isEmpty();
    }

    private boolean isAttributes(Block block) {
        return block instanceof Block.Paragraph paragraph
                && paragraph.content().size() == 1
                && paragraph.content().get(0) instanceof Inline.Span place
                && place.content().isEmpty()
                && context.text().charAt(place.start()) == '{';
    }

    private static Inline.Span label(Block block) {
        return (Inline.Span) ((Block.Paragraph) block).content().get(0);
    }

    private static boolean mayHaveLabel(Table table) {
        return table.caption().isPresent() && table.label().isEmpty();
    }

    /** The text of a paragraph that is {@code [Caption]{#label}}, as the caption of the table above it. */
    private static Optional<List<Inline>> bracketed(Block block) {
        if (!(block instanceof Block.Paragraph paragraph)
                || paragraph.content().isEmpty()
                || !(paragraph.content().get(0) instanceof Inline.Span place)
                || !place.attributes().arguments().isEmpty()
                || place.attributes().label().isEmpty()) {
            return Optional.empty();
        }
        List<Inline> caption = new ArrayList<>(place.content());
        List<Inline> rest = paragraph.content().subList(1, paragraph.content().size());
        if (caption.isEmpty()
                && rest.size() == 1
                && rest.get(0) instanceof Inline.Text text
                && text.text().startsWith("[")
                && text.text().endsWith("]")) {
            caption.add(new Inline.Text(text.text().substring(1, text.text().length() - 1)));
        } else if (caption.isEmpty() || !rest.isEmpty()) {
            return Optional.empty();
        }
        caption.add(new Inline.Text("{#" + place.attributes().label().get() + "}"));
        return Optional.of(caption);
    }

    /** The text of a paragraph that begins with a colon, or with "Table:", as the caption of the table beside it. */
    private static Optional<List<Inline>> caption(Block block) {
        if (!(block instanceof Block.Paragraph paragraph) || paragraph.content().isEmpty()) {
            return Optional.empty();
        }
        List<Inline> caption = new ArrayList<>(paragraph.content());
        Optional<String> label = Optional.empty();
        if (caption.get(0) instanceof Inline.Span place && place.content().isEmpty() && caption.size() > 1) {
            caption.remove(0);
            label = place.attributes().label();
        }
        Matcher start = CAPTION.matcher(caption.get(0) instanceof Inline.Text first ? first.text() : "");
        if (!start.lookingAt()) {
            return Optional.empty();
        }
        String rest = ((Inline.Text) caption.get(0)).text().substring(start.end());
        if (rest.isEmpty()) {
            caption.remove(0);
        } else {
            caption.set(0, new Inline.Text(rest));
        }
        // As it is in the caption of a table without a colon.
        label.ifPresent(it -> caption.add(new Inline.Text("{#" + it + "}")));
        return Optional.of(caption);
    }

    /** A line that begins with a colon and defines nothing is a paragraph, as CommonMark has it. */
    private void orphan(DefinitionItem item, List<Block> blocks) {
        List<Block> inside = of(item);
        List<Inline> first = new ArrayList<>();
        Optional<Inline> place = Optional.empty();
        if (!inside.isEmpty() && inside.get(0) instanceof Block.Paragraph paragraph) {
            inside.remove(0);
            first.addAll(paragraph.content());
        }
        if (!first.isEmpty()
                && first.get(0) instanceof Inline.Span span
                && span.content().isEmpty()) {
            place = Optional.of(first.remove(0));
        }
        if (!first.isEmpty() && first.get(0) instanceof Inline.Text text) {
            first.set(0, new Inline.Text(": " + text.text()));
        } else {
            first.add(0, new Inline.Text(": "));
        }
        place.ifPresent(it -> first.add(0, it));
        add(new Block.Paragraph(first, false), blocks);
        inside.forEach(block -> add(block, blocks));
    }

    /** Definitions of links and notes, and comments, are no blocks. */
    private Optional<Block> block(Node node) {
        if (node instanceof Paragraph paragraph) {
            boolean tight = isTight(paragraph);
            tables.refuseUneven(paragraph);
            ForeignSyntax.paragraph(context.text(), node.getStartOffset(), trimmedEnd(node))
                    .ifPresent(found -> inlines.foreign(found, node.getEndOffset()));
            return Optional.of(new Block.Paragraph(inlines.ofParagraph(node), tight));
        }
        if (node instanceof Heading heading) {
            return Optional.of(heading(heading));
        }
        if (node instanceof BlockQuote) {
            return Optional.of(quote(node));
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
            if (code.getClosingMarker().isEmpty() && code.getContentLines().size() > 0) {
                context.report(
                        Rule.CODE_OPEN,
                        code.getOpeningMarker().getStartOffset(),
                        code.getOpeningMarker().getEndOffset(),
                        "this code has no end: all that follows is shown as code",
                        "write " + code.getOpeningMarker() + " on a line of its own after it");
            }
            ForeignSyntax.fence(code.getInfo().toString(), code.getInfo().getStartOffset())
                    .ifPresent(context::report);
            return Optional.of(new CodeBlock(language, code.getContentChars().normalizeEOL()));
        }
        if (node instanceof IndentedCodeBlock code) {
            context.takeText(code.getContentChars());
            return Optional.of(new CodeBlock("", code.getContentChars().normalizeEOL()));
        }
        if (node instanceof ThematicBreak) {
            ForeignSyntax.rule(context.text(), node.getStartOffset(), node.getEndOffset())
                    .ifPresent(context::report);
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

    private static int trimmedEnd(Node node) {
        return trimmedEnd(node.getChars());
    }

    private static int trimmedEnd(BasedSequence chars) {
        return chars.trimEnd().getEndOffset();
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
        boolean isDivision = line.name().isEmpty()
                && rest.attributes().label().isEmpty()
                && !rest.attributes().arguments().isEmpty()
                && rest.attributes().withoutLanguage().arguments().isEmpty();
        if (line.name().isEmpty() && !isDivision) {
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
        Attributes language = rest.attributes().ofLanguage();
        if (isDivision) {
            return new Block.Division(language, of(node));
        }
        Block directive = new Block.Directive(line.name(), rest.attributes().withoutLanguage(), of(node), start, end);
        return language.arguments().isEmpty() ? directive : new Block.Division(language, List.of(directive));
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
        List<Inline> content = inlines.ofTitle(node, trimmedEnd(node.getText()));
        Optional<String> id = HeadingId.atEndOf(content);
        if (PlainText.of(content).isBlank()) {
            context.report(
                    Rule.HEADING_EMPTY,
                    node.getStartOffset(),
                    node.getEndOffset(),
                    "a heading without words",
                    "write its words after the # characters, or remove the line");
        }
        Block.Heading heading = new Block.Heading(
                node.getLevel(),
                id,
                id.isPresent() ? HeadingId.withoutClosing(HeadingId.without(content)) : content,
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
                items.add(new Item(task(item, of(item))));
            }
            context.leave();
        }
        return items;
    }

    private Block quote(Node node) {
        Node first = node.getFirstChild();
        Optional<String> kind = first instanceof Paragraph ? Alert.kind(first.getChars()) : Optional.empty();
        int blocksBefore = first == null ? 0 : first.getStartOffset();
        List<Block> blocks = of(node);
        if (kind.isEmpty()) {
            return new Block.Quote(blocks);
        }
        int end = blocksBefore + first.getChars().toString().split("\\R", 2)[0].length();
        if (!Alert.isKnown(kind.get())) {
            context.report(new ForeignSyntax.Found(
                    blocksBefore,
                    end,
                    "no kind of remark is named \"" + kind.get() + "\"",
                    "write [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION], or a directive: ::: note"));
            return new Block.Quote(blocks);
        }
        return Alert.directive(kind.get(), blocks, blocksBefore, end);
    }

    /** An item of a list of tasks begins with a box, as GFM has it. */
    private static List<Block> task(Node item, List<Block> blocks) {
        boolean isTask = item.getFirstChild() instanceof Paragraph paragraph
                && TASK.matcher(paragraph.getChars()).lookingAt();
        if (!isTask
                || !(blocks.get(0) instanceof Block.Paragraph first)
                || !(first.content().get(0) instanceof Inline.Text text)
                || !text.text().startsWith("[")) {
            return blocks;
        }
        List<Inline> content = new ArrayList<>(first.content());
        String box = text.text().charAt(1) == ' ' ? "☐" : "☑";
        content.set(0, new Inline.Text(box + text.text().substring(text.text().indexOf(']') + 1)));
        List<Block> inside = new ArrayList<>(blocks);
        inside.set(0, new Block.Paragraph(content, first.tight()));
        return inside;
    }

    private List<Entry> entries(Node list) {
        List<Entry> entries = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof DefinitionTerm) {
                entries.add(new Term(inlines.ofParagraph(node)));
            } else if (node instanceof DefinitionItem) {
                entries.add(new Meaning(of(node)));
            }
        }
        return entries;
    }

    private void note(FootnoteBlock node) {
        // Its place in the list is that of its marker, also when its text holds another definition.
        int index = context.notes().size();
        int start = node.getOpeningMarker().getStartOffset();
        int end = node.getText().getEndOffset();
        context.takeAside(start, end);
        context.notes().add(index, new NoteText(node.getText().toString(), of(node), start, end));
    }
}
