package colophon.read;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Apparatus;
import colophon.model.Landmarks;
import colophon.model.Numbering;
import colophon.model.Page;
import colophon.model.PageId;
import colophon.model.PageKind;
import colophon.model.Phrase;
import colophon.model.Publication;
import colophon.model.SitePath;
import colophon.model.Titles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pages of a site in reading order: those that were written, and those that are made from them. */
final class ReadingOrder {
    private static final int LAST = Integer.MAX_VALUE;

    private final Publication publication;
    private final Problems problems;

    ReadingOrder(Publication publication, Problems problems) {
        this.publication = publication;
        this.problems = problems;
    }

    /** @param written the pages that are released */
    List<Page> of(List<Page> written, Apparatus apparatus) {
        List<Page> pages = new ArrayList<>();
        pages.add(listPage(PageKind.LANDING, "", "", publication.titles().title()));
        List<Page> chapters = numbered(
                written,
                PageKind.CHAPTER,
                (one, other) -> one.id().name().compareTo(other.id().name()));
        if (!chapters.isEmpty()) {
            pages.add(listPage(PageKind.REPORT, "report", "report/", "The report"));
            pages.addAll(chapters);
        }
        pages.addAll(numbered(written, PageKind.BRIEF, byOrder()));
        List<Page> cases = numbered(written, PageKind.CASE_STUDY, byOrder());
        if (!cases.isEmpty()) {
            pages.add(listPage(PageKind.CASE_STUDIES, "case-studies", "case-studies/", "Case studies"));
            pages.addAll(cases);
        }
        if (!publication.contributors().isEmpty()) {
            pages.add(listPage(PageKind.AUTHORS, "authors", "authors/", "Authors"));
        }
        if (hasNumbers(pages, apparatus)) {
            pages.add(listPage(PageKind.FIGURES, "figures", "figures/", "Figures and tables"));
        }
        if (pages.stream().anyMatch(page -> citesKnown(page, apparatus))) {
            pages.add(listPage(PageKind.REFERENCES, "references", "references/", "References"));
        }
        if (!apparatus.glossary().isEmpty()) {
            pages.add(listPage(PageKind.GLOSSARY, "glossary", "glossary/", "Glossary"));
        }
        pages.addAll(numbered(written, PageKind.PAGE, byOrder()));
        pages.add(listPage(PageKind.NOT_FOUND, "404", "404.html", "Page not found"));
        checkAddresses(pages);
        return pages;
    }

    /** The page that lists the data files; where it stands is known before the files are. */
    Page data() {
        return listPage(PageKind.DATA, "data", "data/", "Data");
    }

    /** Whether something on the pages has a number. */
    private static boolean hasNumbers(List<Page> pages, Apparatus apparatus) {
        return Numbering.any(pages, apparatus.directives());
    }

    private static boolean citesKnown(Page page, Apparatus apparatus) {
        return apparatus
                .bibliography()
                .filter(all -> all.style().hasBibliography())
                .filter(all -> page.landmarks().cited().stream()
                        .anyMatch(key -> all.find(key).isPresent()))
                .isPresent();
    }

    private static Comparator<Page> byOrder() {
        return (one, other) -> one.order() == other.order()
                ? one.id().name().compareTo(other.id().name())
                : Integer.compare(one.order(), other.order());
    }

    /** The pages of a kind in order, each with its number as order. */
    private static List<Page> numbered(List<Page> pages, PageKind kind, Comparator<Page> order) {
        List<Page> numbered = new ArrayList<>();
        pages.stream()
                .filter(page -> page.kind() == kind)
                .sorted(order)
                .forEach(page -> numbered.add(page.withOrder(numbered.size() + 1)));
        return numbered;
    }

    /** A page that is made from the publication, not written. */
    private Page listPage(PageKind kind, String name, String path, String title) {
        return listPage(kind, name, path, Phrase.of(title));
    }

    private Page listPage(PageKind kind, String name, String path, Phrase title) {
        Span origin = Source.ofFile("content/" + SettingsFiles.PUBLICATION).whole();
        return new Page(
                new PageId(publication.slug(), publication.language(), name),
                kind,
                new SitePath(path),
                origin,
                new Titles(title, Optional.empty(), Optional.empty()),
                Phrase.EMPTY,
                List.of(),
                List.of(),
                Optional.empty(),
                LAST,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Landmarks.NONE,
                0);
    }

    private void checkAddresses(List<Page> pages) {
        Map<String, Page> taken = new HashMap<>();
        for (Page page : pages) {
            Page other = taken.putIfAbsent(page.path().value().toLowerCase(Locale.ROOT), page);
            if (other != null) {
                problems.add(
                        Rule.ADDRESS_TAKEN,
                        page.origin(),
                        "its address /" + page.path() + " is already that of "
                                + other.origin().source().path(),
                        "rename one of the two files",
                        new Problem.Note(other.origin(), "the other page"));
            }
        }
    }
}
