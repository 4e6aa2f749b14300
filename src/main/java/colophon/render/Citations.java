package colophon.render;

import colophon.model.Bibliography;
import colophon.model.Body;
import colophon.model.Lazy;
import colophon.model.Page;
import colophon.model.Phrase;
import colophon.model.Site;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The citations of a site. Its style is read when the first of them is asked for. Safe for use by several threads. */
public final class Citations {
    private final Site site;
    private final Optional<Bibliography> bibliography;
    private final Lazy<CitationStyle> style;
    private final Lazy<Map<String, Integer>> numbers;
    private final Map<Body, PageCitations> pages = new ConcurrentHashMap<>();

    public Citations(Site site) {
        this.site = site;
        this.bibliography = site.bibliography();
        this.style = new Lazy<>(() -> new CitationStyle(
                bibliography.orElseThrow(), site.citing(site.pages()).keySet()));
        this.numbers = new Lazy<>(Map::of);
    }

    private Citations(Citations all, Collection<Page> included) {
        this.site = all.site;
        this.bibliography = all.bibliography;
        this.style = all.style;
        this.numbers = new Lazy<>(() ->
                style.get().numbers(style.get().sorted(site.citing(included).keySet())));
    }

    /** Those of some pages that share a list of references, so that a style that counts works counts them there. */
    public Citations within(Collection<Page> included) {
        boolean shared = bibliography.isPresent()
                && !site.citing(included).isEmpty()
                && style.get().isNumeric();
        return shared ? new Citations(this, included) : this;
    }

    /** The words of a text of a page, with those that only the site knows. */
    public String text(Phrase phrase, Page page) {
        return new Phrases(site, this).text(phrase, page);
    }

    /** Those of a page; empty if it cites nothing, or there is nothing to cite. */
    Optional<PageCitations> of(Page page) {
        return bibliography.isEmpty()
                ? Optional.empty()
                : page.body()
                        .filter(body -> !body.outline().citations().isEmpty())
                        .map(body -> pages.computeIfAbsent(body, this::make));
    }

    private PageCitations make(Body body) {
        return new PageCitations(style.get(), numbers.get(), body.outline().citations());
    }

    /** The entries of a list of references in the order of the style; works that it does not print are left out. */
    Map<String, String> entries(Collection<String> keys) {
        return keys.isEmpty() ? Map.of() : style.get().entries(style.get().sorted(keys));
    }
}
