package colophon.render;

import colophon.model.Batches;
import colophon.model.Bibliography;
import colophon.model.Body;
import colophon.model.CaseStudy;
import colophon.model.Digest;
import colophon.model.DirectiveKind;
import colophon.model.Download;
import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.Fingerprint;
import colophon.model.Fingerprint.Part;
import colophon.model.Glossary;
import colophon.model.InputFile;
import colophon.model.Institution;
import colophon.model.Landmarks.Mark;
import colophon.model.Lazy;
import colophon.model.LinkTarget;
import colophon.model.Numbering;
import colophon.model.Outline;
import colophon.model.Outline.Item;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Phrase;
import colophon.model.PictureField;
import colophon.model.Site;
import colophon.model.Site.Attachment;
import colophon.model.Theme;
import colophon.model.Titles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/** Tells of every page and edition what it could depend on. Whatever a view shows must have a part here. */
public final class Fingerprints {
    private static final List<PageKind> IN_MENUS = Stream.concat(
                    Stream.of(
                            PageKind.LANDING,
                            PageKind.REPORT,
                            PageKind.BRIEF,
                            PageKind.CASE_STUDIES,
                            PageKind.AUTHORS,
                            PageKind.PAGE),
                    PageKind.BACK_MATTER.stream())
            .toList();

    private final Site site;
    private final Theme theme;
    private final TemplateClosure closure;
    private final Lazy<Long> style;
    private final Lazy<Lookalikes> lookalikes;
    private final List<Download> downloads;
    private final Map<Page, Long> facts = new HashMap<>();
    private final Map<PageKind, Fingerprint> common = new EnumMap<>(PageKind.class);

    /**
     * @param downloads the files behind the buttons, as far as they are known
     * @param cards what the cards of pages look like; 0 where there are none
     * @param workers threads to share the work with
     */
    public Fingerprints(
            Site site, Theme theme, Assets assets, List<Download> downloads, long cards, ExecutorService workers) {
        this.site = site;
        this.theme = theme;
        this.closure = new TemplateClosure(theme);
        this.downloads = downloads;
        this.style = new Lazy<>(() -> site.bibliography().orElseThrow().style().digest());
        this.lookalikes = new Lazy<>(() -> new Lookalikes(
                site.bibliography().orElseThrow(), site.citing(site.pages()).keySet()));
        Lazy<Fingerprint> things = new Lazy<>(this::things);
        workers.submit(things::get);
        Iterator<Page> page = site.pages().iterator();
        Batches.share(
                        site.pages(),
                        workers,
                        some -> some.stream().map(this::facts).toList())
                .forEach(some -> some.forEach(it -> facts.put(page.next(), it)));
        Fingerprint pages = Fingerprint.empty()
                .with(Part.SETTINGS, settings())
                .with(Part.ASSETS, new Digest().add(assets.digest()).add(cards).value())
                .with(Part.MENUS, facts(IN_MENUS))
                .with(Part.DOWNLOADS, buttons(PageRenderer.ofPublication(downloads)))
                .with(Part.CHAPTERS, facts(List.of(PageKind.CHAPTER)))
                .with(Part.CASE_STUDIES, facts(List.of(PageKind.CASE_STUDY)));
        Fingerprint shared = pages.with(things.get());
        for (PageKind kind : PageKind.values()) {
            common.put(kind, shared.with(Part.TEMPLATES, closure.digest(kind.template())));
        }
    }

    /** The lists of what stands on pages, and what a text can refer to. */
    private Fingerprint things() {
        return Fingerprint.empty()
                .with(Part.ITEMS, items(site.numbering().all()))
                .with(Part.REFERENCES, cited(site.pages()))
                .with(Part.DATA, datasets())
                .with(Part.GLOSSARY, glossary())
                .with(Part.SURROUNDINGS, surroundings());
    }

