package colophon.cli;

import colophon.diag.ProblemPrinter;
import colophon.model.Release;
import colophon.model.Release.Purpose;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Understands {@code colophon build} with the options that need no explanation. Whatever else was typed, or does not make sense, is left
 * to {@link ColophonCommand}, which knows all commands and tells what is wrong; a test holds the two together.
 */
final class PlainBuild {
    private static final Set<String> FLAGS =
            Set.of("--drafts", "--strict", "--all", "--quiet", "-q", "--no-downloads", "--verbose");

    private static final Set<String> OUTPUT = Set.of("--output", "-o");

    private PlainBuild() {}

    static Optional<BuildJob> parse(String... arguments) {
        if (arguments.length == 0 || !arguments[0].equals("build")) {
            return Optional.empty();
        }
        Set<String> flags = new HashSet<>();
        Optional<Path> site = Optional.empty();
        Optional<Path> output = Optional.empty();
        Optional<LocalDate> day = Optional.empty();
        for (int i = 1; i < arguments.length; i++) {
            String argument = arguments[i];
            if (FLAGS.contains(argument)) {
                if (!flags.add(argument)) {
                    return Optional.empty();
                }
            } else if (OUTPUT.contains(argument) && output.isEmpty() && i + 1 < arguments.length) {
                output = path(arguments[++i]);
                if (output.isEmpty()) {
                    return Optional.empty();
                }
            } else if (argument.equals("--date") && day.isEmpty() && i + 1 < arguments.length) {
                day = Release.day(arguments[++i]);
                if (day.isEmpty()) {
                    return Optional.empty();
                }
            } else if (site.isEmpty() && path(argument).isPresent()) {
                site = path(argument);
            } else {
                return Optional.empty();
            }
        }
        Path folder = site.orElse(Path.of("."));
        return Files.isDirectory(folder) ? Optional.of(job(folder, output, day, flags)) : Optional.empty();
    }

    /** A word that can only be a name. */
    private static Optional<Path> path(String word) {
        boolean plain = !word.isEmpty() && "-@\"'".indexOf(word.charAt(0)) < 0 && word.indexOf('\0') < 0;
        return plain ? Optional.of(Path.of(word)) : Optional.empty();
    }

    private static BuildJob job(Path site, Optional<Path> output, Optional<LocalDate> day, Set<String> flags) {
        return new BuildJob(
                site,
                output,
                Optional.empty(),
                new Release(Purpose.PUBLISH, flags.contains("--drafts"), day),
                flags.contains("--strict"),
                !flags.contains("--no-downloads"),
                flags.contains("--quiet") || flags.contains("-q"),
                flags.contains("--verbose"),
                new ProblemReport(ProblemPrinter.TEXT, flags.contains("--all")));
    }
}
