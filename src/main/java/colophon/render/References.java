package colophon.render;

import colophon.model.LinkTarget.ToPage;
import colophon.model.Numbering;
import colophon.model.Numbering.Entry;
import colophon.model.Numbering.Labelled;
import colophon.model.Outline;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Phrase;
import colophon.model.Site;
import java.util.Optional;

/** What a reference to a place calls it. */
final class References {
    private References() {}

    /** The numbered item that a link leads to. */
    static Optional<Entry> entry(ToPage to, Site site) {
        return to.anchor().flatMap(anchor -> labelled(to.page(), anchor, site)).flatMap(Labelled::entry);
    }

    private static Optional<Labelled> labelled(Page page, String anchor, Site site) {
        return site.numbering().find(anchor).filter(place -> place.page().equals(page));
    }

    /**
     * "Figure 3", the title of a section, "Chapter 2".
     *
     * @param from the page that refers to it
     */
    static Phrase label(ToPage to, Optional<Page> from, Site site) {
        Optional<Entry> entry = entry(to, site);
        if (entry.isPresent()) {
            return Phrase.of(entry.get().label() + document(entry.get(), from));
        }
        boolean isChapter = to.anchor().isEmpty() && to.page().kind() == PageKind.CHAPTER;
        return isChapter ? Phrase.of("Chapter " + to.page().order()) : title(to, site);
    }

    /** Numbers of the report are known in all of it; those of another document need its name. */
    private static String document(Entry entry, Optional<Page> from) {
        boolean same = from.filter(
                        page -> page.equals(entry.page()) || entry.isInReport() && Numbering.isInReport(page))
                .isPresent();
        if (same) {
            return "";
        }
        return switch (entry.page().kind()) {
            case CHAPTER, CASE_STUDY -> " of the report";
            case BRIEF -> " of the brief";
            default -> " in “" + entry.page().title() + "”";
        };
    }

    /** The caption of an item, the heading of a section, the title of a page. */
    static Phrase title(ToPage to, Site site) {
        if (to.anchor().isEmpty()) {
            return to.page().titles().title();
        }
        String anchor = to.anchor().get();
        return labelled(to.page(), anchor, site)
                .map(Labelled::title)
                .or(() -> to.page().body().flatMap(body -> heading(body.outline(), anchor)))
                .orElse(to.page().titles().title());
    }

    private static Optional<Phrase> heading(Outline outline, String id) {
        return outline.headings().stream()
                .filter(heading -> heading.id().equals(id))
                .map(Outline.Heading::text)
                .findFirst()
                .or(() -> outline.anchored().stream()
                        .filter(anchor -> anchor.id().equals(id))
                        .map(Outline.Anchor::text)
                        .findFirst());
    }
}
