package colophon.cli;

import colophon.diag.ConciseProblems;
import colophon.diag.Problem;
import colophon.diag.ProblemPrinter;
import java.io.PrintWriter;
import java.util.List;

/**
 * How problems are reported. Programs read all of them; a person reads every error and, if not told otherwise, the warnings in short.
 *
 * @param all whether each warning is shown, also where many are alike
 */
record ProblemReport(ProblemPrinter format, boolean all) {
    /** Writes the problems and their sum. */
    void print(List<Problem> problems, PrintWriter err) {
        if (problems.isEmpty()) {
            return;
        }
        if (format != ProblemPrinter.TEXT) {
            err.print(format.print(problems));
        } else if (all) {
            err.println(format.print(problems));
            err.println(ProblemPrinter.summary(problems));
        } else {
            ConciseProblems concise = ConciseProblems.of(problems);
            err.print(format.print(concise.shown()));
            err.println(concise.rest());
            err.println(ProblemPrinter.summary(problems));
        }
        err.flush();
    }
}
