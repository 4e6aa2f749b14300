package colophon.cli;

import colophon.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The program. Exit codes: 0 done, 1 problems, 2 wrong usage, 3 a defect of ours.
 *
 * <p>A plain {@code colophon build} or {@code preview} goes to work at once; setting up the command line takes longer than building a small
 * site.
 */
public final class Main {
    static final int DONE = 0;
    static final int PROBLEMS = 1;
    static final int USAGE = 2;
    static final int DEFECT = 3;

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
        Optional<BuildJob> build = PlainBuild.parse(arguments);
        Optional<PreviewJob> preview = PlainPreview.parse(arguments);
        try {
            if (build.isPresent()) {
                return build.get().run(out, err, terminal);
            }
            return preview.isPresent()
                    ? preview.get().run(out, err)
                    : ColophonCommand.run(out, err, terminal, arguments);
        } catch (IOException | RuntimeException e) {
            return failed(e, err);
        }
    }

    /** The launcher knows; without it the platform does, up to Java 21. Later ones claim a terminal where there is none. */
    private static boolean onTerminal() {
        String told = System.getProperty("colophon.terminal");
        return told != null ? told.equals("true") : Runtime.version().feature() < 22 && System.console() != null;
    }

    /** What the system does not allow is no defect of ours, and none of the content. */
    static int failed(Exception e, PrintWriter err) {
        if (e instanceof IOException) {
            String why = e instanceof AccessDeniedException ? "not allowed: " : "";
            err.println("colophon: " + why + e.getMessage());
            return PROBLEMS;
        }
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        err.println("colophon: this is a defect of Colophon, not of your content. Nothing was published.");
        err.println("Please report it with these lines:");
        err.println("Colophon " + Version.number() + ", Java " + Runtime.version());
        err.print(trace);
        return DEFECT;
    }
}
