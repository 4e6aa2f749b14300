package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class TypeCaseTest {
    @Test
    void breaksAWordAsEachLanguageDoes() {
        TypeCase type = new TypeCase(name -> null);
        for (String language : new String[] {"en-us", "fr", "de", "en-us", "fr"}) {
            Hyphenator hyphenator = Hyphenator.of(language).orElseThrow();
            assertThat(type.hyphenate("international", hyphenator))
                    .as(language)
                    .isEqualTo(hyphenator.hyphenate("international"));
        }
        assertThat(type.hyphenate("international", Hyphenator.of("fr").orElseThrow()))
                .isNotEqualTo(
                        type.hyphenate("international", Hyphenator.of("en-us").orElseThrow()));
    }

    @Test
    void saysWhichFontIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new TypeCase(name -> null).font("Fraktur.ttf"))
                .withMessageContaining("site-assets/fonts/print/Fraktur.ttf is missing");
    }

    @Test
    void saysOfAFileThatIsNoFontThatItCannotBeRead() {
        for (int length : new int[] {0, 5, 12, 40}) {
            assertThatIllegalStateException()
                    .as("%d bytes", length)
                    .isThrownBy(() -> new TypeCase(name -> new byte[length]).font("Fraktur.ttf"))
                    .withMessageContaining("cannot be read");
        }
    }
}
