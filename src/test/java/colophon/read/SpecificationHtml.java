package colophon.read;

import colophon.model.Block;
import colophon.model.Inline;
import colophon.model.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Writes a parsed text as the specifications of CommonMark and GFM write their examples. */
final class SpecificationHtml implements Block.Visitor, Inline.Visitor {
    /** What addresses may hold as it is: RFC 3986's reserved and unreserved characters, and a percent sign. */
    private static final String ADDRESS = "-_.~!*'();:@&=+$,/?#%";

    private final StringBuilder out = new StringBuilder();

    private SpecificationHtml() {}

    static String of(ParsedText text) {
        SpecificationHtml html = new SpecificationHtml();
        html.blocks(text.blocks());
        return html.out.toString();
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(block -> block.accept(this));
    }

    private void inlines(List<Inline> inlines) {
        inlines.forEach(inline -> inline.accept(this));
    }

    private void element(String name, List<Inline> content) {
        out.append('<').append(name).append('>');
        inlines(content);
        out.append("</").append(name).append('>');
    }

    private void line() {
        if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    private void escape(String text) {
        out.append(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
    }

    @Override
    public void heading(Block.Heading heading) {
        line();
        element("h" + heading.level(), heading.content());
        line();
    }

    @Override
    public void paragraph(Block.Paragraph paragraph) {
        if (paragraph.tight()) {
            inlines(paragraph.content());
            return;
        }
        line();
        element("p", paragraph.content());
        line();
    }

    @Override
    public void quote(Block.Quote quote) {
        line();
        out.append("<blockquote>\n");
        blocks(quote.blocks());
        line();
        out.append("</blockquote>\n");
    }

    @Override
    public void bulletList(Block.BulletList list) {
        line();
        out.append("<ul>\n");
        items(list.items());
        out.append("</ul>\n");
    }

    @Override
    public void numberedList(Block.NumberedList list) {
        line();
        out.append(list.first() == 1 ? "<ol>\n" : "<ol start=\"" + list.first() + "\">\n");
        items(list.items());
        out.append("</ol>\n");
    }

    private void items(List<Block.Item> items) {
        for (Block.Item item : items) {
            out.append("<li>");
            for (int i = 0; i < item.blocks().size(); i++) {
                Block block = item.blocks().get(i);
                block.accept(this);
                boolean tight = block instanceof Block.Paragraph paragraph && paragraph.tight();
                if (tight && i + 1 < item.blocks().size()) {
                    line();
                }
            }
            out.append("</li>\n");
        }
    }

    @Override
    public void definitionList(Block.DefinitionList list) {
        line();
        out.append("<dl>\n");
        for (Block.Entry entry : list.entries()) {
            if (entry instanceof Block.Term term) {
                element("dt", term.content());
            } else if (entry instanceof Block.Meaning meaning) {
                out.append("<dd>");
                blocks(meaning.blocks());
                out.append("</dd>");
            }
            line();
        }
        out.append("</dl>\n");
    }

    @Override
    public void codeBlock(Block.CodeBlock code) {
        line();
        out.append("<pre><code");
        if (!code.language().isEmpty()) {
            out.append(" class=\"language-");
            escape(code.language());
            out.append('"');
        }
        out.append('>');
        escape(code.text());
        out.append("</code></pre>\n");
    }

    @Override
    public void rule(Block.Rule rule) {
        line();
        out.append("<hr />\n");
    }

    @Override
    public void table(Block.Table table) {
        line();
        out.append("<table>\n<thead>\n");
        table.head().forEach(row -> row("th", row));
        out.append("</thead>\n");
        if (!table.body().isEmpty()) {
            out.append("<tbody>\n");
            table.body().forEach(row -> row("td", row));
            out.append("</tbody>\n");
        }
        out.append("</table>\n");
    }

    private void row(String name, Block.Row row) {
        out.append("<tr>\n");
        for (Block.Cell cell : row.cells()) {
            out.append('<').append(name);
            switch (cell.alignment()) {
                case LEFT -> out.append(" align=\"left\"");
                case RIGHT -> out.append(" align=\"right\"");
                case CENTRE -> out.append(" align=\"center\"");
                default -> out.append("");
            }
            out.append('>');
            inlines(cell.content());
            out.append("</").append(name).append(">\n");
        }
        out.append("</tr>\n");
    }

    @Override
    public void division(Block.Division division) {
        out.append("<division>\n");
        blocks(division.blocks());
        out.append("</division>\n");
    }

    @Override
    public void directive(Block.Directive directive) {
        line();
        out.append("<directive>\n");
        blocks(directive.blocks());
        out.append("</directive>\n");
    }

    @Override
    public void text(Inline.Text text) {
        escape(text.text());
        box("☐", "<input disabled=\"\" type=\"checkbox\">");
        box("☑", "<input checked=\"\" disabled=\"\" type=\"checkbox\">");
    }

    /** The box of a task, which we show as a character. */
    private void box(String box, String input) {
        int at = out.lastIndexOf("<li>" + box);
        if (at >= 0) {
            out.replace(at + "<li>".length(), at + "<li>".length() + box.length(), input);
        }
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
        element("span", span.content());
    }

    @Override
    public void styled(Inline.Styled styled) {
        element(styled.style().name().toLowerCase(Locale.ROOT), styled.content());
    }

    @Override
    public void abbreviation(Inline.Abbreviation abbreviation) {
        element("abbr", abbreviation.content());
    }

    @Override
    public void code(Inline.Code code) {
        out.append("<code>");
        escape(code.text());
        out.append("</code>");
    }

    @Override
    public void link(Inline.Link link) {
        out.append("<a href=\"");
        escape(encoded(link.address()));
        title(link.title());
        out.append("\">");
        inlines(link.content());
        out.append("</a>");
    }

    private void title(String title) {
        if (!title.isEmpty()) {
            out.append("\" title=\"");
            escape(title);
        }
    }

    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || ADDRESS.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    @Override
    public void image(Inline.Image image) {
        out.append("<img src=\"");
        escape(encoded(image.address()));
        out.append("\" alt=\"");
        escape(image.alt());
        title(PlainText.of(image.caption()));
        out.append("\" />");
    }

    @Override
    public void call(Inline.Call call) {
        out.append("[^").append(call.name()).append(']');
    }

    @Override
    public void citation(Inline.Citation citation) {
        escape(citation.text());
    }

    @Override
    public void term(Inline.Term term) {
        escape(term.text());
    }

    @Override
    public void lineBreak(Inline.LineBreak lineBreak) {
        out.append(lineBreak.hard() ? "<br />\n" : "\n");
    }
}
