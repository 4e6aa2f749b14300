package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What README says of the rules is what the code says. {@code -Dgolden.update=true} writes the table anew. */
class DocumentationTest {
    private static final String HEAD = "| rule | severity | because |\n| --- | --- | --- |\n";

    @Test
    void readmeListsTheRules() throws IOException {
        Path readme = SiteFixture.project().resolve("README.md");
        String text = Files.readString(readme);
        int start = text.indexOf(HEAD) + HEAD.length();
        int end = text.indexOf("\n## ", start);
        String table = Arrays.stream(Rule.values())
                .map(rule -> "| `" + rule.id() + "` | " + rule.severity().label() + " | " + rule.reason() + " |\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(readme, text.substring(0, start) + table + text.substring(end));
            text = Files.readString(readme);
        }
        assertThat(text.substring(start, text.indexOf("\n## ", start))).isEqualTo(table);
    }

    @Test
    void readmeStartsWithTheMainJobAndTheTests() throws IOException {
        String text = Files.readString(SiteFixture.project().resolve("README.md"));
        List<String> blocks = Arrays.stream(text.split("```sh\n"))
                .skip(1)
                .map(block -> block.substring(0, block.indexOf("```")).strip())
                .toList();
        assertThat(blocks).startsWith("./colophon build", "./mvnw -B verify");
    }
}
