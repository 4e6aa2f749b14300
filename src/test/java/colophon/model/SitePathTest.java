package colophon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePathTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', index.html",
        "'', report/, report/index.html",
        "report/, '', ../index.html",
        "report/, report/, index.html",
        "report/, report/why/, why/index.html",
        "report/why/, report/how/, ../how/index.html",
        "report/why/, report/, ../index.html",
        "report/why/, brief/, ../../brief/index.html",
        "report/why/, assets/css/site.css, ../../assets/css/site.css",
        "assets/css/site.css, assets/fonts/a.woff2, ../fonts/a.woff2",
        "report/水/, figures/a b.png, ../../figures/a%20b.png",
        "'', report/水/, report/%E6%B0%B4/index.html"
    })
    void linksRelatively(String from, String to, String expected) {
        assertThat(new SitePath(from).linkTo(new SitePath(to))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", "a/../b", "/a", "a//b", "a\\b", "a\u0000b", "./a"})
    void cannotLeaveTheSite(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SitePath(path));
    }

    @Test
    void isEncodedInWholeAddresses() {
        URI address = URI.create("https://example.org/r/");
        assertThat(new SitePath("case-studies/việt nam/").below(address))
                .isEqualTo("https://example.org/r/case-studies/vi%E1%BB%87t%20nam/");
    }

    @ParameterizedTest
    @CsvSource({
        "999, 1 kB",
        "1499, 1 kB",
        "56499, 56 kB",
        "999499, 999 kB",
        "1000000, 1.0 MB",
        "1249999, 1.2 MB",
        "12345678, 12.3 MB"
    })
    void buttonsRoundSizesLikeFileManagers(long bytes, String expected) {
        String details = new Download(
                        new Edition(new SitePath("a.pdf"), Edition.Format.PDF, null, List.of()),
                        bytes,
                        OptionalInt.of(1),
                        "en-GB",
                        Optional.empty())
                .details();
        assertThat(details.replace('\u00A0', ' ')).isEqualTo("PDF, English, " + expected + ", 1 page");
    }
}
