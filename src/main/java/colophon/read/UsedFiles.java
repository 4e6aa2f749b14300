package colophon.read;

import colophon.model.Body;
import colophon.model.Institution;
import colophon.model.LinkTarget;
import colophon.model.Outline;
import colophon.model.Page;
import colophon.model.PictureField;
import colophon.model.Publication;
import colophon.model.Site;
import colophon.read.PageMemory.Used;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Finds the files that texts and settings refer to. */
final class UsedFiles {
    private UsedFiles() {}

    /**
     * The files that a site uses.
     *
     * @param written all pages there are
     * @param kept those that are released
     * @param workers threads to share the work with
     */
    static Used of(Site site, List<Page> written, List<Page> kept, Executor workers) {
        Set<String> known = names(site, written);
        return new Used(
                known, kept.size() == written.size() ? known : names(site, kept), PictureUses.of(site, kept, workers));
    }

    /** Names of the files that some of the pages or the settings refer to. */
    private static Set<String> names(Site site, List<Page> pages) {
        Set<String> used = new HashSet<>();
        Publication publication = site.publication();
        List<Body> texts = new ArrayList<>(publication.bodies());
        site.settings().notice().ifPresent(texts::add);
        texts.forEach(text -> collect(site, SettingsFiles.PUBLICATION, text, used));
        int all = site.attachments().size();
        for (int i = 0; i < pages.size() && used.size() < all; i++) {
            Page page = pages.get(i);
            page.body().ifPresent(body -> collect(site, page.id().name(), body, used));
        }
        publication.institutions().stream()
                .map(Institution::logo)
                .flatMap(Optional::stream)
                .map(PictureField::path)
                .forEach(used::add);
        site.settings().image().map(PictureField::path).ifPresent(used::add);
        used.retainAll(site.attachments().keySet());
        return used;
    }

    private static void collect(Site site, String from, Body body, Set<String> used) {
        data(body, used);
        for (List<Outline.Reference> references :
                List.of(body.outline().links(), body.outline().images())) {
            for (Outline.Reference reference : references) {
                site.resolve(from, reference.target())
                        .flatMap(LinkTarget::file)
                        .ifPresent(file -> used.add(file.value()));
            }
        }
    }

    /** The data files that the directives of a text show, by their path in the content folder. */
    static void data(Body body, Set<String> names) {
        body.outline().items().stream()
                .filter(Outline.Item::directive)
                .flatMap(item -> item.value("data").stream())
                .map(Site::dataFile)
                .forEach(names::add);
    }
}
