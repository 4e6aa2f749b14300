package colophon.render;

import colophon.diag.Problems;
import colophon.model.Contributor;
import colophon.model.Direction;
import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.Fingerprint.Part;
import colophon.model.Page;
import colophon.model.Phrase;
import colophon.model.Prose.Medium;
import colophon.model.Publication;
import colophon.model.Site;
import colophon.model.SourceDigest;
import colophon.model.Titles;
import colophon.render.EditionView.PartView;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
        Set<Page> included = new LinkedHashSet<>(file.pages());
        URI address = site.settings().address();
        Function<Page, Links> links = page -> Links.print(page, included, address);
        Viewer viewer = viewer(file.work(), links, Medium.PRINT);
        List<Viewer> viewers = new ArrayList<>(List.of(viewer));
        EditionView edition = view(file, viewer, links, Medium.PRINT, viewers);
        Map<String, Supplier<?>> model = new HashMap<>(viewer.model());
        model.put("edition", () -> edition);
        return draw(TEMPLATE, model, viewer, file.work()).map(xhtml -> {
            Set<Part> asked = EnumSet.noneOf(Part.class);
            viewers.forEach(it -> asked.addAll(it.asked()));
            return new Drawn(xhtml, asked);
        });
    }

    /** A document; nothing when its template has a mistake. */
    Optional<String> draw(String template, Map<String, Supplier<?>> model, Viewer viewer, Page page) {
        return templates
                .render(template, model, page.origin(), problems)
                .map(xhtml -> new String(xhtml, StandardCharsets.UTF_8));
    }

    /**
     * An edition as its templates see it.
     *
     * @param viewer of the page of the work
     * @param links those of the text of a page
     * @param viewers takes those of the pages
     */
    EditionView view(Edition file, Viewer viewer, Function<Page, Links> links, Medium medium, List<Viewer> viewers) {
        Page work = file.work();
        Set<Page> included = new LinkedHashSet<>(file.pages());
        Publication publication = site.publication();
        URI address = site.settings().address();
        boolean whole = file.isReport();
        Titles titles = whole ? publication.titles() : work.titles();
        List<Contributor> authors = whole || work.authors().isEmpty() ? publication.authors() : work.authors();
        return new EditionView(
                titles.title().text(),
                whole ? Viewer.html(titles.title()) : viewer.head("title", titles.title()),
                titles.subtitle().map(Phrase::text).orElse(null),
                titles.subtitle()
                        .map(subtitle -> whole ? Viewer.html(subtitle) : viewer.head("subtitle", subtitle))
                        .orElse(null),
                whole ? publication.kind().orElse(null) : viewer.eyebrow(work),
                publication.language(),
                Direction.ofLanguage(publication.language()).code(),
                DateView.of(work.date().orElse(publication.date()), publication.language()),
                authors.stream().map(viewer::person).toList(),
                file.pages().stream()
                        .map(page -> {
                            Viewer own = viewer(page, links, medium);
                            viewers.add(own);
                            return part(page, viewer.href(page), own, medium);
                        })
                        .toList(),
                viewer.lists(site.numbering().all().stream()
                        .filter(entry -> included.contains(entry.page()))
                        .toList()),
                medium == Medium.PRINT ? viewer.printedReferences(included) : viewer.references(included),
                site.settings().notice().map(body -> viewer.inline(body)).orElse(null),
                Markup.of(
                        whole
                                ? Citation.html(publication, work.path().below(address))
                                : Citation.html(
                                        work, authors, publication, work.path().below(address))),
                publication.print().paper().name().toLowerCase(Locale.ROOT),
                file.format() == Format.PRESS,
                file.path().fileName(),
                SourceDigest.shown(site.sourceDigest(file)));
    }

    Viewer viewer(Page page, Function<Page, Links> links, Medium medium) {
        Drawing drawing = new Drawing(site, page, links.apply(page), medium, name -> name, citations);
        return new Viewer(drawing, List.of(), new DirectiveRenderer(templates, problems));
    }

    private static PartView part(Page page, String href, Viewer viewer, Medium medium) {
        String key = page.id().key();
        String headings = medium == Medium.PRINT ? "#" + key + "--" : href + "#";
        return new PartView(
                key,
                href,
                page.kind().label(),
                page.title(),
                Viewer.html(page.titles().title()),
                viewer.head("title", page.titles().title()),
                page.menuTitle(),
                page.subtitle().orElse(null),
                page.titles().subtitle().map(Viewer::html).orElse(null),
                page.titles()
                        .subtitle()
                        .map(subtitle -> viewer.head("subtitle", subtitle))
                        .orElse(null),
                viewer.eyebrow(page),
                page.order(),
                page.authors().stream().map(viewer::person).toList(),
                page.summary().isEmpty() ? null : viewer.summary(page),
                page.summary().isEmpty() ? null : viewer.head("summary", page.summary()),
                viewer.facts(),
                viewer.map(page).orElse(null),
                viewer.text(),
                page.body().map(body -> viewer.contents(body, headings)).orElse(List.of()));
    }
}
