package colophon.cli;

import colophon.Edits;
import colophon.diag.Problem;
import colophon.diag.ProblemPrinter;
import colophon.write.WriteReport.Remade;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a change of a watched site is told: the problems, then one calm line that starts with what was done to the site. Warnings that
 * stay as they were are only counted.
 */
final class ChangeReport {
    private static final int MOST_NAMED = 3;

    private final ProblemReport report;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;
    private final boolean verbose;
    private List<Problem> told = List.of();
    private boolean failed;

    /** @param verbose whether to say why each page was made */
    ChangeReport(ProblemReport report, PrintWriter out, PrintWriter err, boolean quiet, boolean verbose) {
        this.report = report;
        this.out = out;
        this.err = err;
        this.quiet = quiet;
        this.verbose = verbose;
    }

    /** Tells the problems there are at the beginning. */
    void begin(List<Problem> found, boolean fails) {
        report.print(found, err);
        told = found;
        failed = fails;
    }

    /**
     * Tells a change that is shown.
     *
     * @param what was done to the site, with a colon
     * @param result what came of it
     * @param made the files that were made, and why
     */
    void done(String what, String result, List<Problem> found, List<Remade> made) {
        String line = what + result + (failed ? found.isEmpty() ? "; all is well again" : "; no errors any more" : "");
        if (!found.isEmpty() && same(found)) {
            line += "; " + ProblemPrinter.summary(found) + " as before";
        } else {
            report.print(found, err);
        }
        // The warnings of downloads come and go while those are made.
        told = found.isEmpty() && !failed ? told : found;
        failed = false;
        if (!quiet) {
            out.println(line);
        }
        if (verbose) {
            pages(made).forEach(page -> out.println("  " + reason(page)));
        }
    }

    /** Tells a change that cannot be shown, and what is instead. */
    void failed(String what, String instead, List<Problem> found) {
        report.print(found, err);
        err.println(what.isEmpty() ? Character.toUpperCase(instead.charAt(0)) + instead.substring(1) : what + instead);
        told = found;
        failed = true;
    }

    private boolean same(List<Problem> found) {
        return report.format().print(found).equals(report.format().print(told));
    }

    /** "content/brief.md changed, content/pages/new.md is new: "; empty when nothing was done. */
    static String what(Edits edits) {
        if (edits.isEmpty()) {
            return "";
        }
        String named = edits.kinds().entrySet().stream()
                .limit(MOST_NAMED)
                .map(edit -> edit.getKey() + " " + edit.getValue().words())
                .collect(Collectors.joining(", "));
        int more = edits.kinds().size() - MOST_NAMED;
        return named + (more > 0 ? " and " + more + " more" : "") + ": ";
    }

    /** "1 page made, 2 made again"; nothing when there is none. */
    static List<String> pagesMade(List<Remade> made) {
        long all = pages(made).size();
        long fresh =
                pages(made).stream().filter(page -> page.because().isEmpty()).count();
        List<String> counts = new ArrayList<>();
        if (fresh > 0) {
            counts.add(count(fresh, "page") + " made");
        }
        if (all > fresh) {
            counts.add((fresh > 0 ? String.valueOf(all - fresh) : count(all, "page")) + " made again");
        }
        return counts;
    }

    static List<Remade> pages(List<Remade> made) {
        return made.stream()
                .filter(file -> file.path().value().endsWith(".html"))
                .toList();
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static String time(long nanos) {
        return Math.max(1, nanos / 1_000_000) + " ms";
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
}
