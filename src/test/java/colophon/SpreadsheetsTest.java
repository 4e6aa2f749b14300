package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CSV files as spreadsheets of several countries save them are read, and published as they are. */
class SpreadsheetsTest {
    @Test
    void areReadAsTheyAreMeant() {
        SiteFixture.of("real/spreadsheets").build().isClean().matchesGolden();
    }

    @Test
    void arePublishedByteForByte() throws Exception {
        SiteFixture site = SiteFixture.of("real/spreadsheets");
        SiteFixture.Built built = site.build();
        List<Path> files;
        try (Stream<Path> all = Files.list(site.folder().resolve("content/data"))) {
            files = all.toList();
        }
        assertThat(files).hasSize(6);
        for (Path file : files) {
            assertThat(built.bytes("data/" + file.getFileName())).isEqualTo(Files.readAllBytes(file));
        }
    }
}
