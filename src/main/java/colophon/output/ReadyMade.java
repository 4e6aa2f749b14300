package colophon.output;

import colophon.cache.Packer;
import colophon.cache.Unpacker;
import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Digest;
import colophon.model.Edition;
import colophon.model.InputFile;
import colophon.model.Page;
import colophon.output.SlowFiles.Slow;
import colophon.render.EditionRenderer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Looks at a PDF that was made elsewhere with the eyes of who downloads it: is it this work, all of it, and can everybody read it? */
final class ReadyMade {
    private static final int QUOTED = 60;

    private final Publishing publishing;
    private final Edition edition;
    private final InputFile file;
    private final Problems problems;

    ReadyMade(Publishing publishing, Edition edition) {
        this.publishing = publishing;
        this.edition = edition;
        this.file = publishing.site().readyMade().get(edition.path()).file();
        this.problems = publishing.problems();
    }

    /** Tells what is wrong with it. What takes long is done once, and by a preview when nobody waits for it. */
    void look() {
        PdfMeasure measure;
        try {
            measure = PdfMeasure.remembered(file, publishing.slowFiles());
        } catch (IOException e) {
            // Told by who measures it for its button.
            return;
        }
        if (!measure.open()) {
            tell(
                    Rule.DOWNLOAD_LOCKED,
                    "its text is locked against copying, and so against screen readers and search engines",
                    "export it again without a password and with all permissions");
            return;
        }
        if (!measure.tagged()) {
            tell(
                    Rule.DOWNLOAD_UNTAGGED,
                    "this PDF is not tagged: nothing in it says what is a heading, a list, a table or a picture",
                    "export it as tagged PDF (in InDesign \"Create Tagged PDF\", in Word \"Document structure tags for"
                            + " accessibility\"), or remove it to publish the one Colophon makes");
        }
        title(measure);
        compare(measure);
    }

    private void title(PdfMeasure measure) {
        Page work = edition.work();
        List<String> wanted =
                Words.of(edition.isReport() ? publishing.site().publication().title() : work.title());
        boolean named =
                measure.title().map(Words::of).filter(it -> holds(it, wanted)).isPresent();
        boolean printed = holds(List.of(measure.opening().split(" ")), wanted);
        if (!named && !printed) {
            tell(
                    Rule.DOWNLOAD_MISTITLED,
                    "neither its title"
                            + measure.title().map(it -> ", \"" + it + "\",").orElse(" (it has none)")
                            + " nor its first pages say \"" + work.title() + "\"",
                    "see whether it is the right file; if it is, give it the title of the work in its properties");
        }
    }

    private static boolean holds(List<String> words, List<String> wanted) {
        return (" " + String.join(" ", words) + " ").contains(" " + String.join(" ", wanted) + " ");
    }

    private void compare(PdfMeasure measure) {
        Optional<Findings> known = remembered();
        if (known.isEmpty() && publishing.later()) {
            return;
        }
        Findings findings = known.orElseGet(this::findings);
        if (findings.words == 0) {
            tell(
                    Rule.DOWNLOAD_LOCKED,
                    "there is no text in this PDF" + (measure.pages() > 0 ? ", only pictures of its pages" : ""),
                    "export it from the program it was set in, or have its text recognized");
        } else if (findings.missing > 0) {
            Span place = findings.page.origin().source().span(findings.start, findings.end);
            problems.add(
                    Rule.DOWNLOAD_OUTDATED,
                    file.asSource().whole(),
                    "the source has " + findings.missing + (findings.missing == 1 ? " paragraph" : " paragraphs")
                            + " that this file has not, or has in other words",
                    "export it again from the text as it is now, or remove it to publish the one Colophon makes",
                    new Problem.Note(
                            place, (findings.missing == 1 ? "it begins " : "the first begins ") + quote(place)));
        }
    }

    private static String quote(Span place) {
        String line =
                place.source().text().substring(place.start(), place.end()).strip();
        int end = line.length() > QUOTED ? Math.max(line.lastIndexOf(' ', QUOTED), 1) : line.length();
        return "\"" + line.substring(0, end) + (end < line.length() ? " …\"" : "\"");
    }

    /** What a comparison found: the number of missing paragraphs, and where the first is. */
    private record Findings(int words, int missing, Page page, int start, int end) {}

    private String name() {
        Digest digest = new Digest().add(file.digest());
        edition.pages().forEach(page -> digest.add(page.id().name()).add(page.digest()));
        return "compared-" + Digest.hex(digest.value());
    }

    private Optional<Findings> remembered() {
        return publishing.slowFiles().find(name()).map(note -> {
            Unpacker in = new Unpacker(note.bytes());
            return new Findings(
                    in.count(),
                    in.count(),
                    publishing.site().page(in.text()).orElse(edition.work()),
                    in.count(),
                    in.count());
        });
    }

    private Findings findings() {
        publishing.progress().accept("comparing " + file.path() + " with its source");
        List<String> texts = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(file.bytes())) {
            for (boolean asSeen : new boolean[] {false, true}) {
                PdfText stripper = new PdfText();
                stripper.setSortByPosition(asSeen);
                texts.add(stripper.getText(pdf));
            }
        } catch (IOException e) {
            throw new IllegalStateException(file.path() + " was readable a moment ago", e);
        }
        Findings findings = compared(texts);
        Packer out = new Packer().count(findings.words).count(findings.missing);
        out.text(findings.page.id().name()).count(findings.start).count(findings.end);
        publishing.slowFiles().keep(name(), new Slow(out.bytes(), List.of()));
        return findings;
    }

    /** Against what would be printed: abbreviations, numbers and citations are not printed as they are written. */
    private Findings compared(List<String> texts) {
        Comparison comparison = new Comparison(texts);
        Optional<Element> printed = new EditionRenderer(
                        publishing.site(),
                        publishing.templates(),
                        publishing.citations().within(edition.pages()),
                        problems)
                .render(edition)
                .flatMap(drawn -> PdfPrinter.read(drawn.xhtml()))
                .map(Document::getDocumentElement);
        int missing = 0;
        Optional<Span> first = Optional.empty();
        Page in = edition.work();
        for (Page page : edition.pages()) {
            List<String> paragraphs = printed.flatMap(
                            document -> withId(document, page.id().key()))
                    .map(comparison::missing)
                    .orElse(List.of());
            if (missing == 0 && !paragraphs.isEmpty()) {
                first = Optional.of(Comparison.place(paragraphs.get(0), page));
                in = page;
            }
            missing += paragraphs.size();
        }
        return new Findings(
                Words.of(texts.get(0)).size(),
                missing,
                in,
                first.map(Span::start).orElse(0),
                first.map(Span::end).orElse(0));
    }

    private static Optional<Element> withId(Element element, String id) {
        if (element.getAttribute("id").equals(id)) {
            return Optional.of(element);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            Optional<Element> found = child instanceof Element inside ? withId(inside, id) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void tell(Rule rule, String message, String help) {
        Source source = file.asSource();
        problems.add(rule, source.whole(), message, help);
    }
}
