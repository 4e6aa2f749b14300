package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.model.Inline;
import colophon.model.TextWalk;
import java.util.List;

/**
 * Finds what a title or summary cannot hold: it is also shown in menus, lists and cards, where nothing can be looked up. Words may have
 * emphasis, and an address may be shown.
 */
final class PhraseCheck extends TextWalk {
    private final String field;
    private final Span place;
    private final Problems problems;
    private boolean found;

    PhraseCheck(String field, Span place, Problems problems) {
        this.field = field;
        this.place = place;
        this.problems = problems;
    }

    /** What can be shown: the text itself, or nothing of one in which something was found. */
    List<Inline> of(List<Inline> content) {
        inlines(content);
        return found ? List.of() : content;
    }

    @Override
    public void call(Inline.Call call) {
        refuse("a footnote", "put the footnote into the text of the page");
    }

    @Override
    public void citation(Inline.Citation citation) {
        refuse("a citation", "cite in the text of the page; for an at sign write \\@");
    }

    @Override
    public void image(Inline.Image image) {
        refuse("an image", "put the image into the text of the page");
    }

    @Override
    public void link(Inline.Link link) {
        boolean isAddress = link.content().size() == 1
                && link.content().get(0) instanceof Inline.Text text
                && link.address().endsWith(text.text());
        if (!isAddress) {
            refuse("a link", "put the link into the text of the page, and write only its words here");
        }
    }

    private void refuse(String what, String help) {
        found = true;
        problems.add(Rule.FIELD_INVALID, place, "the field \"" + field + "\" cannot hold " + what, help);
    }
}
