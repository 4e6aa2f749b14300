package colophon.render;

import colophon.model.Body;
import colophon.model.CaseStudy;
import colophon.model.Contributor;
import colophon.model.Contributor.Role;
import colophon.model.Download;
import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.Fingerprint.Part;
import colophon.model.Glossary;
import colophon.model.Institution;
import colophon.model.Lazy;
import colophon.model.Numbering.Entry;
import colophon.model.Outline;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Phrase;
import colophon.model.PlainText;
import colophon.model.Prose.Form;
import colophon.model.Prose.Medium;
import colophon.model.Publication;
import colophon.model.Publication.Identifiers;
import colophon.model.Publication.KeyFinding;
import colophon.model.Series;
import colophon.model.Site;
import colophon.model.Site.Attachment;
import colophon.model.SiteSettings;
import colophon.model.SourceDigest;
import colophon.model.WebAddress;
import colophon.render.ItemListView.ItemView;
import colophon.render.PageView.ContentsView;
import colophon.render.PageView.FactView;
import colophon.render.PublicationView.FunderView;
import colophon.render.PublicationView.IdentifierView;
import colophon.render.PublicationView.InstitutionView;
import colophon.render.PublicationView.KeyFindingView;
import colophon.render.PublicationView.LicenceView;
import colophon.render.PublicationView.RoleView;
import colophon.render.PublicationView.SeriesView;
import colophon.render.ReferenceView.PlaceView;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the views that all templates share, with links as one document needs them. */
final class Viewer {
    /** Links in the settings start from the content folder. */
    private static final String PUBLICATION = "publication.yaml";

    private final Drawing drawing;
    private final Site site;
    private final List<Download> downloads;
    private final Links links;
    /** The page that is drawn; nothing in it is linked to as another. */
    private final Page here;
    /** The lists of other pages and of files that the template looked at. */
    private final Set<Part> asked = EnumSet.noneOf(Part.class);

    private final Phrases phrases;
    private final TextFiller own;
    private final TextFiller settings;

    /** @param directives draws the directives of all texts */
    Viewer(Drawing drawing, List<Download> downloads, DirectiveRenderer directives) {
        this.drawing = drawing;
        this.site = drawing.site();
        this.downloads = downloads;
        this.links = drawing.links();
        this.here = drawing.page();
        this.phrases = new Phrases(site, drawing.citations());
        this.own = filler(Optional.of(here), directives);
        this.settings = filler(Optional.empty(), directives);
    }

    private TextFiller filler(Optional<Page> page, DirectiveRenderer directives) {
        return new TextFiller(
                site,
                links,
                page,
                (body, place, inside, texts) -> directives.draw(drawing, page, body, place, inside, texts, model()),
                drawing.citations());
    }

    /** What every template may ask for. */
    Map<String, Supplier<?>> model() {
        return Map.of("site", this::site, "publication", this::publication);
    }

    SiteView site() {
        SiteSettings settings = site.settings();
        List<LinkView> menu = new ArrayList<>();
        List<LinkView> footer = new ArrayList<>();
        // What files to keep are made from does not cover pages that are only in menus.
        if (drawing.medium() == Medium.WEB) {
            for (PageKind kind : List.of(PageKind.REPORT, PageKind.BRIEF, PageKind.CASE_STUDIES, PageKind.AUTHORS)) {
                site.page(kind).ifPresent(page -> menu.add(link(page, menuTitle(page))));
            }
            Stream.concat(PageKind.BACK_MATTER.stream(), Stream.of(PageKind.PAGE))
                    .flatMap(kind -> site.pages(kind).stream())
                    .forEach(page -> footer.add(link(page, page.titles().menu())));
        }
        return new SiteView(
                settings.title().text(),
                html(settings.title()),
                settings.description().text(),
                html(settings.description()),
                href(site.page(PageKind.LANDING).orElseThrow()),
                settings.notice().map(body -> inline(body)).orElse(null),
                settings.indexable(),
                settings.publisher().orElse(null),
                settings.contact().orElse(null),
                settings.contact()
                        .map(contact -> contact.contains("://") ? contact : "mailto:" + contact)
                        .orElse(null),
                List.copyOf(menu),
                List.copyOf(footer),
                settings.generator(),
                drawing.assets());
    }

