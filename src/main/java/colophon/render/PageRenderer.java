package colophon.render;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.CaseStudy;
import colophon.model.Contributor;
import colophon.model.Direction;
import colophon.model.Download;
import colophon.model.Edition.Format;
import colophon.model.Fingerprint.Part;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Phrase;
import colophon.model.PictureField;
import colophon.model.Prose.Medium;
import colophon.model.Publication;
import colophon.model.Site;
import colophon.model.Site.Attachment;
import colophon.model.SitePath;
import colophon.model.SiteSettings;
import colophon.model.Titles;
import colophon.render.PageView.CountryView;
import colophon.render.PageView.MetaView;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** Draws the pages of a site. Safe for use by several threads. */
public final class PageRenderer {
    private static final SitePath FALLBACK_IMAGE = new SitePath("assets/icons/card.png");
    private static final Site.ImageSize CARD_SIZE = new Site.ImageSize(1200, 630);

    /** The function that draws a part once for many pages. */
    static final String SHARED = "shared";

    private final Site site;
    private final List<Download> downloads;
    private final Templates templates;
    private final Assets assets;
    private final Citations citations;
    private final Function<Page, Optional<SitePath>> cards;
    private final Problems problems;
    private final SharedParts shared = new SharedParts(this::part);

    /**
     * @param downloads the files made or found so far, measured
     * @param cards where the picture is that was drawn for a page, if there is one
     */
    public PageRenderer(
            Site site,
            List<Download> downloads,
            Templates templates,
            Assets assets,
            Citations citations,
            Function<Page, Optional<SitePath>> cards,
            Problems problems) {
        this.citations = citations;
        this.cards = cards;
        this.site = site;
        this.downloads = List.copyOf(downloads);
        this.templates = templates;
        this.assets = assets;
        this.problems = problems;
    }

    /** A page as HTML in UTF-8, and which lists of other things its template looked at. */
    public record Drawn(byte[] html, Set<Part> asked) {}

    /** Draws a page; nothing when its template has a mistake. */
    public Optional<Drawn> render(Page page) {
        Viewer viewer = viewer(page, links(page));
        Map<String, Supplier<?>> model = new HashMap<>(viewer.model());
        model.put("page", () -> view(page, viewer));
        model.put(SHARED, () -> (Function<String, Markup>) name -> shared(name, page, viewer));
        return templates
                .render(page.kind().template(), model, page.origin(), problems)
                .map(html -> new Drawn(html, viewer.asked()));
    }

    private Viewer viewer(Page page, Links links) {
        Drawing drawing = new Drawing(site, page, links, Medium.WEB, name -> links.file(asset(name)), citations);
        return new Viewer(drawing, downloads, new DirectiveRenderer(templates, problems));
    }

    private Links links(Page page) {
        return page.kind() == PageKind.NOT_FOUND ? Links.below(basePath()) : Links.relative(page.path());
    }

