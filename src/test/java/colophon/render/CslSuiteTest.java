package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.render.CslSuite.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * {@code -Dcsl.suite=FOLDER}, with a clone of citation-style-language/test-suite, runs the public test suite of CSL through the reader of
 * CSL-JSON. What differs is in {@code citations/csl-suite.txt} with the reason, and after a run in target/csl-suite.txt as it is printed.
 */
@EnabledIfSystemProperty(
        named = "csl.suite",
        matches = ".+",
        disabledReason = "-Dcsl.suite names no clone of citation-style-language/test-suite")
class CslSuiteTest {
    @Test
    void worksAreCitedAsTheSuiteHasThem() throws IOException {
        List<Result> results = CslSuite.run(Path.of(System.getProperty("csl.suite"), "processor-tests", "humans"));
        StringBuilder report = new StringBuilder();
        for (String mode : List.of("bibliography", "citation")) {
            List<Result> all =
                    results.stream().filter(it -> it.mode().equals(mode)).toList();
            long same = all.stream().filter(Result::isSame).count();
            report.append(mode + ": " + same + " of " + all.size() + "\n");
        }
        System.out.print(report);
        List<Result> different = results.stream().filter(it -> !it.isSame()).toList();
        different.forEach(it -> report.append("\n" + it.name() + " (" + it.mode() + ")\n  suite    " + it.expected()
                + "\n  Colophon " + it.actual() + "\n"));
        Files.writeString(Path.of("target/csl-suite.txt"), report);
        List<String> known = Files.readAllLines(Path.of("src/test/resources/citations/csl-suite.txt")).stream()
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
        assertThat(different.stream().map(Result::name).collect(Collectors.toList()))
                .isEqualTo(known);
    }
}
