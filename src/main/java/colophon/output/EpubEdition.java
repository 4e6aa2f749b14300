package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.Digest;
import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.Fingerprint;
import colophon.model.OutputFile;
import colophon.output.PageMarks.Part;
import colophon.output.SlowFiles.Slow;
import colophon.render.BookDocument;
import colophon.render.BookDocument.Kind;
import colophon.render.BookRenderer;
import colophon.render.Fingerprints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xml.sax.SAXException;

/** The report with its case studies as a book for e-readers (EPUB 3.3). */
final class EpubEdition {
    private static final String COVER = "images/cover.png";

    /** A document of the book. */
    record Document(Kind kind, String name, XhtmlDocument tree) {}

    private final Publishing publishing;
    private final Edition edition;
    private final PrintedPages pages;
    private final Optional<byte[]> cover;
    private final Problems problems;

    EpubEdition(Publishing publishing, Edition edition, PrintedPages pages, Optional<byte[]> cover, Problems problems) {
        this.publishing = publishing;
        this.edition = edition;
        this.pages = pages;
        this.cover = cover;
        this.problems = problems;
    }

    /**
     * The book as a file; nothing when it cannot be made, or is left for later.
     *
     * @param pages those of the printed edition, which the book tells too
     */
    static Optional<OutputFile> file(Publishing publishing, Edition edition, PrintedPages pages) {
        Fingerprint fingerprint =
                new Fingerprints(publishing.site(), publishing.theme(), publishing.assets(), List.of()).of(edition);
        Optional<byte[]> cover = cover(publishing, edition);
        Digest made = new Digest().add(fingerprint.digest()).add(Digest.of(pages.pack()));
        cover.ifPresent(png -> made.add(Digest.of(png)));
        String name = "epub-" + Digest.hex(made.value());
        Optional<Slow> slow = publishing.slowFiles().find(name);
        if (slow.isEmpty() && !publishing.later()) {
            publishing.progress().accept("making " + edition.path().fileName());
            Problems problems = new Problems();
            slow = new EpubEdition(publishing, edition, pages, cover, problems)
                    .book()
                    .map(epub -> new Slow(epub, problems.sorted()));
            if (slow.isEmpty()) {
                problems.sorted().forEach(publishing.problems()::add);
            }
            slow.ifPresent(it -> publishing.slowFiles().keep(name, it));
        }
        slow.ifPresent(found -> found.problems().forEach(publishing.problems()::add));
        return slow.map(found -> OutputFile.of(
                edition.path(), found.bytes(), edition.work().origin().source().path()));
    }

    /** The picture of the cover as PNG, where there is one. */
    private static Optional<byte[]> cover(Publishing publishing, Edition edition) {
        return Optional.empty();
    }

    /** The whole book; nothing when something in it is wrong. */
    Optional<byte[]> book() {
        BookRenderer renderer = new BookRenderer(
                publishing.site(),
                edition,
                cover.map(png -> COVER),
                publishing.templates(),
                publishing.citations(),
                problems);
        return renderer.documents().flatMap(drawn -> book(drawn, renderer));
    }

    private Optional<byte[]> book(List<BookDocument> drawn, BookRenderer renderer) {
        List<Document> documents = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (BookDocument each : drawn) {
            Optional<XhtmlDocument> tree = parse(each);
            tree.ifPresent(it -> documents.add(new Document(each.kind(), each.name(), it)));
            parts.add(new Part(each.name(), each.printed(), tree));
        }
        parts.add(new Part(Kind.CONTENTS.file(), Kind.CONTENTS.label(), Optional.empty()));
        PageMarks marks = new PageMarks(pages, parts);
        marks.write();
        renderer.contents(marks.pages()).flatMap(this::parse).ifPresent(tree -> {
            marks.write(Kind.CONTENTS.file(), tree);
            documents.add(new Document(Kind.CONTENTS, Kind.CONTENTS.file(), tree));
        });
        // Sorting keeps the order of those of one kind.
        documents.sort(Comparator.comparing(Document::kind));
        SortedMap<String, byte[]> files = files(documents);
        return problems.hasErrors() ? Optional.empty() : Optional.of(EpubWriter.write(files));
    }

    private Optional<XhtmlDocument> parse(BookDocument drawn) {
        try {
            return Optional.of(XhtmlDocument.parse(drawn.xhtml()));
        } catch (SAXException e) {
            problems.add(
                    Rule.TEMPLATE_INVALID,
                    publishing.theme().templates().get(drawn.kind().template()).whole(),
                    "what the template gives is not well-formed XML: " + e.getMessage(),
                    "close every element, and write <br/> and <img …/>");
            return Optional.empty();
        }
    }

    private SortedMap<String, byte[]> files(List<Document> documents) {
        BookFiles files = new BookFiles(publishing, problems);
        cover.ifPresent(png -> files.add(COVER, png));
        files.addStyle();
        documents.forEach(
                document -> files.addPictures(document.tree(), document.kind().template()));
        Optional<String> printed = pages.pages().isEmpty() ? Optional.empty() : printed();
        SortedMap<String, byte[]> all = new TreeMap<>(files.all());
        all.put(
                EpubWriter.PACKAGE,
                BookPackage.of(
                        publishing.site(),
                        edition,
                        documents,
                        files.all().keySet(),
                        cover.map(png -> COVER),
                        printed,
                        BookAccess.of(documents, printed.isPresent())));
        documents.forEach(document -> all.put(document.name(), document.tree().bytes()));
        return all;
    }

    /** The address of the PDF. */
    private Optional<String> printed() {
        return publishing.site().editions().stream()
                .filter(other -> other.format() == Format.PDF && other.work().equals(edition.work()))
                .map(other -> other.path().below(publishing.site().settings().address()))
                .findFirst();
    }
}
