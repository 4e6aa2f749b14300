package colophon.output;

import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Contributor;
import colophon.model.InputFile;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Publication;
import colophon.model.Site;
import colophon.model.SitePath;
import colophon.render.EditionRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.xml.sax.SAXException;

/** The report with its case studies, and the brief, as PDF files, unless there is a ready-made one. */
final class PdfEdition implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        Site site = publishing.site();
        List<Callable<Optional<OutputFile>>> tasks = new ArrayList<>();
        List<Page> parts = Stream.of(PageKind.CHAPTER, PageKind.CASE_STUDY)
                .flatMap(kind -> site.pages(kind).stream())
                .toList();
        SitePath report = site.publication().reportPdf();
        if (!parts.isEmpty() && !site.readyMade().containsKey(report)) {
            tasks.add(() -> print(publishing, parts, site.page(PageKind.LANDING).orElseThrow(), report));
        }
        SitePath brief = site.publication().briefPdf();
        if (!site.readyMade().containsKey(brief)) {
            site.page(PageKind.BRIEF).ifPresent(page -> tasks.add(() -> print(publishing, List.of(page), page, brief)));
        }
        return Parallel.all(publishing.workers(), tasks);
    }

    private static Optional<OutputFile> print(Publishing publishing, List<Page> pages, Page work, SitePath path) {
        publishing.progress().accept("making " + path.fileName());
        Optional<String> xhtml = new EditionRenderer(publishing.site(), publishing.templates(), publishing.problems())
                .render(pages, work, path);
        return xhtml.flatMap(text -> print(publishing, text, pages, work))
                .map(pdf -> new OutputFile(path, pdf, work.origin().source().path()));
    }

    private static Optional<byte[]> print(Publishing publishing, String xhtml, List<Page> pages, Page work) {
        PdfPrinter printer = new PdfPrinter(name -> file(publishing, name));
        printer.missingGlyphs(xhtml).forEach(character -> report(publishing, pages, work, character));
        try {
            return Optional.of(printer.print(xhtml, metadata(publishing.site().publication(), work)));
        } catch (SAXException e) {
            Source template = publishing.theme().templates().get(EditionRenderer.TEMPLATE);
            publishing
                    .problems()
                    .add(
                            Rule.TEMPLATE_INVALID,
                            template.whole(),
                            "what the template gives is not well-formed XML: " + e.getMessage(),
                            "close every element, and write <br/> and <img …/>");
            return Optional.empty();
        } catch (RuntimeException failure) {
            List<String> pictures = publishing.site().attachments().keySet().stream()
                    .filter(name -> name.endsWith(".svg"))
                    .toList();
            List<String> undrawable = printer.undrawable(pictures);
            if (undrawable.isEmpty()) {
                throw failure;
            }
            undrawable.forEach(name -> publishing
                    .problems()
                    .add(
                            Rule.IMAGE_UNUSABLE,
                            Source.ofFile("content/" + name).whole(),
                            "this picture cannot be drawn in the PDF",
                            "save it as plain SVG, without scripts, foreign objects and imports, or as PNG"));
            return Optional.empty();
        }
    }

    /** A picture of the content, or a style sheet or font of the theme. */
    private static byte[] file(Publishing publishing, String name) {
        Site.Attachment picture = publishing.site().attachments().get(name);
        if (picture != null) {
            return picture.bytes();
        }
        InputFile asset = publishing.theme().assets().get(name);
        return asset == null ? null : asset.bytes();
    }

    private static void report(Publishing publishing, List<Page> pages, Page work, int codePoint) {
        String character = Character.toString(codePoint);
        Source source = pages.stream()
                .map(page -> page.origin().source())
                .filter(it -> it.text().contains(character))
                .findFirst()
                .orElse(work.origin().source());
        int offset = source.text().indexOf(character);
        publishing
                .problems()
                .add(
                        Rule.GLYPH_MISSING,
                        offset < 0 ? source.whole() : source.span(offset, offset + character.length()),
                        String.format(
                                Locale.ROOT,
                                "no font of the PDF has the character \"%s\" (U+%04X)",
                                character,
                                codePoint),
                        "write it in another way, or offer a ready-made PDF in content/downloads/");
    }

    private static PdfMetadata metadata(Publication publication, Page work) {
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
