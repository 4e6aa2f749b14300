package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyphenatorTest {
    /** As dictionaries have them, but for the breaks that leave fewer than three letters. */
    @ParameterizedTest
    @CsvSource({
        "en, hyphenation, hyphen-ation",
        "en, development, devel-op-ment",
        "en, government, gov-ern-ment",
        "en, infrastructure, infra-struc-ture",
        "en, cooperation, coop-er-a-tion",
        "en-GB, government, gov-ern-ment",
        "en-GB, infrastructure, infra-struc-ture",
        "en-GB, photography, pho-to-graphy",
        "en, photography, pho-tog-ra-phy",
        "de, Verantwortung, Ver-ant-wor-tung",
        "de-AT, Bevölkerung, Bevöl-ke-rung",
        "fr, gouvernement, gou-ver-ne-ment",
        "fr-CA, développement, déve-lop-pe-ment",
        "es, cooperación, coope-ra-ción",
    })
    void breaksWordsAsTheirLanguageDoes(String language, String word, String broken) {
        assertThat(shown(language, word)).isEqualTo(broken);
    }

    /** Words that patterns get wrong are listed one by one. */
    @ParameterizedTest
    @CsvSource({
        "en, associate, asso-ciate",
        "en, reformation, ref-or-ma-tion",
        "en, retribution, ret-ri-bu-tion",
        "en, projects, projects",
        "en, project, project",
        "en-GB, university, uni-ver-sity",
        "en-GB, however, how-ever",
        "en-GB, something, some-thing",
    })
    void knowsExceptions(String language, String word, String broken) {
        assertThat(shown(language, word)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"water, water", "image, image", "person, per-son", "number, num-ber", "behind, behind", "'', ''"})
    void leavesNoFewerThanThreeLettersOnAnySide(String word, String broken) {
        assertThat(shown("en", word)).isEqualTo(broken);
    }

    @Test
    void keepsCapitals() {
        assertThat(shown("en", "Government")).isEqualTo("Gov-ern-ment");
        assertThat(shown("de", "Öffentlichkeit")).isEqualTo("Öffent-lich-keit");
    }

    @Test
    void knowsNothingOfOtherLanguages() {
        assertThat(Hyphenator.of("ja")).isEmpty();
        assertThat(Hyphenator.of("")).isEmpty();
        assertThat(shown("en", "опубликовано")).isEqualTo("опубликовано");
    }

    private static String shown(String language, String word) {
        return Hyphenator.of(language).orElseThrow().hyphenate(word).replace(Hyphenator.SOFT_HYPHEN, '-');
    }
}
