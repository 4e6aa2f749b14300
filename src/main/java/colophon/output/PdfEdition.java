package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Contributor;
import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.Fingerprint;
import colophon.model.InputFile;
import colophon.model.OutputFile;
import colophon.model.OutputFile.Made;
import colophon.model.Page;
import colophon.model.Picture;
import colophon.model.Publication;
import colophon.output.Prints.Found;
import colophon.output.Prints.Print;
import colophon.output.SlowFiles.Slow;
import colophon.render.EditionRenderer;
import colophon.render.PrintedSvg;
import java.util.List;
import java.util.Optional;
import org.xml.sax.SAXException;

/** The report with its case studies, the brief, and each case study, as PDF files. */
final class PdfEdition {
    /** A file, and where its pages begin; that is told of the report only. */
    record Printed(OutputFile file, PrintedPages pages) {}

    private PdfEdition() {}

    /**
     * The file, printed now where that was not done before; what it holds stays with the slow files until somebody asks. Nothing when it
     * cannot be made, or is left for later.
     */
    static Optional<Printed> file(Publishing publishing, Edition edition, Fingerprint fingerprint, TypeCases types) {
        SlowFiles files = publishing.slowFiles();
        Optional<Found> found = new Prints(files)
                .find(fingerprint)
                .filter(it -> !tellsPages(edition) || files.has(pagesName(it.print())));
        if (found.isEmpty() && !publishing.later()) {
            found = print(publishing, edition, fingerprint, types);
        }
        found.ifPresent(it -> it.note().problems().forEach(publishing.problems()::add));
        return found.map(Found::print)
                .map(print -> new Printed(
                        OutputFile.made(
                                edition.path(),
                                edition.work().origin().source().path(),
                                () -> fingerprint,
                                () -> bytes(publishing, edition, fingerprint, print)
                                        .map(bytes -> new Made(bytes, Optional.of(fingerprint.asked(print.asked()))))),
                        pages(files, edition, print)));
    }

    private static boolean tellsPages(Edition edition) {
        return edition.isReport() && edition.format() == Format.PDF;
    }

    private static String pagesName(Print print) {
        return "pages-of-" + print.name();
    }

    private static PrintedPages pages(SlowFiles files, Edition edition, Print print) {
        return tellsPages(edition)
                ? files.find(pagesName(print))
                        .map(Slow::bytes)
                        .map(PrintedPages::unpack)
                        .orElse(PrintedPages.none())
                : PrintedPages.none();
    }

    /** What was printed; once more if it turns out to be damaged. */
    private static Optional<byte[]> bytes(
            Publishing publishing, Edition edition, Fingerprint fingerprint, Print print) {
        SlowFiles files = publishing.slowFiles();
        return files.find(print.name())
                .map(Slow::bytes)
                .or(() -> print(publishing, edition, fingerprint, new TypeCases(publishing.theme()))
                        .flatMap(again -> files.find(again.print().name()))
                        .map(Slow::bytes));
    }

    private static Optional<Found> print(
            Publishing publishing, Edition edition, Fingerprint fingerprint, TypeCases types) {
        publishing.progress().accept("making " + edition.path().fileName());
        Problems problems = new Problems();
        Printing printing = new Printing(publishing, edition, problems);
        Optional<EditionRenderer.Drawn> drawn = printing.draw();
        Optional<byte[]> pdf = drawn.map(EditionRenderer.Drawn::xhtml).flatMap(xhtml -> printing.print(xhtml, types));
        if (pdf.isEmpty()) {
            problems.sorted().forEach(publishing.problems()::add);
        }
        return pdf.map(bytes -> {
            SlowFiles files = publishing.slowFiles();
            Slow file = new Slow(bytes, problems.sorted());
            Found found =
                    new Prints(files).keep(fingerprint, drawn.orElseThrow().asked(), PdfMeasure.pages(bytes), file);
            if (tellsPages(edition)) {
                files.keep(pagesName(found.print()), new Slow(printing.pages.pack(), List.of()));
            }
            return found;
        });
    }

    /** One document being printed. */
    private static final class Printing {
        private final Publishing publishing;
        private final Edition edition;
        private final Problems problems;
        private PrintedPages pages = PrintedPages.none();

        Printing(Publishing publishing, Edition edition, Problems problems) {
            this.publishing = publishing;
            this.edition = edition;
            this.problems = problems;
        }

        Optional<EditionRenderer.Drawn> draw() {
            return new EditionRenderer(
                            publishing.site(),
                            publishing.templates(),
                            publishing.citations().within(edition.pages()),
                            problems)
                    .render(edition);
        }

        Optional<byte[]> print(String xhtml, TypeCases types) {
            TypeCase type = types.take();
            PdfPrinter printer = new PdfPrinter(this::file, type);
            GlyphPlaces places = new GlyphPlaces(publishing.site(), publishing.theme(), edition);
            PrintedEdition printed = new PrintedEdition(edition, places, problems);
            new MissingGlyphs(places, problems).report(printer.missingGlyphs(xhtml));
            try {
                byte[] pdf = printer.print(xhtml, metadata(), look(), printed);
                pages = printed.pages();
                types.putBack(type);
                return Optional.of(pdf);
            } catch (SAXException e) {
                Source template = publishing.theme().templates().get(EditionRenderer.TEMPLATE);
                problems.add(
                        Rule.TEMPLATE_INVALID,
                        template.whole(),
                        "what the template gives is not well-formed XML: " + e.getMessage(),
                        "close every element, and write <br/> and <img …/>");
                return Optional.empty();
            } catch (RuntimeException | StackOverflowError failure) {
                List<String> pictures = publishing.site().attachments().keySet().stream()
                        .filter(Picture::isDrawn)
                        .toList();
                List<String> undrawable = printer.undrawable(pictures);
                if (undrawable.isEmpty()) {
                    throw failure;
                }
                undrawable.forEach(name -> problems.add(
                        Rule.IMAGE_UNUSABLE,
                        Source.ofFile("content/" + name).whole(),
                        "this picture cannot be drawn in the PDF",
                        "save it as plain SVG, without scripts, foreign objects and imports, or as PNG"));
                return Optional.empty();
            }
        }

        private PdfLook look() {
            return new PdfLook(publishing.site().publication().print().black(), edition.format() == Format.PRESS);
        }

        /** A picture of the content, or a style sheet or font of the theme. */
        private byte[] file(String name) {
            Optional<byte[]> picture = PrintedSvg.drawing(name).or(() -> PictureFiles.find(name, publishing));
            if (picture.isPresent()) {
                return picture.get();
            }
            InputFile asset = publishing.theme().assets().get(name);
            return asset == null ? null : asset.bytes();
        }

        private PdfMetadata metadata() {
            Publication publication = publishing.site().publication();
            boolean whole = edition.isReport();
            Page work = edition.work();
            List<Contributor> authors = whole || work.authors().isEmpty() ? publication.authors() : work.authors();
            return new PdfMetadata(
                    whole ? publication.fullTitle() : work.title(),
                    authors.stream().map(Contributor::name).toList(),
                    whole
                            ? publication.kind().orElse("")
                            : publishing.citations().text(work.summary(), work),
                    whole ? publication.keywords() : work.keywords(),
                    publication.language(),
                    work.date().orElse(publication.date()).firstDay(),
                    publication.version(),
                    publishing.site().sourceDigest(edition));
        }
    }
}
