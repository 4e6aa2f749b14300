package colophon;

import colophon.Stages.Look;
import colophon.check.Scope;
import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Body;
import colophon.model.Fingerprint.Part;
import colophon.model.LinkTarget;
import colophon.model.Outline;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.model.Site;
import colophon.model.SitePath;
import colophon.output.OutputFormats;
import colophon.output.PageFiles;
import colophon.output.Publishing;
import colophon.read.PageMemory;
import colophon.read.SourceTree;
import colophon.render.TemplateEngine;
import colophon.write.WriteReport.Remade;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A site kept in memory while its files change: the last version that had no errors, and what is wrong with the newest one.
 *
 * <p>Everything that changes it is called by one thread; what it holds may be read by any, and {@link #makeTheRest} called by another.
 */
public final class LiveSite implements AutoCloseable {
    /**
     * So many changed pages are drawn before a version counts as good; of more, or of a site that nobody has seen yet, the rest while it is
     * looked at already.
     */
    private static final int AT_ONCE = 200;

    private static final SitePath FRONT_PAGE = new SitePath("index.html");

    /**
     * What there is to see.
     *
     * @param version counts from 1; a later one has a higher number
     * @param files the last good version; empty before there was one
     * @param base the path of the site's address, with a slash at both ends
     * @param problems of the newest version
     * @param failed whether they keep the newest version from being shown
     * @param judged the version since which that is so
     * @param gone files that are there no more, with the version that lost them
     */
    public record State(
            long version,
            LiveFiles files,
            String base,
            List<Problem> problems,
            boolean failed,
            long judged,
            Map<SitePath, Long> gone) {
        /** A later state of the same site. */
        State next(LiveFiles newFiles, String newBase, List<Problem> found, boolean fails) {
            boolean same = fails == failed && (!fails || found.equals(problems));
            return new State(version + 1, newFiles, newBase, found, fails, same ? judged : version + 1, gone);
        }

        /** The same, with a note of the files that are in another state and not in this one. */
        State without(Set<SitePath> others) {
            Map<SitePath, Long> lost = new HashMap<>(gone);
            others.stream().filter(path -> !has(path)).forEach(path -> lost.put(path, version));
            return new State(version, files, base, problems, failed, judged, lost);
        }

        /** A file's bytes; nothing when there is no such file. */
        public Optional<byte[]> bytes(SitePath path) {
            return files.get(path).flatMap(LiveFile::bytes);
        }

        public boolean has(SitePath path) {
            return files.get(path).isPresent();
        }

        /** The version in which a file changed or went away; 0 when there never was one. */
        public long changed(SitePath path) {
            return files.get(path).map(LiveFile::changed).orElseGet(() -> gone.getOrDefault(path, 0L));
        }

        /** Whether a script, font or icon of the theme is new since a version. */
        public boolean scriptsSince(long seen) {
            return files.all().stream()
                    .filter(file -> file.changed() > seen)
                    .map(LiveFile::file)
                    .filter(file -> !file.madeFrom().startsWith("content/"))
                    .map(file -> file.path().value())
                    .anyMatch(path -> path.startsWith("assets/") && !path.endsWith(".css"));
        }

        /** Whether all that a file's last change was about are the names of styles, scripts, fonts and icons. */
        public boolean changedByAssetsOnly(SitePath path) {
            return files.get(path)
                    .filter(file -> file.because().equals(Set.of(Part.ASSETS)))
                    .isPresent();
        }
    }

    /**
     * What came of a change.
     *
     * @param edits what was done to the site; nothing when slow files became ready
     * @param made the files of the site that changed, and why
     */
    public record Change(Edits edits, List<Remade> made) {}

    /**
     * What was made of a version beside what people wait for.
     *
     * @param of the version
     * @param problems that keep it from being shown after all
     * @param slowFiles whether there are slow files that it does not show yet
     */
    public record Rest(State of, List<Problem> problems, boolean slowFiles) {
        /** Whether there is anything new to show. */
        public boolean isNews() {
            return slowFiles || !problems.isEmpty();
        }
    }

    /**
     * A version with all that belongs to it, for the thread that makes the rest of it.
     *
     * @param problems where its pages tell what is wrong when they are drawn
     * @param before the files of the version before it: pages that nobody looks at yet may still fail
     */
    private record Newest(State state, Site site, Look look, PageFiles pages, Problems problems, LiveFiles before) {}

    private final BuildOptions options;
    private final Workers workers = new Workers();
    private final PageMemory pages;
    private final LiveSlowFiles slowFiles;
    private volatile SourceTree sources;
    private volatile State state = new State(0, LiveFiles.NONE, "/", List.of(), false, 0, Map.of());
    /** The newest version that is shown; nothing while a mistake keeps the newest from being shown. */
    private volatile Optional<Newest> newest = Optional.empty();
    /** The theme with its templates, parsed: most edits leave it as it is. Nothing when it has to be looked at, or had mistakes. */
    private Optional<Look> look = Optional.empty();

    /** @param options its output folder is where earlier builds may have left something to begin with; nothing is written there */
    public LiveSite(BuildOptions options) {
        this.options = options;
        BuildMemory memory = BuildMemory.toLookAt(options);
        this.pages = memory.pages();
        this.slowFiles = new LiveSlowFiles(memory);
    }

    public State state() {
        return state;
    }

    /** Reads everything and makes the front page, so that there is something to look at; {@link #complete} makes the others. */
    public Change open() {
        Future<TemplateEngine> engine = Workers.beside(TemplateEngine::new);
        sources = SourceTree.read(options.site(), () -> pages, workers.executor());
        return whole(Edits.none(), Set.of(FRONT_PAGE), () -> Workers.await(engine));
    }

    /** Makes what {@link #open} left out, unless it is very much; something to tell when a page has a mistake. */
    public Optional<Change> complete() {
        try {
            return newest.flatMap(this::complete);
        } catch (UncheckedIOException e) {
            // Somebody saved a file just now: another version is coming.
            return Optional.empty();
        }
    }

    private Optional<Change> complete(Newest shown) {
        List<LiveFile> files = shown.state().files().all().stream()
                .filter(LiveSite::hasFingerprint)
                .toList();
        if (files.size() > AT_ONCE) {
            return Optional.empty();
        }
        makeAll(files);
        List<Problem> mistakes = mistakes(shown);
        return mistakes.isEmpty() ? Optional.empty() : show(new Rest(shown.state(), mistakes, false));
    }

    /** What keeps a version from being shown now that more of it was made. */
    private List<Problem> mistakes(Newest shown) {
        return shown.problems().fail(options.strict()) ? shown.problems().sorted() : List.of();
    }

    private static boolean hasFingerprint(LiveFile file) {
        return file.file().fingerprint().isPresent();
    }

    /**
     * Takes note of changed files.
     *
     * @param changed files and folders that changed, came or went; empty to look at everything
     * @param watched files of the site that somebody looks at: they are made first
     * @return nothing when nothing is different
     */
    public Optional<Change> update(Collection<Path> changed, Set<SitePath> watched) {
        SourceTree before = sources;
        SourceTree.Update update = changed.isEmpty() ? before.again() : before.update(changed);
        sources = update.tree();
        Edits edits = Edits.of(update.changed(), before::has, sources::has);
        if (edits.kinds().keySet().stream().anyMatch(SourceTree::isOfTheme)) {
            look = Optional.empty();
        }
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(pagesOnly(edits).orElseGet(() -> whole(edits, watched)));
    }

    /**
     * The quick way: texts of pages changed, but nothing that another page shows of them. Nothing when it is not that simple.
     */
    private Optional<Change> pagesOnly(Edits edits) {
        if (newest.isEmpty() || !state.problems().isEmpty()) {
            return Optional.empty();
        }
        Newest shown = newest.get();
        Problems problems = new Problems();
        Stages stages = stages(problems);
        Site site = shown.site();
        List<Page> edited = new ArrayList<>();
        for (String file : edits.kinds().keySet()) {
            Optional<Page> before =
                    file.startsWith("content/") ? site.page(file.substring("content/".length())) : Optional.empty();
            Optional<Page> after = before.flatMap(page -> stages.read(sources, page));
            if (after.isEmpty() || !looksTheSame(before.get(), after.get(), site)) {
                return Optional.empty();
            }
            edited.add(after.get());
            site = site.with(after.get());
        }
        stages.check(new Scope(site, edited, false));
        LiveFiles files = state.files();
        List<Remade> made = new ArrayList<>();
        for (Page page : edited) {
            OutputFile file = shown.pages().of(page);
            LiveFile live = files.get(file.path()).orElseThrow().after(file, state.version() + 1);
            files = files.with(live);
            if (live.bytes().isEmpty()) {
                return Optional.empty();
            }
            made.add(new Remade(file.path(), file.madeFrom(), live.because()));
        }
        if (!problems.sorted().isEmpty()) {
            return Optional.empty();
        }
        show(state.next(files, state.base(), List.of(), false), site, shown.look(), shown.pages(), shown.problems());
        return Optional.of(new Change(edits, made));
    }

    private void show(State next, Site site, Look seen, PageFiles pageFiles, Problems problems) {
        newest = Optional.of(new Newest(next, site, seen, pageFiles, problems, state.files()));
        state = next;
    }

    /** Whether no other page can tell the difference. */
    private static boolean looksTheSame(Page before, Page after, Site site) {
        Body old = before.body().orElseThrow();
        Body now = after.body().orElseThrow();
        return head(before, old).equals(head(after, now))
                && old.outline().looksLike(now.outline())
                && before.minutes() == after.minutes()
                && files(before, old, site).equals(files(after, now, site));
    }

    private static String head(Page page, Body body) {
        return page.origin().source().text().substring(0, body.start());
    }

    /** The files that a text links to, and the pictures that it shows. */
    private static List<Set<SitePath>> files(Page page, Body body, Site site) {
        List<Set<SitePath>> files = new ArrayList<>();
        for (List<Outline.Reference> references :
                List.of(body.outline().links(), body.outline().images())) {
            Set<SitePath> found = new HashSet<>();
            references.forEach(reference -> site.resolve(page.id().name(), reference.target())
                    .flatMap(LinkTarget::file)
                    .ifPresent(found::add));
            files.add(found);
        }
        return files;
    }

    /** The long way: everything is looked at, and what changed is made. */
    private Change whole(Edits edits, Set<SitePath> watched) {
        return whole(edits, watched, TemplateEngine::new);
    }

    private Change whole(Edits edits, Set<SitePath> watched, Supplier<TemplateEngine> engine) {
        Problems problems = new Problems();
        try {
            return whole(edits, watched, engine, problems);
        } catch (UncheckedIOException e) {
            problems.add(
                    Rule.FILE_UNREADABLE,
                    Source.ofFile("content").whole(),
                    String.valueOf(e.getCause().getMessage()),
                    "wait for it, or save it again");
            return fail(edits, problems);
        }
    }

    private Change whole(Edits edits, Set<SitePath> watched, Supplier<TemplateEngine> engine, Problems problems) {
        Stages stages = stages(problems);
        Problems ofLook = new Problems();
        Future<Look> looked = look.<Future<Look>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> Workers.beside(() -> stages(ofLook).look(sources, engine.get())));
        Optional<Site> next = stages.read(sources);
        next.ifPresent(stages::check);
        Look seen = Workers.await(looked);
        look = ofLook.isEmpty() ? Optional.of(seen) : Optional.empty();
        problems.addAll(ofLook);
        Optional<Publishing> publishing = next.flatMap(it -> stages.publishing(it, seen, true));
        if (publishing.isEmpty()) {
            return fail(edits, problems);
        }
        OutputTree tree = stages.list(publishing.get(), OutputFormats.all(options.downloads()));
        long version = state.version() + 1;
        List<LiveFile> files = new ArrayList<>();
        List<LiveFile> changed = new ArrayList<>();
        for (OutputFile file : tree.files()) {
            LiveFile live = state.files()
                    .get(file.path())
                    .map(before -> before.after(file, version))
                    .orElseGet(() -> LiveFile.first(file, version));
            files.add(live);
            if (live.changed() == version && hasFingerprint(live)) {
                changed.add(live);
            }
        }
        boolean few = changed.size() <= AT_ONCE && state.version() > 0;
        makeAll(changed.stream()
                .filter(live -> few || watched.contains(live.file().path()))
                .toList());
        if (problems.fail(options.strict())) {
            return fail(edits, problems);
        }
        slowFiles.forgetTheRest();
        Site site = next.get();
        State good = state.next(LiveFiles.of(files), site.settings().address().getRawPath(), problems.sorted(), false);
        show(good.without(state.files().paths()), site, seen, new PageFiles(publishing.get(), tree), problems);
        List<Remade> made = changed.stream()
                .map(live -> new Remade(live.file().path(), live.file().madeFrom(), live.because()))
                .toList();
        return new Change(edits, made);
    }

    private Change fail(Edits edits, Problems problems) {
        newest = Optional.empty();
        state = state.next(state.files(), state.base(), problems.sorted(), true);
        return new Change(edits, List.of());
    }

    private Stages stages(Problems problems) {
        return new Stages(options, true, workers, pages, slowFiles, problems);
    }

    private void makeAll(List<LiveFile> files) {
        List<Future<?>> tasks = new ArrayList<>();
        files.forEach(file -> tasks.add(workers.run(file::bytes)));
        tasks.forEach(Workers::await);
    }

    /**
     * Makes what nobody waits for: pages that nobody looks at, so that their mistakes are found, and then what takes long. Changes nothing
     * that is shown, and may be called by a thread of its own; {@link #show(Rest)} shows what came of it.
     */
    public Optional<Rest> makeTheRest() {
        try {
            return newest.flatMap(this::makeTheRest);
        } catch (UncheckedIOException e) {
            // Somebody saved a file just now: another version is coming.
            return Optional.empty();
        }
    }

    private Optional<Rest> makeTheRest(Newest shown) {
        State now = shown.state();
        for (LiveFile file : now.files().all()) {
            if (state != now) {
                return Optional.empty();
            }
            file.bytes();
        }
        Set<String> known = slowFiles.names();
        Problems problems = shown.problems();
        if (!problems.fail(options.strict())) {
            problems = new Problems();
            try (Workers own = Workers.single()) {
                Stages stages = new Stages(options, true, own, pages, slowFiles, problems);
                stages.publishing(shown.site(), shown.look(), false)
                        .ifPresent(publishing -> stages.list(publishing, OutputFormats.slow(options.downloads())));
            }
        }
        return Optional.of(new Rest(
                now,
                problems.fail(options.strict()) ? problems.sorted() : List.of(),
                !known.containsAll(slowFiles.names())));
    }

    /**
     * Does once more what an edit of a page's text asks for, and shows nothing of it: Java is quick at what it has done a few times. Can be
     * called by a thread of its own.
     *
     * @param turn counts from 0; each takes another page
     */
    public void practise(int turn) {
        newest.filter(shown -> shown.state().problems().isEmpty()).ifPresent(shown -> {
            List<Page> texts = shown.site().pages().stream()
                    .filter(page -> page.text().isPresent())
                    .toList();
            if (!texts.isEmpty()) {
                practise(shown, texts.get(turn % texts.size()));
            }
        });
    }

    private void practise(Newest shown, Page page) {
        Problems own = new Problems();
        try (Workers none = Workers.single()) {
            Path file = options.site().resolve(page.origin().source().path());
            SourceTree again = sources.update(List.of(file)).tree();
            Stages stages = new Stages(options, true, none, pages, slowFiles, own);
            Optional<Page> after = stages.read(again, page);
            after.ifPresent(now -> {
                looksTheSame(page, now, shown.site());
                stages.check(new Scope(shown.site().with(now), List.of(now), false));
            });
        } catch (UncheckedIOException e) {
            // It is being edited: there is no need to practise any more.
            return;
        }
        // Drawn as it is shown already, whatever its file holds by now: what is wrong with that is told when it is its
        // turn.
        shown.pages().of(page).make();
    }

    /** Shows what was made of the rest of a version. Mistakes in one that is not the newest any more are not told: a newer has its own. */
    public Optional<Change> show(Rest rest) {
        if (!rest.problems().isEmpty()) {
            Optional<Newest> shown = newest.filter(it -> it.state() == rest.of());
            shown.ifPresent(it -> {
                newest = Optional.empty();
                state = state.next(it.before(), state.base(), rest.problems(), true);
            });
            return shown.map(it -> new Change(Edits.none(), List.of()));
        }
        return newest.isEmpty() ? Optional.empty() : Optional.of(whole(Edits.none(), Set.of()));
    }

    @Override
    public void close() {
        workers.close();
    }
}
