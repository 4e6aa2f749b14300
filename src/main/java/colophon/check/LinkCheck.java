package colophon.check;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.Body;
import colophon.model.LinkTarget;
import colophon.model.Site;
import colophon.model.Unreleased;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every link leads to a page, place or file that is published, or to a safe address elsewhere. */
final class LinkCheck implements Check {
    @Override
    public void run(Scope scope, Problems problems) {
        for (Texts.Text text : Texts.of(scope)) {
            for (Body.Reference link : text.body().links()) {
                check(scope.site(), text.file(), link, problems);
            }
        }
    }

    private static void check(Site site, String file, Body.Reference link, Problems problems) {
        Optional<LinkTarget> target = site.resolve(file, link.target());
        if (target.isEmpty()) {
            missing(site, file, link, problems);
            return;
        }
        target.flatMap(LinkTarget::page)
                .ifPresent(to -> to.anchor().ifPresent(anchor -> {
                    List<String> ids = to.page().body().map(Body::anchors).orElse(List.of());
                    if (!ids.contains(anchor)) {
                        String page = to.page().origin().source().path();
                        problems.add(
                                Rule.LINK_ANCHOR_MISSING,
                                link.span(),
                                "no heading with the id \"" + anchor + "\" in " + page,
                                Suggestion.help(anchor, ids));
                    }
                }));
    }

    private static void missing(Site site, String file, Body.Reference link, Problems problems) {
        String address = link.target();
        Span span = link.span();
        if (Site.scheme(address).isPresent() || address.startsWith("//")) {
            problems.add(
                    Rule.LINK_UNSAFE,
                    span,
                    "a link to \"" + address + "\"",
                    "use a relative link to a file, or one that starts with https:, mailto: or tel:");
            return;
        }
        String path = address.contains("#") ? address.substring(0, address.indexOf('#')) : address;
        Optional<String> name = Site.resolvePath(file, path);
        if (name.isPresent() && unreleased(site.unreleased(), name.get(), path, span, problems)) {
            return;
        }
        List<String> known = new ArrayList<>(site.pageNames());
        known.addAll(site.attachments().keySet());
        String help = name.flatMap(found -> closest(found, known))
                .map(close -> "did you mean \"" + relative(file, close) + "\"?")
                .orElse(
                        path.startsWith("/")
                                ? "write the path of the file, starting from this one"
                                : "links name the Markdown file, starting from the folder of this one");
        problems.add(Rule.LINK_TARGET_MISSING, span, "no page or file named \"" + path + "\"", help);
    }

    /** Whether there is such a page, which is not published yet. */
    private static boolean unreleased(Unreleased pages, String name, String path, Span span, Problems problems) {
        if (pages.drafts().contains(name)) {
            problems.add(
                    Rule.DRAFT_LINKED,
                    span,
                    "the link leads to the draft \"" + path + "\"",
                    "finish the draft, or remove the link for now");
            return true;
        }
        Optional<LocalDate> embargo = pages.embargo(name);
        embargo.ifPresent(end -> problems.add(
                Rule.EMBARGO_LINKED,
                span,
                "the link leads to \"" + path + "\", which is under embargo until " + end,
                "remove the link for now, give this page the same embargo, or publish with --date " + end
                        + " or later"));
        return embargo.isPresent();
    }

    /** The closest path; failing that, a file of the same name in another folder. */
    private static Optional<String> closest(String name, List<String> known) {
        String fileName = name.substring(name.lastIndexOf('/') + 1);
        return known.stream()
                .filter(path -> !path.isEmpty()
                        && path.substring(path.lastIndexOf('/') + 1).equals(fileName))
                .sorted()
                .findFirst()
                .or(() -> Suggestion.closest(name, known).filter(path -> !path.isEmpty()));
    }

    private static String relative(String from, String to) {
        int depth = (int) from.chars().filter(c -> c == '/').count();
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        return !folder.isEmpty() && to.startsWith(folder) ? to.substring(folder.length()) : "../".repeat(depth) + to;
    }
}
