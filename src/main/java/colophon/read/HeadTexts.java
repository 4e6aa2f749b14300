package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.model.Inline;
import colophon.model.Outline;
import colophon.model.Phrase;
import colophon.model.TextWalk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the texts at the head of a page. Those with citations, footnotes or links are gathered together with the text below them. */
final class HeadTexts {
    private final MarkdownReader markdown;
    private final Problems problems;
    private final Map<String, HeadText> texts = new LinkedHashMap<>();

    HeadTexts(MarkdownReader markdown, Problems problems) {
        this.markdown = markdown;
        this.problems = problems;
    }

    /**
     * Reads a field.
     *
     * @param name what it is called among the texts of this page
     * @param isTitle whether menus show it, where nothing is known of the other pages
     */
    void read(String name, String field, Fields fields, boolean required, boolean isTitle) {
        fields.line(field, required).ifPresent(text -> {
            HeadText head = HeadText.read(name, text, fields.span(field), problems);
            texts.put(name, new Limits(field, isTitle, head).kept());
        });
    }

    /** Those that only their own place can show as they are. */
    List<HeadText> rich() {
        List<HeadText> rich = new ArrayList<>();
        texts.values().stream()
                .filter(text -> new Richness().of(text.content()))
                .forEach(rich::add);
        return rich;
    }

    /** A text for all other places; empty where there is none. */
    Phrase phrase(String name, Outline outline) {
        HeadText text = texts.get(name);
        return text == null
                ? Phrase.EMPTY
                : outline.head(name).map(Outline.Head::phrase).orElseGet(() -> markdown.phrase(text.content()));
    }

    /** Finds what is more than words with emphasis. */
    private static final class Richness extends TextWalk {
        private boolean found;

        boolean of(List<Inline> content) {
            inlines(content);
            return found;
        }

        @Override
        public void call(Inline.Call call) {
            found = true;
        }

        @Override
        public void citation(Inline.Citation citation) {
            found = true;
        }

        @Override
        public void link(Inline.Link link) {
            found = true;
        }

        @Override
        public void span(Inline.Span span) {
            found = true;
        }
    }

    /** Finds what cannot be shown. */
    private final class Limits extends TextWalk {
        private final String field;
        private final boolean isTitle;
        private final HeadText text;
        private final Set<Inline> refused = Collections.newSetFromMap(new IdentityHashMap<>());

        Limits(String field, boolean isTitle, HeadText text) {
            this.field = field;
            this.isTitle = isTitle;
            this.text = text;
        }

        /** The text without what was reported, so that nobody else reports it too. */
        HeadText kept() {
            inlines(text.content());
            List<Inline> kept = text.content().stream()
                    .filter(inline -> !refused.contains(inline))
                    .toList();
            return new HeadText(text.name(), text.markdown(), text.span(), kept, text.notes());
        }

        @Override
        public void image(Inline.Image image) {
            refuse(image, image.start(), image.end(), "an image", "put the image into the text of the page");
        }

        @Override
        public void citation(Inline.Citation citation) {
            if (isTitle && citation.inSentence()) {
                String key = citation.cites().get(0).key();
                refuse(
                        citation,
                        citation.start(),
                        citation.end(),
                        "a citation that is a part of the sentence: menus show it too, without citations",
                        "write the name and [-@" + key + "] after it; for an at sign write \\@");
            }
        }

        @Override
        public void link(Inline.Link link) {
            boolean isFilled =
                    link.content().isEmpty() || link.content().toString().contains("{");
            if (isTitle && isFilled) {
                refuse(
                        link,
                        link.start(),
                        link.end(),
                        "a reference without words of its own: menus show it too",
                        "write its words between the brackets");
            }
            super.link(link);
        }

        private void refuse(Inline inline, int start, int end, String what, String help) {
            refused.add(inline);
            Span place = text.place(start, end);
            problems.add(Rule.FIELD_INVALID, place, "the field \"" + field + "\" cannot hold " + what, help);
        }
    }
}
