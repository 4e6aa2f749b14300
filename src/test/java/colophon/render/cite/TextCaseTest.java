package colophon.render.cite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCaseTest {
    @ParameterizedTest
    @CsvSource({
        "Under_scores in names, Under_scores in Names",
        "the file_name_of a thing, The File_name_of a Thing",
        "north-south trade, North-South Trade",
    })
    void titlesHaveOneCapitalAWord(String text, String title) {
        assertThat(TextCase.apply(Rich.of(text), "title", Locale.ENGLISH).plain())
                .isEqualTo(title);
    }
}