    /** All that a link or picture can lead to. */
    private long surroundings() {
        Digest digest = new Digest();
        for (Page page : site.pages()) {
            digest.add(page.id().name()).add(page.path().value());
        }
        site.attachments().keySet().forEach(path -> file(path, digest));
        site.tables()
                .forEach(path -> digest.add(site.attachments().get(path).file().digest()));
        site.numbering().labelled().values().forEach(places -> label(places.get(0), digest));
        site.bibliography().ifPresent(all -> {
            digest.add(style.get());
            all.references().forEach(reference -> digest.add(reference.digest()));
        });
        return digest.value();
    }

    /** The data files, and what shows them. */
    private long datasets() {
        Digest digest = new Digest();
        site.datasets().forEach(data -> {
            digest.add(data.file())
                    .add(site.attachments().get(data.file()).file().digest());
            Stream.of(data.title(), data.description(), data.source(), data.licence())
                    .forEach(text -> digest.add(text.map(Phrase::markup)));
            digest.add(data.sourceUrl());
            data.columns()
                    .forEach(column -> digest.add(column.name())
                            .add(column.meaning().map(Phrase::markup))
                            .add(column.unit().map(Phrase::markup)));
        });
        return site.datasets().isEmpty()
                ? digest.value()
                : digest.add(items(site.numbering().all())).value();
    }

    /** Terms with what they mean and the pages that use them. */
    private long glossary() {
        Digest digest = new Digest();
        for (Glossary.Entry entry : site.glossary().entries()) {
            digest.add(entry.id())
                    .add(entry.term())
                    .add(entry.abbreviation())
                    .add(entry.definition().markup());
            site.using(entry).forEach(page -> digest.add(page.path().value()).add(page.menuTitle()));
        }
        return digest.value();
    }

    /** Works with the pages that cite them. */
    private long cited(Collection<Page> pages) {
        Digest digest = new Digest();
        site.citing(pages).forEach((key, citing) -> {
            reference(key, digest);
            citing.forEach(page -> digest.add(page.path().value()).add(page.menuTitle()));
        });
        return digest.value();
    }

    /** A work as its style prints it: with what tells it apart from others that look like it. */
    private void reference(String key, Digest digest) {
        Bibliography all = site.bibliography().orElseThrow();
        digest.add(style.get());
        all.find(key).ifPresent(reference -> {
            digest.add(reference.digest());
            digest.add(lookalikes.get().digest(key));
        });
    }

    private void label(Numbering.Labelled place, Digest digest) {
        digest.add(place.label()).add(place.page().id().name());
        phrase(place.title(), place.page(), digest);
        digest.add(place.entry().map(Numbering.Entry::label));
    }

    private static long buttons(List<Download> downloads) {
        if (downloads.isEmpty()) {
            return 0;
        }
        Digest digest = new Digest();
        downloads.forEach(it -> digest.add(it.path().value())
                .add(it.details())
                .add(it.language())
                .add(it.source()));
        return digest.value();
    }

    /** Of a page on the web. */
    public Fingerprint of(Page page) {
        Digest place = new Digest().add(page.order());
        for (int step : new int[] {-1, 1}) {
            Optional<Page> neighbour = PageRenderer.neighbour(site, page, step);
            place.add(neighbour.isPresent() ? facts.get(neighbour.get()) : 0);
        }
        numbers(page, place);
        return templates(page, common.get(page.kind()))
                .with(Part.OWN_DOWNLOADS, buttons(PageRenderer.own(page, downloads)))
                .with(Part.TEXT, text(page))
                .with(Part.TERMS, page.text().isPresent() ? site.glossary().names() : 0)
                .with(Part.PLACE, place.value())
                .withLinks(() -> references(page).value());
    }

    private long items(List<Numbering.Entry> entries) {
        Digest digest = new Digest();
        for (Numbering.Entry entry : entries) {
            phrase(entry.title(), entry.page(), digest.add(entry.label()));
            digest.add(entry.page().path().value())
                    .add(entry.page().menuTitle())
                    .add(entry.id());
        }
        return digest.value();
    }

