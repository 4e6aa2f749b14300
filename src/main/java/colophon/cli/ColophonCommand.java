package colophon.cli;

import colophon.Version;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands, with their help and their errors. */
@Command(
        name = "colophon",
        description = "Publishes a report, its brief and its case studies as a web site with PDF downloads.",
        subcommands = {
            BuildCommand.class,
            PreviewCommand.class,
            CheckCommand.class,
            NewCommand.class,
            GenerateCompletion.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = ColophonCommand.Program.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  colophon new water-report       start a publication in a new folder",
            "  colophon build                  publish the folder you are in to public/",
            "  colophon preview                see it in the browser while you write",
            "  colophon check                  look for problems, write nothing",
            "  colophon build --help           all that build can do",
            "  source <(colophon generate-completion)   complete commands with the Tab key"
        })
final class ColophonCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final BooleanSupplier terminal;

    private ColophonCommand(BooleanSupplier terminal) {
        this.terminal = terminal;
    }

    /** Runs a command. */
    static int run(PrintWriter out, PrintWriter err, BooleanSupplier terminal, String... arguments) {
        return line(out, err, terminal).execute(arguments);
    }

    static CommandLine line(PrintWriter out, PrintWriter err, BooleanSupplier terminal) {
        CommandLine command = new CommandLine(new ColophonCommand(terminal));
        command.setOut(out);
        command.setErr(err);
        command.setUsageHelpAutoWidth(false);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setParameterExceptionHandler((e, args) -> usage(e, err));
        command.setExecutionExceptionHandler((e, failed, parsed) -> Failure.print(e, err));
        return command;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    boolean isTerminal() {
        return terminal.getAsBoolean();
    }

    private static int usage(ParameterException e, PrintWriter err) {
        err.println("colophon: " + e.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            String name = e.getCommandLine().getCommandSpec().qualifiedName();
            err.println("Try \"" + name + " --help\".");
        }
        return Main.USAGE;
    }

    /** Says which program this is. */
    static final class Program implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Colophon " + Version.number()};
        }
    }
}
