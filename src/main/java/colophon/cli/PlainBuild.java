package colophon.cli;

import colophon.diag.ProblemPrinter;
import colophon.model.Release;
import colophon.model.Release.Purpose;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Understands {@code colophon build} with the options that need no explanation. Whatever else was typed, or does not make sense, is left
 * to {@link ColophonCommand}, which knows all commands and tells what is wrong; a test holds the two together.
 */
final class PlainBuild {
    private static final Set<String> FLAGS =
            Set.of("--drafts", "--strict", "--all", "--quiet", "-q", "--no-downloads", "--verbose");

    private static final Map<String, String> VALUED = Map.of("--output", "output", "-o", "output", "--date", "date");

    private PlainBuild() {}

    static Optional<BuildJob> parse(String... arguments) {
        return PlainWords.parse("build", FLAGS, VALUED, arguments).flatMap(PlainBuild::job);
    }

    private static Optional<BuildJob> job(PlainWords words) {
        Optional<LocalDate> day = words.value("date").flatMap(Release::day);
        if (day.isEmpty() && words.value("date").isPresent()) {
            return Optional.empty();
        }
        Optional<Path> output = words.value("output").map(Path::of);
        if (output.isPresent() && !BuildCommand.isFolderOfItsOwn(output.get())) {
            return Optional.empty();
        }
        return Optional.of(new BuildJob(
                words.site(),
                output,
                Optional.empty(),
                new Release(Purpose.PUBLISH, words.has("--drafts"), day).onClock(Today.day()),
                words.has("--strict"),
                !words.has("--no-downloads"),
                words.isQuiet(),
                words.has("--verbose"),
                new ProblemReport(ProblemPrinter.TEXT, words.has("--all"))));
    }
}