    /** A caption or heading of a page; one that cites or refers looks as all citations and references of its page do. */
    private void phrase(Phrase phrase, Page page, Digest digest) {
        digest.add(phrase.markup());
        if (phrase.hasSlots()) {
            digest.add(page.digest());
            site.citing(List.of(page)).keySet().forEach(key -> reference(key, digest));
            phrase.slots().stream()
                    .flatMap(slot -> site.resolve(page.id().name(), slot.address()).stream())
                    .flatMap(target -> target.page().stream())
                    .forEach(to -> digest.add(
                            References.label(to, Optional.of(page), site).markup()));
        }
    }

    /** The numbers of what stands on a page. */
    private void numbers(Page page, Digest digest) {
        for (int i = 0; i < page.landmarks().items().size(); i++) {
            digest.add(site.numbering().of(page, i).map(Numbering.Entry::label));
        }
    }

    /** With the templates of the directives on a page. */
    private Fingerprint templates(Page page, Fingerprint fingerprint) {
        if (page.landmarks().items().isEmpty()) {
            return fingerprint;
        }
        Digest digest = new Digest().add(fingerprint.digest(Part.TEMPLATES));
        boolean any = directives(page, digest);
        return any ? fingerprint.with(Part.TEMPLATES, digest.value()) : fingerprint;
    }

    private boolean directives(Page page, Digest digest) {
        boolean any = false;
        for (Mark item : page.landmarks().items()) {
            if (item.directive()) {
                digest.add(closure.digest(DirectiveKind.template(item.kind())));
                any = true;
            }
        }
        return any;
    }

    private static long text(Page page) {
        return page.embargo().isEmpty()
                ? page.digest()
                : new Digest().add(page.digest()).add(page.embargo()).value();
    }

    /**
     * Of a printed edition. It has no menus, and shows of pages that are not in it where they are published; of their titles and summaries
     * only what its template asks for.
     */
    public Fingerprint of(Edition edition) {
        List<Page> pages = edition.pages();
        Page work = edition.work();
        Digest texts = new Digest();
        Digest links = new Digest().add(cited(pages));
        Digest templates = new Digest();
        boolean isBook = edition.format() == Format.EPUB;
        (isBook ? BookDocument.templates() : List.of(EditionRenderer.TEMPLATE))
                .forEach(name -> templates.add(closure.digest(name)));
        for (Page page : pages) {
            numbers(page, texts);
            directives(page, templates);
            texts.add(page.digest()).add(page.order()).add(page.id().key());
            links.add(references(page).value());
            page.body()
                    .ifPresent(body -> body.outline()
                            .images()
                            .forEach(image -> picture(page, image).ifPresent(file -> links.add(file.digest()))));
        }
        links.add(items(site.numbering().all().stream()
                .filter(entry -> pages.contains(entry.page()))
                .toList()));
        Digest assets = new Digest();
        theme.assets().forEach((name, file) -> {
            if (isBook ? Assets.isForBooks(name) : Assets.isForPrint(name)) {
                assets.add(name).add(file.digest());
            }
        });
        Fingerprint fingerprint = Fingerprint.empty();
        for (Part part : Fingerprint.OPTIONAL) {
            fingerprint = fingerprint.with(part, common.get(work.kind()).digest(part));
        }
        return fingerprint
                .with(Part.SETTINGS, common.get(work.kind()).digest(Part.SETTINGS))
                .with(Part.TEMPLATES, templates.value())
                .with(Part.ASSETS, assets.value())
                .with(
                        Part.PLACE,
                        new Digest()
                                .add(work.id().key())
                                .add(edition.format().ordinal())
                                .add(lists())
                                .value())
                .with(Part.TEXT, texts.add(site.sourceDigest(edition)).value())
                .with(Part.TERMS, site.glossary().names())
                .with(Part.LINKS, links.value());
    }

    /** Where the lists of things are, and the brief with what a card of it says. */
    private long lists() {
        Digest digest = new Digest();
        for (PageKind kind : IN_MENUS) {
            if (kind != PageKind.PAGE) {
                site.page(kind).ifPresent(page -> digest.add(page.path().value()));
            }
        }
        site.page(PageKind.BRIEF).ifPresent(brief -> shown(brief, digest));
        return digest.value();
    }

