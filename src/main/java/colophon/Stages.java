package colophon;

import colophon.check.Check;
import colophon.check.Checks;
import colophon.check.Scope;
import colophon.diag.Problems;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.model.Site;
import colophon.model.Theme;
import colophon.output.OutputFormat;
import colophon.output.Publishing;
import colophon.output.SlowFiles;
import colophon.read.ContentReader;
import colophon.read.PageMemory;
import colophon.read.ReadOptions;
import colophon.read.SourceTree;
import colophon.render.Assets;
import colophon.render.BodyRenderer;
import colophon.render.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The stages of one build, from files to what there is to publish, with what they all need.
 *
 * @param pages what earlier builds read
 * @param slowFiles what earlier builds made
 */
record Stages(BuildOptions options, Workers workers, PageMemory pages, SlowFiles slowFiles, Problems problems) {
    private ContentReader reader(SourceTree sources) {
        ReadOptions reading = new ReadOptions(options.drafts(), options.address(), "Colophon " + Version.number());
        return new ContentReader(sources, reading, pages, BodyRenderer::prose, workers.executor(), problems);
    }

    Optional<Site> read(SourceTree sources) {
        sources.report(problems);
        return reader(sources).read();
    }

    /** A page that was there before, read again; nothing when its file is no page any more. */
    Optional<Page> read(SourceTree sources, Page before) {
        return reader(sources).page(before);
    }

    void check(Site site) {
        check(Scope.whole(site));
    }

    void check(Scope scope) {
        for (Check check : Checks.all()) {
            check.run(scope, problems);
        }
    }

    /** The files to publish. Most of them are not made yet, and may still have problems. */
    Optional<OutputTree> make(Optional<Site> site, SourceTree sources, List<OutputFormat> formats) {
        return site.flatMap(it -> publishing(it, sources, false)).map(publishing -> list(publishing, formats));
    }

    /** What the formats work with; nothing when something is wrong already. */
    Optional<Publishing> publishing(Site site, SourceTree sources, boolean later) {
        Theme theme = theme(sources);
        Assets assets = Assets.of(theme, problems);
        Templates templates = new Templates(theme);
        if (problems.hasErrors()) {
            templates.check(problems);
            return Optional.empty();
        }
        return Optional.of(new Publishing(
                site, theme, templates, assets, workers.executor(), slowFiles, later, options.progress(), problems));
    }

    OutputTree list(Publishing publishing, List<OutputFormat> formats) {
        OutputTree tree = new OutputTree();
        for (OutputFormat format : formats) {
            for (OutputFile file : format.make(publishing, tree)) {
                tree.add(file, problems);
            }
        }
        return tree;
    }

    private Theme theme(SourceTree sources) {
        try {
            return sources.theme(problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
