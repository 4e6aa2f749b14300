package colophon.render;

import colophon.model.Inline;
import colophon.model.MarkdownTree;
import colophon.model.Phrase;
import colophon.model.Phrase.Kind;
import colophon.model.Prose;
import colophon.model.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes running text as a {@link Phrase}: without footnotes, and with the words of links only. */
final class PhraseRenderer implements Inline.Visitor {
    private static final Map<String, Kind> REFERENCE_PARTS =
            Map.of("{label}", Kind.REFERENCE, "{number}", Kind.REFERENCE_NUMBER, "{title}", Kind.REFERENCE_TITLE);
    private static final int USUAL_CHARS = 256;

    private final Map<Object, Integer> places;
    private Typographer type;
    private final Prose.Writer out = new Prose.Writer(USUAL_CHARS);
    /** The address of the reference whose words are written now; empty outside of one. */
    private String reference = "";

    /** Whether citations are shown that are no part of a sentence. */
    private final boolean citing;

    private PhraseRenderer(String language, Map<Object, Integer> places, boolean citing) {
        this.citing = citing;
        this.type = Typographer.of(language);
        this.places = places;
    }

    /** @param places those of the citations, by identity, as in {@link MarkdownTree} */
    static Phrase phrase(List<Inline> content, String language, Map<Object, Integer> places) {
        return new PhraseRenderer(language, places, true).of(content);
    }

    /** A title or summary, which is shown where there is no list of references. */
    static Phrase head(List<Inline> content, String language, Map<Object, Integer> places) {
        return new PhraseRenderer(language, places, false).of(content);
    }

    private Phrase of(List<Inline> content) {
        inlines(type.set(content));
        return new Phrase(out.toString().strip());
    }

    private void inlines(List<Inline> content) {
        content.forEach(inline -> inline.accept(this));
    }

    @Override
    public void text(Inline.Text text) {
        String words = withoutMarks(text.text());
        int done = 0;
        for (int open = reference.isEmpty() ? -1 : words.indexOf('{'); open >= 0; open = words.indexOf('{', open + 1)) {
            for (Map.Entry<String, Kind> part : REFERENCE_PARTS.entrySet()) {
                if (words.startsWith(part.getKey(), open)) {
                    Html.escape(words.substring(done, open), out);
                    out.append(Phrase.slot(part.getValue(), reference));
                    done = open + part.getKey().length();
                }
            }
        }
        Html.escape(words.substring(done), out);
    }

    /** No text can look like a slot. */
    private static String withoutMarks(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Phrase.isMark(text.charAt(i))) {
                return text.replaceAll("[\uFDD0\uFDD1]", "\uFFFD");
            }
        }
        return text;
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

    /** Its label is where the caption or heading is. */
    @Override
    public void span(Inline.Span span) {
        String open = BodyRenderer.language(span.attributes(), true);
        out.append(open.isEmpty() ? "" : "<span" + open + ">");
        Typographer around = type;
        Optional<String> language = span.attributes().value("lang");
        type = language.map(Typographer::of).orElse(around);
        inlines(language.isPresent() ? type.set(span.content()) : span.content());
        type = around;
        out.append(open.isEmpty() ? "" : "</span>");
    }

    @Override
    public void styled(Inline.Styled styled) {
        element(BodyRenderer.element(styled.style()), styled.content());
    }

    @Override
    public void abbreviation(Inline.Abbreviation abbreviation) {
        inlines(abbreviation.content());
    }

    private void element(String name, List<Inline> content) {
        out.append('<').append(name).append('>');
        inlines(content);
        out.append("</").append(name).append('>');
    }

    @Override
    public void code(Inline.Code code) {
        out.append("<code>");
        Html.escape(withoutMarks(code.text()), out);
        out.append("</code>");
    }

    @Override
    public void link(Inline.Link link) {
        boolean external = Site.isExternal(link.address());
        if (link.content().isEmpty() && !external) {
            out.append(Phrase.slot(Kind.REFERENCE, link.address()));
        }
        reference = !external && link.address().indexOf('#') >= 0 ? link.address() : "";
        inlines(link.content());
        reference = "";
    }

    @Override
    public void image(Inline.Image image) {
        Html.escape(type.set(withoutMarks(image.alt())), out);
    }

    @Override
    public void call(Inline.Call call) {
        leaveOut();
    }

    /** What is shown in its own place only: no two spaces are left here. */
    private void leaveOut() {
        if (out.endsWith(" ")) {
            out.cut(out.length() - 1);
        }
    }

    @Override
    public void citation(Inline.Citation citation) {
        if (!citing && !citation.inSentence()) {
            leaveOut();
        } else {
            Kind kind = citing ? Kind.CITATION : Kind.AUTHOR;
            out.append(Phrase.slot(kind, Integer.toString(places.get(citation))));
        }
    }

    @Override
    public void term(Inline.Term term) {
        Html.escape(type.set(withoutMarks(term.text())), out);
    }

    @Override
    public void lineBreak(Inline.LineBreak lineBreak) {
        out.append(lineBreak.hard() ? "<br/>" : " ");
    }
}
