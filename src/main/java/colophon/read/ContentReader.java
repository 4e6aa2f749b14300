package colophon.read;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Bibliography;
import colophon.model.Body;
import colophon.model.CitationForm;
import colophon.model.CslStyle;
import colophon.model.DataTable;
import colophon.model.Dataset;
import colophon.model.Digest;
import colophon.model.DirectiveKind;
import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.Glossary;
import colophon.model.HouseStyle;
import colophon.model.InputFile;
import colophon.model.Institution;
import colophon.model.Lazy;
import colophon.model.LinkTarget;
import colophon.model.MapPolicy;
import colophon.model.MarkdownTree.Typesetter;
import colophon.model.Numbering;
import colophon.model.Outline;
import colophon.model.Page;
import colophon.model.PageId;
import colophon.model.PageKind;
import colophon.model.Picture;
import colophon.model.PictureField;
import colophon.model.Publication;
import colophon.model.Reference;
import colophon.model.Release;
import colophon.model.Release.Purpose;
import colophon.model.Site;
import colophon.model.Site.Attachment;
import colophon.model.Site.ImageSize;
import colophon.model.SitePath;
import colophon.model.SiteSettings;
import colophon.model.Unreleased;
import colophon.read.PageMemory.Used;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Turns the content folder into a {@link Site}. */
public final class ContentReader {
    private static final String SITE = "site.yaml";
    private static final String PUBLICATION = "publication.yaml";
    private static final String GLOSSARY = "glossary.yaml";
    private static final String MAPS = "maps.yaml";
    private static final String BIB = "references.bib";
    private static final String CSL_JSON = "references.json";
    private static final String DATA = "data.yaml";
    private static final Set<String> FILE_FOLDERS = Set.of("figures", "data", "downloads");
    private static final int LAST = Integer.MAX_VALUE;

    private final SourceTree sources;
    private final ReadOptions options;
    private final PageMemory memory;
    private final Typesetter typesetter;
    private final ExecutorService workers;
    private final Problems problems;
    private final Consumer<Field> catalogue;
    private Optional<Bibliography> bibliography = Optional.empty();
    /** Files of the content folder that are no pages, by their path in it. */
    private final SortedMap<String, InputFile> others = new TreeMap<>();

    private Glossary glossary = Glossary.NONE;

    /**
     * @param memory what earlier builds learnt; this one adds to it
     * @param typesetter writes parsed Markdown as HTML
     * @param workers threads with a stack large enough for deeply nested text
     */
    public ContentReader(
            SourceTree sources,
            ReadOptions options,
            PageMemory memory,
            Typesetter typesetter,
            ExecutorService workers,
            Problems problems) {
        this(sources, options, memory, typesetter, workers, problems, field -> {});
    }

    /** @param catalogue told every field that is asked for, for the documentation */
    ContentReader(
            SourceTree sources,
            ReadOptions options,
            PageMemory memory,
            Typesetter typesetter,
            ExecutorService workers,
            Problems problems,
            Consumer<Field> catalogue) {
        this.sources = sources;
        this.options = options;
        this.memory = memory;
        this.typesetter = typesetter;
        this.workers = workers;
        this.problems = problems;
        this.catalogue = catalogue;
    }

