package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The short way to a preview understands the same as the long one, or leaves it alone. */
class PlainPreviewTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "preview",
                "preview .",
                "preview src",
                "preview --open --no-downloads",
                "preview src --no-downloads -q",
                "preview --quiet --strict --drafts --all --verbose",
                "preview -p 5000",
                "preview --port 80 src",
                "preview --port 65535",
            })
    void understandsWhatTheCommandLineUnderstands(String line) {
        String[] words = line.split(" ");
        assertThat(PlainPreview.parse(words)).contains(byCommandLine(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "build",
                "preview --help",
                "preview --port",
                "preview --port=5000",
                "preview -p5000",
                "preview --port four",
                "preview --port 0",
                "preview --port 0x50",
                "preview --port -1",
                "preview --port 400000",
                "preview --port -q",
                "preview --open --open",
                "preview --port 1 --port 2",
                "preview -p 1 --port 2",
                "preview src target",
                "preview nowhere",
                "preview pom.xml",
                "preview --date 2026-12-01",
                "preview --base-url https://example.org/",
                "preview --format json",
                "preview --output out",
                "preview @file",
                "preview --",
                "previews",
            })
    void leavesTheRestAlone(String line) {
        assertThat(PlainPreview.parse(line.split(" "))).isEmpty();
    }

    private static PreviewJob byCommandLine(String... words) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        CommandLine line = ColophonCommand.line(nowhere, nowhere, () -> false);
        CommandLine.ParseResult parsed = line.parseArgs(words);
        Object command = parsed.subcommand().commandSpec().userObject();
        return Optional.of(command)
                .filter(PreviewCommand.class::isInstance)
                .map(PreviewCommand.class::cast)
                .map(PreviewCommand::job)
                .orElseThrow(() -> new AssertionError(Arrays.toString(words)));
    }
}
