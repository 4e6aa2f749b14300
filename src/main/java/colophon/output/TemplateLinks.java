package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Site;
import colophon.model.SitePath;
import colophon.render.WrittenLinks;
import colophon.render.WrittenLinks.WrittenLink;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the links and images that a site's own templates write out. Each is reported once, at the template, with the first page on which
 * it fails: what is right on the landing page leads nowhere one folder below.
 */
public final class TemplateLinks {
    private static final String HELP =
            "take the address from a value of the template, such as ${site.asset(\"icons/logo.svg\")} or the href of an entry of site.menu";

    private static final String DIRECTIVES = "directives/";

    private final List<Page> pages;
    private final OutputTree tree;
    private final Problems problems;

    private TemplateLinks(Publishing publishing, OutputTree tree, Problems problems) {
        // The page that hosts show in place of one that is missing can be shown at any address.
        this.pages = publishing.site().pages().stream()
                .filter(page -> page.kind() != PageKind.NOT_FOUND)
                .toList();
        this.tree = tree;
        this.problems = problems;
    }

    public static void check(Publishing publishing, OutputTree tree, Problems problems) {
        TemplateLinks check = new TemplateLinks(publishing, tree, problems);
        WrittenLinks written = new WrittenLinks(publishing.theme());
        Map<WrittenLink, Set<PageKind>> links = new LinkedHashMap<>();
        for (PageKind kind : PageKind.values()) {
            written.of(kind.template())
                    .forEach(link -> links.computeIfAbsent(link, it -> EnumSet.noneOf(PageKind.class))
                            .add(kind));
        }
        publishing.theme().templates().keySet().stream()
                .filter(name -> name.startsWith(DIRECTIVES))
                .flatMap(name -> written.of(name).stream())
                .forEach(link -> links.put(link, EnumSet.allOf(PageKind.class)));
        links.forEach(check::check);
    }

    private void check(WrittenLink link, Set<PageKind> kinds) {
        Optional<String> scheme = Site.scheme(link.address());
        if (scheme.isPresent() || link.address().startsWith("//")) {
            if (link.loads() && !scheme.equals(Optional.of("data"))) {
                problems.add(
                        Rule.LINK_UNSAFE,
                        link.span(),
                        "every page would ask another host for \"" + link.address() + "\"",
                        "put the file into site-assets/ and write ${site.asset(\"…\")}");
            }
            return;
        }
        List<Page> on =
                pages.stream().filter(page -> kinds.contains(page.kind())).toList();
        List<Page> missing =
                on.stream().filter(page -> !leadsSomewhere(link, page)).toList();
        // What stands under a condition may be drawn on those pages only on which it is right.
        if (missing.isEmpty() || link.conditional() && missing.size() < on.size()) {
            return;
        }
        problems.add(
                link.loads() ? Rule.IMAGE_MISSING : Rule.LINK_TARGET_MISSING,
                link.span(),
                "nothing is published at \"" + link.address() + "\", seen from /"
                        + missing.get(0).path().value(),
                HELP);
    }

    private boolean leadsSomewhere(WrittenLink link, Page page) {
        String path = link.address().split("[?#]", 2)[0];
        return Site.resolvePath(page.path().file().value(), path)
                .map(it -> it.isEmpty() || path.endsWith("/") ? (it.isEmpty() ? "" : it + "/") + "index.html" : it)
                .filter(it -> tree.find(new SitePath(it)).isPresent())
                .isPresent();
    }
}