    /** The works that the page cites, with the places that do. */
    List<ReferenceView> references() {
        return drawing.citations().of(here).map(this::references).orElse(List.of());
    }

    private List<ReferenceView> references(PageCitations cited) {
        return references(cited.keys(), key -> places(cited.places(key)));
    }

    /** "the text", or "the text (1)", "(2)" where the text cites a work more than once, and "note 3". */
    private static List<PlaceView> places(List<PageCitations.Place> places) {
        long inText = places.stream().filter(place -> place.note() == 0).count();
        List<PlaceView> views = new ArrayList<>();
        for (PageCitations.Place place : places) {
            String number = "(" + (views.size() + 1) + ")";
            String title = place.note() > 0
                    ? "note " + place.note()
                    : inText == 1 ? "the text" : views.isEmpty() ? "the text " + number : number;
            views.add(new PlaceView("#" + place.id(), title));
        }
        return views;
    }

    /** Works in the order of the style; those that it does not print in a list are left out. */
    private List<ReferenceView> references(Collection<String> keys, Function<String, List<PlaceView>> places) {
        List<ReferenceView> references = new ArrayList<>();
        drawing.citations().entries(keys).forEach((key, entry) -> {
            String text = entry.replace("<a href", "<a class=\"external\" href");
            references.add(new ReferenceView(PageCitations.entryId(key), Markup.of(text), places.apply(key)));
        });
        return references;
    }

    /** The works that some pages cite, with the pages that do. */
    List<ReferenceView> references(Collection<Page> pages) {
        Map<String, List<Page>> citing = site.citing(pages);
        return references(
                citing.keySet(),
                key -> citing.get(key).stream()
                        .map(page -> new PlaceView(links.page(page, Optional.of(place(page, key))), page.menuTitle()))
                        .toList());
    }

    /** Where a page has a work: in its own list on the web, where it cites it first elsewhere. */
    private String place(Page page, String key) {
        return drawing.medium() == Medium.WEB
                ? PageCitations.entryId(key)
                : drawing.citations().of(page).orElseThrow().places(key).get(0).id();
    }

    /** The works that the pages of a printed document cite, with each place that does. */
    List<ReferenceView> printedReferences(Collection<Page> pages) {
        Map<String, List<Page>> citing = site.citing(pages);
        return references(
                citing.keySet(),
                key -> citing.get(key).stream()
                        .flatMap(page -> drawing.citations().of(page).stream()
                                .flatMap(cited -> cited.places(key).stream())
                                .map(place ->
                                        new PlaceView(links.page(page, Optional.of(place.id())), page.menuTitle())))
                        .toList());
    }

    /** The entries of the glossary, as a dictionary has them. */
    private List<Glossary.Entry> terms() {
        Collator collator =
                Collator.getInstance(Locale.forLanguageTag(site.publication().language()));
        return site.glossary().entries().stream()
                .sorted(Comparator.comparing(Glossary.Entry::heading, collator::compare)
                        .thenComparing(Glossary.Entry::id))
                .toList();
    }

    private GlossaryView term(Glossary.Entry entry) {
        boolean isShort = entry.abbreviation().isPresent();
        String whole = Typographer.of(site.publication().language()).set(capital(entry.name()));
        return new GlossaryView(
                entry.id(),
                isShort ? entry.heading() : whole,
                isShort ? whole : null,
                html(entry.definition()),
                site.using(entry).stream()
                        .map(page -> new PlaceView(href(page), page.menuTitle()))
                        .toList());
    }

    private static String capital(String words) {
        int end = words.offsetByCodePoints(0, 1);
        return words.substring(0, end).toUpperCase(Locale.ROOT) + words.substring(end);
    }

    /** Numbered items by series. */
    List<ItemListView> lists(List<Entry> entries) {
        return site.numbering().series().stream()
                .map(series -> list(series, entries))
                .filter(list -> !list.items().isEmpty())
                .toList();
    }

    private ItemListView list(Series series, List<Entry> entries) {
        return new ItemListView(
                series.plural(),
                entries.stream()
                        .filter(entry -> entry.series() == series)
                        .map(this::item)
                        .toList());
    }

