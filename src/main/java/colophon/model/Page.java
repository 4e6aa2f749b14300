package colophon.model;

import colophon.diag.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A page of the site: what its author wrote, and where it is published.
 *
 * @param origin where it comes from: the title in the front matter, or the publication for a list page
 * @param summary one or two sentences; may be empty for list pages
 * @param authors who wrote it, when they differ from the publication's
 * @param order its place among its kind, from 1
 * @param embargo the day that ends an embargo; of the pages of a site only while it runs
 * @param caseStudy only for case studies
 * @param text only for pages written in Markdown; one that is remembered is unpacked when somebody asks for it
 * @param words how many are in the text; 0 without one
 * @param landmarks what other pages ask of its text
 * @param digest of the file it was read from; 0 for list pages
 */
public record Page(
        PageId id,
        PageKind kind,
        SitePath path,
        Span origin,
        Titles titles,
        Phrase summary,
        List<Contributor> authors,
        List<String> keywords,
        Optional<PublicationDate> date,
        int order,
        boolean draft,
        Optional<LocalDate> embargo,
        Optional<CaseStudy> caseStudy,
        Optional<Supplier<Body>> text,
        int words,
        Landmarks landmarks,
        long digest) {
    /** Words a minute; adults read English prose at about 240 (Brysbaert 2019), tables and notes slow them down. */
    private static final int READING_SPEED = 230;

    public Page {
        authors = List.copyOf(authors);
        keywords = List.copyOf(keywords);
    }

    /** What was gathered from its text, and the text itself; only for pages written in Markdown. */
    public Optional<Body> body() {
        return text.map(Supplier::get);
    }

    /** The words of the title. */
    public String title() {
        return titles.title().text();
    }

    /** The words of the title for menus. */
    public String menuTitle() {
        return titles.menu().text();
    }

    /** The words of the subtitle. */
    public Optional<String> subtitle() {
        return titles.subtitle().map(Phrase::text);
    }

    /** Minutes it takes to read, at least 1; 0 for a page without a text. */
    public int minutes() {
        return words == 0 ? 0 : Math.max(1, Math.round((float) words / READING_SPEED));
    }

    /** The same page at another place among its kind. */
    public Page withOrder(int number) {
        return number == order ? this : with(number, embargo);
    }

    /** The same page under another embargo, or none. */
    public Page withEmbargo(Optional<LocalDate> end) {
        return end.equals(embargo) ? this : with(order, end);
    }

    private Page with(int number, Optional<LocalDate> end) {
        return new Page(
                id, kind, path, origin, titles, summary, authors, keywords, date, number, draft, end, caseStudy, text,
                words, landmarks, digest);
    }

    /** Pages are told apart by who they are, not by comparing their texts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Page page && id.equals(page.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
