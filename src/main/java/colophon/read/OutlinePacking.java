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

    static void pack(Outline outline, Packer packed, Packer places) {
        packed.list(outline.heads(), head -> {
            packed.text(head.name()).text(head.markdown()).text(head.phrase().markup());
            pack(head.span(), places);
        });
        packed.list(outline.headings(), heading -> {
            packed.count(heading.level()).text(heading.id()).text(heading.text().markup());
            pack(heading.span(), places);
        });
        packed.list(outline.anchored(), anchor -> {
            packed.text(anchor.id()).text(anchor.text().markup());
            pack(anchor.span(), places);
        });
        packed.list(outline.links(), link -> pack(link, packed, places));
        packed.list(outline.images(), image -> pack(image, packed, places));
        packed.list(outline.items(), item -> {
            packed.text(item.kind()).flag(item.directive()).text(item.label());
            packed.text(item.title().markup());
            packed.list(item.arguments(), argument -> {
                packed.text(argument.name())
                        .text(argument.value())
                        .text(argument.text().markup());
                pack(argument.span(), places);
            });
            pack(item.span(), places);
        });
        packed.list(outline.citations(), citing -> {
            packed.list(citing.cites(), cite -> {
                packed.text(cite.key()).text(cite.prefix()).text(cite.suffix()).flag(cite.withoutAuthor());
                pack(cite.span(), places);
            });
            packed.flag(citing.inSentence())
                    .text(citing.text())
                    .count(citing.note())
                    .flag(citing.ownNote());
            pack(citing.span(), places);
        });
        packed.list(outline.terms(), packed::text);
        packed.list(outline.paragraphs(), packed::text);
    }

    /** Apart from the outline, which is not unpacked with them. */
    static void pack(Landmarks landmarks, Packer packed) {
        packed.list(landmarks.items(), mark -> pack(mark, packed));
        packed.list(landmarks.sections(), mark -> pack(mark, packed));
        packed.list(landmarks.cited(), packed::text);
        packed.list(landmarks.terms(), packed::text);
    }

    private static void pack(Mark mark, Packer packed) {
        packed.text(mark.kind())
                .flag(mark.directive())
                .text(mark.label())
                .text(mark.title().markup());
    }

    static Landmarks landmarks(Unpacker packed) {
        return new Landmarks(
                packed.list(() -> mark(packed)),
                packed.list(() -> mark(packed)),
                packed.list(packed::text),
                packed.list(packed::text));
    }

    private static Mark mark(Unpacker packed) {
        return new Mark(packed.text(), packed.flag(), packed.optionalText(), new Phrase(packed.text()));
    }

    private static void pack(Reference reference, Packer packed, Packer places) {
        packed.text(reference.target()).flag(reference.bare());
        pack(reference.span(), places);
    }

    static void pack(Span span, Packer places) {
        places.count(span.start()).count(span.end());
    }

    static Outline unpack(Unpacker packed, Unpacker places, int words, Source source) {
        return new Outline(
                packed.list(() -> new Outline.Head(
                        packed.text(), packed.text(), new Phrase(packed.text()), span(places, source))),
                packed.list(() ->
                        new Heading(packed.count(), packed.text(), new Phrase(packed.text()), span(places, source))),
                packed.list(() -> new Outline.Anchor(packed.text(), new Phrase(packed.text()), span(places, source))),
                packed.list(() -> new Reference(packed.text(), packed.flag(), span(places, source))),
                packed.list(() -> new Reference(packed.text(), packed.flag(), span(places, source))),
                packed.list(() -> new Item(
                        packed.text(),
                        packed.flag(),
                        packed.optionalText(),
                        new Phrase(packed.text()),
                        packed.list(() -> new Argument(
                                packed.text(), packed.text(), new Phrase(packed.text()), span(places, source))),
                        span(places, source))),
                packed.list(() -> new Citing(
                        packed.list(() -> new Cite(
                                packed.text(), packed.text(), packed.text(), packed.flag(), span(places, source))),
                        packed.flag(),
                        packed.text(),
                        packed.count(),
                        packed.flag(),
                        span(places, source))),
                packed.list(packed::text),
                packed.list(packed::text),
                words);
    }

    static Span span(Unpacker places, Source source) {
        return source.span(places.count(), places.count());
    }
}
