package colophon.cli;

import colophon.BuildOptions;
import colophon.LiveSite.Change;
import colophon.LiveSite.State;
import colophon.model.Edition.Format;
import colophon.model.Release.Purpose;
import colophon.preview.Preview;
import colophon.write.WriteReport.Remade;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            defaultValue = "4000",
            description = "The port to use, or the next one that is free. Default: 4000.")
    private int port;

    @Option(names = "--open", description = "Open the site in the browser.")
    private boolean open;

    @Option(names = "--no-downloads", description = "Do not make downloads in the background.")
    private boolean noDownloads;

    @Option(names = "--verbose", description = "Say why each page was made again.")
    private boolean verbose;

    @Override
    public Integer call() throws IOException {
        Path site = arguments.site(command);
        BuildOptions options = new BuildOptions(
                site,
                Optional.of(site.resolve("public")),
                "public",
                arguments.address(command),
                arguments.release(Purpose.PREVIEW, command),
                arguments.strict(),
                !noDownloads,
                message -> {});
        Terminal terminal = new Terminal(
                command.commandLine().getOut(), command.commandLine().getErr(), arguments, verbose);
        try (Preview preview = new Preview(options, port, terminal)) {
            if (open) {
                open(preview.address());
            }
            preview.run();
        }
        return Main.DONE;
    }

    private void open(String address) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        List<String> program = system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
        try {
            new ProcessBuilder(program)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            command.commandLine().getErr().println("No browser could be opened; the address above is the one to open.");
        }
    }

    /** Tells what happens, each change in a line. */
    private static final class Terminal implements Preview.Listener {
        private final PrintWriter out;
        private final PrintWriter err;
        private final ChangeReport changes;

        Terminal(PrintWriter out, PrintWriter err, SiteArguments arguments, boolean verbose) {
            this.out = out;
            this.err = err;
            this.changes = new ChangeReport(arguments.report(), out, err, arguments.quiet(), verbose);
        }

        @Override
        public void ready(String address, State state) {
            changes.begin(state.problems(), state.failed());
            if (state.failed()) {
                err.println("Nothing can be shown until this is mended.");
            }
            out.println("Preview at " + address + "   (Ctrl-C ends it)");
        }

        @Override
        public void changed(Change change, State state, long nanos) {
            String what = ChangeReport.what(change.edits());
            if (state.failed()) {
                String instead = state.files().isEmpty()
                        ? "nothing can be shown until this is mended."
                        : "the last version without errors is still shown.";
                changes.failed(what, instead, state.problems());
            } else if (!what.isEmpty()
                    || !change.made().isEmpty()
                    || !state.problems().isEmpty()) {
                // What became ready in the background and changes no page is no news.
                String result = made(change.made(), nanos);
                changes.done(
                        what.isEmpty() ? "Pictures and downloads are ready: " : what,
                        result,
                        state.problems(),
                        change.made());
            }
        }

        /** "2 pages made again, 1 file copied in 12 ms". */
        private static String made(List<Remade> made, long nanos) {
            List<String> counts = new ArrayList<>(ChangeReport.pagesMade(made));
            // Downloads are told of by themselves.
            long copied = made.stream()
                            .filter(file -> Format.of(file.path()).isEmpty())
                            .count()
                    - ChangeReport.pages(made).size();
            if (copied > 0) {
                counts.add(ChangeReport.count(copied, "file") + " copied");
            }
            return counts.isEmpty()
                    ? "no page had to be made again (" + ChangeReport.time(nanos) + ")"
                    : String.join(", ", counts) + " in " + ChangeReport.time(nanos);
        }
    }
}
