package colophon.read;

import colophon.cache.Packer;
import colophon.cache.Unpacker;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Outline;
import colophon.model.Outline.Argument;
import colophon.model.Outline.Cite;
import colophon.model.Outline.Citing;
import colophon.model.Outline.Heading;
import colophon.model.Outline.Item;
import colophon.model.Outline.Reference;

/** An {@link Outline} as bytes, for another process. */
final class OutlinePacking {
    private OutlinePacking() {}

    static void pack(Outline outline, Packer out) {
        out.count(outline.words());
        out.list(outline.headings(), heading -> {
            out.count(heading.level()).text(heading.id()).text(heading.text());
            pack(heading.span(), out);
        });
        out.list(outline.links(), link -> pack(link, out));
        out.list(outline.images(), image -> pack(image, out));
        out.list(outline.items(), item -> {
            out.text(item.kind()).flag(item.directive()).text(item.label()).text(item.title());
            out.list(item.arguments(), argument -> {
                out.text(argument.name()).text(argument.value());
                pack(argument.span(), out);
            });
            pack(item.span(), out);
        });
        out.list(outline.citations(), citing -> {
            out.list(citing.cites(), cite -> {
                out.text(cite.key()).text(cite.prefix()).text(cite.suffix()).flag(cite.withoutAuthor());
                pack(cite.span(), out);
            });
            out.flag(citing.inSentence())
                    .text(citing.text())
                    .count(citing.note())
                    .flag(citing.ownNote());
            pack(citing.span(), out);
        });
    }

    private static void pack(Reference reference, Packer out) {
        out.text(reference.target()).flag(reference.bare());
        pack(reference.span(), out);
    }

    private static void pack(Span span, Packer out) {
        out.count(span.start()).count(span.end());
    }

    static Outline unpack(Unpacker in, Source source) {
        int words = in.count();
        return new Outline(
                in.list(() -> new Heading(in.count(), in.text(), in.text(), span(in, source))),
                in.list(() -> new Reference(in.text(), in.flag(), span(in, source))),
                in.list(() -> new Reference(in.text(), in.flag(), span(in, source))),
                in.list(() -> new Item(
                        in.text(),
                        in.flag(),
                        in.optionalText(),
                        in.text(),
                        in.list(() -> new Argument(in.text(), in.text(), span(in, source))),
                        span(in, source))),
                in.list(() -> new Citing(
                        in.list(() -> new Cite(in.text(), in.text(), in.text(), in.flag(), span(in, source))),
                        in.flag(),
                        in.text(),
                        in.count(),
                        in.flag(),
                        span(in, source))),
                words);
    }

    private static Span span(Unpacker in, Source source) {
        return source.span(in.count(), in.count());
    }
}
