package colophon.output;

import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.output.PdfEdition.Printed;
import colophon.render.Fingerprints;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The files that readers keep, unless there are ready-made ones. The EPUB tells the pages of the PDF, and is made when that is printed. */
final class EditionFiles implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        Fingerprints fingerprints = new Fingerprints(
                publishing.site(), publishing.theme(), publishing.assets(), List.of(), 0, publishing.workers());
        TypeCases types = new TypeCases(publishing.theme());
        List<Edition> wanted = new ArrayList<>();
        List<Callable<Optional<List<OutputFile>>>> tasks = new ArrayList<>();
        for (Edition edition : publishing.site().editions()) {
            if (!publishing.site().readyMade().containsKey(edition.path())) {
                wanted.add(edition);
            } else if (edition.format().isPdf()) {
                tasks.add(alone(() -> new ReadyMade(publishing, edition).look()));
            }
        }
        List<Edition> books = wanted.stream()
                .filter(edition -> edition.format() == Format.EPUB)
                .toList();
        wanted.stream()
                .filter(edition -> edition.format().isPdf())
                .forEach(edition ->
                        tasks.add(() -> Optional.of(files(publishing, edition, books, fingerprints, types))));
        books.stream()
                .filter(book -> wanted.stream().noneMatch(edition -> isPrinted(edition, book)))
                .forEach(book ->
                        tasks.add(() -> EpubEdition.file(publishing, book, PrintedPages.none(), fingerprints.of(book))
                                .map(List::of)));
        if (!publishing.later()) {
            // The report takes longest. Who has no other document left to print draws meanwhile.
            books.forEach(book -> tasks.add(alone(() -> EpubEdition.drawCover(publishing, book))));
            Cards.ahead(publishing).forEach(card -> tasks.add(alone(card)));
        }
        return Parallel.all(publishing.workers(), tasks).stream()
                .flatMap(Collection::stream)
                .toList();
    }

    /** A piece of work that makes no file of its own. */
    private static Callable<Optional<List<OutputFile>>> alone(Runnable work) {
        return () -> {
            work.run();
            return Optional.empty();
        };
    }

    /** A printed edition, and the book with the same text. */
    private static List<OutputFile> files(
            Publishing publishing, Edition edition, List<Edition> books, Fingerprints fingerprints, TypeCases types) {
        List<OutputFile> files = new ArrayList<>();
        Optional<Printed> printed = PdfEdition.file(publishing, edition, fingerprints.of(edition), types);
        printed.ifPresent(pdf -> files.add(pdf.file()));
        books.stream()
                .filter(book -> printed.isPresent() && isPrinted(edition, book))
                .flatMap(book ->
                        EpubEdition.file(publishing, book, printed.get().pages(), fingerprints.of(book)).stream())
                .forEach(files::add);
        return files;
    }

    private static boolean isPrinted(Edition edition, Edition book) {
        return edition.format() == Format.PDF && edition.work().equals(book.work());
    }
}
