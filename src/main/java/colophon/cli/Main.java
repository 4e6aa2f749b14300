package colophon.cli;

import colophon.BuildResult;
import colophon.diag.Problem;
import colophon.diag.Rule;
import colophon.diag.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The program. Exit codes: 0 done, 1 problems, 2 wrong usage, 3 the environment (disk, permission, memory, port, lock), 70 a defect of ours;
 * Java itself exits with 130 and 143 when it is interrupted or terminated.
 *
 * <p>A plain {@code colophon build} or {@code preview} goes to work at once; setting up the command line takes longer than building a small
 * site.
 */
public final class Main {
    static final int DONE = 0;
    static final int PROBLEMS = 1;
    static final int USAGE = 2;
    static final int ENVIRONMENT = 3;
    static final int DEFECT = 70;

    private Main() {}

    public static void main(String[] arguments) {
        // Dotted and dotless i of a Turkish system would change ids and break links.
        Locale.setDefault(Locale.ROOT);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = run(out, err, arguments);
        out.flush();
        err.flush();
        if (exitCode != DONE) {
            System.exit(exitCode);
        }
    }

    /** Runs a command as {@link #main} does, but for the end of the process. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(out, err, Main::onTerminal, arguments);
    }

    /** Runs a command, for tests. */
    static int run(PrintWriter out, PrintWriter err, BooleanSupplier terminal, String... arguments) {
        try {
            Optional<BuildJob> build = PlainBuild.parse(arguments);
            Optional<PreviewJob> preview = PlainPreview.parse(arguments);
            if (build.isPresent()) {
                return build.get().run(out, err, terminal);
            }
            return preview.isPresent()
                    ? preview.get().run(out, err)
                    : ColophonCommand.run(out, err, terminal, arguments);
        } catch (IOException | RuntimeException | Error e) {
            return Failure.print(e, err);
        }
    }

    /** The launcher knows; without it the platform does, up to Java 21. Later ones claim a terminal where there is none. */
    private static boolean onTerminal() {
        String told = System.getProperty("colophon.terminal");
        return told != null ? told.equals("true") : Runtime.version().feature() < 22 && System.console() != null;
    }

    /** The exit code of a build. What only the disk is to blame for, another attempt may repair; what is wrong in the content, it cannot. */
    static int exitCode(BuildResult result) {
        if (result.written().isPresent()) {
            return DONE;
        }
        List<Problem> errors = result.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        boolean environment =
                !errors.isEmpty() && errors.stream().allMatch(problem -> problem.rule() == Rule.OUTPUT_UNWRITABLE);
        return environment ? ENVIRONMENT : PROBLEMS;
    }
}
