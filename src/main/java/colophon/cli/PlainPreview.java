package colophon.cli;

import colophon.diag.ProblemPrinter;
import colophon.model.Release;
import colophon.model.Release.Purpose;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Understands {@code colophon preview} as {@link PlainBuild} does {@code colophon build}. */
final class PlainPreview {
    private static final Set<String> FLAGS =
            Set.of("--open", "--drafts", "--strict", "--all", "--quiet", "-q", "--no-downloads", "--verbose");

    private static final Map<String, String> VALUED = Map.of("--port", "port", "-p", "port");

    private PlainPreview() {}

    static Optional<PreviewJob> parse(String... arguments) {
        return PlainWords.parse("preview", FLAGS, VALUED, arguments).flatMap(PlainPreview::job);
    }

    private static Optional<PreviewJob> job(PlainWords words) {
        String port = words.value("port").orElse(PreviewJob.DEFAULT_PORT);
        if (!isPort(port)) {
            return Optional.empty();
        }
        return Optional.of(new PreviewJob(
                words.site(),
                Integer.parseInt(port),
                words.has("--open"),
                Optional.empty(),
                new Release(Purpose.PREVIEW, true, Optional.empty()).onClock(Today.day()),
                words.has("--strict"),
                !words.has("--no-downloads"),
                words.isQuiet(),
                words.has("--verbose"),
                new ProblemReport(ProblemPrinter.TEXT, words.has("--all"))));
    }

    private static boolean isPort(String word) {
        boolean isNumber =
                word.length() <= 5 && word.chars().allMatch(it -> it >= '0' && it <= '9') && !word.startsWith("0");
        return isNumber && Integer.parseInt(word) <= PreviewJob.MAX_PORT;
    }
}
