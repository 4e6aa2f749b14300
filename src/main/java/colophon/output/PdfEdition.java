package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Contributor;
import colophon.model.Digest;
import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.Fingerprint;
import colophon.model.InputFile;
import colophon.model.OutputFile;
import colophon.model.Page;
import colophon.model.Publication;
import colophon.output.SlowFiles.Slow;
import colophon.render.EditionRenderer;
import colophon.render.Fingerprints;
import colophon.render.PrintedSvg;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xml.sax.SAXException;

/** The report with its case studies, the brief, and each case study, as PDF files. */
final class PdfEdition {
    /** A finished file, and where its pages begin; that is told of the report only. */
    record Printed(OutputFile file, PrintedPages pages) {}

    private static final Slow NO_PAGES = new Slow(PrintedPages.none().pack(), List.of());

    private PdfEdition() {}

    /** The printed file; nothing when it cannot be made, or is left for later. */
    static Optional<Printed> print(Publishing publishing, Edition edition) {
        Fingerprint fingerprint =
                new Fingerprints(publishing.site(), publishing.theme(), publishing.assets(), List.of()).of(edition);
        String name = "pdf-" + Digest.hex(fingerprint.digest());
        String pagesName = "printed-" + Digest.hex(fingerprint.digest());
        Optional<Slow> slow = publishing.slowFiles().find(name);
        Optional<Slow> pages = edition.isReport() ? publishing.slowFiles().find(pagesName) : Optional.of(NO_PAGES);
        if ((slow.isEmpty() || pages.isEmpty()) && !publishing.later()) {
            publishing.progress().accept("making " + edition.path().fileName());
            Problems problems = new Problems();
            Printing printing = new Printing(publishing, edition, problems);
            slow = printing.pdf().map(pdf -> new Slow(pdf, problems.sorted()));
            if (slow.isEmpty()) {
                problems.sorted().forEach(publishing.problems()::add);
            }
            slow.ifPresent(made -> publishing.slowFiles().keep(name, made));
            if (edition.isReport() && slow.isPresent()) {
                pages = Optional.of(new Slow(printing.pages.pack(), List.of()));
                publishing.slowFiles().keep(pagesName, pages.get());
            }
        }
        if (slow.isEmpty() || pages.isEmpty()) {
            return Optional.empty();
        }
        slow.get().problems().forEach(publishing.problems()::add);
        return Optional.of(new Printed(
                OutputFile.of(
                        edition.path(),
                        slow.get().bytes(),
                        edition.work().origin().source().path()),
                PrintedPages.unpack(pages.get().bytes())));
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

        Optional<byte[]> pdf() {
            return new EditionRenderer(publishing.site(), publishing.templates(), publishing.citations(), problems)
                    .render(edition)
                    .flatMap(this::print);
        }

        private Optional<byte[]> print(String xhtml) {
            PdfPrinter printer = new PdfPrinter(this::file);
            printer.missingGlyphs(xhtml).forEach(this::report);
            try {
                return Optional.of(printer.print(xhtml, metadata(), look(), found -> pages = found));
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
                        .filter(name -> name.endsWith(".svg"))
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

        private void report(int codePoint) {
            String character = Character.toString(codePoint);
            problems.add(
                    Rule.GLYPH_MISSING,
                    new GlyphPlaces(publishing.site(), edition).find(character),
                    String.format(
                            Locale.ROOT, "no font of the PDF has the character \"%s\" (U+%04X)", character, codePoint),
                    "write it in another way, or offer a ready-made PDF in content/downloads/");
        }

        private PdfMetadata metadata() {
            Publication publication = publishing.site().publication();
            boolean whole = edition.isReport();
            Page work = edition.work();
            List<Contributor> authors = whole || work.authors().isEmpty() ? publication.authors() : work.authors();
            return new PdfMetadata(
                    whole ? publication.fullTitle() : work.title(),
                    authors.stream().map(Contributor::name).toList(),
                    whole ? publication.kind().orElse("") : work.summary(),
                    whole ? publication.keywords() : work.keywords(),
                    publication.language(),
                    work.date().orElse(publication.date()));
        }
    }
}
