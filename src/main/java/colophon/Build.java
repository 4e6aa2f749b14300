package colophon;

import colophon.cache.Block;
import colophon.diag.Problems;
import colophon.model.Lazy;
import colophon.model.OutputTree;
import colophon.model.Site;
import colophon.model.Theme;
import colophon.model.Unreleased;
import colophon.output.OutputFormats;
import colophon.read.ContentReader;
import colophon.read.PageMemory;
import colophon.read.SourceTree;
import colophon.render.TemplateEngine;
import colophon.write.SiteWriter;
import colophon.write.WriteReport;
import colophon.write.WrittenFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The map of the program: a build is four stages that know nothing of one another.
 *
 * <pre>
 *   disk ──SourceTree──▶ ContentReader ──▶ Site ──OutputFormats──▶ OutputTree ──SiteWriter──▶ disk
 *                              └── Problems ──┴─ Checks ─┴── Problems ──┘   (written only if nothing is wrong)
 * </pre>
 *
 * <ol>
 *   <li><b>read</b> finds all files once ({@link SourceTree}) and turns them into a {@link Site} ({@link ContentReader}): settings,
 *       publication, pages with their text and what was gathered from it, bibliography, data and glossary. A broken file leaves a
 *       placeholder, so that one mistake gives one message.
 *   <li><b>check</b> looks at the whole site before anything is drawn: every link, picture, heading, label, citation, directive, table of
 *       data and map ({@link colophon.check.Checks}).
 *   <li><b>output</b> lists the files, each format from the site alone ({@link OutputFormats#all}): PDF and EPUB files first, because the
 *       pages say how large they are, each compared with the words of its pages. Pages and editions are drawn by {@code render}, through the
 *       FreeMarker templates of the {@link Theme},
 *       and not before somebody asks for them.
 *   <li><b>write</b> has the files made that changed, and publishes the {@link OutputTree} all or nothing ({@link SiteWriter}).
 * </ol>
 *
 * <p>Every stage adds what is wrong to {@link Problems} and goes on; the next stage runs only when there are no errors. Only the first and
 * the last stage touch the disk, with the memory beside them, and what is published never depends on the clock: the
 * day on which embargoes end is passed.
 *
 * <p>Building again is the same, remembered ({@link BuildMemory}): a page is not parsed again while its bytes are the same, and a file
 * not made again while its {@link colophon.model.Fingerprint} is. A preview runs the same stages over and over ({@link LiveSite}), and
 * shows what {@code write} would have published.
 */
public final class Build {
    private static final int MAX_ATTEMPTS = 4;

    private final BuildOptions options;
    /** Kept from one run to the next, with its parsed templates: most edits leave them as they are. */
    private final Lazy<TemplateEngine> templateEngine;

    public Build(BuildOptions options) {
        this(options, new Lazy<>(TemplateEngine::new));
    }

    /** @param templateEngine used by one run at a time */
    Build(BuildOptions options, Lazy<TemplateEngine> templateEngine) {
        this.options = options;
        this.templateEngine = templateEngine;
    }

    /**
     * Builds the site as it is now; may be called again when something has changed.
     *
     * @throws IOException when there is something wrong with the disk that no problem can tell
     */
    public BuildResult run() throws IOException {
        Set<String> doubted = new TreeSet<>();
        for (int i = 1; i <= MAX_ATTEMPTS; i++) {
            Attempt attempt = new Attempt(i, doubted);
            Optional<BuildResult> result = attempt.result();
            if (result.isPresent()) {
                return result.get();
            }
            doubted.addAll(attempt.changed());
        }
        throw new IOException(String.join(", ", doubted) + " kept changing while the site was built; run this again");
    }

    /**
     * One reading of all files, and what is made of it. What is published of a file comes from one reading of it: when a file turns out to
     * hold something else than what was known of it, because somebody saved it meanwhile, all is read again.
     */
    private final class Attempt {
        private final int number;
        private final Set<String> doubted;
        private volatile Optional<SourceTree> sources = Optional.empty();

        /**
         * @param number counts from 1; the last does not use anything that is remembered of files
         * @param doubted files of which nothing remembered is used
         */
        Attempt(int number, Set<String> doubted) {
            this.number = number;
            this.doubted = Set.copyOf(doubted);
        }

        /** The files that changed meanwhile. */
        Set<String> changed() {
            return sources.map(SourceTree::changed).orElse(Set.of());
        }

        /** Empty if something changed meanwhile. */
        Optional<BuildResult> result() throws IOException {
            try {
                BuildResult result = run();
                return changed().isEmpty() || result.written().isPresent() ? Optional.of(result) : Optional.empty();
            } catch (UncheckedIOException e) {
                if (changed().isEmpty()) {
                    throw e.getCause();
                }
                return Optional.empty();
            } catch (RuntimeException e) {
                if (changed().isEmpty()) {
                    throw e;
                }
                return Optional.empty();
            }
        }

        private SourceTree read(Future<PageMemory> pages, long now, Workers workers) {
            SourceTree.Known known = (path, stamp) -> number == MAX_ATTEMPTS || doubted.contains(path)
                    ? OptionalLong.empty()
                    : Workers.await(pages).digest(path, stamp);
            SourceTree read = SourceTree.read(options.site(), () -> known, now, workers.executor());
            sources = Optional.of(read);
            return read;
        }

        private BuildResult run() throws IOException {
            Problems problems = new Problems();
            // Threads of an attempt that failed may still be at work with theirs.
            Future<TemplateEngine> engine = Workers.beside(number == 1 ? templateEngine::get : TemplateEngine::new);
            BuildMemory memory = BuildMemory.open(options);
            try (Workers workers = new Workers()) {
                Future<PageMemory> pages = workers.call(memory::pages);
                Optional<SiteWriter> writer = writer(memory);
                Future<?> looked = workers.run(() -> writer.ifPresent(it -> it.check(options.site(), problems)));
                SourceTree tree = read(pages, memory.now(), workers);
                // To forget texts and read them again is no use while they change.
                boolean keepTexts = options.downloads() || number > 1;
                Stages stages = new Stages(options, keepTexts, workers, Workers.await(pages), memory, problems);
                Future<Stages.Look> look = Workers.beside(() -> stages.look(tree, Workers.await(engine)));
                Optional<Site> site = stages.read(tree);
                Optional<Future<?>> prepared =
                        site.map(it -> workers.run(() -> stages.prepare(it, Workers.await(look))));
                Workers.await(looked);
                site.ifPresent(stages::check);
                Optional<OutputTree> files = site.flatMap(it -> stages.publishing(it, Workers.await(look), false))
                        .map(publishing -> stages.list(publishing, OutputFormats.all(options.downloads())));
                Optional<Future<Block>> packed = files.map(it -> workers.call(() -> memory.pack(tree)));
                Optional<WriteReport> written = writer.isPresent()
                        ? files.flatMap(it -> writer.get()
                                .write(
                                        it,
                                        name(site.orElseThrow()),
                                        workers.executor(),
                                        () -> mayPublish(problems) && changed().isEmpty(),
                                        problems))
                        : Optional.empty();
                if (writer.isEmpty()) {
                    files.ifPresent(workers::makeAll);
                }
                written.ifPresent(report -> memory.keep(
                        Workers.await(packed.orElseThrow()), report.memory(), options.downloads(), workers));
                // The next run has the same engine, also where this one had nothing to draw.
                Workers.await(look);
                prepared.ifPresent(Workers::await);
                int count = site.map(it -> it.pages().size()).orElse(0);
                return new BuildResult(
                        tree.stamps(),
                        problems.sorted(),
                        !mayPublish(problems),
                        files.filter(it -> !problems.hasErrors()),
                        count,
                        site.map(Site::unreleased).orElse(Unreleased.nothing()),
                        written,
                        writer.filter(SiteWriter::isTorn).isPresent(),
                        Stream.concat(writer.stream().flatMap(it -> it.remarks().stream()), memory.remarks().stream())
                                .toList());
            }
        }
    }

    /**
     * Finishes what a build that was killed left unfinished in an output folder, for commands that publish nothing themselves. What stands
     * in the way is reported by the next build.
     */
    public static void recover(Path output) {
        try {
            new SiteWriter(output, output.toString(), WrittenFiles::none).recover();
        } catch (IOException e) {
            // A command that only reads the content needs no output folder.
            return;
        }
    }

    /** Address and title: another site has others. */
    private static String name(Site site) {
        String title = site.publication().titles().title().text();
        return (site.settings().address() + " " + title).replaceAll("\\R", " ");
    }

    private Optional<SiteWriter> writer(BuildMemory memory) throws IOException {
        return options.output().isPresent()
                ? Optional.of(new SiteWriter(options.output().get(), options.shownOutput(), memory::written))
                : Optional.empty();
    }

    private boolean mayPublish(Problems problems) {
        return !problems.fail(options.strict());
    }
}
