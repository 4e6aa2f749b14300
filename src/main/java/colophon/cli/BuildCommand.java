package colophon.cli;

import colophon.model.Release.Purpose;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            "  colophon build --date 2026-12-01                publish as on that day",
            "  colophon build --strict --format github         in a workflow",
            "  colophon build --watch                          publish again after each change"
        })
final class BuildCommand implements Callable<Integer> {
    @ParentCommand
    private ColophonCommand main;

    @Spec
    private CommandSpec command;

    @Mixin
    private SiteArguments arguments;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "Where to publish. Default: public/ in DIR.")
    private Path output;

    @Option(
            names = "--no-downloads",
            description = "Make the web pages only; buttons appear for ready-made files alone.")
    private boolean noDownloads;

    @Option(
            names = "--watch",
            description = "Go on, and publish again when a file changes: for a server of your own. Ctrl-C ends it.")
    private boolean watch;

    @Option(names = "--verbose", description = "Say why each file was made.")
    private boolean verbose;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        BuildJob job = job();
        return watch ? new BuildWatch(job, out, err, main::isTerminal).run() : job.run(out, err, main::isTerminal);
    }

    private Optional<Path> output() {
        if (output != null && !isFolderOfItsOwn(output)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--output: \"" + output + "\" is not the name of a folder of its own, such as public");
        }
        return Optional.ofNullable(output);
    }

    /** Whether a path may be that of an output folder: nothing, and the root of a disk, may not. */
    static boolean isFolderOfItsOwn(Path path) {
        return !path.toString().isEmpty() && path.toAbsolutePath().normalize().getFileName() != null;
    }

    BuildJob job() {
        return new BuildJob(
                arguments.site(command),
                output(),
                arguments.address(command),
                arguments.release(Purpose.PUBLISH, command),
                arguments.strict(),
                !noDownloads,
                arguments.quiet(),
                verbose,
                arguments.report());
    }
}
