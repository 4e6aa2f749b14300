package colophon.read;

import colophon.cache.Packer;
import colophon.cache.Unpacker;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Landmarks;
import colophon.model.Landmarks.Mark;
import colophon.model.Outline;
import colophon.model.Outline.Argument;
import colophon.model.Outline.Cite;
import colophon.model.Outline.Citing;
import colophon.model.Outline.Heading;
import colophon.model.Outline.Item;
import colophon.model.Outline.Reference;
import colophon.model.Phrase;

/**
 * An {@link Outline} as bytes, for another process: what was gathered, and apart from it where that stands. An edit moves all that comes
 * after it, and no other page can tell.
 */
final class OutlinePacking {
    private OutlinePacking() {}

    static void pack(Outline outline, Packer told, Packer places) {
        told.list(outline.heads(), head -> {
            told.text(head.name()).text(head.markdown()).text(head.phrase().markup());
            pack(head.span(), places);
        });
        told.list(outline.headings(), heading -> {
            told.count(heading.level()).text(heading.id()).text(heading.text().markup());
            pack(heading.span(), places);
        });
        told.list(outline.anchored(), anchor -> {
            told.text(anchor.id()).text(anchor.text().markup());
            pack(anchor.span(), places);
        });
        told.list(outline.links(), link -> pack(link, told, places));
        told.list(outline.images(), image -> pack(image, told, places));
        told.list(outline.items(), item -> {
            told.text(item.kind()).flag(item.directive()).text(item.label());
            told.text(item.title().markup());
            told.list(item.arguments(), argument -> {
                told.text(argument.name())
                        .text(argument.value())
                        .text(argument.text().markup());
                pack(argument.span(), places);
            });
            pack(item.span(), places);
        });
        told.list(outline.citations(), citing -> {
            told.list(citing.cites(), cite -> {
                told.text(cite.key()).text(cite.prefix()).text(cite.suffix()).flag(cite.withoutAuthor());
                pack(cite.span(), places);
            });
            told.flag(citing.inSentence())
                    .text(citing.text())
                    .count(citing.note())
                    .flag(citing.ownNote());
            pack(citing.span(), places);
        });
        told.list(outline.terms(), told::text);
        told.list(outline.paragraphs(), told::text);
    }

    /** Apart from the outline, which is not unpacked with them. */
    static void pack(Landmarks landmarks, Packer told) {
        told.list(landmarks.items(), mark -> pack(mark, told));
        told.list(landmarks.sections(), mark -> pack(mark, told));
        told.list(landmarks.cited(), told::text);
        told.list(landmarks.terms(), told::text);
    }

    private static void pack(Mark mark, Packer told) {
        told.text(mark.kind())
                .flag(mark.directive())
                .text(mark.label())
                .text(mark.title().markup());
    }

    static Landmarks landmarks(Unpacker told) {
        return new Landmarks(
                told.list(() -> mark(told)), told.list(() -> mark(told)), told.list(told::text), told.list(told::text));
    }

    private static Mark mark(Unpacker told) {
        return new Mark(told.text(), told.flag(), told.optionalText(), new Phrase(told.text()));
    }

    private static void pack(Reference reference, Packer told, Packer places) {
        told.text(reference.target()).flag(reference.bare());
        pack(reference.span(), places);
    }

    static void pack(Span span, Packer places) {
        places.count(span.start()).count(span.end());
    }

    static Outline unpack(Unpacker told, Unpacker places, int words, Source source) {
        return new Outline(
                told.list(() ->
                        new Outline.Head(told.text(), told.text(), new Phrase(told.text()), span(places, source))),
                told.list(() -> new Heading(told.count(), told.text(), new Phrase(told.text()), span(places, source))),
                told.list(() -> new Outline.Anchor(told.text(), new Phrase(told.text()), span(places, source))),
                told.list(() -> new Reference(told.text(), told.flag(), span(places, source))),
                told.list(() -> new Reference(told.text(), told.flag(), span(places, source))),
                told.list(() -> new Item(
                        told.text(),
                        told.flag(),
                        told.optionalText(),
                        new Phrase(told.text()),
                        told.list(() ->
                                new Argument(told.text(), told.text(), new Phrase(told.text()), span(places, source))),
                        span(places, source))),
                told.list(() -> new Citing(
                        told.list(() ->
                                new Cite(told.text(), told.text(), told.text(), told.flag(), span(places, source))),
                        told.flag(),
                        told.text(),
                        told.count(),
                        told.flag(),
                        span(places, source))),
                told.list(told::text),
                told.list(told::text),
                words);
    }

    static Span span(Unpacker places, Source source) {
        return source.span(places.count(), places.count());
    }
}
