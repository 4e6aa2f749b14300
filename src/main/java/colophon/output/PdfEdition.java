package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Contributor;
import colophon.model.Digest;
import colophon.model.Fingerprint;
import colophon.model.InputFile;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Publication;
import colophon.model.Site;
import colophon.model.SitePath;
import colophon.output.SlowFiles.Slow;
import colophon.render.EditionRenderer;
import colophon.render.Fingerprints;
import colophon.render.PrintedSvg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.xml.sax.SAXException;

/** The report with its case studies, and the brief, as PDF files, unless there is a ready-made one. */
final class PdfEdition implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        List<Callable<Optional<OutputFile>>> tasks = new ArrayList<>();
        documents(publishing.site()).forEach((path, document) -> tasks.add(() -> print(publishing, document, path)));
        return Parallel.all(publishing.workers(), tasks);
    }

    /** Whether a file of that name is made here. */
    static boolean makes(SitePath path, Site site) {
        return documents(site).containsKey(path);
    }

    /** Some pages in one file, for the page of a work. */
    private record Document(List<Page> pages, Page work) {}

    private static Map<SitePath, Document> documents(Site site) {
        Map<SitePath, Document> documents = new LinkedHashMap<>();
        List<Page> parts = Stream.of(PageKind.CHAPTER, PageKind.CASE_STUDY)
                .flatMap(kind -> site.pages(kind).stream())
                .toList();
        if (!parts.isEmpty()) {
            Page landing = site.page(PageKind.LANDING).orElseThrow();
            documents.put(site.publication().reportPdf(), new Document(parts, landing));
        }
        site.page(PageKind.BRIEF)
                .ifPresent(page -> documents.put(site.publication().briefPdf(), new Document(List.of(page), page)));
        documents.keySet().removeAll(site.readyMade().keySet());
        return documents;
    }

    private static Optional<OutputFile> print(Publishing publishing, Document document, SitePath path) {
        Fingerprint fingerprint = new Fingerprints(
                        publishing.site(), publishing.theme(), publishing.assets(), List.of())
                .of(document.pages(), document.work());
        String name = "pdf-" + Digest.hex(fingerprint.digest());
        Optional<Slow> slow = publishing.slowFiles().find(name);
        if (slow.isEmpty() && !publishing.later()) {
            publishing.progress().accept("making " + path.fileName());
            Problems problems = new Problems();
            slow = new Printing(publishing, document.pages(), document.work(), path, problems)
                    .pdf()
                    .map(pdf -> new Slow(pdf, problems.sorted()));
            if (slow.isEmpty()) {
                problems.sorted().forEach(publishing.problems()::add);
            }
            slow.ifPresent(made -> publishing.slowFiles().keep(name, made));
        }
        slow.ifPresent(found -> found.problems().forEach(publishing.problems()::add));
        return slow.map(found -> OutputFile.of(
                path, found.bytes(), document.work().origin().source().path()));
    }

    /** One document being printed. */
    private record Printing(Publishing publishing, List<Page> pages, Page work, SitePath path, Problems problems) {
        Optional<byte[]> pdf() {
            return new EditionRenderer(publishing.site(), publishing.templates(), publishing.citations(), problems)
                    .render(pages, work, path)
                    .flatMap(this::print);
        }

        private Optional<byte[]> print(String xhtml) {
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
            Source source = pages.stream()
                    .map(page -> page.origin().source())
                    .filter(it -> it.text().contains(character))
                    .findFirst()
                    .orElse(work.origin().source());
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
            boolean whole = work.kind() == PageKind.LANDING;
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
