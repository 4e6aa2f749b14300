package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Apparatus;
import colophon.model.CitationForm;
import colophon.model.DataTable;
import colophon.model.Dataset;
import colophon.model.Digest;
import colophon.model.Glossary;
import colophon.model.HouseStyle;
import colophon.model.InputFile;
import colophon.model.Lazy;
import colophon.model.MapPolicy;
import colophon.model.MarkdownTree.Typesetter;
import colophon.model.Page;
import colophon.model.Publication;
import colophon.model.Release;
import colophon.model.Release.Purpose;
import colophon.model.Site;
import colophon.model.Site.Attachment;
import colophon.model.SitePath;
import colophon.model.SiteSettings;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Turns the content folder into a {@link Site}. */
public final class ContentReader {
    private final SourceTree sources;
    private final ReadOptions options;
    private final PageMemory memory;
    private final Typesetter typesetter;
    private final ExecutorService workers;
    private final Problems problems;
    private final SettingsFiles files;
    private final WrittenPages writtenPages;

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
        this.files = new SettingsFiles(sources, catalogue, problems);
        this.writtenPages = new WrittenPages(sources, options, memory, typesetter, workers, catalogue, problems);
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
        Optional<SiteSettings> settings = files.required(SettingsFiles.SITE, "site")
                .map(fields -> new SettingsReader(markdown(fields, "en"), options, maps(), files.digest(options))
                        .read(fields));
        String language = settings.map(SiteSettings::language).orElse("en");
        Optional<Fields> fields = files.required(SettingsFiles.PUBLICATION, "publication");
        Optional<Publication> publication =
                fields.map(it -> new PublicationReader(markdown(it, language)).read(it, language));
        publication.ifPresent(work -> checkEmbargo(work, fields.orElseThrow().span(PublicationReader.EMBARGO)));
        FutureDates future = new FutureDates(options.release(), problems);
        publication.ifPresent(work ->
                future.check(work.date(), work.embargo(), fields.orElseThrow().span(PublicationReader.DATE)));
        Apparatus apparatus = new Apparatus(
                new Lazy<>(() -> new DirectiveReader(problems).read(sources)),
                publication.flatMap(work -> new BibliographyReader(files, problems)
                        .read(work, fields.orElseThrow().span(PublicationReader.CITATION_STYLE))),
                files.optional(SettingsFiles.GLOSSARY, "glossary")
                        .map(found -> GlossaryReader.read(
                                found,
                                markdown(publication.map(Publication::language).orElse(language))))
                        .orElse(Glossary.NONE));
        memory.expect(new HouseStyle(
                publication.map(Publication::language).orElse("en"),
                apparatus.bibliography().map(it -> it.style().form()).orElse(CitationForm.NONE),
                apparatus.glossary(),
                publication.filter(Publication::paragraphNumbers).isPresent()));
        List<Page> written = writtenPages.read(publication);
        if (settings.isEmpty() || publication.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(site(settings.get(), publication.get(), written, apparatus));
    }

    private MapPolicy maps() {
        return files.optional(SettingsFiles.MAPS, "maps")
                .map(MapPolicyReader::read)
                .orElse(MapPolicy.DEFAULT);
    }

    /** Reads the texts of settings, which say themselves what language they are in. */
    private MarkdownReader markdown(Fields fields, String language) {
        return markdown(fields.text("language").orElse(language));
    }

    private MarkdownReader markdown(String language) {
        return new MarkdownReader(HouseStyle.plain(language), typesetter, problems);
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

    /** A page that was there before, as its file is now, at its old place; nothing when there is no such page any more. */
    public Optional<Page> page(Page before) {
        return writtenPages.page(before);
    }

    private Site site(SiteSettings settings, Publication publication, List<Page> written, Apparatus defined) {
        ReleasedPages released = ReleasedPages.of(
                written, publication, options.release(), sources.content().keySet());
        Unused unused = new Unused(written, problems);
        defined.bibliography().ifPresent(unused::references);
        unused.terms(defined.glossary());
        Apparatus apparatus = defined.with(released.terms(written, defined.glossary()));
        ReadingOrder order = new ReadingOrder(publication, problems);
        List<Page> pages = order.of(released.pages(), apparatus);
        FutureDates future = new FutureDates(options.release(), problems);
        released.pages().forEach(page -> future.check(page, publication.embargo()));
        pages.replaceAll(released::marked);

        SortedMap<String, InputFile> others = writtenPages.others();
        SiteFiles siteFiles = new SiteFiles(files, others, memory, problems);
        SortedMap<String, Attachment> attachments = siteFiles.attachments(
                apparatus.bibliography().map(it -> it.style().name()));
        Map<SitePath, Attachment> readyMade =
                SiteFiles.readyMade(publication, written, pages, attachments, released.unreleased());
        Set<String> names = Set.copyOf(attachments.keySet());
        Site all =
                new Site(settings, publication, pages, attachments, readyMade, released.unreleased(), names, apparatus);
        // The picture of a page that is left out is not forgotten, but it is not published before the page is.
        siteFiles.keep(
                memory.used(
                        surroundings(all, others),
                        written,
                        () -> UsedFiles.of(all, written, released.pages(), workers)),
                attachments);
        SortedSet<String> data = SiteFiles.data(attachments.keySet());
        Map<String, DataTable> tables = siteFiles.tables(data, released.pages(), publication.language());
        List<Dataset> datasets = siteFiles.datasets(data, tables, markdown(publication.language()));
        if (datasets.isEmpty()) {
            return all.with(attachments);
        }
        pages.add(pages.size() - 1, released.marked(order.data()));
        return new Site(
                settings,
                publication,
                pages,
                attachments,
                readyMade,
                released.unreleased(),
                names,
                apparatus.with(tables, datasets));
    }

    /** Digest of everything in a site but what its pages say; nothing when a file cannot be read. */
    private OptionalLong surroundings(Site site, SortedMap<String, InputFile> others) {
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
}
