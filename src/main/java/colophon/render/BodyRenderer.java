package colophon.render;

import colophon.model.MarkdownTree;
import colophon.model.PlainText;
import colophon.model.Prose;
import colophon.model.Prose.Form;
import colophon.model.Prose.Medium;
import colophon.model.Prose.Want;
import colophon.model.Site;
import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.ContentNode;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Writes parsed Markdown as HTML, for the web or for print, with holes for what only the site knows. Flexmark's own renderer is neither
 * accessible (tables, notes) nor quick, so this walks its tree.
 *
 * <p>One instance writes one text, once.
 */
public final class BodyRenderer {
    private static final Map<Class<? extends Node>, BiConsumer<BodyRenderer, Node>> WRITERS = writers();

    private final MarkdownTree tree;
    private final Form form;
    private final Map<Node, MarkdownTree.Note> notesByCall = new IdentityHashMap<>();
    final StringBuilder out = new StringBuilder(8_192);
    private final Prose.Writer holes = new Prose.Writer(out);
    private int tables;
    /** Margin notes cannot stand in tables, headings, captions or other margin notes. */
    private int marginClosed;

    private boolean insideMarginNote;

    private BodyRenderer(MarkdownTree tree, Form form) {
        this.tree = tree;
        this.form = form;
        tree.notes().forEach(note -> note.calls().forEach(call -> notesByCall.put(call, note)));
    }

    /** The text with its notes. */
    public static Prose prose(MarkdownTree tree, Form form) {
        BodyRenderer renderer = new BodyRenderer(tree, form);
        renderer.write();
        return renderer.holes.prose();
    }

    private void write() {
        Node only = tree.document().getFirstChild();
        if (form.inline() && only instanceof Paragraph && only.getNext() == null) {
            marginClosed++;
            children(only);
            return;
        }
        blocks(tree.document());
        if (!isPrint() && !tree.notes().isEmpty()) {
            notes();
        }
    }

    /** Print is read as XML. */
    private String voidEnd() {
        return isPrint() ? "/>" : ">";
    }

    boolean isPrint() {
        return form.medium() == Medium.PRINT;
    }

    private static Map<Class<? extends Node>, BiConsumer<BodyRenderer, Node>> writers() {
        Map<Class<? extends Node>, BiConsumer<BodyRenderer, Node>> map = new HashMap<>();
        add(map, Heading.class, BodyRenderer::heading);
        add(map, Paragraph.class, BodyRenderer::paragraph);
        add(map, BlockQuote.class, (r, node) -> r.element("blockquote", node));
        add(map, BulletList.class, (r, node) -> r.element("ul", node));
        add(map, OrderedList.class, BodyRenderer::orderedList);
        add(map, com.vladsch.flexmark.ast.BulletListItem.class, BodyRenderer::listItem);
        add(map, com.vladsch.flexmark.ast.OrderedListItem.class, BodyRenderer::listItem);
        add(map, DefinitionList.class, (r, node) -> r.element("dl", node));
        add(map, DefinitionTerm.class, (r, node) -> r.inlineElement("dt", node));
        add(map, DefinitionItem.class, (r, node) -> {
            r.out.append("<dd>");
            r.blocks(node);
            r.out.append("</dd>\n");
        });
        add(
                map,
                FencedCodeBlock.class,
                (r, node) -> r.codeBlock(node, node.getInfo().toString().split(" ", 2)[0]));
        add(map, IndentedCodeBlock.class, (r, node) -> r.codeBlock(node, ""));
        add(
                map,
                ThematicBreak.class,
                (r, node) -> r.out.append("<hr").append(r.voidEnd()).append('\n'));
        add(map, TableBlock.class, BodyRenderer::table);
        add(map, Text.class, BodyRenderer::text);
        add(map, com.vladsch.flexmark.ast.TextBase.class, (r, node) -> r.children(node));
        add(map, HtmlEntity.class, (r, node) -> Html.escape(PlainText.unescaped(node.getChars()), r.out));
        add(map, SoftLineBreak.class, (r, node) -> r.out.append('\n'));
        add(
                map,
                HardLineBreak.class,
                (r, node) -> r.out.append("<br").append(r.voidEnd()).append('\n'));
        add(map, Emphasis.class, (r, node) -> r.inline("em", node));
        add(map, StrongEmphasis.class, (r, node) -> r.inline("strong", node));
        add(map, Strikethrough.class, (r, node) -> r.inline("del", node));
        add(map, Code.class, (r, node) -> {
            r.out.append("<code>");
            Html.escape(node.getText().toString(), r.out);
            r.out.append("</code>");
        });
        add(
                map,
                Link.class,
                (r, node) -> r.link(node, PlainText.unescaped(node.getUrl()), PlainText.unescaped(node.getTitle())));
        add(map, LinkRef.class, BodyRenderer::linkReference);
        add(map, AutoLink.class, (r, node) -> {
            r.openLink(node.getText().toString(), "");
            Html.escape(node.getText().toString(), r.out);
            r.out.append("</a>");
        });
        add(map, MailLink.class, (r, node) -> {
            r.openLink("mailto:" + node.getText(), "");
            Html.escape(node.getText().toString(), r.out);
            r.out.append("</a>");
        });
        add(map, Image.class, (r, node) -> r.image(node, PlainText.unescaped(node.getUrl())));
        add(map, ImageRef.class, BodyRenderer::imageReference);
        add(map, Footnote.class, BodyRenderer::call);
        return map;
    }

