package colophon.render;

import colophon.model.Attributes;
import colophon.model.Block;
import colophon.model.Direction;
import colophon.model.EastAsian;
import colophon.model.Inline;
import colophon.model.Inline.Term.Shown;
import colophon.model.MarkdownTree;
import colophon.model.MarkdownTree.Note;
import colophon.model.MarkdownTree.NoteText;
import colophon.model.MarkdownTree.Numbered;
import colophon.model.PlainText;
import colophon.model.Prose;
import colophon.model.Prose.Form;
import colophon.model.Prose.Medium;
import colophon.model.Prose.Want;
import colophon.model.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes parsed Markdown as HTML, for the web, for print or for e-readers, with holes for what only the site knows.
 *
 * <p>One instance writes one text, once.
 */
public final class BodyRenderer implements Block.Visitor, Inline.Visitor {
    /** A picture among so many first blocks of a text is seen before anybody scrolls. */
    private static final int OPENING_BLOCKS = 2;

    private static final int SMALL_CHARS = 1024;
    private static final Map<String, Want> REFERENCE_PARTS =
            Map.of("{label}", Want.REFERENCE, "{number}", Want.REFERENCE_NUMBER, "{title}", Want.REFERENCE_TITLE);

    private final MarkdownTree tree;
    private final Form form;
    private final Typographer base;
    /** That of the language that is written now. */
    private Typographer type;

    private final Map<String, Note> notesByName = new HashMap<>();
    private Prose.Writer out = new Prose.Writer();
    private Inline.Image opening;
    private int tables;
    /** Margin notes cannot stand in tables, headings, captions or other margin notes. */
    private int marginClosed;

    private boolean insideMarginNote;
    private boolean insideReference;
    /** The address of the link that is written now. */
    private String reference = "";

    /** The direction of the block that is written now. */
    private Direction direction;

    private int noteDepth;
    /** The number of a note that the next paragraph begins with. */
    private String noteNumber = "";
    /** The numbers of the footnotes that are printed or going to be. */
    private final Set<Integer> printed = new HashSet<>();

    private final Queue<Note> printable = new ArrayDeque<>();

    private BodyRenderer(MarkdownTree tree, Form form) {
        this.tree = tree;
        this.base = Typographer.of(tree.language());
        this.type = base;
        this.direction = Direction.ofLanguage(tree.language());
        this.form = form;
        tree.notes().forEach(note -> notesByName.put(note.text().name(), note));
    }

    /** The text with its notes. */
    public static Prose prose(MarkdownTree tree, Form form) {
        BodyRenderer renderer = new BodyRenderer(tree, form);
        renderer.write();
        return renderer.out.prose();
    }

    /** A text at the head of the page, in its own place. */
    static Prose head(MarkdownTree tree, Form form, String name) {
        BodyRenderer renderer = new BodyRenderer(tree, form);
        renderer.passHeads(name);
        renderer.marginClosed++;
        renderer.phrase(tree.heads().get(name));
        return renderer.out.prose();
    }

    /** Notes which footnotes are printed with the texts at the head of the page, before one of them or with all. */
    private void passHeads(String end) {
        for (Map.Entry<String, List<Inline>> head : tree.heads().entrySet()) {
            if (!isPrint() || head.getKey().equals(end)) {
                return;
            }
            apart(() -> phrase(head.getValue()));
        }
    }

    private void write() {
        List<Block> blocks = tree.blocks();
        if (form.inline() && blocks.size() == 1 && blocks.get(0) instanceof Block.Paragraph only) {
            marginClosed++;
            phrase(only.content());
            return;
        }
        passHeads("");
        opening = opening(blocks);
        blocks(blocks);
        if (!isPrint() && !tree.notes().isEmpty()) {
            if (isWeb()) {
                notes();
            } else {
                bookNotes();
            }
        }
    }

