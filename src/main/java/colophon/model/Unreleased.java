package colophon.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is written but not released.
 *
 * @param work the day that ends the embargo of the whole work, while it runs
 * @param drafts names of pages that are left out because they are drafts
 * @param embargoed names of pages that are left out because of an embargo, with the day that ends it
 * @param lists names of the list pages that are left out because all their pages are, with the day on which they return
 * @param downloads names of the ready-made files that are left out because they may hold such pages
 */
public record Unreleased(
        Optional<LocalDate> work,
        Set<String> drafts,
        SortedMap<String, LocalDate> embargoed,
        SortedMap<String, LocalDate> lists,
        Set<String> downloads) {
    public Unreleased {
        drafts = Set.copyOf(drafts);
        embargoed = Collections.unmodifiableSortedMap(new TreeMap<>(embargoed));
        lists = Collections.unmodifiableSortedMap(new TreeMap<>(lists));
        downloads = Set.copyOf(downloads);
    }

    public static Unreleased nothing() {
        return new Unreleased(
                Optional.empty(), Set.of(), Collections.emptySortedMap(), Collections.emptySortedMap(), Set.of());
    }

    /** The day on which a page appears that an embargo keeps out of the site. */
    public Optional<LocalDate> embargo(String name) {
        return Optional.ofNullable(embargoed.getOrDefault(name, lists.get(name)));
    }
}
