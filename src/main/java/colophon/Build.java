package colophon;

import colophon.check.Check;
import colophon.check.Checks;
import colophon.diag.Problems;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Site;
import colophon.model.Theme;
import colophon.output.OutputFormat;
import colophon.output.OutputFormats;
import colophon.output.Publishing;
import colophon.read.ContentReader;
import colophon.read.ReadOptions;
import colophon.read.SourceTree;
import colophon.render.Assets;
import colophon.render.Templates;
import colophon.write.SiteWriter;
import colophon.write.WriteReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The map of the program: a build is four stages that know nothing of one another.
 *
 * <pre>
 *   disk ──SourceTree──▶ ContentReader ──▶ Site ──OutputFormats──▶ OutputTree ──SiteWriter──▶ disk
 *                              └── Problems ──┴─ Checks ─┴── Problems ──┘   (written only if nothing is wrong)
 * </pre>
 *
 * <ol>
 *   <li><b>read</b> takes all files once ({@link SourceTree}) and turns them into a {@link Site}: settings, publication, pages with
 *       their parsed Markdown and what was gathered from it. A broken file leaves a placeholder, so that one mistake gives one message.
 *   <li><b>check</b> looks at the whole site before anything is drawn: every link, picture and heading ({@link Checks#all()}).
 *   <li><b>output</b> makes the files, each format from the site alone ({@link OutputFormats#all()}): PDF files first, because the pages
 *       say how large they are. Pages and editions are drawn by {@code render}, through the FreeMarker templates of the {@link Theme}.
 *   <li><b>write</b> publishes the {@link OutputTree} all or nothing ({@link SiteWriter}).
 * </ol>
 *
 * <p>Every stage adds what is wrong to {@link Problems} and goes on; the next stage runs only when there are no errors. Only the first and
 * the last stage touch the disk, and nothing asks the clock.
 */
public final class Build {
    private final BuildOptions options;
    private final Problems problems = new Problems();

    public Build(BuildOptions options) {
        this.options = options;
    }

    /** @throws IOException when the folder of the site cannot be walked at all */
    public BuildResult run() throws IOException {
        Optional<SiteWriter> writer = Optional.empty();
        if (options.output().isPresent()) {
            SiteWriter publisher = new SiteWriter(options.output().get(), options.shownOutput());
            publisher.check(options.site(), problems);
            writer = Optional.of(publisher);
        }
        try (Workers workers = new Workers()) {
            SourceTree sources = SourceTree.read(options.site(), problems);
            Optional<Site> site = read(sources, workers);
            site.ifPresent(this::check);
            Optional<OutputTree> tree = site.flatMap(it -> make(it, sources, workers));
            Optional<WriteReport> written = problems.fail(options.strict()) || tree.isEmpty()
                    ? Optional.empty()
                    : writer.flatMap(it -> it.write(tree.get(), problems));
            int pages = site.map(it -> it.pages().size()).orElse(0);
            return new BuildResult(problems.sorted(), problems.fail(options.strict()), tree, pages, written);
        }
    }

    private Optional<Site> read(SourceTree sources, Workers workers) {
        ReadOptions reading = new ReadOptions(options.drafts(), options.address(), "Colophon " + Version.number());
        return new ContentReader(sources, reading, workers.executor(), problems).read();
    }

    private void check(Site site) {
        for (Check check : Checks.all()) {
            check.run(site, problems);
        }
    }

    private Optional<OutputTree> make(Site site, SourceTree sources, Workers workers) {
        Theme theme = sources.theme(problems);
        Assets assets = Assets.of(theme, problems);
        Templates templates = new Templates(theme);
        if (problems.hasErrors()) {
            templates.check(problems);
            return Optional.empty();
        }
        Publishing publishing =
                new Publishing(site, theme, templates, assets, workers.executor(), options.progress(), problems);
        OutputTree tree = new OutputTree();
        List<OutputFormat> formats = options.pdf() ? OutputFormats.all() : OutputFormats.withoutPdf();
        for (OutputFormat format : formats) {
            for (OutputFile file : format.make(publishing, tree)) {
                tree.add(file, problems);
            }
        }
        return problems.hasErrors() ? Optional.empty() : Optional.of(tree);
    }
}