    @SuppressWarnings("unchecked")
    private static <N extends Node> void add(
            Map<Class<? extends Node>, BiConsumer<BodyRenderer, Node>> map,
            Class<N> type,
            BiConsumer<BodyRenderer, N> writer) {
        map.put(type, (BiConsumer<BodyRenderer, Node>) writer);
    }

    /** Nodes without a writer write nothing: definitions of links and notes, and comments. Raw HTML was refused before. */
    private void node(Node node) {
        BiConsumer<BodyRenderer, Node> writer = WRITERS.get(node.getClass());
        if (writer != null) {
            writer.accept(this, node);
        }
    }

    void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            node(child);
        }
    }

    /** Blocks in order. The lines that say where a table or figure comes from become part of it. */
    private void blocks(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            node(child);
            if (child instanceof TableBlock) {
                child = sourceLines(child);
                out.append("</figure>\n");
            } else if (isFigure(child)) {
                child = caption(child);
                out.append("</figure>\n");
            }
        }
    }

    /** Writes the lines after a block that belong to it, and gives the last of them. */
    private Node sourceLines(Node block) {
        Node last = block;
        marginClosed++;
        while (isSourceLine(last.getNext())) {
            last = last.getNext();
            out.append("<p class=\"source\">");
            children(last);
            out.append("</p>\n");
        }
        marginClosed--;
        return last;
    }

    /** The caption of a picture, with the lines that say where it comes from: HTML allows them nowhere else in a figure. */
    private Node caption(Node figure) {
        String caption = figure.getFirstChild() instanceof Image image ? PlainText.unescaped(image.getTitle()) : "";
        if (caption.isEmpty() && !isSourceLine(figure.getNext())) {
            return figure;
        }
        out.append("<figcaption>");
        if (!caption.isEmpty()) {
            out.append("<p class=\"caption\">").append(Html.escape(caption)).append("</p>\n");
        }
        Node last = sourceLines(figure);
        out.append("</figcaption>\n");
        return last;
    }

    private static boolean isFigure(Node node) {
        return node instanceof Paragraph
                && (node.getFirstChild() instanceof Image || node.getFirstChild() instanceof ImageRef)
                && node.getFirstChild().getNext() == null;
    }

    private static boolean isSourceLine(Node node) {
        if (!(node instanceof Paragraph) || !(node.getFirstChild() instanceof Text)) {
            return false;
        }
        String text = node.getFirstChild().getChars().toString();
        return text.startsWith("Source:")
                || text.startsWith("Sources:")
                || text.startsWith("Note:")
                || text.startsWith("Notes:");
    }

    private void element(String name, Node node) {
        out.append('<').append(name).append(">\n");
        blocks(node);
        out.append("</").append(name).append(">\n");
    }

    private void inlineElement(String name, Node node) {
        inline(name, node);
        out.append('\n');
    }

    private void inline(String name, Node node) {
        out.append('<').append(name).append('>');
        children(node);
        out.append("</").append(name).append('>');
    }

    private void heading(Heading node) {
        int level = Math.max(2, node.getLevel());
        String id = tree.headingIds().get(node);
        out.append("<h")
                .append(level)
                .append(" id=\"")
                .append(Html.escape(form.id(id)))
                .append("\">");
        marginClosed++;
        children(node);
        marginClosed--;
        if (!isPrint()) {
            String text = Html.escape(PlainText.text(node));
            out.append(" <a class=\"anchor\" href=\"#").append(Html.escape(id));
            out.append("\" aria-label=\"Link to this section: ").append(text).append("\">#</a>");
        }
        out.append("</h").append(level).append(">\n");
    }

    private void paragraph(Paragraph node) {
        if (isFigure(node)) {
            figure(node.getFirstChild());
            return;
        }
        boolean tight = tree.tight().contains(node);
        out.append(tight ? "" : "<p>");
        children(node);
        out.append(tight ? "\n" : "</p>\n");
    }

    /** Leaves the element open: {@link #blocks} adds the caption and closes it. */
    private void figure(Node image) {
        out.append("<figure class=\"figure\">");
        node(image);
        out.append('\n');
    }

    private void orderedList(OrderedList node) {
        out.append(node.getStartNumber() == 1 ? "<ol>\n" : "<ol start=\"" + node.getStartNumber() + "\">\n");
        blocks(node);
        out.append("</ol>\n");
    }

    private void listItem(ListItem node) {
        out.append("<li>");
        blocks(node);
        out.append("</li>\n");
    }

    private void codeBlock(ContentNode node, String language) {
        out.append("<pre").append(isPrint() ? "" : " tabindex=\"0\"").append("><code");
        if (!language.isEmpty()) {
            out.append(" class=\"language-").append(Html.escape(language)).append('"');
        }
        out.append('>');
        Html.escape(node.getContentChars().normalizeEOL(), out);
        out.append("</code></pre>\n");
    }

    private void table(TableBlock node) {
        marginClosed++;
        new TableRenderer(this, ++tables).render(node);
        marginClosed--;
    }

    /** The id of a table of this body. */
    String tableId(int number) {
        return form.id("page-table-" + number);
    }

    private void text(Text node) {
        String text = PlainText.unescaped(node.getChars());
        boolean endsHeading = node.getNext() == null
                && node.getParent() instanceof Heading heading
                && PlainText.explicit(heading).isPresent();
        Html.escape(endsHeading ? text.substring(0, text.lastIndexOf("{#")).stripTrailing() : text, out);
    }

    private void link(Node node, String address, String title) {
        openLink(address, title);
        children(node);
        out.append("</a>");
    }

    private void openLink(String address, String title) {
        boolean external = Site.isExternal(address);
        out.append("<a href=\"");
        if (external) {
            out.append(Html.escape(encoded(address)));
        } else {
            holes.hole(Want.LINK, address);
        }
        out.append('"');
        if (external && !isPrint()) {
            out.append(" class=\"external\"");
        }
        if (!title.isEmpty()) {
            out.append(" title=\"").append(Html.escape(title)).append('"');
        }
        // A margin note repeats its note for the eye only: nothing in it may take the focus.
        out.append(insideMarginNote ? " tabindex=\"-1\">" : ">");
    }

    /** Signs that browsers take but addresses may not hold. */
    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder();
        for (char c : address.toCharArray()) {
            boolean illegal = c <= ' ' || "\"<>\\^`{|}".indexOf(c) >= 0;
            encoded.append(illegal ? String.format(Locale.ROOT, "%%%02X", (int) c) : String.valueOf(c));
        }
        return encoded.toString();
    }

    private void linkReference(LinkRef node) {
        MarkdownTree.Definition definition = tree.definitions().get(node);
        if (definition != null) {
            link(node, definition.url(), definition.title());
        } else {
            literal(node);
        }
    }

    private void imageReference(ImageRef node) {
        MarkdownTree.Definition definition = tree.definitions().get(node);
        if (definition != null) {
            image(node, definition.url());
        } else {
            literal(node);
        }
    }

    /** Brackets that refer to nothing are just brackets. */
    private void literal(Node node) {
        BasedSequence inner = node.getChildChars();
        if (!node.hasChildren()) {
            Html.escape(PlainText.unescaped(node.getChars()), out);
            return;
        }
        Html.escape(node.getChars().prefixOf(inner).unescape(), out);
        children(node);
        Html.escape(node.getChars().suffixOf(inner).unescape(), out);
    }

    private void image(Node node, String address) {
        out.append("<img src=\"");
        holes.hole(Want.PICTURE, address);
        out.append("\" alt=\"").append(Html.escape(PlainText.text(node))).append('"');
        holes.hole(Want.PICTURE_SIZE, address);
        out.append(isPrint() ? "" : " loading=\"lazy\" decoding=\"async\"").append(voidEnd());
    }

    private void call(Footnote node) {
        MarkdownTree.Note note = notesByCall.get(node);
        if (note == null) {
            Html.escape(node.getChars().toString(), out);
        } else if (insideMarginNote) {
            out.append("<sup>").append(note.number()).append("</sup>");
        } else if (isPrint()) {
            printCall(note);
        } else {
            webCall(note, note.calls().indexOf(node) + 1);
        }
    }

    /**
     * The call must not be parted from the word before it. The printer breaks lines between any two elements that do not fit, so the
     * word keeps room for the call at its end, and the call stands in that room.
     */
    private void printCall(MarkdownTree.Note note) {
        int word = out.length();
        while (word > 0 && !Character.isWhitespace(out.charAt(word - 1)) && out.charAt(word - 1) != '>') {
            word--;
        }
        String digits = note.number() < 10 ? "one-digit" : "two-digits";
        boolean hasWord = word < out.length();
        if (hasWord) {
            out.insert(word, "<span class=\"before-note " + digits + "\">").append("</span>");
        }
        out.append("<span class=\"footnote")
                .append(hasWord ? " after-word " + digits : "")
                .append("\">");
        noteText(note.definition());
        out.append("</span>");
    }

    private void webCall(MarkdownTree.Note note, int call) {
        int number = note.number();
        out.append("<a class=\"note-call\" id=\"")
                .append(callId(number, call))
                .append("\" href=\"#fn-")
                .append(number);
        out.append("\" role=\"doc-noteref\" aria-label=\"Note ")
                .append(number)
                .append("\">")
                .append(number)
                .append("</a>");
        if (marginClosed == 0 && call == 1) {
            out.append("<span class=\"sidenote\" aria-hidden=\"true\"><span class=\"sidenote-number\">");
            out.append(number).append("</span> ");
            noteText(note.definition());
            out.append("</span>");
        }
    }

    private static String callId(int number, int call) {
        return "fnref-" + number + (call == 1 ? "" : "-" + call);
    }

    /** A note's words in one line, as the margin and the foot of a page want them. */
    private void noteText(Node definition) {
        boolean before = insideMarginNote;
        insideMarginNote = !isPrint();
        marginClosed++;
        for (Node block = definition.getFirstChild(); block != null; block = block.getNext()) {
            out.append(block.getPrevious() == null ? "" : " ");
            if (block instanceof Paragraph) {
                children(block);
            } else {
                Html.escape(PlainText.text(block), out);
            }
        }
        marginClosed--;
        insideMarginNote = before;
    }

    private void notes() {
        out.append("<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes-heading\">\n");
        out.append("<h2 id=\"notes-heading\">Notes</h2>\n<ol>\n");
        marginClosed++;
        for (MarkdownTree.Note note : tree.notes()) {
            out.append("<li id=\"fn-").append(note.number()).append("\">");
            blocks(note.definition());
            backlinks(note);
            out.append("</li>\n");
        }
        marginClosed--;
        out.append("</ol>\n</section>\n");
    }

    /** The way back, with the sign that keeps phones from drawing an emoji, stands at the end of the note's last paragraph; one for each call. */
    private void backlinks(MarkdownTree.Note note) {
        String ending = "</p>\n";
        boolean inParagraph = out.length() >= ending.length()
                && out.substring(out.length() - ending.length()).equals(ending);
        if (inParagraph) {
            out.setLength(out.length() - ending.length());
        }
        List<Node> calls = note.calls();
        for (int call = 1; call <= calls.size(); call++) {
            out.append(" <a class=\"backlink\" href=\"#").append(callId(note.number(), call));
            out.append("\" role=\"doc-backlink\" aria-label=\"Back to reference ")
                    .append(note.number());
            out.append(call == 1 ? "" : ", place " + call).append("\">↩\uFE0E</a>");
        }
        out.append(inParagraph ? ending : "");
    }
}
