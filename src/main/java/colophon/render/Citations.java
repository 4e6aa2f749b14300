package colophon.render;

import colophon.model.Bibliography;
import colophon.model.Body;
import colophon.model.Lazy;
import colophon.model.Page;
import colophon.model.Site;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The citations of a site. The formatter starts when the first of them is asked for. Safe for use by several threads. */
public final class Citations {
    private final Optional<Bibliography> bibliography;
    private final Lazy<CitationStyle> style;
    private final Map<Body, PageCitations> pages = new ConcurrentHashMap<>();

    public Citations(Site site) {
        this.bibliography = site.bibliography();
        this.style = new Lazy<>(() -> new CitationStyle(bibliography.orElseThrow()));
    }

    /** Those of a page; nothing when it cites nothing, or there is nothing to cite. */
    Optional<PageCitations> of(Page page) {
        return bibliography.isEmpty()
                ? Optional.empty()
                : page.body()
                        .filter(body -> !body.outline().citations().isEmpty())
                        .map(body -> pages.computeIfAbsent(body, this::make));
    }

    private PageCitations make(Body body) {
        return new PageCitations(
                style.get(), bibliography.orElseThrow(), body.outline().citations());
    }

    /** A work in a list of references. */
    String entry(String key, int number) {
        return style.get().entry(key, number);
    }

    /** Works in the order of a list of references. */
    List<String> sorted(Iterable<String> keys) {
        Set<String> all = new LinkedHashSet<>();
        keys.forEach(all::add);
        return style.get().sorted(all);
    }
}
