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
     * @param numbered whether its paragraphs have numbers
     */
    Body read(Source source, int start, boolean numbered) {
        Gatherer gatherer = gather(source, start, numbered, problems);
        return gatherer.body(start, () -> again(source, start, numbered)).written(gatherer.tree());
    }

    /** A text that was read before, with what was gathered from it then. */
    Body remembered(Source source, int start, Outline outline) {
        boolean numbered = !outline.paragraphs().isEmpty();
        return new Body(start, outline, () -> again(source, start, numbered), typesetter);
    }

    private MarkdownTree again(Source source, int start, boolean numbered) {
        return gather(source, start, numbered, new Problems()).tree();
    }

    private Gatherer gather(Source source, int start, boolean numbered, Problems problems) {
        Gatherer gatherer = gather(source.text(), start, new Body.Place(source, Optional.empty()), problems);
        return numbered ? gatherer.numberParagraphs() : gatherer;
    }

    /** Reads the value of a field. YAML may have folded it, so its problems are placed at the field. */
    Body readField(String markdown, Span place) {
        Body.Place field = new Body.Place(place.source(), Optional.of(place));
        Gatherer gatherer = gather(markdown, 0, field, problems);
        MarkdownTree tree = gatherer.tree();
        return gatherer.body(0, () -> tree);
    }

    /** What a page or a publication is called. */
    Titles titles(Fields fields, boolean hasShorter, boolean hasSubtitle) {
        return new Titles(
                fields.requiredPhrase("title", this),
                hasShorter ? fields.phrase("short-title", this) : Optional.empty(),
                hasSubtitle ? fields.phrase("subtitle", this) : Optional.empty());
    }

    /** Reads the value of a field that is one line of Markdown, and reports what cannot be shown wherever it is. */
    Phrase readPhrase(String name, String markdown, Span place) {
        Body.Place field = new Body.Place(place.source(), Optional.of(place));
        List<Inline> content = FlexmarkReader.readPhrase(markdown, field, problems);
        List<Inline> shown = new PhraseCheck(name, place, problems).of(content);
        return typesetter.phrase(shown, style.language(), Map.of());
    }

    private Gatherer gather(String text, int start, Body.Place place, Problems problems) {
        ParsedText parsed = FlexmarkReader.read(text, start, place, problems);
        return Gatherer.of(TermMarker.mark(parsed, style.glossary()), style, typesetter, place, problems);
    }
}
