package colophon.cli;

import colophon.diag.Problem;
import colophon.diag.ProblemPrinter;
import java.io.PrintWriter;
import java.util.List;

/**
 * How problems are told.
 *
 * @param all whether more than the first {@value #MOST_SHOWN} are shown
 */
record ProblemReport(ProblemPrinter format, boolean all) {
    /** More at once help nobody; the rest are counted. */
    static final int MOST_SHOWN = 50;

    /** Writes the problems and their sum. */
    void print(List<Problem> problems, PrintWriter err) {
        if (problems.isEmpty()) {
            return;
        }
        boolean text = format == ProblemPrinter.TEXT;
        List<Problem> shown = text && !all ? problems.subList(0, Math.min(MOST_SHOWN, problems.size())) : problems;
        err.print(format.print(shown));
        if (text) {
            int more = problems.size() - shown.size();
            err.println(more > 0 ? "… and " + more + " more; --all shows them" : "");
            err.println(ProblemPrinter.summary(problems));
        }
        err.flush();
    }
}