    /** The picture that readers see before they scroll; null where there is none. */
    private static Inline.Image opening(List<Block> blocks) {
        return blocks.stream()
                .limit(OPENING_BLOCKS)
                .filter(Block.Paragraph.class::isInstance)
                .flatMap(paragraph -> ((Block.Paragraph) paragraph).figure().stream())
                .findFirst()
                .orElse(null);
    }

    private String voidEnd() {
        return form.medium().isXml() ? "/>" : ">";
    }

    /** What is written to now: a directive has a text of its own. */
    Prose.Writer out() {
        return out;
    }

    private boolean isPrint() {
        return form.medium() == Medium.PRINT;
    }

    /** Whether the text is for browsers, where it scrolls and each of its places has an address to copy. */
    boolean isWeb() {
        return form.medium() == Medium.WEB;
    }

    /** Running text that begins here and ends here. */
    void phrase(List<Inline> content) {
        inlines(type.set(content));
    }

    private void inlines(List<Inline> inlines) {
        int cut = 0;
        for (int i = 0; i < inlines.size(); i++) {
            Inline inline = inlines.get(i);
            Inline next = i + 1 < inlines.size() ? inlines.get(i + 1) : null;
            if (inline instanceof Inline.Citation citation && makesNote(citation)) {
                String behind = next instanceof Inline.Text text && !citation.inSentence() ? text.text() : "";
                cut = marks(behind);
                noted(citation, behind.substring(0, cut));
            } else if (cut > 0 && inline instanceof Inline.Text text) {
                text(new Inline.Text(text.text().substring(cut)));
                cut = 0;
            } else {
                inline.accept(this);
            }
        }
    }

    private boolean makesNote(Inline.Citation citation) {
        return noteDepth == 0 && notesByName.containsKey(MarkdownTree.noteOf(citation));
    }

