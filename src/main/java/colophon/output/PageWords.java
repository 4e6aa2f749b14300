package colophon.output;

import colophon.model.Block;
import colophon.model.Inline;
import colophon.model.MarkdownTree;
import colophon.model.Page;
import colophon.model.Phrase;
import colophon.model.TextWalk;
import java.util.ArrayList;
import java.util.List;

/**
 * The words that an author wrote on a page, as the pieces that every edition prints as they are written: a paragraph, a cell, a caption,
 * or what is between two things that an edition writes in its own words, such as citations, references and the numbers of footnotes.
 */
final class PageWords extends TextWalk {
    private static final String TIMELINE = "timeline";

    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();
    private boolean inTimeline;

    private PageWords() {}

    static List<String> of(Page page) {
        PageWords words = new PageWords();
        words.whole(page.titles().title());
        page.caseStudy()
                .ifPresent(study -> study.facts().forEach(fact -> {
                    words.whole(fact.label());
                    words.whole(fact.value());
                }));
        page.body().ifPresent(body -> {
            MarkdownTree tree = body.tree();
            words.blocks(tree.blocks());
            tree.notes().forEach(note -> words.blocks(note.text().blocks()));
        });
        return words.pieces;
    }

    /** What only the site knows of it is printed in other words. */
    private void whole(Phrase phrase) {
        for (String part :
                phrase.text(slot -> String.valueOf(WordRuns.BLOCK_END)).split(String.valueOf(WordRuns.BLOCK_END))) {
            piece.append(part);
            end();
        }
    }

    private void whole(List<Inline> content) {
        inlines(content);
        end();
    }

    /** What comes now may be printed in other words, or elsewhere. */
    private void end() {
        if (piece.length() > 0) {
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }

    @Override
    public void heading(Block.Heading heading) {
        whole(heading.content());
    }

    @Override
    public void paragraph(Block.Paragraph paragraph) {
        whole(paragraph.content());
    }

    @Override
    public void definitionList(Block.DefinitionList list) {
        for (Block.Entry entry : list.entries()) {
            if (entry instanceof Block.Meaning meaning) {
                blocks(meaning.blocks());
            } else if (entry instanceof Block.Term term && !inTimeline) {
                whole(term.content());
            }
        }
    }

    @Override
    public void table(Block.Table table) {
        table.caption().ifPresent(this::whole);
        for (List<Block.Row> rows : List.of(table.head(), table.body())) {
            rows.forEach(row -> row.cells().forEach(cell -> whole(cell.content())));
        }
    }

    @Override
    public void codeBlock(Block.CodeBlock code) {
        piece.append(code.text());
        end();
    }

    /**
     * What its arguments are for, only its template knows: a title may be the name of a frame. The dates of a timeline are printed as its
     * language writes them.
     */
    @Override
    public void directive(Block.Directive directive) {
        boolean before = inTimeline;
        inTimeline = directive.name().equals(TIMELINE);
        blocks(directive.blocks());
        inTimeline = before;
    }

    @Override
    public void text(Inline.Text text) {
        piece.append(text.text());
    }

    @Override
    public void code(Inline.Code code) {
        piece.append(code.text());
    }

    @Override
    public void lineBreak(Inline.LineBreak lineBreak) {
        piece.append(' ');
    }

    /** The number of the page it leads to is printed after a link; one with braces is filled in. */
    @Override
    public void link(Inline.Link link) {
        end();
        if (!link.content().toString().contains("{")) {
            inlines(link.content());
        }
        end();
    }

    @Override
    public void image(Inline.Image image) {
        end();
        whole(image.caption());
    }

    @Override
    public void call(Inline.Call call) {
        end();
    }

    @Override
    public void citation(Inline.Citation citation) {
        end();
    }

    /** The first time, what an abbreviation stands for is before it. */
    @Override
    public void term(Inline.Term term) {
        end();
        piece.append(term.text());
        end();
    }
}
