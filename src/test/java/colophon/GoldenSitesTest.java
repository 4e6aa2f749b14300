package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code sites/} is built and compared whole, and then used again for what must hold of any site. */
class GoldenSitesTest {
    static List<String> sites() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src", "test", "resources", "sites"))) {
            return folders.map(folder -> "sites/" + folder.getFileName())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void looksAsExpected(String site) {
        SiteFixture.of(site).build().isClean().matchesGolden();
    }

    @ParameterizedTest
    @MethodSource("sites")
    void isTheSameWithWindowsLineEndsAndByteOrderMarks(String site) {
        SiteFixture windows = SiteFixture.of(site);
        for (String file : windows.textFiles()) {
            if (!file.endsWith(".css")) {
                windows.edit(file, text -> "\uFEFF" + text.replace("\n", "\r\n"));
            }
        }
        Map<String, String> expected = pages(SiteFixture.of(site).build());
        Map<String, String> actual = pages(windows.build().isClean());
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, html) ->
                assertThat(actual.get(path).replace("\r\n", "\n")).as(path).isEqualTo(html));
    }

    @ParameterizedTest
    @MethodSource("sites")
    void isTheSameInAnyLocaleAndZone(String site) {
        Map<String, String> expected = pages(SiteFixture.of(site).build());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG", "th-TH-u-ca-buddhist", "ja-JP")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
                assertThat(pages(SiteFixture.of(site).build())).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void everyLinkInThePagesLeadsSomewhere(String site) {
        LinkedPages.check(SiteFixture.of(site).build().files());
    }

    private static Map<String, String> pages(SiteFixture.Built built) {
        Map<String, String> pages = new TreeMap<>();
        built.files().forEach((path, file) -> {
            if (path.matches(".*\\.(html|xml|txt)")) {
                pages.put(path, file.text());
            }
        });
        return pages;
    }
}
