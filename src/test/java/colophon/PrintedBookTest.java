package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.model.OutputTree;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every PDF of the publication and of a site with every feature, as the checkers of PDF/UA-1 and PDF/A-2a see it. */
class PrintedBookTest {
    private static final Map<String, byte[]> PDFS = new TreeMap<>();

    @BeforeAll
    static void print() throws IOException {
        build("content: ", new Build(BuildOptions.of(SiteFixture.project())).run());
    }

    private static void build(String site, BuildResult result) {
        result.tree().map(OutputTree::files).orElseThrow().stream()
                .filter(file -> file.path().value().endsWith(".pdf"))
                .forEach(file -> PDFS.put(site + file.path().value(), file.bytes()));
    }

    @Test
    void everyFileIsAccessibleAndForTheArchive() {
        PDFS.forEach((path, pdf) -> assertThat(VeraPdf.check(pdf)).as(path).isEmpty());
    }
}
