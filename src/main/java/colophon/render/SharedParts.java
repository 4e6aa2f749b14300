package colophon.render;

import colophon.model.Fingerprint.Part;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.SitePath;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What many pages have in common, such as masthead and foot, drawn once for all that it is the same on: pages of one kind, language and
 * folder, as long as it leads to nothing in the folder of one of them. Relative links from such pages are the same. Safe for use by
 * several threads.
 */
final class SharedParts {
    /** @param folder that the folder of the page is in */
    private record Key(String template, PageKind kind, String language, String folder) {
        static Key of(String template, Page page) {
            String own = page.path().value();
            String folder = own.substring(0, own.lastIndexOf('/', own.length() - 2) + 1);
            return new Key(template, page.kind(), page.id().language(), folder);
        }

        // Written out, as in PageId.

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && kind == key.kind
                    && template.equals(key.template)
                    && language.equals(key.language)
                    && folder.equals(key.folder);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * template.hashCode() + folder.hashCode()) + kind.ordinal();
        }
    }

    /**
     * A part as it was drawn.
     *
     * @param asked the lists of other things its template looked at
     * @param targets all that it leads to
     * @param isOfPage whether its template asked for the page it was drawn for
     */
    record Drawn(Markup html, Set<Part> asked, Set<String> targets, boolean isOfPage) {
        boolean fits(Page page) {
            String own = page.path().value();
            for (String target : targets) {
                if (target.startsWith(own)) {
                    return false;
                }
            }
            return !isOfPage;
        }
    }

    /** Draws a part for a page; nothing when its template has a mistake. */
    interface Drawer {
        Optional<Drawn> draw(Page page, String template);
    }

    private final Map<Key, Drawn> parts = new ConcurrentHashMap<>();
    private final Drawer drawer;

    SharedParts(Drawer drawer) {
        this.drawer = drawer;
    }

    /** A part for a page. What has a mistake is drawn for each page, so that it does not depend on chance which one tells of it. */
    Optional<Drawn> get(Page page, String template) {
        if (!page.path().isPage()) {
            return drawer.draw(page, template);
        }
        Key key = Key.of(template, page);
        Drawn known = parts.get(key);
        if (known != null && known.fits(page)) {
            return Optional.of(known);
        }
        Optional<Drawn> drawn = drawer.draw(page, template);
        drawn.filter(it -> it.fits(page)).ifPresent(it -> parts.put(key, it));
        return drawn;
    }

    /** The links of a page, with a note of where they lead. */
    static final class Noted implements Links {
        private final Links links;
        private final Set<String> targets = new HashSet<>();

        Noted(Links links) {
            this.links = links;
        }

        @Override
        public String page(Page target, Optional<String> anchor) {
            targets.add(target.path().value());
            return links.page(target, anchor);
        }

        @Override
        public String file(SitePath target) {
            targets.add(target.value());
            return links.file(target);
        }

        Set<String> targets() {
            return Set.copyOf(targets);
        }
    }
}
