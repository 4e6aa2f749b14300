package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.render.CslSuite.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code -Dcsl.suite=FOLDER}, with a clone of citation-style-language/test-suite, runs it; what differs is in target/csl-suite.txt. */
@EnabledIfSystemProperty(
        named = "csl.suite",
        matches = ".+",
        disabledReason = "-Dcsl.suite names no clone of the CSL test suite")
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
        results.stream()
                .filter(it -> !it.isSame())
                .forEach(it -> report.append("\n" + it.name() + " (" + it.mode() + ")\n  suite    " + it.expected()
                        + "\n  Colophon " + it.actual() + "\n"));
        Files.writeString(Path.of("target/csl-suite.txt"), report);
        assertThat(results).isNotEmpty();
    }
}
