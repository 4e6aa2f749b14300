package colophon.cli;

import colophon.Build;
import colophon.BuildResult;
import colophon.preview.SourceWatcher;
import colophon.preview.UntilInterrupted;
import colophon.write.WriteReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** {@code colophon build --watch}: publishes again after each change. */
final class BuildWatch {
    private final BuildJob job;
    private final PrintWriter out;
    private final PrintWriter err;
    private final BooleanSupplier terminal;
    private Build build;
    private final ChangeReport changes;
    private List<String> remarks = List.of();

    BuildWatch(BuildJob job, PrintWriter out, PrintWriter err, BooleanSupplier terminal) {
        this.job = job;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.build = job.build(err, terminal);
        this.changes = new ChangeReport(job.report(), out, err, job.quiet(), job.verbose());
    }

    /** Goes on until it is interrupted, finishes the build that has been begun, and gives the exit code of the last one. */
    int run() throws IOException {
        try (SourceWatcher watcher = new SourceWatcher(job.site())) {
            return UntilInterrupted.run(() -> follow(watcher), watcher::close);
        }
    }

    private int follow(SourceWatcher watcher) throws IOException {
        BuildResult last = first();
        while (watcher.next().isPresent()) {
            last = next(last);
        }
        return Main.exitCode(last);
    }

    private BuildResult first() throws IOException {
        long begun = System.nanoTime();
        BuildResult result = build.run();
        changes.begin(result.problems(), result.written().isEmpty());
        remark(result);
        job.tell(result, System.nanoTime() - begun, out, err);
        if (!job.quiet()) {
            out.println("Waiting for changes   (Ctrl-C ends it)");
        }
        return result;
    }

    private BuildResult next(BuildResult last) {
        long begun = System.nanoTime();
        BuildResult result;
        try {
            result = build.run();
        } catch (IOException e) {
            // A file that changes or goes while it is read is told by the watcher once more.
            err.println("colophon: " + e.getMessage());
            // Threads of that one may still be at work.
            build = job.build(err, terminal);
            return last;
        }
        tell(result, last, System.nanoTime() - begun);
        List<String> embargoes = EmbargoNote.ofBuild(result.unreleased());
        if (!job.quiet() && !embargoes.equals(EmbargoNote.ofBuild(last.unreleased()))) {
            embargoes.forEach(err::println);
        }
        remark(result);
        return result;
    }

    private void tell(BuildResult result, BuildResult last, long nanos) {
        if (!isNews(result, last)) {
            return;
        }
        String what = ChangeReport.what(result.editsSince(last));
        if (result.written().isPresent()) {
            WriteReport written = result.written().get();
            changes.done(
                    what.isEmpty() ? "Built again: " : what,
                    published(written, nanos),
                    result.problems(),
                    written.made());
        } else {
            changes.failed(what, "nothing was published; " + job.shown() + " is as it was.", result.problems());
        }
    }

    /** Editors leave files of their own beside those they edit; they are no news. */
    private static boolean isNews(BuildResult result, BuildResult last) {
        return !result.editsSince(last).isEmpty()
                || result.written().isPresent() != last.written().isPresent()
                || result.written().stream().anyMatch(written -> written.written() + written.removed() > 0);
    }

    /** "1 page made again, 2 files published in 120 ms". */
    private static String published(WriteReport written, long nanos) {
        List<String> counts = new ArrayList<>(ChangeReport.pagesMade(written.made()));
        if (written.written() > 0) {
            counts.add(ChangeReport.count(written.written(), "file") + " published");
        }
        if (written.removed() > 0) {
            counts.add(ChangeReport.count(written.removed(), "file") + " removed");
        }
        if (written.written() + written.removed() == 0) {
            counts.add("no file is different");
            return String.join(", ", counts) + " (" + ChangeReport.time(nanos) + ")";
        }
        return String.join(", ", counts) + " in " + ChangeReport.time(nanos);
    }

    /** Says once what people should know. */
    private void remark(BuildResult result) {
        result.remarks().stream().filter(it -> !remarks.contains(it)).forEach(err::println);
        remarks = result.remarks();
    }
}
