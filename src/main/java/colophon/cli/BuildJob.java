package colophon.cli;

import colophon.Build;
import colophon.BuildOptions;
import colophon.BuildResult;
import colophon.model.Edition.Format;
import colophon.model.Release;
import colophon.write.WriteReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What {@code colophon build} was asked to do, however that was found out.
 *
 * @param output where to publish; {@code public} in the site when left out
 * @param verbose whether to say why each file was made
 */
record BuildJob(
        Path site,
        Optional<Path> output,
        Optional<URI> address,
        Release release,
        boolean strict,
        boolean downloads,
        boolean quiet,
        boolean verbose,
        ProblemReport report) {
    static final String DEFAULT_OUTPUT = "public";

    /** Builds once, says what came of it, and gives the exit code. */
    int run(PrintWriter out, PrintWriter err, BooleanSupplier terminal) throws IOException {
        long begun = System.nanoTime();
        BuildResult result = build(err, terminal).run();
        report.print(result.problems(), err);
        result.remarks().forEach(err::println);
        tell(result, System.nanoTime() - begun, out, err);
        return Main.exitCode(result);
    }

    /** The build, which says nothing but what takes long. */
    Build build(PrintWriter err, BooleanSupplier terminal) {
        Consumer<String> progress =
                terminal.getAsBoolean() && !quiet ? message -> err.println(message + " …") : message -> {};
        return new Build(options(progress));
    }

    /** Says what was published, or that nothing was. */
    void tell(BuildResult result, long nanos, PrintWriter out, PrintWriter err) {
        if (result.written().isEmpty()) {
            err.println(
                    result.torn()
                            ? shown()
                                    + " may hold files of the new site beside those of the old; the next command finishes this."
                            : "Nothing was published; " + shown() + " is as it was.");
            return;
        }
        WriteReport written = result.written().get();
        if (verbose) {
            ChangeReport.pages(written.made()).forEach(page -> out.println(ChangeReport.reason(page)));
        }
        if (!quiet) {
            EmbargoNote.ofBuild(result.unreleased()).forEach(err::println);
            out.println(summary(result, written, nanos / 1_000_000));
        }
    }

    BuildOptions options(Consumer<String> progress) {
        return new BuildOptions(site, Optional.of(target()), shown(), address, release, strict, downloads, progress);
    }

    private Path target() {
        return output.orElseGet(() -> site.resolve(DEFAULT_OUTPUT));
    }

    /** The output folder's name for people. */
    String shown() {
        Path target = target();
        return (target.isAbsolute() ? target : target.normalize()).toString();
    }

    private String summary(BuildResult result, WriteReport written, long millis) {
        long kept = result.tree().orElseThrow().files().stream()
                .filter(file -> Format.of(file.path()).isPresent())
                .count();
        String downloads = kept == 0 ? "" : kept == 1 ? " and 1 download" : " and " + kept + " downloads";
        return "Published " + result.pages() + " pages" + downloads + " to " + shown() + " (" + written.files()
                + " files, "
                + tenths(written.bytes() / 100_000.0) + " MB, " + written.written() + " new or changed) in "
                + tenths(millis / 100.0) + " s. Look at it: " + target().resolve("index.html");
    }

    /** A number of tenths with its point. */
    private static String tenths(double count) {
        long tenths = Math.round(count);
        return tenths / 10 + "." + tenths % 10;
    }
}
