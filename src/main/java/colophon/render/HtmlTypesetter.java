package colophon.render;

import colophon.model.Inline;
import colophon.model.MarkdownTree;
import colophon.model.Phrase;
import colophon.model.Prose;
import java.util.List;
import java.util.Map;

/** Writes what was parsed as HTML. */
public final class HtmlTypesetter implements MarkdownTree.Typesetter {
    @Override
    public Prose set(MarkdownTree tree, Prose.Form form) {
        return BodyRenderer.prose(tree, form);
    }

    @Override
    public Prose head(MarkdownTree tree, Prose.Form form, String name) {
        return BodyRenderer.head(tree, form, name);
    }

    @Override
    public Phrase head(List<Inline> content, String language, Map<Object, Integer> places) {
        return PhraseRenderer.head(content, language, places);
    }

    @Override
    public Phrase phrase(List<Inline> content, String language, Map<Object, Integer> places) {
        return PhraseRenderer.phrase(content, language, places);
    }
}
