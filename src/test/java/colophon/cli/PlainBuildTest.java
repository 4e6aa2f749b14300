package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The short way to a build understands the same as the long one, or leaves it alone. */
class PlainBuildTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "build",
                "build .",
                "build src",
                "build --no-downloads",
                "build src --no-downloads -q",
                "build --quiet --strict --drafts --all --verbose",
                "build -o out",
                "build --output out src",
                "build src --output ../out --strict",
                "build --date 2026-12-01",
                "build --drafts --date 2028-02-29 src -q",
            })
    void understandsWhatTheCommandLineUnderstands(String line) {
        String[] words = line.split(" ");
        assertThat(PlainBuild.parse(words)).contains(byCommandLine(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "check",
                "build --help",
                "build --output",
                "build --output=out",
                "build -oout",
                "build --output -q",
                "build --no-downloads --no-downloads",
                "build --output a --output b",
                "build src target",
                "build nowhere",
                "build pom.xml",
                "build --colour",
                "build --date",
                "build --date=2026-12-01",
                "build --date tomorrow",
                "build --date 2026-02-29",
                "build --date 2026-12-01 --date 2026-12-01",
                "build @file",
                "build --base-url https://example.org/",
                "build --format json",
                "build --",
                "builds",
            })
    void leavesTheRestAlone(String line) {
        assertThat(PlainBuild.parse(line.split(" "))).isEmpty();
    }

    private static BuildJob byCommandLine(String... words) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        CommandLine line = ColophonCommand.line(nowhere, nowhere, () -> false);
        CommandLine.ParseResult parsed = line.parseArgs(words);
        Object command = parsed.subcommand().commandSpec().userObject();
        return Optional.of(command)
                .filter(BuildCommand.class::isInstance)
                .map(BuildCommand.class::cast)
                .map(BuildCommand::job)
                .orElseThrow(() -> new AssertionError(Arrays.toString(words)));
    }
}