    /** Stops and closing marks of quotation at the beginning of a text: the number of a note stands behind them (Chicago 18, 13.29). */
    private int marks(String text) {
        int end = 0;
        while (end < text.length()
                && (".,;:?!”’".indexOf(text.charAt(end)) >= 0 || type.closesQuotation(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** A citation that becomes the number of a note, right behind the word before it. */
    private void noted(Inline.Citation citation, String marks) {
        if (!citation.inSentence()) {
            while (out.length() > out.lastHole() && " \n".indexOf(out.charAt(out.length() - 1)) >= 0) {
                out.cut(out.length() - 1);
            }
        }
        Html.escape(marks, out);
        citation(citation);
    }

    /** The attribute of running text that is read in another direction than what it is in, with a space before it. */
    String dir(List<Inline> content) {
        return dir(direction.of(content));
    }

    private String dir(Direction own) {
        return own == direction ? "" : " dir=\"" + own.code() + "\"";
    }

    /** Writes an element with blocks in it, in the direction of most of their letters. */
    void element(String start, Direction own, String end, Runnable content) {
        out.append(start).append(dir(own)).append('>');
        within(own, content);
        out.append(end);
    }

    private void within(Direction own, Runnable content) {
        Direction around = direction;
        direction = own;
        content.run();
        direction = around;
    }

    /** Blocks in order. The lines that say where a table or figure comes from become part of it. */
    private void blocks(List<Block> blocks) {
        int next = 0;
        while (next < blocks.size()) {
            Block block = blocks.get(next++);
            block.accept(this);
            if (block instanceof Block.Table) {
                next = sourceLines(blocks, next);
                out.append("</figure>\n");
            } else if (block instanceof Block.Paragraph paragraph
                    && paragraph.figure().isPresent()) {
                next = caption(paragraph.figure().get(), blocks, next);
                out.append("</figure>\n");
            }
        }
    }

    /** Writes the lines that belong to the block before them, and gives the index after the last of them. */
    private int sourceLines(List<Block> blocks, int first) {
        int next = first;
        marginClosed++;
        while (isSourceLine(blocks, next)) {
            List<Inline> line = ((Block.Paragraph) blocks.get(next++)).content();
            out.append("<p class=\"source\"").append(dir(line)).append('>');
            phrase(line);
            out.append("</p>\n");
        }
        marginClosed--;
        return next;
    }

    /** The caption of a picture, with the lines that say where it comes from: HTML allows them nowhere else in a figure. */
    private int caption(Inline.Image image, List<Block> blocks, int first) {
        Integer place = tree.places().get(image);
        Attributes attributes = image.attributes();
        boolean told = attributes.value("source").isPresent()
                || attributes.value("credit").isPresent();
        if (place == null && !told && !isSourceLine(blocks, first)) {
            return first;
        }
        out.append("<figcaption>");
        marginClosed++;
        if (place != null) {
            out.append("<p class=\"caption\"").append(dir(image.caption())).append('>');
            number(place);
            phrase(image.caption());
            out.append("</p>\n");
        }
        attributes.content("source").ifPresent(source -> sourceLine("Source: ", source));
        attributes.content("credit").ifPresent(credit -> sourceLine("Credit: ", credit));
        marginClosed--;
        int next = sourceLines(blocks, first);
        out.append("</figcaption>\n");
        return next;
    }

    private void sourceLine(String word, List<Inline> text) {
        out.append("<p class=\"source\"").append(dir(text)).append('>').append(word);
        phrase(text);
        out.append("</p>\n");
    }

    private static boolean isSourceLine(List<Block> blocks, int index) {
        return index < blocks.size()
                && blocks.get(index) instanceof Block.Paragraph paragraph
                && paragraph.isSourceLine();
    }

    @Override
    public void heading(Block.Heading heading) {
        int level = Math.max(2, heading.level());
        String id = tree.headingIds().get(heading);
        out.append("<h").append(level).append(" id=\"");
        Html.escape(form.id(id), out);
        out.append('"').append(dir(heading.content())).append('>');
        marginClosed++;
        phrase(heading.content());
        marginClosed--;
        if (isWeb()) {
            out.append(" <a class=\"anchor\" href=\"#");
            Html.escape(id, out);
            out.append("\" aria-label=\"Link to this section: ");
            Html.escape(plain(heading.content()), out);
            out.append("\">#</a>");
        }
        out.append("</h").append(level).append(">\n");
    }

    /** The words of a heading, those in another language by the rules of that. */
    private String plain(List<Inline> content) {
        List<Inline> set = new ArrayList<>();
        for (Inline inline : type.set(content)) {
            Optional<String> language =
                    inline instanceof Inline.Span span ? span.attributes().value("lang") : Optional.empty();
            if (language.isPresent()) {
                set.addAll(Typographer.of(language.get()).set(((Inline.Span) inline).content()));
            } else {
                set.add(inline);
            }
        }
        return PlainText.of(set).strip();
    }

    @Override
    public void paragraph(Block.Paragraph paragraph) {
        if (paragraph.figure().isPresent()) {
            // Left open: whoever writes the blocks adds the caption and closes it.
            Inline.Image image = paragraph.figure().get();
            out.append("<figure class=\"figure\"");
            Integer place = tree.places().get(image);
            if (place != null) {
                out.append(" id=\"");
                Html.escape(itemId(place, image.attributes().label()), out);
                out.append('"');
            }
            out.append('>');
            image(image);
            out.append('\n');
            return;
        }
        if (isInLanguage(paragraph)) {
            Inline.Span whole = (Inline.Span) paragraph.content().get(0);
            out.append("<p")
                    .append(language(whole.attributes(), form.medium().isXml()))
                    .append('>');
            out.append(noteNumber);
            noteNumber = "";
            words(whole);
            out.append("</p>\n");
            return;
        }
        Numbered number = tree.paragraphs().get(paragraph);
        if (number != null) {
            numbered(number, dir(paragraph.content()));
        } else if (!paragraph.tight()) {
            out.append("<p").append(dir(paragraph.content())).append('>');
        }
        out.append(noteNumber);
        noteNumber = "";
        phrase(paragraph.content());
        out.append(paragraph.tight() ? "\n" : "</p>\n");
    }

    /** Whether all of a paragraph is in a language or direction of its own. */
    private boolean isInLanguage(Block.Paragraph paragraph) {
        return !paragraph.tight()
                && !tree.paragraphs().containsKey(paragraph)
                && paragraph.content().size() == 1
                && paragraph.content().get(0) instanceof Inline.Span span
                && span.attributes().label().isEmpty();
    }

    /** The beginning of a paragraph with a number, which leads to itself. */
    private void numbered(Numbered number, String dir) {
        String id = form.id(number.id());
        out.append("<p class=\"numbered\" id=\"")
                .append(id)
                .append('"')
                .append(dir)
                .append('>');
        if (!isWeb()) {
            out.append("<span class=\"paragraph-number\">")
                    .append(number.number())
                    .append("</span> ");
        } else {
            out.append("<a class=\"paragraph-number\" href=\"#").append(id).append("\" aria-label=\"Paragraph ");
            out.append(number.number()).append("\">").append(number.number()).append("</a> ");
        }
    }

    @Override
    public void quote(Block.Quote quote) {
        element("<blockquote", direction.of(quote), "</blockquote>\n", () -> {
            out.append('\n');
            blocks(quote.blocks());
        });
    }

    @Override
    public void bulletList(Block.BulletList list) {
        list("<ul", direction.of(list), list.items(), "</ul>\n");
    }

    @Override
    public void numberedList(Block.NumberedList list) {
        String start = list.first() == 1 ? "<ol" : "<ol start=\"" + list.first() + "\"";
        list(start, direction.of(list), list.items(), "</ol>\n");
    }

    private void list(String start, Direction own, List<Block.Item> items, String end) {
        element(start, own, end, () -> {
            out.append('\n');
            items.forEach(
                    item -> element("<li", direction.ofBlocks(item.blocks()), "</li>\n", () -> blocks(item.blocks())));
        });
    }

    @Override
    public void definitionList(Block.DefinitionList list) {
        element("<dl", direction.of(list), "</dl>\n", () -> {
            out.append('\n');
            list.entries().forEach(this::entry);
        });
    }

    private void entry(Block.Entry entry) {
        if (entry instanceof Block.Term term) {
            element("<dt", direction.of(term.content()), "</dt>\n", () -> phrase(term.content()));
        } else if (entry instanceof Block.Meaning meaning) {
            element("<dd", direction.ofBlocks(meaning.blocks()), "</dd>\n", () -> blocks(meaning.blocks()));
        }
    }

    @Override
    public void codeBlock(Block.CodeBlock code) {
        out.append("<pre")
                .append(dir(Direction.LTR))
                .append(isWeb() ? " tabindex=\"0\"" : "")
                .append("><code");
        if (!code.language().isEmpty()) {
            out.append(" class=\"language-");
            Html.escape(code.language(), out);
            out.append('"');
        }
        out.append('>');
        Html.escape(code.text(), out);
        out.append("</code></pre>\n");
    }

    @Override
    public void rule(Block.Rule rule) {
        out.append("<hr").append(voidEnd()).append('\n');
    }

    @Override
    public void table(Block.Table table) {
        marginClosed++;
        new TableRenderer(this, ++tables).render(table, direction.of(table));
        marginClosed--;
    }

    /** The id of a table of this body. */
    String tableId(Block.Table table, int number) {
        Integer place = tree.places().get(table);
        return place == null ? form.id("page-table-" + number) : itemId(place, table.label());
    }

    /** As {@link Outline#id} has it. */
    private String itemId(int place, Optional<String> label) {
        return form.id(label.orElse("page-item-" + (place + 1)));
    }

    /** The number of a table before its caption. */
    void number(Block.Table table) {
        number(tree.places().get(table));
    }

    private void number(int place) {
        out.hole(Want.NUMBER, Integer.toString(place));
    }

    @Override
    public void directive(Block.Directive directive) {
        Map<String, Prose> texts = new TreeMap<>();
        marginClosed++;
        for (Attributes.Argument argument : directive.attributes().arguments()) {
            if (argument.isText()) {
                texts.put(argument.name(), apart(() -> phrase(argument.content())));
            }
        }
        marginClosed--;
        Prose inside = apart(() -> blocks(directive.blocks()));
        out.directive(tree.places().get(directive), inside, texts);
    }

    /** What is written in a text of its own. */
    private Prose apart(Runnable writing) {
        Prose.Writer around = out;
        out = new Prose.Writer(SMALL_CHARS);
        writing.run();
        Prose apart = out.prose();
        out = around;
        return apart;
    }

    @Override
    public void citation(Inline.Citation citation) {
        Note note = makesNote(citation) ? notesByName.get(MarkdownTree.noteOf(citation)) : null;
        String place = Integer.toString(tree.places().get(citation));
        if (note == null) {
            out.hole(insideMarginNote ? Want.MARGIN_CITATION : Want.CITATION, place);
        } else if (citation.inSentence()) {
            out.hole(Want.CITED_AUTHOR, place);
        }
        if (note != null) {
            call(note.calls().get(0));
        }
    }

    @Override
    public void text(Inline.Text text) {
        if (insideReference && text.text().indexOf('{') >= 0) {
            referenceText(text.text());
        } else {
            Html.escape(text.text(), out);
        }
    }

    /** The text of a link with {@code {number}} or {@code {title}} in it. */
    private void referenceText(String text) {
        int done = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            for (Map.Entry<String, Want> part : REFERENCE_PARTS.entrySet()) {
                if (text.startsWith(part.getKey(), open)) {
                    Html.escape(text.substring(done, open), out);
                    out.hole(part.getValue(), reference);
                    done = open + part.getKey().length();
                }
            }
        }
        Html.escape(text.substring(done), out);
    }

    @Override
    public void term(Inline.Term term) {
        Shown shown = term.shown();
        if (shown == Shown.ABBREVIATED) {
            abbreviation(term, term.whole());
            return;
        }
        if (!isPrint()) {
            out.append("<a class=\"term\" href=\"");
            out.hole(Want.TERM, term.id());
            out.append(insideMarginNote ? "\" tabindex=\"-1\">" : "\">");
        }
        Html.escape(type.set(shown == Shown.LINKED ? term.text() : term.whole()), out);
        out.append(isPrint() ? "" : "</a>");
        if (shown != Shown.LINKED) {
            String brackets = brackets(term);
            out.append(brackets.substring(0, brackets.length() - 1));
            abbreviation(term, "");
            out.append(brackets.charAt(brackets.length() - 1));
        }
    }

    /** What an abbreviation after its meaning is put in; the last character closes it. */
    private static String brackets(Inline.Term term) {
        boolean isEastAsian =
                EastAsian.isWide(term.whole().codePointBefore(term.whole().length()));
        if (term.shown() == Shown.EXPANDED) {
            return isEastAsian ? "（）" : " ()";
        }
        return isEastAsian ? "［］" : " []";
    }

    /** On paper nothing tells an abbreviation from other words. */
    private void abbreviation(Inline.Term term, String title) {
        if (!isPrint()) {
            out.append(title.isEmpty() ? "<abbr" : "<abbr title=\"");
            Html.escape(type.set(title), out);
            out.append(title.isEmpty() ? ">" : "\">");
        }
        Html.escape(type.set(term.text()), out);
        out.append(isPrint() ? "" : "</abbr>");
    }

    @Override
    public void emphasis(Inline.Emphasis emphasis) {
        element("em", emphasis.content());
    }

    @Override
    public void strong(Inline.Strong strong) {
        element("strong", strong.content());
    }

    @Override
    public void struck(Inline.Struck struck) {
        element("del", struck.content());
    }

    @Override
    public void span(Inline.Span span) {
        out.append("<span");
        if (span.attributes().label().isPresent() && !insideMarginNote) {
            out.append(" id=\"");
            Html.escape(form.id(span.attributes().label().get()), out);
            out.append('"');
        }
        out.append(language(span.attributes(), form.medium().isXml())).append('>');
        words(span);
        out.append("</span>");
    }

    /** The words of a span by the rules of their own language. */
    private void words(Inline.Span span) {
        inLanguage(span.attributes(), () -> {
            boolean isForeign = span.attributes().value("lang").isPresent();
            inlines(isForeign ? type.set(span.content()) : span.content());
        });
    }

    private void inLanguage(Attributes attributes, Runnable writing) {
        Typographer around = type;
        type = attributes.value("lang").map(Typographer::of).orElse(around);
        writing.run();
        type = around;
    }

    @Override
    public void division(Block.Division division) {
        Attributes attributes = division.attributes();
        Direction own = attributes
                .value("dir")
                .flatMap(Direction::ofCode)
                .or(() -> attributes.value("lang").map(Direction::ofLanguage))
                .orElseGet(() -> direction.ofBlocks(division.blocks()));
        out.append("<div").append(language(attributes, form.medium().isXml())).append(">\n");
        inLanguage(attributes, () -> within(own, () -> blocks(division.blocks())));
        out.append("</div>\n");
    }

    /** The language and the direction that an author gives some words, with a space before them. */
    static String language(Attributes attributes, boolean isXml) {
        StringBuilder written = new StringBuilder();
        Optional<String> language = attributes.value("lang");
        language.ifPresent(it -> {
            String value = "=\"" + Html.escape(it) + "\"";
            written.append(" lang").append(value).append(isXml ? " xml:lang" + value : "");
        });
        attributes
                .value("dir")
                .or(() -> language.map(it -> Direction.ofLanguage(it).code()))
                .ifPresent(
                        it -> written.append(" dir=\"").append(Html.escape(it)).append('"'));
        return written.toString();
    }

    @Override
    public void styled(Inline.Styled styled) {
        element(element(styled.style()), styled.content());
    }

    /** The name of the element for a style. */
    static String element(Inline.Styled.Style style) {
        return switch (style) {
            case SUBSCRIPT -> "sub";
            case SUPERSCRIPT -> "sup";
            case KEYBOARD -> "kbd";
        };
    }

    @Override
    public void abbreviation(Inline.Abbreviation abbreviation) {
        out.append("<abbr");
        if (!abbreviation.whole().isEmpty()) {
            out.append(" title=\"");
            Html.escape(abbreviation.whole(), out);
            out.append('"');
        }
        out.append('>');
        inlines(abbreviation.content());
        out.append("</abbr>");
    }

    private void element(String name, List<Inline> content) {
        out.append('<').append(name).append('>');
        inlines(content);
        out.append("</").append(name).append('>');
    }

    @Override
    public void code(Inline.Code code) {
        out.append("<code").append(dir(Direction.LTR)).append('>');
        Html.escape(code.text(), out);
        out.append("</code>");
    }

    @Override
    public void lineBreak(Inline.LineBreak lineBreak) {
        if (lineBreak.hard()) {
            out.append("<br").append(voidEnd());
        }
        out.append('\n');
    }

    @Override
    public void link(Inline.Link link) {
        boolean external = Site.isExternal(link.address());
        boolean inBrackets = isPrint() && out.endsWith("(");
        out.append("<a href=\"");
        if (external) {
            Html.escape(encoded(link.address()), out);
        } else {
            out.hole(Want.LINK, link.address());
        }
        out.append('"');
        boolean isReference = !external && link.address().indexOf('#') >= 0;
        if (external && isWeb()) {
            out.append(" class=\"external\"");
        } else if (isReference && link.content().isEmpty()) {
            out.append(" class=\"reference\"");
        }
        if (!link.title().isEmpty()) {
            out.append(" title=\"");
            Html.escape(type.set(link.title()), out);
            out.append('"');
        }
        // A margin note repeats its note for the eye only: nothing in it may take the focus.
        out.append(insideMarginNote ? " tabindex=\"-1\">" : ">");
        if (link.content().isEmpty()) {
            out.hole(Want.REFERENCE, link.address());
            if (isPrint()) {
                out.hole(inBrackets ? Want.PAGE_WITHIN : Want.PAGE, link.address());
            }
        }
        insideReference = isReference;
        reference = link.address();
        inlines(link.content());
        insideReference = false;
        out.append("</a>");
    }

    /** Signs that browsers take but addresses may not hold. */
    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c <= ' ' || "\"<>\\^`{|}".indexOf(c) >= 0) {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    @Override
    public void image(Inline.Image image) {
        if (isWeb()) {
            out.hole(Want.PICTURE_START, image.address());
        }
        out.append("<img src=\"");
        out.hole(Want.PICTURE, image.address());
        out.append("\" alt=\"");
        Html.escape(type.set(image.alt()), out);
        out.append('"');
        out.hole(Want.PICTURE_SIZE, image.address());
        if (!isWeb()) {
            out.append("/>");
            return;
        }
        out.hole(Want.PICTURE_WIDTHS, image.address());
        out.append(image == opening ? " fetchpriority=\"high\">" : " loading=\"lazy\" decoding=\"async\">");
        out.hole(Want.PICTURE_END, image.address());
    }

    @Override
    public void call(Inline.Call call) {
        Note note = notesByName.get(call.name());
        if (note == null) {
            Html.escape("[^" + call.name() + "]", out);
        } else if (insideMarginNote) {
            out.append("<sup>").append(note.number()).append("</sup>");
        } else if (isPrint()) {
            printCall(note, number(call, note));
        } else {
            linkedCall(note, number(call, note));
        }
    }

    /**
     * The reference, and after it the footnote, which the printer sets at the foot of the page. One that is first referenced in another
     * footnote follows that, with the number it has everywhere.
     */
    private void printCall(Note note, int call) {
        out.append("<a class=\"note-call\" id=\"").append(form.id(callId(note.number(), call)));
        out.append("\" href=\"#").append(form.id("fn-" + note.number())).append("\">");
        out.append(note.number()).append("</a>");
        if (!printed.add(note.number())) {
            return;
        }
        printable.add(note);
        while (noteDepth == 0 && !printable.isEmpty()) {
            printNote(printable.remove());
        }
    }

    private void printNote(Note note) {
        out.append("<div class=\"footnote\" id=\"")
                .append(form.id("fn-" + note.number()))
                .append("\">");
        Typographer around = type;
        type = base;
        marginClosed++;
        noteDepth++;
        numberedBlocks(note, "<span class=\"note-number\">" + note.number() + "</span>\u2002");
        noteDepth--;
        marginClosed--;
        type = around;
        out.append("</div>");
    }

    /** The blocks of a footnote; its number begins the first, or has a line of its own above what is not a paragraph. */
    private void numberedBlocks(Note note, String number) {
        noteNumber = number;
        List<Block> blocks = note.text().blocks();
        if (blocks.isEmpty() || !(blocks.get(0) instanceof Block.Paragraph first) || !isWords(first)) {
            out.append("<p>").append(noteNumber).append("</p>\n");
            noteNumber = "";
        }
        blocks(blocks);
    }

    private void linkedCall(Note note, int call) {
        int number = note.number();
        out.append("<a class=\"note-call\" id=\"")
                .append(callId(number, call))
                .append("\" href=\"#fn-")
                .append(number);
        // A number after a number would be read as one with it.
        out.append('"').append(dir(Direction.LTR)).append(isWeb() ? "" : " epub:type=\"noteref\"");
        out.append(" role=\"doc-noteref\" aria-label=\"Note ")
                .append(number)
                .append("\">")
                .append(number)
                .append("</a>");
        if (isWeb() && marginClosed == 0 && call == 1) {
            Direction own = direction.ofBlocks(note.text().blocks());
            out.append("<span class=\"sidenote\" aria-hidden=\"true\"").append(dir(own));
            out.append("><span class=\"sidenote-number\">");
            out.append(number).append("</span> ");
            noteText(note.text());
            out.append("</span>");
        }
    }

    /** Of a call among those of its note, from 1. */
    private static int number(Inline.Call call, Note note) {
        int number = 1;
        while (note.calls().get(number - 1).start() != call.start()) {
            number++;
        }
        return number;
    }

    private static String callId(int number, int call) {
        return "fnref-" + number + (call == 1 ? "" : "-" + call);
    }

    /** A note's words in one line, as the margin and the foot of a page want them. */
    private void noteText(NoteText note) {
        boolean before = insideMarginNote;
        Typographer around = type;
        type = base;
        insideMarginNote = isWeb();
        marginClosed++;
        noteDepth++;
        line(note.blocks());
        noteDepth--;
        marginClosed--;
        insideMarginNote = before;
        type = around;
    }

    /** Blocks in one line, with a space between them. */
    private void line(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            out.append(i == 0 ? "" : " ");
            line(blocks.get(i));
        }
    }

    private void line(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            phrase(paragraph.content());
        } else if (block instanceof Block.Quote quote) {
            line(quote.blocks());
        } else if (block instanceof Block.BulletList list) {
            items(list.items());
        } else if (block instanceof Block.NumberedList list) {
            items(list.items());
        } else {
            Html.escape(type.set(PlainText.of(block)), out);
        }
    }

    private void items(List<Block.Item> items) {
        for (int i = 0; i < items.size(); i++) {
            out.append(i == 0 ? "" : " ");
            line(items.get(i).blocks());
        }
    }

    private void notes() {
        out.append("<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes-heading\">\n");
        out.append("<h2 id=\"notes-heading\">Notes</h2>\n<ol>\n");
        marginClosed++;
        noteDepth++;
        for (Note note : tree.notes()) {
            out.append("<li id=\"fn-").append(note.number()).append("\">");
            blocks(note.text().blocks());
            backlinks(note);
            out.append("</li>\n");
        }
        noteDepth--;
        marginClosed--;
        out.append("</ol>\n</section>\n");
    }

    /** Notes as e-readers know them: each by itself, so that it can be shown beside its call. */
    private void bookNotes() {
        out.append("<section class=\"notes\" epub:type=\"footnotes\" aria-labelledby=\"notes-heading\">\n");
        out.append("<h2 id=\"notes-heading\">Notes</h2>\n");
        noteDepth++;
        for (Note note : tree.notes()) {
            out.append("<aside id=\"fn-").append(note.number());
            out.append("\" class=\"footnote\" epub:type=\"footnote\" role=\"doc-footnote\">\n");
            numberedBlocks(note, "<span class=\"note-number\">" + note.number() + ".</span> ");
            backlinks(note);
            out.append("</aside>\n");
        }
        noteDepth--;
        out.append("</section>\n");
    }

    private static boolean isWords(Block.Paragraph paragraph) {
        return paragraph.figure().isEmpty() && !paragraph.tight();
    }

    /** The way back, with the sign that keeps phones from drawing an emoji, stands at the end of the note's last paragraph; one for each call. */
    private void backlinks(Note note) {
        String ending = "</p>\n";
        boolean inParagraph = out.endsWith(ending);
        if (inParagraph) {
            out.cut(out.length() - ending.length());
        } else if (!isWeb()) {
            out.append("<p>");
        }
        for (int call = 1; call <= note.calls().size(); call++) {
            out.append(" <a class=\"backlink\" href=\"#").append(callId(note.number(), call));
            out.append("\" role=\"doc-backlink\" aria-label=\"Back to reference ")
                    .append(note.number());
            out.append(call == 1 ? "" : ", place " + call).append("\">↩\uFE0E</a>");
        }
        out.append(inParagraph || !isWeb() ? ending : "");
    }
}
