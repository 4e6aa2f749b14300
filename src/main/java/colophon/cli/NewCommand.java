package colophon.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code colophon new}: a small complete publication to start from. */
@Command(
        name = "new",
        description = "Writes a small complete publication into a new folder. It builds at once.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  colophon new water-report && colophon build water-report")
final class NewCommand implements Callable<Integer> {
    /** The files of the example, in the program's resources below {@code starter/}. */
    static final List<String> FILES = List.of(
            "content/site.yaml",
            "content/publication.yaml",
            "content/brief.md",
            "content/report/01-why-water.md",
            "content/report/02-what-works.md",
            "content/case-studies/netherlands.md",
            "content/case-studies/river-commission.md",
            "content/figures/rainfall.svg",
            "content/data/renewals.csv",
            "content/data.yaml",
            "content/glossary.yaml",
            "content/references.bib",
            "content/pages/about.md");

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "DIR", description = "The folder to make.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = command.commandLine().getErr();
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            err.println("colophon: " + folder + " is there already and not empty; choose another name.");
            return Main.USAGE;
        }
        for (String file : FILES) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            try (InputStream in = NewCommand.class.getResourceAsStream("/starter/" + file)) {
                Files.copy(in, target);
            }
        }
        PrintWriter out = command.commandLine().getOut();
        out.println("Made " + folder + " with " + FILES.size() + " files. Publish it: colophon build " + folder);
        return Main.DONE;
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }
}
