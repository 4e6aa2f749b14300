package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import colophon.diag.Problems;
import colophon.model.Release;
import colophon.render.HtmlTypesetter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** README's tables of fields say exactly what the readers ask for: the site {@code sites/complete} uses every block. */
class FieldsDocumentationTest {
    @Test
    void readmeListsExactlyTheFieldsThatExist() throws IOException {
        Set<Field> catalogue = ConcurrentHashMap.newKeySet();
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            Problems problems = new Problems();
            SourceTree sources =
                    SourceTree.read(SiteFixture.of("sites/complete").folder(), PageMemory::new, Runnable::run);
            new ContentReader(
                            sources,
                            new ReadOptions(Release.usual().withDrafts(), Optional.empty(), "test", true),
                            new PageMemory(),
                            new HtmlTypesetter(),
                            worker,
                            problems,
                            catalogue::add)
                    .read();
            assertThat(problems.sorted()).isEmpty();
        } finally {
            worker.shutdownNow();
        }
        List<String> expected = catalogue.stream()
                .map(field -> field.block() + ": " + field.name() + ", " + field.type()
                        + (field.required() ? ", required" : ""))
                .sorted()
                .toList();
        assertThat(documented()).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Rows {@code | `name` | type | required | meaning |} below headings such as {@code #### contributor}. */
    private static List<String> documented() throws IOException {
        List<String> fields = new ArrayList<>();
        String block = "";
        for (String line : Files.readAllLines(SiteFixture.project().resolve("README.md"))) {
            if (line.startsWith("#### ")) {
                block = line.substring(5);
            } else if (line.startsWith("| `") && !block.isEmpty()) {
                String[] cells = line.split("\\|");
                String name = cells[1].strip().replace("`", "");
                boolean required = cells[3].strip().equals("yes");
                assertThat(cells[4].strip()).as("the meaning of " + name).isNotEmpty();
                fields.add(block + ": " + name + ", " + cells[2].strip() + (required ? ", required" : ""));
            } else if (line.startsWith("## ")) {
                block = "";
            }
        }
        return fields;
    }
}
