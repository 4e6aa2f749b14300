package colophon;

import colophon.check.Scope;
import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.model.Body;
import colophon.model.Fingerprint.Part;
import colophon.model.LinkTarget;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.model.Site;
import colophon.model.SitePath;
import colophon.output.OutputFormats;
import colophon.output.PageFiles;
import colophon.output.Publishing;
import colophon.output.SlowFiles;
import colophon.read.SourceTree;
import colophon.write.WriteReport.Remade;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/**
 * A site kept in memory while its files change: the last version that had no errors, and what is wrong with the newest one.
 *
 * <p>Everything that changes it is called by one thread; what it holds may be read by any.
 */
public final class LiveSite implements AutoCloseable {
    /** So many changed pages are drawn before a version counts as good; of more, the rest while it is looked at already. */
    private static final int AT_ONCE = 200;

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
            Map<SitePath, LiveFile> files,
            String base,
            List<Problem> problems,
            boolean failed,
            long judged,
            Map<SitePath, Long> gone) {
        /** A later state of the same site. */
        State next(Map<SitePath, LiveFile> newFiles, String newBase, List<Problem> found, boolean fails) {
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
            return Optional.ofNullable(files.get(path)).flatMap(LiveFile::bytes);
        }

        public boolean has(SitePath path) {
            return files.containsKey(path);
        }

        /** The version in which a file changed or went away; 0 when there never was one. */
        public long changed(SitePath path) {
            return has(path) ? files.get(path).changed() : gone.getOrDefault(path, 0L);
        }

        /** Whether a script, font or icon is new since a version. */
        public boolean scriptsSince(long seen) {
            return files.values().stream()
                    .filter(file -> file.changed() > seen)
                    .map(file -> file.file().path().value())
                    .anyMatch(path -> path.startsWith("assets/") && !path.endsWith(".css"));
        }

        /** Whether all that a file's last change was about are the names of styles, scripts, fonts and icons. */
        public boolean changedByAssetsOnly(SitePath path) {
            return has(path) && files.get(path).because().equals(Set.of(Part.ASSETS));
        }
    }

    /**
     * What came of a change.
     *
     * @param sources the files that changed
     * @param made the files of the site that changed, and why
     */
    public record Change(Set<String> sources, List<Remade> made) {}

    private final BuildOptions options;
    private final Workers workers = new Workers();
    private final BuildMemory memory;
    private final Map<String, SlowFiles.Slow> slow = new ConcurrentHashMap<>();
    private final SlowFiles slowFiles;
    private SourceTree sources;
    private Optional<Site> site = Optional.empty();
    private Optional<PageFiles> pageFiles = Optional.empty();
    /** What the newest version was made with, and what was there before it: pages that nobody looks at yet may still fail. */
    private volatile Problems current = new Problems();

    private volatile Map<SitePath, LiveFile> fallback = Map.of();
    private volatile State state = new State(0, Map.of(), "/", List.of(), false, 0, Map.of());

    /** @param options its output folder is where earlier builds may have left something to begin with; nothing is written there */
    public LiveSite(BuildOptions options) {
        this.options = options;
        this.memory = BuildMemory.open(options);
        this.slowFiles = new SlowFiles() {
            @Override
            public Optional<Slow> find(String name) {
                return Optional.ofNullable(slow.get(name)).or(() -> memory.find(name));
            }

            @Override
            public void keep(String name, Slow file) {
                slow.put(name, file);
            }
        };
    }

    public State state() {
        return state;
    }

    /** Reads everything, and makes what the pages need. */
    public Change open() throws IOException {
        sources = SourceTree.read(options.site(), memory.pages());
        return whole(Set.of(), Set.of());
    }

    /**
     * Takes note of changed files.
     *
     * @param changed files and folders that changed, came or went; empty to look at everything
     * @param watched files of the site that somebody looks at: they are made first
     * @return nothing when nothing is different
     */
    public Optional<Change> update(Collection<Path> changed, Set<SitePath> watched) throws IOException {
        SourceTree before = sources;
        SourceTree.Update update = changed.isEmpty() ? before.again() : before.update(changed);
        sources = update.tree();
        SortedSet<String> different = update.changed();
        if (different.isEmpty() && sources.refusesTheSame(before)) {
            return Optional.empty();
        }
        return Optional.of(pagesOnly(different).orElseGet(() -> whole(different, watched)));
    }

    /**
     * The quick way: texts of pages changed, but nothing that another page shows of them. Nothing when it is not that simple.
     */
    private Optional<Change> pagesOnly(Set<String> different) {
        if (!state.problems().isEmpty() || site.isEmpty() || pageFiles.isEmpty()) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        Stages stages = stages(problems);
        Site next = site.get();
        List<Page> pages = new ArrayList<>();
        for (String file : different) {
            Optional<Page> before =
                    file.startsWith("content/") ? next.page(file.substring("content/".length())) : Optional.empty();
            Optional<Page> after = before.flatMap(page -> stages.read(sources, page));
            if (after.isEmpty() || !looksTheSame(before.get(), after.get(), next)) {
                return Optional.empty();
            }
            pages.add(after.get());
            next = next.with(after.get());
        }
        stages.check(new Scope(next, pages, false));
        Map<SitePath, LiveFile> files = new HashMap<>(state.files());
        List<Remade> made = new ArrayList<>();
        for (Page page : pages) {
            OutputFile file = pageFiles.get().of(page);
            LiveFile live = files.get(file.path()).after(file, state.version() + 1);
            files.put(file.path(), live);
            if (live.bytes().isEmpty()) {
                return Optional.empty();
            }
            made.add(new Remade(file.path(), file.madeFrom(), live.because()));
        }
        if (!problems.sorted().isEmpty()) {
            return Optional.empty();
        }
        site = Optional.of(next);
        state = state.next(files, state.base(), List.of(), false);
        return Optional.of(new Change(different, made));
    }

    /** Whether no other page can tell the difference. */
    private static boolean looksTheSame(Page before, Page after, Site site) {
        Body old = before.body().orElseThrow();
        Body now = after.body().orElseThrow();
        return head(before, old).equals(head(after, now))
                && old.anchors().equals(now.anchors())
                && before.minutes() == after.minutes()
                && files(before, old, site).equals(files(after, now, site));
    }

    private static String head(Page page, Body body) {
        return page.origin().source().text().substring(0, body.start());
    }

    private static Set<SitePath> files(Page page, Body body, Site site) {
        Set<SitePath> files = new HashSet<>();
        for (List<Body.Reference> references : List.of(body.links(), body.images())) {
            references.forEach(reference -> site.resolve(page.id().name(), reference.target())
                    .flatMap(LinkTarget::file)
                    .ifPresent(files::add));
        }
        return files;
    }

    /** The long way: everything is looked at, and what changed is made. */
    private Change whole(Set<String> different, Set<SitePath> watched) {
        Problems problems = new Problems();
        Stages stages = stages(problems);
        Optional<Site> next = stages.read(sources);
        next.ifPresent(stages::check);
        Optional<Publishing> publishing =
                next.flatMap(it -> stages.publishing(it, stages.look(sources), options.pdf()));
        if (publishing.isEmpty()) {
            return fail(different, problems);
        }
        OutputTree tree = stages.list(publishing.get(), OutputFormats.all(options.pdf()));
        long version = state.version() + 1;
        Map<SitePath, LiveFile> files = new HashMap<>();
        List<LiveFile> changed = new ArrayList<>();
        for (OutputFile file : tree.files()) {
            LiveFile before = state.files().get(file.path());
            LiveFile live = before == null ? LiveFile.first(file, version) : before.after(file, version);
            files.put(file.path(), live);
            if (live.changed() == version && file.fingerprint().isPresent()) {
                changed.add(live);
            }
        }
        boolean few = changed.size() <= AT_ONCE;
        makeAll(changed.stream()
                .filter(live -> few || watched.contains(live.file().path()))
                .toList());
        if (problems.fail(options.strict())) {
            return fail(different, problems);
        }
        site = next;
        pageFiles = Optional.of(new PageFiles(publishing.get(), tree));
        current = problems;
        fallback = state.files();
        String base = next.get().settings().address().getRawPath();
        state = state.next(files, base, problems.sorted(), false).without(fallback.keySet());
        List<Remade> made = changed.stream()
                .map(live -> new Remade(live.file().path(), live.file().madeFrom(), live.because()))
                .toList();
        return new Change(different, made);
    }

    private Change fail(Set<String> different, Problems problems) {
        state = state.next(state.files(), state.base(), problems.sorted(), true);
        return new Change(different, List.of());
    }

    private Stages stages(Problems problems) {
        return new Stages(options, true, workers, memory.pages(), slowFiles, problems);
    }

    private void makeAll(List<LiveFile> files) {
        List<Future<?>> tasks = new ArrayList<>();
        files.forEach(file -> tasks.add(workers.run(file::bytes)));
        tasks.forEach(Workers::await);
    }

    /**
     * Makes what nobody waits for: pages that nobody looks at, so that their mistakes are found, and then what takes long. To be called by
     * a thread of its own; when it is done, {@link #theRestIsReady} shows the result.
     *
     * @return whether there is anything new to show
     */
    public boolean makeTheRest() {
        State now = state;
        Optional<Site> shown = site;
        if (now.failed() || shown.isEmpty()) {
            return false;
        }
        Problems problems = current;
        int known = slow.size();
        try (Workers own = Workers.single()) {
            for (LiveFile file : now.files().values()) {
                if (state != now) {
                    return false;
                }
                file.bytes();
            }
            if (!problems.fail(options.strict()) && options.pdf()) {
                problems = new Problems();
                Stages stages = new Stages(options, true, own, memory.pages(), slowFiles, problems);
                stages.publishing(shown.get(), stages.look(sources), false)
                        .ifPresent(publishing -> stages.list(publishing, List.of(OutputFormats.pdf())));
            }
        }
        if (problems.fail(options.strict()) && state == now) {
            state = now.next(fallback, now.base(), problems.sorted(), true);
            return true;
        }
        return slow.size() > known;
    }

    /** Shows what {@link #makeTheRest} made. */
    public Change theRestIsReady() {
        return state.failed() ? new Change(Set.of(), List.of()) : whole(Set.of(), Set.of());
    }

    @Override
    public void close() {
        workers.close();
    }
}