    /** The site, as far as it can be read; nothing when there is no publication to speak of. */
    public Optional<Site> read() {
        if (sources.content().isEmpty()) {
            problems.add(
                    Rule.CONTENT_MISSING,
                    Source.ofFile("content").whole(),
                    "there is no content/ folder here, or nothing is in it",
                    "run Colophon in the folder that holds content/, or start a publication with \"colophon new my-report\"");
            return Optional.empty();
        }
        Optional<SiteSettings> settings = settingsFile(SITE, "site")
                .map(fields ->
                        new SettingsReader(markdown(fields, "en"), options, maps(), settingsDigest()).read(fields));
        Optional<Publication> publication = settingsFile(PUBLICATION, "publication")
                .map(fields -> {
                    String language = settings.map(SiteSettings::language).orElse("en");
                    Publication work = new PublicationReader(markdown(fields, language)).read(fields, language);
                    checkEmbargo(work, fields.span(PublicationReader.EMBARGO));
                    bibliography = bibliography(work, fields.span(PublicationReader.CITATION_STYLE));
                    return work;
                });
        glossary = sources.content().containsKey(GLOSSARY)
                ? settingsFile(GLOSSARY, "glossary").map(GlossaryReader::read).orElse(Glossary.NONE)
                : Glossary.NONE;
        memory.expect(new HouseStyle(
                publication.map(Publication::language).orElse("en"),
                bibliography.map(it -> it.style().form()).orElse(CitationForm.NONE),
                glossary,
                publication.filter(Publication::paragraphNumbers).isPresent()));
        List<Page> written = writtenPages(publication);
        if (settings.isEmpty() || publication.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(site(settings.get(), publication.get(), written));
    }

    private MapPolicy maps() {
        return sources.content().containsKey(MAPS)
                ? settingsFile(MAPS, "maps").map(MapPolicyReader::read).orElse(MapPolicy.DEFAULT)
                : MapPolicy.DEFAULT;
    }

    /** Reads the texts of settings, which say themselves what language they are in. */
    private MarkdownReader markdown(Fields fields, String language) {
        HouseStyle style = HouseStyle.plain(fields.text("language").orElse(language));
        return new MarkdownReader(style, typesetter, problems);
    }

    private void checkEmbargo(Publication work, Span place) {
        Release release = options.release();
        if (release.purpose() != Purpose.PUBLISH) {
            return;
        }
        release.running(work.embargo())
                .ifPresent(end -> problems.add(
                        Rule.EMBARGO_RUNNING,
                        place,
                        "the work is under embargo until " + end
                                + release.day()
                                        .map(day -> ", and --date is " + day)
                                        .orElse(""),
                        "publish it with --date " + end
                                + " or later; \"colophon check\" and \"colophon preview\" work before that day"));
    }

    /** Of everything that the files of settings and the command line say. */
    private long settingsDigest() {
        Digest digest = new Digest();
        digest.add(options.address().map(URI::toString)).add(options.generator());
        for (String name : List.of(SITE, PUBLICATION, MAPS)) {
            InputFile file = sources.content().get(name);
            boolean readable = file != null && SourceTree.canRead(file, new Problems());
            digest.add(readable ? file.digest() : 0);
        }
        return digest.value();
    }

    private Optional<Fields> settingsFile(String name, String block) {
        InputFile file = sources.content().get(name);
        if (file == null) {
            problems.add(
                    Rule.CONTENT_MISSING,
                    Source.ofFile("content/" + name).whole(),
                    "the file is missing",
                    "\"colophon new my-report\" makes an example to copy it from");
            return Optional.empty();
        }
        return SourceTree.text(file, problems)
                .flatMap(source -> YamlReader.read(block, source, 0, source.length(), catalogue, problems));
    }

    private List<Page> writtenPages(Optional<Publication> publication) {
        String slug = publication.map(Publication::slug).orElse("");
        String language = publication.map(Publication::language).orElse("en");
        List<Optional<Page>> pages = new ArrayList<>();
        Map<Integer, Future<Optional<Page>>> tasks = new LinkedHashMap<>();
        others.clear();
        sources.content().forEach((name, file) -> {
            Optional<PageKind> kind = kind(name);
            if (kind.isEmpty()) {
                others.put(name, file);
                return;
            }
            PageId id = new PageId(slug, language, name);
            // What is remembered takes less time than handing it to another thread.
            Optional<Page> known = file.hasDigest() ? remembered(file, kind.get(), id) : Optional.empty();
            if (known.isEmpty()) {
                tasks.put(pages.size(), workers.submit(() -> page(file, kind.get(), id)));
            }
            pages.add(known);
        });
        try {
            for (Map.Entry<Integer, Future<Optional<Page>>> task : tasks.entrySet()) {
                pages.set(task.getKey(), task.getValue().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading a page failed", e.getCause());
        }
        List<Page> found = new ArrayList<>(pages.size());
        pages.forEach(page -> page.ifPresent(found::add));
        return found;
    }

    private static Optional<PageKind> kind(String name) {
        if (!name.endsWith(".md")) {
            return Optional.empty();
        }
        if (name.equals("brief.md")) {
            return Optional.of(PageKind.BRIEF);
        }
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        return switch (folder) {
            case "report/" -> Optional.of(PageKind.CHAPTER);
            case "case-studies/" -> Optional.of(PageKind.CASE_STUDY);
            case "pages/" -> Optional.of(PageKind.PAGE);
            default -> Optional.empty();
        };
    }

    private Optional<Page> page(InputFile file, PageKind kind, PageId id) {
        Optional<SitePath> path = path(kind, id);
        if (path.isEmpty()) {
            problems.add(
                    Rule.ADDRESS_INVALID,
                    file.asSource().whole(),
                    "no address can be made from this file's name",
                    "give it a name with letters that is not \"index\"");
        }
        return path.flatMap(
                found -> memory.page(file, kind, id, found, markdown(problems)).or(() -> read(file, kind, id, found)));
    }

    private Optional<Page> remembered(InputFile file, PageKind kind, PageId id) {
        return path(kind, id).flatMap(path -> memory.page(file, kind, id, path, markdown(problems)));
    }

    /** The address of a page; nothing when none can be made from its name. */
    private static Optional<SitePath> path(PageKind kind, PageId id) {
        String fileName = id.name().substring(id.name().lastIndexOf('/') + 1);
        return PageReader.slug(fileName).map(slug -> switch (kind) {
            case BRIEF -> new SitePath("brief/");
            case CHAPTER -> new SitePath("report/" + slug + "/");
            case CASE_STUDY -> new SitePath("case-studies/" + slug + "/");
            default -> new SitePath(slug + "/");
        });
    }

    /** A page that was there before, as its file is now, at its old place; nothing when there is no such page any more. */
    public Optional<Page> page(Page before) {
        Optional<InputFile> file = sources.content(before.id().name());
        return file.isEmpty() || before.text().isEmpty()
                ? Optional.empty()
                : page(file.get(), before.kind(), before.id())
                        .map(page -> page.withOrder(before.order()).withEmbargo(before.embargo()));
    }

    private MarkdownReader markdown(Problems own) {
        return new MarkdownReader(memory.style(), typesetter, own);
    }

    private Optional<Page> read(InputFile file, PageKind kind, PageId id, SitePath path) {
        Problems own = new Problems();
        Optional<Page> page = SourceTree.text(file, own)
                .map(source ->
                        new PageReader(markdown(own), catalogue, own).read(source, file.digest(), kind, id, path));
        List<Problem> found = own.sorted();
        found.forEach(problems::add);
        page.filter(read -> found.isEmpty()).ifPresent(read -> memory.keep(file, read));
        if (page.isPresent() && !options.keepTexts()) {
            file.forget();
        }
        return page;
    }

    private Site site(SiteSettings settings, Publication publication, List<Page> written) {
        ReleasedPages released = ReleasedPages.of(
                written, publication, options.release(), sources.content().keySet());
        Unreleased unreleased = released.unreleased();
        List<Page> kept = released.pages();
        List<Page> pages = new ArrayList<>();
        pages.add(listPage(publication, PageKind.LANDING, "", "", publication.title()));
        List<Page> chapters = numbered(
                kept,
                PageKind.CHAPTER,
                (one, other) -> one.id().name().compareTo(other.id().name()));
        if (!chapters.isEmpty()) {
            pages.add(listPage(publication, PageKind.REPORT, "report", "report/", "The report"));
            pages.addAll(chapters);
        }
        pages.addAll(numbered(kept, PageKind.BRIEF, byOrder()));
        List<Page> cases = numbered(kept, PageKind.CASE_STUDY, byOrder());
        if (!cases.isEmpty()) {
            pages.add(listPage(publication, PageKind.CASE_STUDIES, "case-studies", "case-studies/", "Case studies"));
            pages.addAll(cases);
        }
        if (!publication.contributors().isEmpty()) {
            pages.add(listPage(publication, PageKind.AUTHORS, "authors", "authors/", "Authors"));
        }
        Supplier<Map<String, DirectiveKind>> directives = new Lazy<>(() -> new DirectiveReader(problems).read(sources));
        if (hasNumbers(pages, directives)) {
            pages.add(listPage(publication, PageKind.FIGURES, "figures", "figures/", "Figures and tables"));
        }
        if (pages.stream().anyMatch(this::citesKnown)) {
            pages.add(listPage(publication, PageKind.REFERENCES, "references", "references/", "References"));
        }
        if (!glossary.isEmpty()) {
            pages.add(listPage(publication, PageKind.GLOSSARY, "glossary", "glossary/", "Glossary"));
        }
        pages.addAll(numbered(kept, PageKind.PAGE, byOrder()));
        pages.add(listPage(publication, PageKind.NOT_FOUND, "404", "404.html", "Page not found"));
        checkAddresses(pages);
        unusedReferences(written);
        unusedTerms(written);
        pages.replaceAll(released::marked);

        SortedMap<String, Attachment> files = attachments();
        Map<SitePath, Attachment> readyMade = readyMade(publication, written, pages, files, unreleased);
        Site all = new Site(
                settings,
                publication,
                pages,
                files,
                readyMade,
                unreleased,
                directives,
                bibliography,
                Map.of(),
                List.of(),
                glossary);
        // The picture of a page that is left out is not forgotten, but it is not published before the page is.
        Used used = memory.used(surroundings(all), written, () -> used(all, written, kept));
        files.keySet().stream().filter(name -> !used.known().contains(name)).forEach(this::unused);
        files.keySet().retainAll(used.published());
        // One after another: all photographs of a report may be more than there is room for.
        files.entrySet().removeIf(entry -> {
            InputFile file = entry.getValue().file();
            boolean readable = file.hasDigest() || SourceTree.canRead(file, problems);
            entry.setValue(readable ? measured(entry.getValue(), used.pictures()) : entry.getValue());
            return !readable;
        });
        SortedSet<String> data = new TreeSet<>();
        files.keySet().stream().filter(ContentReader::isData).forEach(data::add);
        Map<String, DataTable> tables = tables(data, kept);
        List<Dataset> datasets = datasets(data, tables);
        if (datasets.isEmpty()) {
            return all.with(files);
        }
        Page page = listPage(publication, PageKind.DATA, "data", "data/", "Data");
        pages.add(pages.size() - 1, released.marked(page));
        return new Site(
                settings,
                publication,
                pages,
                files,
                readyMade,
                unreleased,
                directives,
                bibliography,
                tables,
                datasets,
                glossary);
    }

    private static boolean isData(String name) {
        return name.startsWith("data/") && name.endsWith(".csv");
    }

    private List<Dataset> datasets(SortedSet<String> files, Map<String, DataTable> tables) {
        List<String> written = sources.content().keySet().stream()
                .filter(ContentReader::isData)
                .toList();
        return files.isEmpty() && sources.content(DATA).isEmpty()
                ? List.of()
                : new DatasetReader(catalogue, problems).read(text(DATA), files, tables, written);
    }

    /** The data files that can be read as tables. Only where a directive shows one its mistakes are in the way. */
    private Map<String, DataTable> tables(SortedSet<String> files, List<Page> pages) {
        Set<String> shown = new TreeSet<>();
        if (!files.isEmpty()) {
            pages.stream()
                    .filter(Page::hasItems)
                    .forEach(page -> data(page.body().orElseThrow(), shown));
        }
        Map<String, DataTable> tables = new TreeMap<>();
        for (String name : files) {
            Problems told = shown.contains(name) ? problems : new Problems();
            text(name).flatMap(source -> TableReader.read(source, told)).ifPresent(table -> tables.put(name, table));
        }
        return tables;
    }

    private static void data(Body body, Set<String> names) {
        body.outline().items().stream()
                .filter(Outline.Item::directive)
                .flatMap(item -> item.value("data").stream())
                .map(Site::dataFile)
                .forEach(names::add);
    }

    private boolean citesKnown(Page page) {
        return bibliography
                .filter(all -> cites(page).anyMatch(key -> all.find(key).isPresent()))
                .isPresent();
    }

    private static Stream<String> cites(Page page) {
        return page.body().stream()
                .flatMap(body -> body.outline().citations().stream())
                .flatMap(citing -> citing.cites().stream())
                .map(Outline.Cite::key);
    }

    /** The bibliography of the content folder with the style that the work asks for. */
    private Optional<Bibliography> bibliography(Publication work, Span place) {
        Optional<InputFile> bib = sources.content(BIB);
        Optional<InputFile> json = sources.content(CSL_JSON);
        if (bib.isPresent() && json.isPresent()) {
            problems.add(
                    Rule.BIBLIOGRAPHY_INVALID,
                    json.get().asSource().whole(),
                    "there are two bibliographies, " + BIB + " and " + CSL_JSON,
                    "keep one of them");
        }
        String language = work.language().equals("en") ? "en-US" : work.language();
        String name = work.citationStyle().orElse(StyleReader.DEFAULT);
        boolean any = bib.isPresent() || json.isPresent();
        StyleReader styles = new StyleReader(this::text, problems);
        Optional<CslStyle> style = any || work.citationStyle().isPresent()
                // A wrong style is told once, not again for each citation.
                ? styles.read(name, language, place)
                        .or(() -> styles.read(StyleReader.DEFAULT, language, place)
                                .map(it -> new CslStyle(name, it.xml(), it.form(), it.language())))
                : Optional.empty();
        if (!any || style.isEmpty()) {
            return Optional.empty();
        }
        Optional<Source> text = text(bib.isPresent() ? BIB : CSL_JSON);
        Optional<List<Reference>> references = bib.isPresent()
                ? text.map(source -> BibliographyReader.read(source, problems))
                : text.flatMap(source -> CslJsonReader.read(source, problems));
        return Optional.of(references
                .map(all -> new Bibliography(all, style.get()))
                .orElseGet(() -> Bibliography.broken(style.get())));
    }

    private Optional<Source> text(String name) {
        return sources.content(name).flatMap(file -> SourceTree.text(file, problems));
    }

    private void unusedReferences(List<Page> written) {
        Set<String> used = new HashSet<>();
        written.forEach(page -> cites(page).forEach(used::add));
        bibliography.ifPresent(all -> all.references().stream()
                .filter(reference -> !used.contains(reference.key()))
                .forEach(reference -> problems.add(
                        Rule.REFERENCE_UNUSED,
                        reference.span(),
                        "nothing cites \"" + reference.key() + "\"",
                        "write [@" + reference.key() + "] where it belongs, or remove the entry")));
    }

    private void unusedTerms(List<Page> written) {
        if (glossary.isEmpty()) {
            return;
        }
        Set<String> used = new HashSet<>();
        written.forEach(
                page -> page.body().ifPresent(body -> used.addAll(body.outline().terms())));
        glossary.entries().stream()
                .filter(entry -> !used.contains(entry.id()))
                .forEach(entry -> problems.add(
                        Rule.TERM_UNUSED,
                        entry.place(),
                        "no text uses \"" + entry.heading() + "\"",
                        "remove the entry, or write the term as texts do"));
    }

    /** Whether something on the pages has a number. */
    private static boolean hasNumbers(List<Page> pages, Supplier<Map<String, DirectiveKind>> directives) {
        List<Page> candidates = pages.stream().filter(Page::hasItems).toList();
        return !candidates.isEmpty()
                && !new Numbering(candidates, directives).series().isEmpty();
    }

    private static Used used(Site site, List<Page> written, List<Page> kept) {
        Set<String> known = usedFiles(site, written);
        return new Used(
                known, kept.size() == written.size() ? known : usedFiles(site, kept), PictureUses.of(site, kept));
    }

    /** Digest of everything in a site but what its pages say; nothing when a file cannot be read. */
    private OptionalLong surroundings(Site site) {
        Digest digest = new Digest().add(site.settings().digest());
        for (Page page : site.pages()) {
            digest.add(page.id().name()).add(page.order()).add(page.embargo());
        }
        try {
            for (Map<String, InputFile> files : List.of(others, sources.look())) {
                files.forEach((path, file) -> digest.add(path).add(file.digest()));
            }
        } catch (UncheckedIOException e) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(digest.value());
    }

    private static Comparator<Page> byOrder() {
        return (one, other) -> one.order() == other.order()
                ? one.id().name().compareTo(other.id().name())
                : Integer.compare(one.order(), other.order());
    }

    /** The pages of a kind in order, each with its number as order. */
    private static List<Page> numbered(List<Page> pages, PageKind kind, Comparator<Page> order) {
        List<Page> numbered = new ArrayList<>();
        pages.stream()
                .filter(page -> page.kind() == kind)
                .sorted(order)
                .forEach(page -> numbered.add(page.withOrder(numbered.size() + 1)));
        return numbered;
    }

    /** A page that is made from the publication, not written. */
    private Page listPage(Publication publication, PageKind kind, String name, String path, String title) {
        Span origin = Source.ofFile("content/" + PUBLICATION).whole();
        return new Page(
                new PageId(publication.slug(), publication.language(), name),
                kind,
                new SitePath(path),
                origin,
                title,
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                LAST,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                0);
    }

    private void checkAddresses(List<Page> pages) {
        Map<String, Page> taken = new HashMap<>();
        for (Page page : pages) {
            Page other = taken.putIfAbsent(page.path().value().toLowerCase(Locale.ROOT), page);
            if (other != null) {
                problems.add(
                        Rule.ADDRESS_TAKEN,
                        page.origin(),
                        "its address /" + page.path() + " is already that of "
                                + other.origin().source().path(),
                        "rename one of the two files",
                        new Problem.Note(other.origin(), "the other page"));
            }
        }
    }

    private SortedMap<String, Attachment> attachments() {
        SortedMap<String, Attachment> files = new TreeMap<>();
        others.forEach((name, file) -> {
            boolean picture = Picture.isFile(name);
            if (picture || FILE_FOLDERS.contains(folder(name)) && !name.endsWith(".md")) {
                files.put(name, new Attachment(new SitePath(name), file));
            } else if (!isSettings(name)) {
                problems.add(
                        Rule.FILE_UNUSED,
                        file.asSource().whole(),
                        "Colophon does not publish this file",
                        name.endsWith(".md")
                                ? "put it into report/, case-studies/ or pages/, or name it brief.md"
                                : "put it into figures/, data/ or downloads/ and link to it, or remove it");
            }
        });
        return files;
    }

    private boolean isSettings(String name) {
        boolean style =
                bibliography.filter(it -> it.style().name().equals(name)).isPresent();
        return style
                || List.of(SITE, PUBLICATION, MAPS, BIB, CSL_JSON, DATA, GLOSSARY)
                        .contains(name);
    }

    private static String folder(String name) {
        return name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
    }

    /** Takes from the files those that replace a generated download, or would replace one of a page that is left out. */
    private static Map<SitePath, Attachment> readyMade(
            Publication publication,
            List<Page> written,
            List<Page> pages,
            SortedMap<String, Attachment> files,
            Unreleased unreleased) {
        Map<SitePath, Attachment> readyMade = new LinkedHashMap<>();
        for (Page page : pages) {
            for (Format format : Format.of(page.kind())) {
                SitePath path = Edition.path(publication, page.kind(), page.path(), format);
                String name = Edition.readyMade(path);
                if (files.containsKey(name) && !unreleased.downloads().contains(name)) {
                    readyMade.put(path, files.get(name));
                    files.remove(name);
                }
            }
        }
        written.forEach(
                page -> files.keySet().removeAll(ReleasedPages.readyMade(publication, page.kind(), page.path())));
        files.keySet().removeAll(unreleased.downloads());
        return readyMade;
    }

    /** Names of the files that some of the pages or the settings refer to. */
    private static Set<String> usedFiles(Site site, List<Page> pages) {
        Set<String> used = new HashSet<>();
        Publication publication = site.publication();
        List<Body> texts = new ArrayList<>(publication.bodies());
        site.settings().notice().ifPresent(texts::add);
        texts.forEach(text -> collect(site, PUBLICATION, text, used));
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

    private Attachment measured(Attachment attachment, PictureUses uses) {
        InputFile file = attachment.file();
        if (!Picture.isFile(file.path())) {
            return attachment;
        }
        Optional<ImageSize> size = memory.size(file);
        if (size.isEmpty()) {
            size = ImageReader.size(file, problems);
            size.ifPresent(found -> memory.keep(file, found));
            // Photographs are large, and few of them are needed at a time.
            if (!file.path().endsWith(".svg")) {
                file.forget();
            }
        }
        return size.map(found ->
                        attachment.with(found, uses.of(attachment.path().value())))
                .orElse(attachment);
    }

    private void unused(String name) {
        problems.add(
                Rule.FILE_UNUSED,
                Source.ofFile("content/" + name).whole(),
                "nothing refers to this file, so it is not published",
                "link to it, or remove it");
    }
}
