package colophon.cli;

import colophon.Build;
import colophon.BuildOptions;
import colophon.BuildResult;
import colophon.model.Release;
import colophon.write.WriteReport;
import colophon.write.WriteReport.Remade;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
        boolean pdf,
        boolean quiet,
        boolean verbose,
        ProblemReport report) {
    private static final String DEFAULT_OUTPUT = "public";

    /** Builds once, says what came of it, and gives the exit code. */
    int run(PrintWriter out, PrintWriter err, BooleanSupplier terminal) throws IOException {
        long start = System.nanoTime();
        Path target = target();
        Consumer<String> progress =
                terminal.getAsBoolean() && !quiet ? message -> err.println(message + " …") : message -> {};
        BuildResult result = new Build(options(progress)).run();
        report.print(result.problems(), err);
        result.remarks().forEach(err::println);
        if (result.written().isEmpty()) {
            err.println("Nothing was published; " + shown() + " is as it was.");
            return Main.PROBLEMS;
        }
        WriteReport written = result.written().get();
        if (verbose) {
            written.made().stream()
                    .filter(made -> made.path().value().endsWith(".html"))
                    .forEach(made -> out.println(reason(made)));
        }
        if (!quiet) {
            EmbargoNote.ofBuild(result.unreleased()).forEach(err::println);
            long millis = (System.nanoTime() - start) / 1_000_000;
            out.println(summary(result, written, target, millis));
        }
        return Main.DONE;
    }

    BuildOptions options(Consumer<String> progress) {
        return new BuildOptions(site, Optional.of(target()), shown(), address, release, strict, pdf, progress);
    }

    private Path target() {
        return output.orElseGet(() -> site.resolve(DEFAULT_OUTPUT));
    }

    private String shown() {
        Path target = target();
        return (target.isAbsolute() ? target : target.normalize()).toString();
    }

    /** "/report/water/ was made again: its own text". */
    static String reason(Remade made) {
        String address = made.path().value();
        String page = "/"
                + (address.endsWith("index.html")
                        ? address.substring(0, address.length() - "index.html".length())
                        : address);
        return made.because().isEmpty()
                ? page + " was made"
                : page + " was made again: "
                        + made.because().stream().map(part -> part.reason()).collect(Collectors.joining(", "));
    }

    private String summary(BuildResult result, WriteReport written, Path target, long millis) {
        long pdfs = result.tree().orElseThrow().files().stream()
                .filter(file -> file.path().value().endsWith(".pdf"))
                .count();
        String pdf = pdfs == 0 ? "" : pdfs == 1 ? " and 1 PDF" : " and " + pdfs + " PDFs";
        return "Published " + result.pages() + " pages" + pdf + " to " + shown() + " (" + written.files() + " files, "
                + tenths(written.bytes() / 100_000.0) + " MB, " + written.written() + " new or changed) in "
                + tenths(millis / 100.0) + " s. Look at it: " + target.resolve("index.html");
    }

    /** A number of tenths with its point. */
    private static String tenths(double count) {
        long tenths = Math.round(count);
        return tenths / 10 + "." + tenths % 10;
    }
}
