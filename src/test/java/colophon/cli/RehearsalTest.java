package colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @TempDir
    private Path folder;

    /** The archive is to hold what each of them needs. */
    @Test
    void buildsTheExampleThenAnEditThenAMistake() throws IOException {
        Path site = folder.resolve("site");
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        assertThat(Main.run(nowhere, nowhere, () -> false, "new", site.toString()))
                .isZero();
        Rehearsal.main(new String[] {site.toString(), "--no-downloads", "--quiet"});
        assertThat(Files.readString(site.resolve("content/brief.md")))
                .endsWith("An edit.\n\n[A mistake](nowhere.md).\n");
        assertThat(Files.readString(site.resolve("public/brief/index.html")))
                .contains("An edit.")
                .doesNotContain("A mistake");
    }
}
