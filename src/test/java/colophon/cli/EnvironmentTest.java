package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed wrong is usage, and what the system has not or does not allow is the environment: one sentence, and never a trace. */
class EnvironmentTest {
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "build --output /; --output: \"/\" is not the name of a folder of its own, such as public",
                "build --output /..; --output: \"/..\" is not the name of a folder of its own, such as public",
                "build --verbose --output /./; --output: \"/.\" is not the name of a folder of its own, such as public",
                "build --output EMPTY; --output: \"\" is not the name of a folder of its own, such as public",
                "build EMPTY; the name of the folder is empty",
                "check EMPTY; the name of the folder is empty",
                "preview EMPTY; the name of the folder is empty",
                "preview --port 70000; --port: 70000 is not a port, which go from 0 to 65535",
                "preview --port 65536; --port: 65536 is not a port, which go from 0 to 65535",
                "preview --port -1; --port: -1 is not a port, which go from 0 to 65535"
            },
            delimiterString = "; ",
            maxCharsPerColumn = 200)
    void usage(String typed, String message) {
        String[] arguments = typed.split(" ");
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i].equals("EMPTY") ? "" : arguments[i];
        }
        assertThat(Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments))
                .isEqualTo(Main.USAGE);
        assertThat(err.toString()).startsWith("colophon: " + message + "\n").doesNotContain("\tat ");
    }

    @Test
    void littleMemoryAndFewThreadsAreTheEnvironment() {
        assertThat(print(new IllegalStateException(new OutOfMemoryError("Java heap space"))))
                .isEqualTo(Main.ENVIRONMENT);
        assertThat(print(new OutOfMemoryError("unable to create native thread: possibly out of memory")))
                .isEqualTo(Main.ENVIRONMENT);
        assertThat(print(new InvalidPathException("a\uFFFD", "unmappable"))).isEqualTo(Main.ENVIRONMENT);
        assertThat(err.toString().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("colophon: "))
                .anyMatch(line -> line.contains("COLOPHON_JAVA_OPTIONS"))
                .anyMatch(line -> line.contains("ulimit -u"))
                .anyMatch(line -> line.contains("COLOPHON_LOCALE"));
    }

    private int print(Throwable thrown) {
        return Failure.print(thrown, new PrintWriter(err));
    }
}
