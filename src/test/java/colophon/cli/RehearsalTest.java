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
    void buildsTheExampleThenAnEditThenAMistakeAndMendsThatInAPreview() throws IOException, InterruptedException {
        Path site = folder.resolve("site");
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        assertThat(Main.run(nowhere, nowhere, () -> false, "new", site.toString()))
                .isZero();
        String said = Rehearsal.run(site.toString(), "--no-downloads");
        assertThat(Files.readString(site.resolve("content/brief.md"))).endsWith("An edit.\n\nAnother edit.\n");
        assertThat(Files.readString(site.resolve("public/brief/index.html")))
                .contains("An edit.")
                .doesNotContain("A mistake")
                .doesNotContain("Another edit");
        assertThat(said)
                .containsSubsequence(
                        "Published ",
                        "Published ",
                        "no page or file named \"nowhere.md\"",
                        "Nothing was published",
                        "no page or file named \"nowhere.md\"",
                        "Nothing can be shown until this is mended.",
                        "Preview at http://127.0.0.1:",
                        "content/brief.md changed: ",
                        "; all is well again")
                .doesNotContain("defect");
    }
}
