package colophon.cli;

import colophon.Build;
import colophon.BuildOptions;
import colophon.BuildResult;
import colophon.model.Release.Purpose;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code colophon check}: everything but writing. */
@Command(
        name = "check",
        description = "Does everything that build does, but writes nothing.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  colophon check                      look for problems in the folder you are in",
            "  colophon check --strict             exit with 1 for warnings too",
            "  colophon check --date 2026-12-01    look at it as on that day",
            "  colophon check --format json"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private SiteArguments arguments;

    @Override
    public Integer call() throws IOException {
        Build.recover(arguments.site(command).resolve(BuildJob.DEFAULT_OUTPUT));
        BuildResult result = new Build(new BuildOptions(
                        arguments.site(command),
                        Optional.empty(),
                        "",
                        arguments.address(command),
                        arguments.release(Purpose.CHECK, command),
                        arguments.strict(),
                        true,
                        message -> {}))
                .run();
        arguments.report().print(result.problems(), command.commandLine().getErr());
        if (result.failed()) {
            return Main.PROBLEMS;
        }
        if (!arguments.quiet()) {
            EmbargoNote.ofCheck(result.unreleased())
                    .forEach(command.commandLine().getErr()::println);
            String found = result.problems().isEmpty() ? "No problems" : "No errors";
            command.commandLine().getOut().println(found + " in " + result.pages() + " pages.");
        }
        return Main.DONE;
    }
}
