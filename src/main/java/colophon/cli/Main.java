package colophon.cli;

import colophon.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. Exit codes: 0 done, 1 problems, 2 wrong usage, 3 a defect of ours. */
@Command(
        name = "colophon",
        description = "Publishes a report, its brief and its case studies as a web site with PDF downloads.",
        subcommands = {BuildCommand.class, CheckCommand.class, NewCommand.class, GenerateCompletion.class},
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Program.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  colophon new water-report       start a publication in a new folder",
            "  colophon build                  publish the folder you are in to public/",
            "  colophon check                  look for problems, write nothing",
            "  colophon build --help           all that build can do",
            "  source <(colophon generate-completion)   complete commands with the Tab key"
        })
public final class Main implements Runnable {
    static final int DONE = 0;
    static final int PROBLEMS = 1;
    static final int USAGE = 2;
    static final int DEFECT = 3;

    @Spec
    private CommandSpec spec;

    private final BooleanSupplier terminal;

    private Main(BooleanSupplier terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        // Dotted and dotless i of a Turkish system would change ids and break links.
        Locale.setDefault(Locale.ROOT);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = run(out, err, Main::onTerminal, arguments);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** Runs a command, for {@link #main} and for tests. */
    static int run(PrintWriter out, PrintWriter err, BooleanSupplier terminal, String... arguments) {
        CommandLine command = new CommandLine(new Main(terminal));
        command.setOut(out);
        command.setErr(err);
        command.setUsageHelpAutoWidth(false);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setParameterExceptionHandler((e, args) -> usage(e, err));
        command.setExecutionExceptionHandler(
                (e, failed, parsed) -> e instanceof IOException io ? refused(io, err) : defect(e, err));
        return command.execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    boolean isTerminal() {
        return terminal.getAsBoolean();
    }

    /** The launcher knows; without it the platform does, up to Java 21. Later ones claim a terminal where there is none. */
    private static boolean onTerminal() {
        String told = System.getProperty("colophon.terminal");
        return told != null ? told.equals("true") : Runtime.version().feature() < 22 && System.console() != null;
    }

    private static int usage(ParameterException e, PrintWriter err) {
        err.println("colophon: " + e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            String name = e.getCommandLine().getCommandSpec().qualifiedName();
            err.println("Try \"" + name + " --help\".");
        }
        return USAGE;
    }

    /** What the system does not allow is no defect of ours, and none of the content. */
    private static int refused(IOException e, PrintWriter err) {
        String why = e instanceof AccessDeniedException ? "not allowed: " : "";
        err.println("colophon: " + why + e.getMessage());
        return PROBLEMS;
    }

    private static int defect(Exception e, PrintWriter err) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        err.println("colophon: this is a defect of Colophon, not of your content. Nothing was published.");
        err.println("Please report it with these lines:");
        err.println("Colophon " + Version.number() + ", Java " + Runtime.version());
        err.print(trace);
        return DEFECT;
    }

    /** Says which program this is. */
    static final class Program implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Colophon " + Version.number()};
        }
    }
}
