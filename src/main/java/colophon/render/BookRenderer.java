package colophon.render;

import colophon.diag.Problems;
import colophon.model.Edition;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Prose.Medium;
import colophon.model.Site;
import colophon.render.BookDocument.Kind;
import colophon.render.EditionView.PartView;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Draws an edition as the documents of a book for e-readers, as XHTML: one for each chapter and case study, and those around them. */
public final class BookRenderer {
    /** A page of the printed edition: its number as it is printed, and the place in the book where it begins. */
    public record PrintedPage(String label, String href) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "label" -> label;
                case "href" -> href;
                default -> null;
            };
        }
    }

    private final Site site;
    private final Edition file;
    private final EditionRenderer editions;
    private final Optional<String> cover;
    private final Map<Page, String> names = new LinkedHashMap<>();
    private final Viewer viewer;
    private final EditionView edition;

    /** @param cover the address of the picture of the cover, where there is one */
    public BookRenderer(
            Site site,
            Edition file,
            Optional<String> cover,
            Templates templates,
            Citations citations,
            Problems problems) {
        this.site = site;
        this.file = file;
        this.cover = cover;
        this.editions = new EditionRenderer(site, templates, citations.within(file.pages()), problems);
        file.pages().forEach(page -> names.put(page, name(page)));
        site.page(PageKind.GLOSSARY).ifPresent(page -> names.put(page, Kind.GLOSSARY.file()));
        URI address = site.settings().address();
        Map<Page, String> targets = new HashMap<>(names);
        site.page(PageKind.FIGURES).ifPresent(page -> targets.put(page, Kind.LISTS.file()));
        site.page(PageKind.REFERENCES).ifPresent(page -> targets.put(page, Kind.REFERENCES.file()));
        Function<Page, Links> links =
                page -> Links.book(names.getOrDefault(page, ""), targets, Kind.REFERENCES.file(), address);
        this.viewer = editions.viewer(file.work(), links, Medium.EPUB);
        this.edition = editions.view(file, viewer, links, Medium.EPUB, new ArrayList<>());
    }

    private static String name(Page page) {
        return String.format(Locale.ROOT, "%s-%02d.xhtml", page.kind().label(), page.order());
    }

    /** All documents but the contents, in reading order; nothing when a template has a mistake. */
    public Optional<List<BookDocument>> documents() {
        List<Optional<BookDocument>> documents = new ArrayList<>();
        if (cover.isPresent()) {
            documents.add(single(Kind.COVER));
        }
        documents.add(single(Kind.TITLE_PAGE));
        documents.add(single(Kind.IMPRINT));
        if (!edition.lists().isEmpty()) {
            documents.add(single(Kind.LISTS));
        }
        for (int i = 0; i < file.pages().size(); i++) {
            Page page = file.pages().get(i);
            PartView part = edition.parts().get(i);
            documents.add(draw(Kind.PART, names.get(page), part.key(), new BookView(part, List.of(), null), page));
        }
        if (site.page(PageKind.GLOSSARY).isPresent()) {
            documents.add(single(Kind.GLOSSARY));
        }
        if (!edition.references().isEmpty()) {
            documents.add(single(Kind.REFERENCES));
        }
        return documents.stream().allMatch(Optional::isPresent)
                ? Optional.of(documents.stream().map(Optional::get).toList())
                : Optional.empty();
    }

    /** The contents, which also lead to where the pages of the printed edition begin. */
    public Optional<BookDocument> contents(List<PrintedPage> pages) {
        List<LinkView> links = pages.stream()
                .map(page -> new LinkView(page.label(), page.href(), false, null, null))
                .toList();
        return draw(Kind.CONTENTS, Kind.CONTENTS.file(), Kind.CONTENTS.label(), view(links), file.work());
    }

    private Optional<BookDocument> single(Kind kind) {
        return draw(kind, kind.file(), kind.label(), view(List.of()), file.work());
    }

    private BookView view(List<LinkView> pages) {
        return new BookView(null, pages, cover.orElse(null));
    }

    private Optional<BookDocument> draw(Kind kind, String name, String printed, BookView book, Page page) {
        Map<String, Supplier<?>> model = new HashMap<>(viewer.model());
        model.put("edition", () -> edition);
        model.put("book", () -> book);
        return editions.draw(kind.template(), model, viewer, page)
                .map(xhtml -> new BookDocument(kind, name, printed, xhtml));
    }
}
