package colophon.render;

import colophon.diag.Problems;
import colophon.model.CaseStudy;
import colophon.model.Edition;
import colophon.model.Fingerprint.Part;
import colophon.model.Page;
import colophon.model.Prose.Medium;
import colophon.model.Publication;
import colophon.model.Site;
import colophon.model.SourceDigest;
import colophon.render.EditionView.PartView;
import colophon.render.PageView.FactView;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Draws several pages as one document for print, as XHTML. Safe for use by several threads. */
public final class EditionRenderer {
    /** The template of printed editions. */
    public static final String TEMPLATE = "print/edition.ftlh";

    private final Site site;
    private final Templates templates;
    private final Citations citations;
    private final Problems problems;

    public EditionRenderer(Site site, Templates templates, Citations citations, Problems problems) {
        this.citations = citations;
        this.site = site;
        this.templates = templates;
        this.problems = problems;
    }

    /** A document, and which lists of other things its template looked at. */
    public record Drawn(String xhtml, Set<Part> asked) {}

    /** Draws an edition; nothing when its template has a mistake. */
    public Optional<Drawn> render(Edition file) {

        Page work = file.work();
        Set<Page> included = new LinkedHashSet<>(file.pages());
        URI address = site.settings().address();
        Publication publication = site.publication();
        boolean whole = file.isReport();
        List<Viewer> viewers = new ArrayList<>();
        Viewer viewer = viewer(work, Links.print(work, included, address));
        viewers.add(viewer);
        EditionView edition = new EditionView(
                whole ? publication.title() : work.title(),
                whole ? publication.subtitle().orElse(null) : work.subtitle().orElse(null),
                whole ? publication.kind().orElse(null) : viewer.eyebrow(work),
                publication.language(),
                DateView.of(work.date().orElse(publication.date()), publication.language()),
                (whole || work.authors().isEmpty() ? publication.authors() : work.authors())
                        .stream().map(viewer::person).toList(),
                file.pages().stream()
                        .map(page -> {
                            Viewer own = viewer(page, Links.print(page, included, address));
                            viewers.add(own);
                            return part(page, own);
                        })
                        .toList(),
                viewer.lists(site.numbering().all().stream()
                        .filter(entry -> included.contains(entry.page()))
                        .toList()),
                viewer.references(included),
                site.settings().notice().map(body -> viewer.inline(body)).orElse(null),
                file.path().fileName(),
                SourceDigest.shown(site.sourceDigest(file)));
        Map<String, Supplier<?>> model = new HashMap<>(viewer.model());
        model.put("edition", () -> edition);
        return templates
                .render(TEMPLATE, model, viewer.encoded(), work.origin(), problems)
                .map(xhtml -> {
                    Set<Part> asked = EnumSet.noneOf(Part.class);
                    viewers.forEach(it -> asked.addAll(it.asked()));
                    return new Drawn(new String(xhtml, StandardCharsets.UTF_8), asked);
                });
    }

    private Viewer viewer(Page page, Links links) {
        Drawing drawing = new Drawing(site, page, links, Medium.PRINT, name -> name, citations);
        return new Viewer(drawing, List.of(), new DirectiveRenderer(templates, problems));
    }

    private static PartView part(Page page, Viewer viewer) {
        String key = page.id().key();
        return new PartView(
                key,
                page.kind().label(),
                page.title(),
                page.subtitle().orElse(null),
                viewer.eyebrow(page),
                page.order(),
                page.authors().stream().map(viewer::person).toList(),
                page.summary().isEmpty() ? null : page.summary(),
                page.caseStudy().map(CaseStudy::facts).orElse(List.of()).stream()
                        .map(fact -> new FactView(fact.label(), fact.value()))
                        .toList(),
                viewer.map(page).orElse(null),
                viewer.text(),
                page.body()
                        .map(body -> PageRenderer.contents(body, page.id().language(), "#" + key + "--"))
                        .orElse(List.of()));
    }
}
