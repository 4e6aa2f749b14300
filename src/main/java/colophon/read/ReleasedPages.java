package colophon.read;

import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.Glossary;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Publication;
import colophon.model.Release;
import colophon.model.SitePath;
import colophon.model.Unreleased;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pages that are part of a site, of all that are written.
 *
 * @param pages each with the day that ends its own embargo only where that is to be shown
 * @param embargo the day that ends the embargo of the work, where that is to be shown
 */
record ReleasedPages(List<Page> pages, Optional<LocalDate> embargo, Unreleased unreleased) {
    private static final Map<PageKind, String> LISTS =
            Map.of(PageKind.CHAPTER, "report", PageKind.CASE_STUDY, "case-studies");

    /** @param files names of the files that are there */
    static ReleasedPages of(List<Page> written, Publication publication, Release release, Set<String> files) {
        Optional<LocalDate> work = release.running(publication.embargo());
        Optional<LocalDate> shown = work.filter(end -> release.showsEmbargoed());
        // What waits for the same day as the work is not missing from it.
        Release then = shown.isPresent() ? release : work.map(release::on).orElse(release);
        List<Page> pages = new ArrayList<>();
        Set<String> drafts = new HashSet<>();
        List<Page> held = new ArrayList<>();
        for (Page page : written) {
            Optional<LocalDate> own = then.running(page.embargo());
            if (page.draft() && !release.drafts()) {
                drafts.add(page.id().name());
            } else if (own.isPresent() && !release.showsEmbargoed()) {
                held.add(page);
            } else {
                pages.add(page.withEmbargo(own));
            }
        }
        SortedMap<String, LocalDate> embargoed = new TreeMap<>();
        held.forEach(page -> embargoed.put(page.id().name(), page.embargo().orElseThrow()));
        Set<String> downloads = new HashSet<>();
        held.forEach(page -> downloads.addAll(holding(page, publication)));
        downloads.retainAll(files);
        return new ReleasedPages(pages, shown, new Unreleased(work, drafts, embargoed, lists(pages, held), downloads));
    }

    /** The terms without those that only pages that are left out use. */
    Glossary terms(List<Page> written, Glossary glossary) {
        Set<String> left = new HashSet<>();
        if (pages.size() < written.size() && !glossary.isEmpty()) {
            written.forEach(page -> left.addAll(page.landmarks().terms()));
            pages.forEach(page -> left.removeAll(page.landmarks().terms()));
        }
        return glossary.without(left);
    }

    /** A page with the day that ends its own embargo and that of the work. */
    Page marked(Page page) {
        if (embargo.isEmpty()) {
            return page;
        }
        return page.withEmbargo(
                Stream.of(page.embargo(), embargo).flatMap(Optional::stream).max(Comparator.naturalOrder()));
    }

    /** A list returns with the first of its pages. */
    private static SortedMap<String, LocalDate> lists(List<Page> pages, List<Page> held) {
        SortedMap<String, LocalDate> lists = new TreeMap<>();
        for (Page page : held) {
            String list = LISTS.get(page.kind());
            if (list != null && pages.stream().noneMatch(other -> other.kind() == page.kind())) {
                lists.merge(list, page.embargo().orElseThrow(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return lists;
    }

    /** What was printed elsewhere and may hold a page: the whole report any of its pages. */
    private static Set<String> holding(Page page, Publication publication) {
        Set<String> downloads = readyMade(publication, page.kind(), page.path());
        if (LISTS.containsKey(page.kind())) {
            downloads.addAll(readyMade(publication, PageKind.LANDING, SitePath.ROOT));
        }
        return downloads;
    }

    /** The names of files made elsewhere that take the place of the editions of a work, of which there are none for other pages. */
    static Set<String> readyMade(Publication publication, PageKind kind, SitePath page) {
        return Format.of(kind).stream()
                .map(format -> Edition.readyMade(Edition.path(publication, kind, page, format)))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
