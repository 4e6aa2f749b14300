package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Body;
import colophon.model.HouseStyle;
import colophon.model.Inline;
import colophon.model.MarkdownTree;
import colophon.model.MarkdownTree.Typesetter;
import colophon.model.Outline;
import colophon.model.Phrase;
import colophon.model.Titles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parses Markdown and gathers what other stages need to know of it: headings, links, pictures, notes. Nothing is rendered here.
 */
final class MarkdownReader {
    private final HouseStyle style;
    private final Typesetter typesetter;
    private final Problems problems;

    /**
     * @param style how texts are set
     * @param typesetter writes what was parsed as HTML
     */
    MarkdownReader(HouseStyle style, Typesetter typesetter, Problems problems) {
        this.style = style;
        this.typesetter = typesetter;
        this.problems = problems;
    }

    /** How texts are set. */
    HouseStyle style() {
        return style;
    }

    /**
     * Reads a file's text from an offset on, and writes it for the web: thousands of trees would fill the memory.
     *
     * @param heads the texts before it that have citations, notes or links
     * @param numbered whether its paragraphs have numbers
     */
    Body read(Source source, int start, List<HeadText> heads, boolean numbered) {
        Gatherer gatherer = gather(source, start, heads, numbered, problems);
        List<Outline.Head> outlines = gatherer.heads();
        return gatherer.body(start, () -> again(source, start, outlines, numbered))
                .written(gatherer.tree());
    }

    /** A text that was read before, with what was gathered from it then. */
    Body remembered(Source source, int start, Outline outline) {
        boolean numbered = !outline.paragraphs().isEmpty();
        return new Body(start, outline, () -> again(source, start, outline.heads(), numbered), typesetter);
    }

    private MarkdownTree again(Source source, int start, List<Outline.Head> heads, boolean numbered) {
        List<HeadText> texts = heads.stream()
                .map(head -> HeadText.read(head.name(), head.markdown(), head.span(), new Problems()))
                .toList();
        return gather(source, start, texts, numbered, new Problems()).tree();
    }

    private Gatherer gather(Source source, int start, List<HeadText> heads, boolean numbered, Problems problems) {
        Gatherer gatherer = gather(source.text(), start, heads, new Body.Place(source, Optional.empty()), problems);
        return numbered ? gatherer.numberParagraphs() : gatherer;
    }

    /** Reads the value of a field. YAML may have folded it, so its problems are placed at the field. */
    Body readField(String markdown, Span place) {
        Body.Place field = new Body.Place(place.source(), Optional.of(place));
        Gatherer gatherer = gather(markdown, 0, List.of(), field, problems);
        MarkdownTree tree = gatherer.tree();
        return gatherer.body(0, () -> tree);
    }

    /** What a publication is called. */
    Titles titles(Fields fields) {
        return new Titles(fields.requiredPhrase("title", this), Optional.empty(), fields.phrase("subtitle", this));
    }

    /** Reads the value of a field that is one line of Markdown, and reports what cannot be shown wherever it is. */
    Phrase readPhrase(String name, String markdown, Span place) {
        Body.Place field = new Body.Place(place.source(), Optional.of(place));
        List<Inline> content =
                FlexmarkReader.readPhrase(markdown, 0, field, problems).content();
        return phrase(new PhraseCheck(name, place, problems).of(content));
    }

    /** Words with emphasis for any place. */
    Phrase phrase(List<Inline> content) {
        return typesetter.phrase(content, style.language(), Map.of());
    }

    private Gatherer gather(String text, int start, List<HeadText> heads, Body.Place place, Problems problems) {
        ParsedText parsed = FlexmarkReader.read(text, start, place, problems).below(heads);
        return Gatherer.of(TermMarker.mark(parsed, style.glossary()), style, typesetter, place, problems);
    }
}
