package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadMetadataTest {
    /** Open Graph has no scripts: {@code zh_TW_#Hant} was told once. */
    @ParameterizedTest
    @CsvSource({"en, en_US", "en-GB, en_GB", "de, de_DE", "zh-Hant-TW, zh_TW", "zh-Hant, zh_CN"})
    void tellsALanguageWithACountryAndNothingElse(String language, String locale) {
        String page = SiteFixture.of("sites/minimal")
                .edit(
                        "content/publication.yaml",
                        text -> text.replaceAll("(?m)^language:.*\n", "") + "language: " + language + "\n")
                .build()
                .text("brief/index.html");
        assertThat(page).contains("<meta property=\"og:locale\" content=\"" + locale + "\">");
    }
}
