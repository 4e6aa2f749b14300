package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of a site's own site-assets/ is published, and what of it must not get out. */
class PublishedAssetsTest {
    private static final String DRAWING =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" data-author=\"A Person\">"
                    + "<style>rect{mask-image:\\75rl(https://elsewhere.example/1)}</style><rect width=\"9\" height=\"9\"/></svg>\n";

    @Test
    void imagesSayNothingBesideWhatTheyShowAndLeftoversStayAtHome() throws IOException {
        byte[] photograph = SamplePictures.withExif(SamplePictures.jpeg(SamplePictures.photo(40, 20)), 1);
        SiteFixture site = SiteFixture.of("sites/minimal")
                .change("site-assets/photos/desk.jpg", photograph)
                .change("site-assets/icons/mark.svg", DRAWING);
        for (String leftover : List.of(
                "css/site.css.bak",
                "css/site.css.orig",
                "css/~site.tmp",
                "js/site.js.map",
                "backup.zip",
                "icons/mark.psd",
                "node_modules/x/index.js",
                ".env",
                ".DS_Store",
                "css/.site.css.swp",
                "css/site.css~",
                "Thumbs.db",
                "desktop.ini")) {
            site.change("site-assets/" + leftover, "secret");
        }
        SiteFixture.Built built = site.publish();
        Map<String, String> published = published(site.folder().resolve("public"));
        assertThat(published.values()).noneMatch(text -> text.contains("secret"));
        assertThat(only(published, "desk")).isNotEmpty().doesNotContain(SamplePictures.PLACE);
        assertThat(only(published, "mark"))
                .contains("<rect width=\"9\" height=\"9\">")
                .doesNotContain("elsewhere", "Person");
        assertThat(built.problems())
                .contains("site-assets/icons/mark.svg:1:")
                .contains(
                        "site-assets/backup.zip: warning: no website needs a file of this kind, so it is not published")
                .contains("site-assets/css/site.css.bak", "site.css.orig", "~site.tmp", "site.js.map", "mark.psd")
                .doesNotContain("node_modules", ".env", "DS_Store", "swp", "site.css~", "Thumbs.db", "desktop.ini");
        // The same again: what is wrong stays wrong.
        assertThat(site.publish().problems()).isEqualTo(built.problems());
    }

    private static Map<String, String> published(Path output) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(output)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(output.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static String only(Map<String, String> files, String name) {
        List<String> found = files.entrySet().stream()
                .filter(file -> file.getKey().contains("/" + name + "."))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
