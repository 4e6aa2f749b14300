package colophon.cli;

import colophon.Build;
import colophon.BuildOptions;
import colophon.BuildResult;
import colophon.model.OutputTree;
import colophon.write.WriteReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code colophon build}: publishes a site to a folder. */
@Command(
        name = "build",
        description = {
            "Publishes the site to a folder, all or nothing.",
            "With errors nothing is published and the folder stays as it was."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  colophon build                                  publish ./content to ./public",
            "  colophon build --output /srv/www/report         publish somewhere else",
            "  colophon build --base-url https://example.org/r/   publish for another address",
            "  colophon build --strict --format github         in a workflow"
        })
final class BuildCommand implements Callable<Integer> {
    private static final String DEFAULT_OUTPUT = "public";

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec command;

    @Mixin
    private SiteArguments arguments;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "Where to publish. Default: public/ in DIR.")
    private Path output;

    @Option(names = "--no-pdf", description = "Make the web pages only; buttons appear for ready-made files alone.")
    private boolean noPdf;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        Path site = arguments.site(command);
        Path target = output == null ? site.resolve(DEFAULT_OUTPUT) : output;
        String shown = (target.isAbsolute() ? target : target.normalize()).toString();
        PrintWriter err = command.commandLine().getErr();
        Consumer<String> progress =
                main.isTerminal() && !arguments.quiet() ? message -> err.println(message + " …") : message -> {};
        BuildResult result = new Build(new BuildOptions(
                        site,
                        Optional.of(target),
                        shown,
                        arguments.address(command),
                        arguments.drafts(),
                        arguments.strict(),
                        !noPdf,
                        progress))
                .run();
        arguments.print(result.problems(), err);
        if (result.written().isEmpty()) {
            err.println("Nothing was published; " + shown + " is as it was.");
            return Main.PROBLEMS;
        }
        if (!arguments.quiet()) {
            long millis = (System.nanoTime() - start) / 1_000_000;
            command.commandLine().getOut().println(summary(result, target, shown, millis));
        }
        return Main.DONE;
    }

    private static String summary(BuildResult result, Path target, String shown, long millis) {
        OutputTree tree = result.tree().orElseThrow();
        long pdfs = tree.files().stream()
                .filter(file -> file.path().value().endsWith(".pdf"))
                .count();
        String pdf = pdfs == 0 ? "" : pdfs == 1 ? " and 1 PDF" : " and " + pdfs + " PDFs";
        WriteReport written = result.written().orElseThrow();
        return String.format(
                Locale.ROOT,
                "Published %d pages%s to %s (%d files, %.1f MB, %d new or changed) in %.1f s. Look at it: %s",
                result.pages(),
                pdf,
                shown,
                written.files(),
                written.bytes() / 1e6,
                written.written(),
                millis / 1000.0,
                target.resolve("index.html"));
    }
}