    private Optional<InputFile> picture(Page page, Outline.Reference image) {
        return site.resolve(page.id().name(), image.target())
                .flatMap(LinkTarget::file)
                .map(path -> site.attachments().get(path.value()))
                .map(Attachment::file);
    }

    /** What others can show of a page. */
    private long facts(Page page) {
        return shown(page, new Digest()).add(page.minutes()).value();
    }

    private Digest shown(Page page, Digest digest) {
        digest.add(page.kind().ordinal()).add(page.path().value());
        Titles titles = page.titles();
        digest.add(titles.title().markup());
        digest.add(titles.shorter().map(Phrase::markup)).add(titles.subtitle().map(Phrase::markup));
        phrase(page.summary(), page, digest);
        digest.add(page.order()).add(page.draft() ? 1 : 0).add(page.embargo());
        digest.add(page.caseStudy().flatMap(CaseStudy::country));
        return digest.add(page.caseStudy().flatMap(CaseStudy::region));
    }

    private long facts(List<PageKind> kinds) {
        Digest digest = new Digest();
        for (PageKind kind : kinds) {
            List<Page> pages = site.pages(kind);
            digest.add(pages.size());
            pages.forEach(page -> digest.add(facts.get(page)));
        }
        return digest.value();
    }

    private long settings() {
        Digest digest = new Digest().add(site.settings().digest());
        List<Body> texts = new ArrayList<>(site.publication().bodies());
        site.settings().notice().ifPresent(texts::add);
        texts.forEach(text -> references("", text, digest));
        List<String> pictures = new ArrayList<>();
        site.publication().institutions().stream()
                .map(Institution::logo)
                .flatMap(Optional::stream)
                .map(PictureField::path)
                .forEach(pictures::add);
        site.settings().image().map(PictureField::path).ifPresent(pictures::add);
        pictures.forEach(path -> file(path, digest));
        return digest.value();
    }

    private Digest references(Page page) {
        Digest digest = new Digest();
        page.body().ifPresent(body -> references(page.id().name(), body, digest));
        site.citing(List.of(page)).keySet().forEach(key -> reference(key, digest));
        return digest;
    }

    /** The data that a text shows. */
    private void data(Body body, Digest digest) {
        for (Item item : body.outline().items()) {
            item.value("data")
                    .filter(name -> item.directive())
                    .map(name -> site.attachments().get(Site.dataFile(name)))
                    .ifPresent(file -> digest.add(file.file().digest()));
        }
    }

    /** Where the links of a text lead, and how large its pictures are. */
    private void references(String from, Body body, Digest digest) {
        data(body, digest);
        for (List<Outline.Reference> references :
                List.of(body.outline().links(), body.outline().images())) {
            for (Outline.Reference reference : references) {
                Optional<LinkTarget> target = site.resolve(from, reference.target());
                digest.add(target.isPresent() ? 1 : 0);
                target.flatMap(LinkTarget::page)
                        .ifPresent(to -> digest.add(to.page().path().value()));
                if (reference.target().indexOf('#') >= 0) {
                    target.flatMap(LinkTarget::page)
                            .flatMap(LinkTarget.ToPage::anchor)
                            .flatMap(site.numbering()::find)
                            .ifPresent(place -> label(place, digest));
                }
                target.flatMap(LinkTarget::file).ifPresent(path -> file(path.value(), digest));
            }
        }
    }

    private void file(String path, Digest digest) {
        digest.add(path);
        Optional<Attachment> file = Optional.ofNullable(site.attachments().get(path));
        Optional<Site.ImageSize> size = file.flatMap(Attachment::size);
        file.flatMap(Attachment::picture)
                .ifPresent(picture ->
                        picture.variants().forEach(it -> digest.add(it.path().value())));
        digest.add(size.map(Site.ImageSize::width)).add(size.map(Site.ImageSize::height));
    }
}
