package colophon.cli;

import colophon.model.Release.Purpose;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code colophon preview}: the site in a browser while it is written. */
@Command(
        name = "preview",
        description = {
            "Shows the site in a browser of this machine, and each change as soon as it is saved.",
            "Drafts and what is under embargo are shown too, with a mark. The published folder is not touched. Ctrl-C ends it."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  colophon preview               show the folder you are in",
            "  colophon preview --open        and open it in the browser",
            "  colophon preview --verbose     say why each page was made again"
        })
final class PreviewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private SiteArguments arguments;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            defaultValue = PreviewJob.DEFAULT_PORT,
            description = "The port to use, or the next one that is free. Default: " + PreviewJob.DEFAULT_PORT + ".")
    private int port;

    @Option(names = "--open", description = "Open the site in the browser.")
    private boolean open;

    @Option(names = "--no-downloads", description = "Do not make downloads in the background.")
    private boolean noDownloads;

    @Option(names = "--verbose", description = "Say why each page was made again.")
    private boolean verbose;

    @Override
    public Integer call() throws IOException {
        return job().run(command.commandLine().getOut(), command.commandLine().getErr());
    }

    PreviewJob job() {
        if (port < 0 || port > PreviewJob.MAX_PORT) {
            throw new ParameterException(
                    command.commandLine(),
                    "--port: " + port + " is not a port, which go from 0 to " + PreviewJob.MAX_PORT);
        }
        return new PreviewJob(
                arguments.site(command),
                port,
                open,
                arguments.address(command),
                arguments.release(Purpose.PREVIEW, command),
                arguments.strict(),
                !noDownloads,
                arguments.quiet(),
                verbose,
                arguments.report());
    }
}
