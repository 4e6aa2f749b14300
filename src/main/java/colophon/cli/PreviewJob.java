package colophon.cli;

import colophon.Build;
import colophon.BuildOptions;
import colophon.LiveSite.Change;
import colophon.LiveSite.State;
import colophon.model.Edition.Format;
import colophon.model.Release;
import colophon.preview.Preview;
import colophon.write.WriteReport.Remade;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code colophon preview} was asked to do, however that was found out.
 *
 * @param port the first one to try
 * @param open whether to open the site in the browser
 * @param verbose whether to say why each page was made again
 */
record PreviewJob(
        Path site,
        int port,
        boolean open,
        Optional<URI> address,
        Release release,
        boolean strict,
        boolean downloads,
        boolean quiet,
        boolean verbose,
        ProblemReport report) {
    static final String DEFAULT_PORT = "4000";
    static final int MAX_PORT = 65_535;

    /** Goes on until it is interrupted, and gives the exit code. */
    int run(PrintWriter out, PrintWriter err) throws IOException {
        Build.recover(site.resolve(BuildJob.DEFAULT_OUTPUT));
        BuildOptions options = new BuildOptions(
                site,
                Optional.of(site.resolve(BuildJob.DEFAULT_OUTPUT)),
                BuildJob.DEFAULT_OUTPUT,
                address,
                release,
                strict,
                downloads,
                message -> {});
        try (Preview preview = new Preview(options, port, new Terminal(out, err, this))) {
            if (open) {
                open(preview.address(), err);
            }
            preview.run();
        }
        return Main.DONE;
    }

    private static void open(String address, PrintWriter err) {
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
            err.println("No browser could be opened; the address above is the one to open.");
        }
    }

    /** Tells what happens, each change in a line. */
    private static final class Terminal implements Preview.Listener {
        private final PrintWriter out;
        private final PrintWriter err;
        private final ChangeReport changes;

        Terminal(PrintWriter out, PrintWriter err, PreviewJob job) {
            this.out = out;
            this.err = err;
            this.changes = new ChangeReport(job.report, out, err, job.quiet, job.verbose);
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
