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
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.model.Publication;
import colophon.output.Prints.Found;
import colophon.output.Prints.Print;
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
        Fingerprints fingerprints =
                new Fingerprints(publishing.site(), publishing.theme(), publishing.assets(), List.of(), 0);
        List<Callable<Optional<OutputFile>>> tasks = new ArrayList<>();
        for (Edition edition : publishing.site().editions()) {
            if (edition.format() == Format.PDF) {
                boolean readyMade = publishing.site().readyMade().containsKey(edition.path());
                tasks.add(() ->
                        readyMade ? look(publishing, edition) : file(publishing, edition, fingerprints.of(edition)));
            }
        }
        return Parallel.all(publishing.workers(), tasks);
    }

    /** A file that is there already, which others list. */
    private static Optional<OutputFile> look(Publishing publishing, Edition edition) {
        new ReadyMade(publishing, edition).look();
        return Optional.empty();
    }

    /** The file, printed now where that was not done before; what it holds stays with the slow files until somebody asks. */
    private static Optional<OutputFile> file(Publishing publishing, Edition edition, Fingerprint fingerprint) {
        Optional<Found> found = new Prints(publishing.slowFiles()).find(fingerprint);
        if (found.isEmpty() && !publishing.later()) {
            found = print(publishing, edition, fingerprint);
        }
        found.ifPresent(it -> it.note().problems().forEach(publishing.problems()::add));
        return found.map(Found::print)
                .map(print -> OutputFile.made(
                        edition.path(),
                        edition.work().origin().source().path(),
                        () -> fingerprint,
                        () -> bytes(publishing, edition, fingerprint, print)
                                .map(bytes -> new Made(bytes, Optional.of(fingerprint.asked(print.asked()))))));
    }

    /** What was printed; once more if it turns out to be damaged. */
    private static Optional<byte[]> bytes(
            Publishing publishing, Edition edition, Fingerprint fingerprint, Print print) {
        SlowFiles files = publishing.slowFiles();
        return files.find(print.name())
                .map(Slow::bytes)
                .or(() -> print(publishing, edition, fingerprint)
                        .flatMap(again -> files.find(again.print().name()))
                        .map(Slow::bytes));
    }

    private static Optional<Found> print(Publishing publishing, Edition edition, Fingerprint fingerprint) {
        publishing.progress().accept("making " + edition.path().fileName());
        Problems problems = new Problems();
        Printing printing = new Printing(publishing, edition, problems);
        Optional<EditionRenderer.Drawn> drawn = printing.draw();
        Optional<byte[]> pdf = drawn.map(EditionRenderer.Drawn::xhtml).flatMap(printing::print);
        if (pdf.isEmpty()) {
            problems.sorted().forEach(publishing.problems()::add);
        }
        return pdf.map(bytes -> new Prints(publishing.slowFiles())
                .keep(
                        fingerprint,
                        drawn.orElseThrow().asked(),
                        PdfMeasure.pages(bytes),
                        new Slow(bytes, problems.sorted())));
    }

    /** One document being printed. */
    private record Printing(Publishing publishing, Edition edition, Problems problems) {
        Optional<EditionRenderer.Drawn> draw() {
            return new EditionRenderer(publishing.site(), publishing.templates(), publishing.citations(), problems)
                    .render(edition);
        }

        Optional<byte[]> print(String xhtml) {
            PdfPrinter printer = new PdfPrinter(this::file);
            printer.missingGlyphs(xhtml).forEach(this::report);
            try {
                return Optional.of(printer.print(xhtml, metadata()));
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
            Source source = edition.pages().stream()
                    .map(page -> page.origin().source())
                    .filter(it -> it.text().contains(character))
                    .findFirst()
                    .orElse(edition.work().origin().source());
            int offset = source.text().indexOf(character);
            problems.add(
                    Rule.GLYPH_MISSING,
                    offset < 0 ? source.whole() : source.span(offset, offset + character.length()),
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
                    work.date().orElse(publication.date()),
                    publication.version(),
                    publishing.site().sourceDigest(edition));
        }
    }
}