    /** The template that a name means to that function: names start from the root, with a slash in front or without. */
    static String sharedTemplate(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private Markup shared(String name, Page page, Viewer viewer) {
        String template = sharedTemplate(name);
        if (!templates.has(template)) {
            throw templates.missing(template);
        }
        Optional<SharedParts.Drawn> part = shared.get(page, template);
        part.ifPresent(it -> viewer.asks(it.asked()));
        return part.map(SharedParts.Drawn::html).orElse(Markup.EMPTY);
    }

    /** Draws a part of a page that others may have too. */
    private Optional<SharedParts.Drawn> part(Page page, String template) {
        SharedParts.Noted links = new SharedParts.Noted(links(page));
        Viewer viewer = viewer(page, links);
        AtomicBoolean isOfPage = new AtomicBoolean();
        Map<String, Supplier<?>> model = new HashMap<>(viewer.model());
        model.put("page", () -> {
            isOfPage.set(true);
            return view(page, viewer);
        });
        return templates
                .render(template, model, page.origin(), problems)
                .map(html -> new SharedParts.Drawn(Markup.of(html), viewer.asked(), links.targets(), isOfPage.get()));
    }

    /** The path of the site's address, for the one page that is shown at any address. */
    private URI basePath() {
        return URI.create(site.settings().address().getRawPath());
    }

    private SitePath asset(String name) {
        return assets.path(name)
                .orElseThrow(() -> new Templates.Missing(
                        Rule.TEMPLATE_INVALID, "no file named \"" + name + "\" in site-assets/", assets.help(name)));
    }

    private PageView view(Page page, Viewer viewer) {
        Publication work = site.publication();
        List<Contributor> authors = page.authors().isEmpty() ? work.authors() : page.authors();
        String title = titleTag(page);
        String description = description(page, viewer);
        String canonical = page.path().below(site.settings().address());
        List<Download> own = own(page, downloads);
        Titles titles = page.kind() == PageKind.LANDING ? work.titles() : page.titles();
        List<MetaView> meta =
                new HeadMetadata(site, page, authors, pdf(page)).tags(title, description, socialImage(page));
        return new PageView(
                page.kind().label(),
                page.title(),
                viewer.head("title", titles.title()),
                page.menuTitle(),
                titles.subtitle().map(Phrase::text).orElse(null),
                titles.subtitle()
                        .map(subtitle -> viewer.head("subtitle", subtitle))
                        .orElse(null),
                page.summary().isEmpty() ? null : viewer.summary(page),
                page.summary().isEmpty() ? null : viewer.head("summary", page.summary()),
                viewer.eyebrow(page),
                viewer.text(),
                page.id().language(),
                Direction.ofLanguage(page.id().language()).code(),
                page.kind() == PageKind.NOT_FOUND ? null : canonical,
                title,
                description,
                meta,
                HeadMetadata.html(meta),
                breadcrumbs(page, viewer),
                page.body().map(body -> viewer.contents(body, "#")).orElse(List.of()),
                neighbour(site, page, -1).map(viewer::link).orElse(null),
                neighbour(site, page, 1).map(viewer::link).orElse(null),
                parent(page).map(viewer::link).orElse(null),
                page.authors().stream().map(viewer::person).toList(),
                page.date()
                        .or(() -> page.kind() == PageKind.LANDING ? Optional.of(work.date()) : Optional.empty())
                        .map(date -> DateView.of(date, page.id().language()))
                        .orElse(null),
                viewer.facts(),
                page.caseStudy().flatMap(CaseStudy::region).orElse(null),
                page.caseStudy()
                        .flatMap(CaseStudy::country)
                        .map(code -> new CountryView(
                                code, viewer.countryName(code, page.id().language())))
                        .orElse(null),
                viewer.map(page).orElse(null),
                page.order() == Integer.MAX_VALUE ? 0 : page.order(),
                page.minutes(),
                page.words(),
                viewer.references(),
                own.stream().map(viewer::download).toList(),
                page.draft(),
                page.embargo()
                        .map(end -> DateView.of(end, page.id().language()))
                        .orElse(null),
                page.keywords(),
                page.kind() == PageKind.BRIEF || page.kind() == PageKind.CASE_STUDY
                        ? Markup.of(Citation.html(page, authors, work, canonical))
                        : null);
    }

    /**
     * The picture for link previews: that of the site where its author chose one, of briefs and case studies their own; without one that
     * was drawn, the theme's.
     */
    private HeadMetadata.SocialImage socialImage(Page page) {
        SiteSettings settings = site.settings();
        boolean own = page.kind() == PageKind.BRIEF || page.kind() == PageKind.CASE_STUDY;
        Optional<Attachment> chosen = settings.image().map(PictureField::path).map(site.attachments()::get);
        Optional<SitePath> drawn = cards.apply(page).filter(card -> own || chosen.isEmpty());
        if (drawn.isPresent()) {
            Page work =
                    page.kind().isWork() ? page : site.page(PageKind.LANDING).orElseThrow();
            return new HeadMetadata.SocialImage(
                    drawn.get().below(settings.address()),
                    CardText.of(site, work).description(),
                    Optional.of(CARD_SIZE));
        }
        SitePath theme = assets.path("icons/card.png").orElse(FALLBACK_IMAGE);
        return new HeadMetadata.SocialImage(
                chosen.map(Attachment::path).orElse(theme).below(settings.address()),
                settings.imageAlt().orElse(settings.title().text()),
                chosen.isPresent() ? chosen.get().size() : Optional.of(CARD_SIZE));
    }

    /** The PDF of the work on a page, where there is one. */
    private Optional<Download> pdf(Page page) {
        return own(page, downloads).stream()
                .filter(it -> it.edition().format() == Format.PDF)
                .findFirst();
    }

    /** The editions of the work on a page. */
    static List<Download> own(Page page, List<Download> downloads) {
        if (downloads.isEmpty() || !page.kind().isWork()) {
            return List.of();
        }
        return downloads.stream().filter(it -> it.edition().work().equals(page)).toList();
    }

    /** What is offered on every page that offers the publication. */
    static List<Download> ofPublication(List<Download> downloads) {
        return downloads.stream().filter(Download::isOfPublication).toList();
    }

    /** "Vietnam · The Article II Mandate". */
    private String titleTag(Page page) {
        String work = site.publication().title();
        return switch (page.kind()) {
            case LANDING -> site.publication().fullTitle();
            default ->
                page.title().equals(work) ? Viewer.titleOf(page.kind()) + " · " + work : page.title() + " · " + work;
        };
    }

    private String description(Page page, Viewer viewer) {
        String list = switch (page.kind()) {
            case REPORT -> "Contents of the report: ";
            case CASE_STUDIES -> "The case studies of ";
            case AUTHORS -> "Who made ";
            case FIGURES -> "Figures, tables and boxes of ";
            case REFERENCES -> "Works cited in ";
            case DATA -> "The data behind ";
            case GLOSSARY -> "Terms and abbreviations in ";
            default -> "";
        };
        if (!page.summary().isEmpty()) {
            return viewer.summary(page);
        }
        return list.isEmpty()
                ? site.settings().description().text()
                : list + site.publication().fullTitle();
    }

    private List<LinkView> breadcrumbs(Page page, Viewer viewer) {
        List<LinkView> trail = new ArrayList<>();
        for (Optional<Page> up = parent(page); up.isPresent(); up = parent(up.get())) {
            trail.add(0, LinkView.of(up.get().titles().menu(), viewer.href(up.get())));
        }
        return List.copyOf(trail);
    }

    private Optional<Page> parent(Page page) {
        return switch (page.kind()) {
            case LANDING, NOT_FOUND -> Optional.empty();
            case CHAPTER -> site.page(PageKind.REPORT);
            case CASE_STUDY -> site.page(PageKind.CASE_STUDIES);
            default -> site.page(PageKind.LANDING);
        };
    }

    /** The chapter or case study before or after one; its order is its place among its kind. */
    static Optional<Page> neighbour(Site site, Page page, int step) {
        boolean inSequence = page.kind() == PageKind.CHAPTER || page.kind() == PageKind.CASE_STUDY;
        List<Page> siblings = inSequence ? site.pages(page.kind()) : List.of();
        int index = page.order() - 1 + step;
        return index >= 0 && index < siblings.size() ? Optional.of(siblings.get(index)) : Optional.empty();
    }
}