    private ItemView item(Entry entry) {
        return new ItemView(
                entry.label(),
                phrases.text(entry.title(), entry.page()),
                phrases.html(entry.title(), entry.page()),
                links.page(entry.page(), Optional.of(entry.id())),
                entry.page().menuTitle());
    }

    private static Phrase menuTitle(Page page) {
        return switch (page.kind()) {
            case REPORT -> Phrase.of("Report");
            case BRIEF -> Phrase.of("Brief");
            default -> page.titles().menu();
        };
    }

    /** The parts of the site that were looked at, of those that most pages do not look at. */
    Set<Part> asked() {
        return asked;
    }

    /** A part of the document that was drawn before looked at these. */
    void asks(Set<Part> parts) {
        asked.addAll(parts);
    }

    private List<DownloadView> downloads() {
        return new AskedList<>(PageRenderer.ofPublication(downloads), this::download, () -> asked.add(Part.DOWNLOADS));
    }

    private List<CardView> cards(PageKind kind, Part part) {
        return new AskedList<>(site.pages(kind), this::card, () -> asked.add(part));
    }

    PublicationView publication() {
        Publication work = site.publication();
        String address = site.page(PageKind.LANDING)
                .orElseThrow()
                .path()
                .below(site.settings().address());
        return new PublicationView(
                work.title(),
                html(work.titles().title()),
                work.subtitle().orElse(null),
                work.titles().subtitle().map(Viewer::html).orElse(null),
                work.kind().orElse(null),
                DateView.of(work.date(), work.language()),
                work.version().orElse(null),
                block(work.summary()),
                keyFindings(work.keyFindings()),
                roles(work),
                work.institutions().stream().map(this::institution).toList(),
                work.funders().stream()
                        .map(funder -> new FunderView(
                                funder.name(),
                                funder.url().orElse(null),
                                funder.award().orElse(null),
                                block(funder.acknowledgement())))
                        .toList(),
                work.licence()
                        .map(it -> new LicenceView(
                                it.name(),
                                it.url().orElse(null),
                                it.statement().map(Viewer::html).orElse(null)))
                        .orElse(null),
                identifiers(work.identifiers()),
                work.series()
                        .map(it -> new SeriesView(html(it.title()), it.number().orElse(null)))
                        .orElse(null),
                work.keywords(),
                work.related().stream()
                        .map(it -> new LinkView(
                                it.title().text(),
                                html(it.title()),
                                it.url(),
                                false,
                                it.kind().orElse(null),
                                it.date()
                                        .map(date -> DateView.of(date, work.language())
                                                .text())
                                        .orElse(null)))
                        .toList(),
                Markup.of(Citation.html(work, address)),
                Citation.text(work, address),
                downloads(),
                cards(PageKind.CHAPTER, Part.CHAPTERS),
                cards(PageKind.CASE_STUDY, Part.CASE_STUDIES),
                site.page(PageKind.BRIEF).map(this::card).orElse(null),
                new AskedList<>(
                        site.numbering().series(),
                        series -> list(series, site.numbering().all()),
                        () -> asked.add(Part.ITEMS)),
                new AskedList<>(
                        new Lazy<>(() -> references(site.pages())),
                        reference -> reference,
                        () -> asked.add(Part.REFERENCES)),
                new AskedList<>(
                        new Lazy<>(() -> new DataDirectives(drawing).datasets()),
                        data -> data,
                        () -> asked.add(Part.DATA)),
                new AskedList<>(new Lazy<>(this::terms), this::term, () -> asked.add(Part.GLOSSARY)),
                site.page(PageKind.REPORT).map(this::href).orElse(null),
                site.page(PageKind.CASE_STUDIES).map(this::href).orElse(null),
                site.page(PageKind.AUTHORS).map(this::href).orElse(null),
                site.page(PageKind.FIGURES).map(this::href).orElse(null),
                site.page(PageKind.REFERENCES).map(this::href).orElse(null),
                site.page(PageKind.DATA).map(this::href).orElse(null),
                site.page(PageKind.GLOSSARY).map(this::href).orElse(null),
                work.identifiers().url().orElse(null));
    }

