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
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.model.Publication;
import colophon.output.SlowFiles.Slow;
import colophon.render.EditionRenderer;
import colophon.render.Fingerprints;
import colophon.render.PrintedSvg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xml.sax.SAXException;

/** The report with its case studies, the brief, and each case study, as PDF files, unless there is a ready-made one. */
final class PdfEdition implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        List<Callable<Optional<OutputFile>>> tasks = new ArrayList<>();
        publishing.site().editions().stream()
                .filter(edition -> edition.format().isPdf())
                .filter(edition -> !publishing.site().readyMade().containsKey(edition.path()))
                .forEach(edition -> tasks.add(() -> print(publishing, edition)));
        return Parallel.all(publishing.workers(), tasks);
    }

    private static Optional<OutputFile> print(Publishing publishing, Edition edition) {
        Fingerprint fingerprint =
                new Fingerprints(publishing.site(), publishing.theme(), publishing.assets(), List.of()).of(edition);
        String name = "pdf-" + Digest.hex(fingerprint.digest());
        Optional<Slow> slow = publishing.slowFiles().find(name);
        if (slow.isEmpty() && !publishing.later()) {
            publishing.progress().accept("making " + edition.path().fileName());
            Problems problems = new Problems();
            slow = new Printing(publishing, edition, problems).pdf().map(pdf -> new Slow(pdf, problems.sorted()));
            if (slow.isEmpty()) {
                problems.sorted().forEach(publishing.problems()::add);
            }
            slow.ifPresent(made -> publishing.slowFiles().keep(name, made));
        }
        slow.ifPresent(found -> found.problems().forEach(publishing.problems()::add));
        return slow.map(found -> OutputFile.of(
                edition.path(), found.bytes(), edition.work().origin().source().path()));
    }

    /** One document being printed. */
    private record Printing(Publishing publishing, Edition edition, Problems problems) {
        Optional<byte[]> pdf() {
            return new EditionRenderer(publishing.site(), publishing.templates(), publishing.citations(), problems)
                    .render(edition)
                    .flatMap(this::print);
        }

        private Optional<byte[]> print(String xhtml) {
            PdfPrinter printer = new PdfPrinter(this::file);
            printer.missingGlyphs(xhtml).forEach(this::report);
            try {
                return Optional.of(printer.print(xhtml, metadata(), look()));
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
