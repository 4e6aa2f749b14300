package colophon.read;

import colophon.model.Body;
import colophon.model.Institution;
import colophon.model.LinkTarget;
import colophon.model.Outline;
import colophon.model.Page;
import colophon.model.Picture;
import colophon.model.PictureField;
import colophon.model.Site;
import colophon.model.Site.Attachment.Use;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which pictures are shown in pages, and which are asked for at their own address.
 *
 * @param shown names in the content folder
 * @param linked names in the content folder
 */
record PictureUses(Set<String> shown, Set<String> linked) {
    static PictureUses of(Site site, List<Page> pages) {
        Walk walk = new Walk(site);
        if (site.attachments().keySet().stream().anyMatch(Picture::isFile)) {
            walk.walk(pages);
        }
        return new PictureUses(walk.shown, walk.linked);
    }

    Set<Use> of(String name) {
        Set<Use> uses = EnumSet.noneOf(Use.class);
        if (shown.contains(name)) {
            uses.add(Use.SHOWN);
        }
        if (linked.contains(name)) {
            uses.add(Use.LINKED);
        }
        return uses;
    }

    private static final class Walk {
        private final Set<String> shown = new HashSet<>();
        private final Set<String> linked = new HashSet<>();
        /** What was looked up: thousands of pages may show one picture. */
        private final Set<String> seenShown = new HashSet<>();

        private final Set<String> seenLinked = new HashSet<>();
        private final Site site;

        Walk(Site site) {
            this.site = site;
        }

        void walk(List<Page> pages) {
            for (Page page : pages) {
                page.body().ifPresent(body -> add(page.id().name(), body));
            }
            site.publication().bodies().forEach(body -> add("publication.yaml", body));
            site.settings().notice().ifPresent(body -> add("site.yaml", body));
            site.publication().institutions().stream()
                    .map(Institution::logo)
                    .flatMap(Optional::stream)
                    .map(PictureField::path)
                    .forEach(shown::add);
            site.settings().image().map(PictureField::path).ifPresent(linked::add);
        }

        private void add(String from, Body body) {
            add(from, body.outline().images(), shown, seenShown);
            add(from, body.outline().links(), linked, seenLinked);
        }

        private void add(String from, List<Outline.Reference> references, Set<String> names, Set<String> seen) {
            for (Outline.Reference reference : references) {
                String target = reference.target();
                if (Picture.isNamedBy(target) && seen.add(from.substring(0, from.lastIndexOf('/') + 1) + target)) {
                    site.resolve(from, target).flatMap(LinkTarget::file).ifPresent(file -> names.add(file.value()));
                }
            }
        }
    }
}
