package colophon.model;

import java.util.List;

/** A walk over a whole text in reading order. Whoever wants to see something overrides the method for it. */
public abstract class TextWalk implements Block.Visitor, Inline.Visitor {
    public final void blocks(List<Block> blocks) {
        for (Block block : blocks) {
            block.accept(this);
        }
    }

    public final void inlines(List<Inline> inlines) {
        for (Inline inline : inlines) {
            inline.accept(this);
        }
    }

    @Override
    public void heading(Block.Heading heading) {
        inlines(heading.content());
    }

    @Override
    public void paragraph(Block.Paragraph paragraph) {
        inlines(paragraph.content());
    }

    @Override
    public void quote(Block.Quote quote) {
        blocks(quote.blocks());
    }

    @Override
    public void bulletList(Block.BulletList list) {
        list.items().forEach(item -> blocks(item.blocks()));
    }

    @Override
    public void numberedList(Block.NumberedList list) {
        list.items().forEach(item -> blocks(item.blocks()));
    }

    @Override
    public void definitionList(Block.DefinitionList list) {
        for (Block.Entry entry : list.entries()) {
            if (entry instanceof Block.Term term) {
                inlines(term.content());
            } else if (entry instanceof Block.Meaning meaning) {
                blocks(meaning.blocks());
            }
        }
    }

    @Override
    public void codeBlock(Block.CodeBlock code) {
        // There is nothing in it but its text.
    }

    @Override
    public void rule(Block.Rule rule) {
        // There is nothing in it.
    }

    @Override
    public void table(Block.Table table) {
        table.caption().ifPresent(this::inlines);
        for (List<Block.Row> rows : List.of(table.head(), table.body())) {
            rows.forEach(row -> row.cells().forEach(cell -> inlines(cell.content())));
        }
    }

    @Override
    public void division(Block.Division division) {
        blocks(division.blocks());
    }

    @Override
    public void directive(Block.Directive directive) {
        arguments(directive.attributes());
        blocks(directive.blocks());
    }

    /** The arguments that are Markdown. */
    protected final void arguments(Attributes attributes) {
        attributes.arguments().forEach(argument -> inlines(argument.content()));
    }

    @Override
    public void text(Inline.Text text) {
        // There is nothing in it but its words.
    }

    @Override
    public void emphasis(Inline.Emphasis emphasis) {
        inlines(emphasis.content());
    }

    @Override
    public void strong(Inline.Strong strong) {
        inlines(strong.content());
    }

    @Override
    public void struck(Inline.Struck struck) {
        inlines(struck.content());
    }

    @Override
    public void span(Inline.Span span) {
        inlines(span.content());
    }

    @Override
    public void styled(Inline.Styled styled) {
        inlines(styled.content());
    }

    @Override
    public void abbreviation(Inline.Abbreviation abbreviation) {
        inlines(abbreviation.content());
    }

    @Override
    public void code(Inline.Code code) {
        // There is nothing in it but its text.
    }

    @Override
    public void link(Inline.Link link) {
        inlines(link.content());
    }

    @Override
    public void image(Inline.Image image) {
        inlines(image.caption());
        arguments(image.attributes());
    }

    @Override
    public void call(Inline.Call call) {
        // What it calls stands elsewhere.
    }

    @Override
    public void citation(Inline.Citation citation) {
        // What it says is found out when it is formatted.
    }

    @Override
    public void term(Inline.Term term) {
        // There is nothing in it but its words.
    }

    @Override
    public void lineBreak(Inline.LineBreak lineBreak) {
        // There is nothing in it.
    }
}