    private List<KeyFindingView> keyFindings(List<KeyFinding> findings) {
        List<KeyFindingView> views = new ArrayList<>();
        for (KeyFinding finding : findings) {
            int number = views.size() + 1;
            views.add(new KeyFindingView(
                    number,
                    "finding-" + number,
                    finding.title().map(Phrase::text).orElse(null),
                    finding.title().map(Viewer::html).orElse(null),
                    inline(finding.text())));
        }
        return views;
    }

    private List<RoleView> roles(Publication work) {
        List<RoleView> roles = new ArrayList<>();
        for (Role role : Role.values()) {
            List<PersonView> people = work.with(role).stream().map(this::person).toList();
            if (!people.isEmpty()) {
                roles.add(new RoleView(role.label(people.size()), people));
            }
        }
        return roles;
    }

    private InstitutionView institution(Institution it) {
        return new InstitutionView(
                it.name(),
                it.shortName().orElse(null),
                it.place().orElse(null),
                it.url().orElse(null),
                it.ror().map(id -> "https://ror.org/" + id).orElse(null),
                it.logo().map(logo -> image(logo.path(), it.name())).orElse(null),
                it.about().map(about -> block(about)).orElse(null));
    }

    private ImageView image(String name, String alt) {
        Attachment file = site.attachments().get(name);
        Optional<Site.ImageSize> size = file.size();
        return new ImageView(
                links.picture(file),
                size.map(Site.ImageSize::width).orElse(null),
                size.map(Site.ImageSize::height).orElse(null),
                alt);
    }

    private static List<IdentifierView> identifiers(Identifiers ids) {
        List<IdentifierView> views = new ArrayList<>();
        ids.doi()
                .ifPresent(
                        doi -> views.add(new IdentifierView("DOI", "https://doi.org/" + doi, WebAddress.ofDoi(doi))));
        ids.isbn().ifPresent(isbn -> views.add(new IdentifierView("ISBN", isbn, null)));
        ids.issn().ifPresent(issn -> views.add(new IdentifierView("ISSN", issn, null)));
        ids.number().ifPresent(number -> views.add(new IdentifierView("Report number", number, null)));
        return views;
    }

    PersonView person(Contributor it) {
        return new PersonView(
                PlainText.slug(it.name()),
                it.name(),
                it.nativeName().map(Contributor.NativeName::text).orElse(null),
                it.nativeName().map(Contributor.NativeName::language).orElse(null),
                it.position().orElse(null),
                it.institution()
                        .flatMap(site.publication()::institution)
                        .map(Institution::name)
                        .orElse(null),
                it.orcid().orElse(null),
                it.orcid().map(id -> "https://orcid.org/" + id).orElse(null),
                it.about().map(about -> block(about)).orElse(null),
                it.roles().stream().map(role -> role.label(1)).toList());
    }

    DownloadView download(Download it) {
        return new DownloadView(
                label(it.edition()),
                links.file(it.path()),
                it.details(),
                it.language(),
                it.path().fileName(),
                it.source().map(SourceDigest::shown).orElse(null),
                it.pending(),
                it.edition().format() == Format.PRESS);
    }

    private static String label(Edition edition) {
        if (edition.format() == Format.PRESS) {
            return "Download for Printing";
        }
        boolean isBook = edition.format() == Format.EPUB;
        return switch (edition.work().kind()) {
            case BRIEF -> isBook ? "Download the Brief as EPUB" : "Download the Brief";
            case CASE_STUDY -> isBook ? "Download the Case Study as EPUB" : "Download the Case Study";
            default -> isBook ? "Download the EPUB" : "Download the Report";
        };
    }

    CardView card(Page page) {
        return new CardView(
                page.title(),
                html(page.titles().title()),
                page.menuTitle(),
                href(page),
                summary(page),
                phrases.html(page.summary(), page),
                eyebrow(page),
                page.caseStudy().flatMap(CaseStudy::region).orElse(null),
                page.order(),
                // Who holds a printed page does not ask how long another takes.
                drawing.medium() == Medium.WEB ? page.minutes() : 0,
                page.equals(here));
    }

    /** A title, which has nothing in it that only the site knows. */
    static Markup html(Phrase phrase) {
        return Markup.of(phrase.markup());
    }

