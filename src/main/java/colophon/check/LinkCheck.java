package colophon.check;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.LinkTarget;
import colophon.model.Outline;
import colophon.model.Page;
import colophon.model.Site;
import colophon.model.SitePath;
import colophon.model.Unreleased;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every link leads to a page, place or file that is published, or to a safe address elsewhere. */
final class LinkCheck implements Check {
    private static final String NO_TEXT = "write what it leads to between the brackets";

    @Override
    public void run(Scope scope, Problems problems) {
        for (Texts.Text text : Texts.of(scope)) {
            for (Outline.Reference link : text.body().outline().links()) {
                check(scope.site(), text.file(), link, problems);
            }
        }
    }

    private static void check(Site site, String file, Outline.Reference link, Problems problems) {
        Optional<LinkTarget> target = site.resolve(file, link.target());
        if (target.isEmpty()) {
            missing(site, file, link, problems);
            return;
        }
        target.flatMap(LinkTarget::page)
                .ifPresent(
                        to -> to.anchor().ifPresent(anchor -> anchor(site, file, link, to.page(), anchor, problems)));
        boolean nameless = link.bare() && target.flatMap(LinkTarget::page).isEmpty();
        if (nameless) {
            problems.add(Rule.LINK_TEXT_MISSING, link.span(), "a link without a text", NO_TEXT);
        }
    }

    private static void anchor(
            Site site, String file, Outline.Reference link, Page to, String anchor, Problems problems) {
        List<String> ids = to.body().map(body -> body.outline().anchors()).orElse(List.of());
        if (ids.contains(anchor)) {
            boolean elsewhere = !to.id().name().equals(file);
            boolean label = site.numbering().find(anchor).isPresent();
            boolean isWordless = to.body().orElseThrow().outline().anchored().stream()
                    .anyMatch(it -> it.id().equals(anchor) && it.text().isEmpty());
            if (link.bare() && (elsewhere && !label || isWordless)) {
                problems.add(Rule.LINK_TEXT_MISSING, link.span(), "a link without a text", NO_TEXT);
            }
            return;
        }
        boolean here = link.target().startsWith("#");
        List<String> known = new ArrayList<>(ids);
        if (here) {
            known.addAll(site.numbering().labelled().keySet());
        }
        problems.add(
                Rule.LINK_ANCHOR_MISSING,
                link.span(),
                "no heading or label \"" + anchor + "\""
                        + (here ? "" : " in " + to.origin().source().path()),
                Suggestion.help(anchor, known));
    }

    private static void missing(Site site, String file, Outline.Reference link, Problems problems) {
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
        Optional<String> name = Site.resolvePath(file, SitePath.decode(path));
        if (name.isPresent() && unreleased(site.unreleased(), name.get(), path, span, problems)) {
            return;
        }
        List<String> known = new ArrayList<>(site.pageNames());
        known.addAll(site.fileNames());
        String help = FileNames.closest(file, path, known)
                .map(close -> "did you mean \"" + close + "\"?")
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
}
