package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.model.OutputFile;
import colophon.model.OutputTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/**
 * Runs the checkers over every PDF and EPUB of every site among the fixtures, which takes minutes: {@code src/test/validate-all}. Sites
 * elsewhere are named with {@code -Dsites=FOLDER,FOLDER}.
 */
class ValidateAll {
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    @Test
    void everyDownloadOfEverySiteIsWhatItSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        int files = 0;
        for (Path site : sites()) {
            SiteFixture fixture = site.startsWith(RESOURCES.resolve("problems"))
                    ? SiteFixture.of("sites/minimal").overlay("problems/" + site.getFileName())
                    : null;
            Path folder = fixture == null ? site : fixture.folder();
            BuildResult result = new Build(BuildOptions.of(folder.toAbsolutePath())).run();
            for (OutputFile file : result.tree().map(OutputTree::files).orElse(List.of())) {
                List<String> found = check(file);
                files += file.path().value().matches(".*\\.(pdf|epub)") ? 1 : 0;
                found.forEach(message -> wrong.add(site + ", " + file.path().value() + ": " + message));
            }
            System.out.println(site + ": " + files + " files, " + wrong.size() + " wrong");
        }
        assertThat(wrong).isEmpty();
        assertThat(files).isPositive();
    }

    private static List<String> check(OutputFile file) throws Exception {
        String path = file.path().value();
        if (path.endsWith(".epub")) {
            return EpubChecker.check(file.bytes());
        }
        return path.endsWith(".pdf") && claims(file.bytes()) ? VeraPdf.check(file.bytes()) : List.of();
    }

    /** Whether a PDF says that it is accessible and for the archive. */
    static boolean claims(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String xmp = document.getDocumentCatalog().getMetadata() == null
                    ? ""
                    : new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            return xmp.contains("<pdfuaid:part>") || xmp.contains("<pdfaid:part>");
        }
    }

    private static List<Path> sites() throws IOException {
        String named = System.getProperty("sites", "");
        if (!named.isEmpty()) {
            return Arrays.stream(named.split(",")).map(Path::of).toList();
        }
        List<Path> sites = new ArrayList<>();
        try (Stream<Path> found = Files.walk(RESOURCES)) {
            found.filter(path -> path.getFileName().toString().equals("content") && Files.isDirectory(path))
                    .map(Path::getParent)
                    .sorted()
                    .forEach(sites::add);
        }
        return sites;
    }
}