    /** A link with the title of the page. */
    LinkView link(Page page) {
        return link(page, page.titles().title());
    }

    LinkView link(Page page, Phrase title) {
        return new LinkView(
                title.text(),
                html(title),
                href(page),
                page.equals(here) || isBelow(page),
                eyebrow(page),
                summary(page));
    }

    /** The list a page belongs to counts as current too. */
    private boolean isBelow(Page list) {
        return here != null
                && (list.kind() == PageKind.REPORT && here.kind() == PageKind.CHAPTER
                        || list.kind() == PageKind.CASE_STUDIES && here.kind() == PageKind.CASE_STUDY);
    }

    String href(Page page) {
        return links.page(page, Optional.empty());
    }

    /** The small line above a title. */
    String eyebrow(Page page) {
        return switch (page.kind()) {
            case CHAPTER -> "Chapter " + page.order();
            case BRIEF -> "Brief";
            case CASE_STUDY ->
                page.caseStudy()
                        .flatMap(CaseStudy::country)
                        .map(code -> countryName(code, page.id().language()))
                        .orElse("Institution");
            default -> null;
        };
    }

    /** A kind's name as a title, for pages that are called like the work itself. */
    static String titleOf(PageKind kind) {
        String label = kind.label().replace('-', ' ');
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    /** The name that the site has for a country, on maps and elsewhere. */
    String countryName(String code, String language) {
        return site.settings().maps().name(code, language).orElse(code);
    }

    /** The map of a case study, or of all of them. */
    Optional<MapView> map(Page page) {
        return switch (page.kind()) {
            case CASE_STUDY -> new Maps(drawing).of(page);
            case CASE_STUDIES -> new Maps(drawing).overview(page);
            default -> Optional.empty();
        };
    }

    /** The headings of the second level, each with those of the third below it. */
    List<ContentsView> contents(Body body, String prefix) {
        List<ContentsView> contents = new ArrayList<>();
        for (Outline.Heading heading : body.outline().headings()) {
            ContentsView entry = new ContentsView(
                    phrases.text(heading.text(), here),
                    phrases.html(heading.text(), here),
                    prefix + heading.id(),
                    new ArrayList<>());
            if (heading.level() <= 2 || contents.isEmpty()) {
                contents.add(entry);
            } else if (heading.level() == 3) {
                contents.get(contents.size() - 1).children().add(entry);
            }
        }
        return contents;
    }

    /** A text at the head of the page, in its own place. */
    Markup head(String name, Phrase phrase) {
        return here.body()
                .flatMap(body -> body.head(form(true), name)
                        .map(prose -> Markup.of(own.fill(prose, body, here.id().name()))))
                .orElseGet(() -> html(phrase));
    }

    /** The summary of a page in words, for all other places. */
    String summary(Page page) {
        return phrases.text(page.summary(), page);
    }

    /** The table of key facts. */
    List<FactView> facts() {
        List<FactView> views = new ArrayList<>();
        for (CaseStudy.Fact fact : here.caseStudy().map(CaseStudy::facts).orElse(List.of())) {
            int number = views.size() + 1;
            views.add(new FactView(
                    head(CaseStudy.Fact.head(number, "label"), fact.label()),
                    head(CaseStudy.Fact.head(number, "value"), fact.value())));
        }
        return views;
    }

    /** The text of the page. */
    Markup text() {
        return here.body()
                .map(body -> markup(body, form(false), own, here.id().name()))
                .orElse(null);
    }

    /** A text of the settings. */
    private Markup block(Body body) {
        return markup(body, form(false), settings, PUBLICATION);
    }

    /** A text of the settings, for use within a sentence. */
    Markup inline(Body body) {
        return markup(body, form(true), settings, PUBLICATION);
    }

    private Markup markup(Body body, Form form, TextFiller filler, String file) {
        return Markup.of(filler.fill(body.prose(form), body, file));
    }

    private Form form(boolean inline) {
        return drawing.medium() == Medium.WEB
                ? inline ? Form.WEB_INLINE : Form.WEB_BLOCK
                : new Form(drawing.medium(), inline, links.idPrefix());
    }
}
