package colophon.read;

import colophon.model.Batches;
import colophon.model.Body;
import colophon.model.Institution;
import colophon.model.LinkTarget;
import colophon.model.Outline;
import colophon.model.Page;
import colophon.model.Picture;
import colophon.model.PictureField;
import colophon.model.Site;
import colophon.model.Site.Attachment.Use;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Which pictures are shown in pages, and which are asked for at their own address.
 *
 * @param shown names in the content folder
 * @param linked names in the content folder
 */
record PictureUses(Set<String> shown, Set<String> linked) {
    /** @param workers threads to share the work with */
    static PictureUses of(Site site, List<Page> pages, Executor workers) {
        Set<String> shown = new HashSet<>();
        Set<String> linked = new HashSet<>();
        if (site.attachments().keySet().stream().anyMatch(Picture::isFile)) {
            List<Walk> walks = new ArrayList<>(Batches.share(pages, workers, some -> new Walk(site).pages(some)));
            walks.add(new Walk(site).settings());
            for (Walk walk : walks) {
                shown.addAll(walk.shown);
                linked.addAll(walk.linked);
            }
        }
        return new PictureUses(shown, linked);
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

        Walk pages(List<Page> pages) {
            for (Page page : pages) {
                page.body().ifPresent(body -> add(page.id().name(), body));
            }
            return this;
        }

        Walk settings() {
            site.publication().bodies().forEach(body -> add("publication.yaml", body));
            site.settings().notice().ifPresent(body -> add("site.yaml", body));
            site.publication().institutions().stream()
                    .map(Institution::logo)
                    .flatMap(Optional::stream)
                    .map(PictureField::path)
                    .forEach(shown::add);
            site.settings().image().map(PictureField::path).ifPresent(linked::add);
            return this;
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
