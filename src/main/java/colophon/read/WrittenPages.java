package colophon.read;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.Batches;
import colophon.model.InputFile;
import colophon.model.MarkdownTree.Typesetter;
import colophon.model.Page;
import colophon.model.PageId;
import colophon.model.PageKind;
import colophon.model.Publication;
import colophon.model.SitePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Reads the pages of the content folder, several at a time; what is remembered is not read again. */
final class WrittenPages {
    private final SourceTree sources;
    private final ReadOptions options;
    private final PageMemory memory;
    private final Typesetter typesetter;
    private final ExecutorService workers;
    private final Consumer<Field> catalogue;
    private final Problems problems;

    WrittenPages(
            SourceTree sources,
            ReadOptions options,
            PageMemory memory,
            Typesetter typesetter,
            ExecutorService workers,
            Consumer<Field> catalogue,
            Problems problems) {
        this.sources = sources;
        this.options = options;
        this.memory = memory;
        this.typesetter = typesetter;
        this.workers = workers;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** The files of the content folder that are no pages, by their path in it. */
    SortedMap<String, InputFile> others() {
        SortedMap<String, InputFile> others = new TreeMap<>(sources.content());
        others.keySet().removeIf(name -> kind(name).isPresent());
        return others;
    }

    /**
     * All pages there are.
     *
     * @param publication what they are pages of, where that is known
     */
    List<Page> read(Optional<Publication> publication) {
        String slug = publication.map(Publication::slug).orElse("");
        String language = publication.map(Publication::language).orElse("en");
        List<Written> written = new ArrayList<>();
        sources.content()
                .forEach((name, file) -> kind(name)
                        .ifPresent(kind -> written.add(new Written(file, kind, new PageId(slug, language, name)))));
        List<Future<List<Page>>> tasks = new ArrayList<>();
        for (List<Written> some : Batches.of(written)) {
            tasks.add(workers.submit(() -> read(some)));
        }
        List<Page> pages = new ArrayList<>(written.size());
        tasks.forEach(task -> pages.addAll(Batches.result(task)));
        return pages;
    }

    /** A file with a page. */
    private record Written(InputFile file, PageKind kind, PageId id) {}

    private List<Page> read(List<Written> some) {
        List<Page> pages = new ArrayList<>(some.size());
        some.forEach(it -> page(it.file(), it.kind(), it.id()).ifPresent(pages::add));
        return pages;
    }

    private static Optional<PageKind> kind(String name) {
        if (!name.endsWith(".md")) {
            return Optional.empty();
        }
        if (name.equals("brief.md")) {
            return Optional.of(PageKind.BRIEF);
        }
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        return switch (folder) {
            case "report/" -> Optional.of(PageKind.CHAPTER);
            case "case-studies/" -> Optional.of(PageKind.CASE_STUDY);
            case "pages/" -> Optional.of(PageKind.PAGE);
            default -> Optional.empty();
        };
    }

    private Optional<Page> page(InputFile file, PageKind kind, PageId id) {
        Optional<SitePath> path = path(kind, id);
        if (path.isEmpty()) {
            problems.add(
                    Rule.ADDRESS_INVALID,
                    file.asSource().whole(),
                    "no address can be made from this file's name",
                    "give it a name with letters that is not \"index\"");
        }
        return path.flatMap(
                found -> memory.page(file, kind, id, found, markdown(problems)).or(() -> read(file, kind, id, found)));
    }

    /** The address of a page; nothing when none can be made from its name. */
    private static Optional<SitePath> path(PageKind kind, PageId id) {
        String fileName = id.name().substring(id.name().lastIndexOf('/') + 1);
        return PageReader.slug(fileName).map(slug -> switch (kind) {
            case BRIEF -> new SitePath("brief/");
            case CHAPTER -> new SitePath("report/" + slug + "/");
            case CASE_STUDY -> new SitePath("case-studies/" + slug + "/");
            default -> new SitePath(slug + "/");
        });
    }

    /** A page that was there before, as its file is now, at its old place; nothing when there is no such page any more. */
    Optional<Page> page(Page before) {
        Optional<InputFile> file = sources.content(before.id().name());
        return file.isEmpty() || before.text().isEmpty()
                ? Optional.empty()
                : page(file.get(), before.kind(), before.id())
                        .map(page -> page.withOrder(before.order()).withEmbargo(before.embargo()));
    }

    private MarkdownReader markdown(Problems own) {
        return new MarkdownReader(memory.style(), typesetter, own);
    }

    private Optional<Page> read(InputFile file, PageKind kind, PageId id, SitePath path) {
        Problems own = new Problems();
        Optional<Page> page = SourceTree.text(file, own)
                .map(source ->
                        new PageReader(markdown(own), catalogue, own).read(source, file.digest(), kind, id, path));
        List<Problem> found = own.sorted();
        found.forEach(problems::add);
        page.filter(read -> found.isEmpty()).ifPresent(read -> memory.keep(file, read));
        if (page.isPresent() && !options.keepTexts()) {
            file.forget();
        }
        return page;
    }
}
