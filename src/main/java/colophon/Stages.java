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
import colophon.output.PrintFonts;
import colophon.output.Publishing;
import colophon.output.SlowFiles;
import colophon.output.TemplateLinks;
import colophon.read.ContentReader;
import colophon.read.PageMemory;
import colophon.read.ReadOptions;
import colophon.read.SourceTree;
import colophon.render.Assets;
import colophon.render.Citations;
import colophon.render.HtmlTypesetter;
import colophon.render.TemplateEngine;
import colophon.render.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * The stages of one build, from files to what there is to publish, with what they all need.
 *
 * @param keepTexts whether the texts of pages are needed after they were read
 * @param pages what earlier builds read
 * @param slowFiles what earlier builds made
 */
record Stages(
        BuildOptions options,
        boolean keepTexts,
        Workers workers,
        PageMemory pages,
        SlowFiles slowFiles,
        Problems problems) {
    private ContentReader reader(SourceTree sources) {
        ReadOptions reading =
                new ReadOptions(options.release(), options.address(), "Colophon " + Version.number(), keepTexts);
        return new ContentReader(sources, reading, pages, new HtmlTypesetter(), workers.executor(), problems);
    }

    Optional<Site> read(SourceTree sources) {
        sources.report(problems);
        return reader(sources).read();
    }

    /** A page that was there before, read again; nothing when its file is no page any more. */
    Optional<Page> read(SourceTree sources, Page before) {
        return reader(sources).page(before);
    }

    /** Checks the site that was read, in pieces that do not know of one another. What holds since an earlier build is not looked at again. */
    void check(Site site) {
        Problems found = new Problems();
        List<Future<?>> pieces = Scope.pieces(site, pages.unsettled(site)).stream()
                .<Future<?>>map(piece -> workers.run(() -> check(piece, found)))
                .toList();
        pieces.forEach(Workers::await);
        if (found.isEmpty()) {
            pages.settle();
        }
        problems.addAll(found);
    }

    void check(Scope scope) {
        check(scope, problems);
    }

    private static void check(Scope scope, Problems found) {
        for (Check check : Checks.all()) {
            check.run(scope, found);
        }
    }

    /** What a site looks like, ready for use. */
    record Look(Theme theme, Assets assets, Templates templates) {}

    /**
     * Sets up the theme.
     *
     * @param engine which is used for nothing else from now on
     */
    Look look(SourceTree sources, TemplateEngine engine) {
        Theme theme = theme(sources);
        return new Look(theme, Assets.of(theme, problems), new Templates(theme, engine));
    }

    /** Has the templates parsed of the pages that were read now, which are those to be drawn. */
    void prepare(Site site, Look look) {
        pages.unsettled(site).stream()
                .filter(page -> page.text().isPresent())
                .map(Page::kind)
                .distinct()
                .forEach(kind -> look.templates().prepare(kind.template()));
    }

    /** What the formats work with; nothing when something is wrong already. */
    Optional<Publishing> publishing(Site site, Look look, boolean later) {
        PrintFonts.check(look.theme(), problems);
        if (problems.hasErrors()) {
            look.templates().check(problems);
            return Optional.empty();
        }
        Publishing publishing = new Publishing(
                        site,
                        look.theme(),
                        look.templates(),
                        look.assets(),
                        new Citations(site),
                        workers.executor(),
                        slowFiles,
                        options.downloads(),
                        later,
                        options.progress(),
                        problems)
                .withPictures();
        return problems.hasErrors() ? Optional.empty() : Optional.of(publishing);
    }

    /** The files to publish. Most of them are not made yet, and may still have problems. */
    OutputTree list(Publishing publishing, List<OutputFormat> formats) {
        OutputTree tree = new OutputTree();
        for (OutputFormat format : formats) {
            for (OutputFile file : format.make(publishing, tree)) {
                tree.add(file, problems);
            }
        }
        TemplateLinks.check(publishing, tree, problems);
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
