package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.model.Body;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that would take minutes if reading them took time that grows with the square of their length. */
class LongTextsTest {
    private static final int CHARS = 200_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](",
                "![a](",
                "[a](b) ",
                "[a](b(",
                "[](#",
                "&amp;",
                "`",
                "a`` ` ",
                "*a ",
                "**a",
                "a**b",
                "~a",
                "a^b^ ",
                "<a ",
                "<sub>",
                "<!-- a --> ",
                "| a ",
                "http://",
                "a@b.c ",
                "::: a\n",
                "[a]: b\n"
            })
    @Timeout(value = 40, unit = TimeUnit.SECONDS)
    void areReadInTimeThatGrowsWithTheirLength(String piece) {
        String text = piece.repeat(CHARS / piece.length());
        Body.Place place = new Body.Place(new Source("text.md", text), Optional.empty());
        assertThat(FlexmarkReader.read(text, 0, place, new Problems())).isNotNull();
    }
}
