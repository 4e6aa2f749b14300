package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.Digest;
import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.Fingerprint;
import colophon.model.Fingerprint.Part;
import colophon.model.OutputFile;
import colophon.model.OutputFile.Made;
import colophon.output.Cards.Drawer;
import colophon.output.Prints.Found;
import colophon.output.SlowFiles.Slow;
import colophon.render.BookDocument;
import colophon.render.BookDocument.Kind;
import colophon.render.BookRenderer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    static Optional<OutputFile> file(
            Publishing publishing, Edition edition, PrintedPages pages, Fingerprint withoutPages) {
        Drawer drawer = new Drawer(publishing);
        Digest others = new Digest().add(Digest.of(pages.pack())).add(drawer.cover(edition.work()));
        Fingerprint fingerprint = withoutPages.with(Part.OWN_DOWNLOADS, others.value());
        Optional<Found> found = new Prints(publishing.slowFiles()).find(fingerprint);
        if (found.isEmpty() && !publishing.later()) {
            found = make(publishing, edition, pages, drawer, fingerprint);
        }
        found.ifPresent(it -> it.note().problems().forEach(publishing.problems()::add));
        return found.map(Found::print)
                .map(print -> OutputFile.made(
                        edition.path(),
                        edition.work().origin().source().path(),
                        () -> fingerprint,
                        () -> publishing
                                .slowFiles()
                                .find(print.name())
                                .or(() -> make(publishing, edition, pages, drawer, fingerprint)
                                        .flatMap(again -> publishing.slowFiles().find(print.name())))
                                .map(book -> new Made(book.bytes(), Optional.of(fingerprint)))));
    }

    /** Has the cover of a book ready, which does not wait for its pages. */
    static void drawCover(Publishing publishing, Edition edition) {
        Drawer drawer = new Drawer(publishing);
        drawer.cover(edition.work()).ifPresent(name -> drawer.drawAhead(edition.work(), CardPainter.Format.COVER));
    }

    private static Optional<Found> make(
            Publishing publishing, Edition edition, PrintedPages pages, Drawer drawer, Fingerprint fingerprint) {
        publishing.progress().accept("making " + edition.path().fileName());
        Optional<byte[]> cover =
                drawer.cover(edition.work()).map(name -> drawer.draw(edition.work(), CardPainter.Format.COVER));
        Problems problems = new Problems();
        Optional<byte[]> book = new EpubEdition(publishing, edition, pages, cover, problems).book();
        if (book.isEmpty()) {
            problems.sorted().forEach(publishing.problems()::add);
        }
        // Which lists its templates look at is not known: all of them count.
        return book.map(epub -> new Prints(publishing.slowFiles())
                .keep(fingerprint, Fingerprint.OPTIONAL, 0, new Slow(epub, problems.sorted())));
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
        List<PageMarks.Part> parts = new ArrayList<>();
        for (BookDocument each : drawn) {
            Optional<XhtmlDocument> tree = parse(each);
            tree.ifPresent(it -> documents.add(new Document(each.kind(), each.name(), it)));
            tree.ifPresent(it -> compare(each, it));
            parts.add(new PageMarks.Part(each.name(), each.printed(), tree));
        }
        parts.add(new PageMarks.Part(Kind.CONTENTS.file(), Kind.CONTENTS.label(), Optional.empty()));
        PageMarks marks = new PageMarks(pages, parts);
        marks.write();
        renderer.contents(marks.pages()).flatMap(this::parse).ifPresent(tree -> {
            marks.write(Kind.CONTENTS.file(), tree);
            documents.add(new Document(Kind.CONTENTS, Kind.CONTENTS.file(), tree));
        });
        // Sorting keeps the order of those of one kind.
        documents.sort(Comparator.comparing(Document::kind));
        BookIds.name(documents.stream().collect(Collectors.toMap(Document::name, Document::tree)));
        SortedMap<String, byte[]> files = files(documents);
        return problems.hasErrors() ? Optional.empty() : Optional.of(EpubWriter.write(files));
    }

    /** Reports the words of a page that its document does not have. */
    private void compare(BookDocument drawn, XhtmlDocument tree) {
        GlyphPlaces places = new GlyphPlaces(publishing.site(), publishing.theme(), edition);
        edition.pages().stream()
                .filter(page -> drawn.kind() == Kind.PART && page.id().key().equals(drawn.printed()))
                .forEach(page -> new LostWords(edition, places, problems).report(page, tree.body(), element -> false));
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
                        publishing,
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
