package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBreaksTest {
    /** No slash: where a line may end after one is ours. */
    private static final String[] PIECES = {
        "a", "B", "é", "e\u0301", "1", "42", " ", " ", " ", "  ", "\u00A0", "\u202F", "-", "\u2010", "\u2011", "\u2013",
        "\u2014", ",", ".", ";", ":", "!", "?", "(", ")", "[", "]", "{", "}", "«", "»", "“", "”", "‘", "’", "„", "\"",
        "'", "$", "€", "%", "°", "+", "…", "¿", "\u00AD", "\u200B", "\u2060", "水", "の", "カ", "ー", "っ", "々", "。", "、",
        "「", "」", "・", "！", "：", "（", "）", "￥", "５", "&", "=", "#", "@", "_", "*", "~", "|", "\\", "№", "′", "←", "ß",
        "Ж", "ω"
    };

    /** ICU4J does not know rule 20a of Unicode 16 yet. */
    private static final Pattern WORD_INITIAL_HYPHEN =
            Pattern.compile("(?:^|[\\s\\u00A0\\u202F\\u2011\\u200B])[-\\u2010]");

    @ParameterizedTest
    @CsvSource({
        "l’eau d’aujourd’hui,        l’eau |d’aujourd’hui",
        "rock 'n' roll,              rock |'n' |roll",
        "Figure\u00A01 and Rs\u00A088,   Figure\u00A01 |and |Rs\u00A088",
        "(see p. 3),                 (see |p. |3)",
        "« à l’eau » !,              « à |l’eau » !",
        "well-known -ism COVID-19,   well-|known |-ism |COVID-19",
        "https://example.org/a/page, https://example.org/a/page",
        "example.org/some/page km/h, example.org/|some/|page |km/h",
        "「水。」と言う,                「水。」|と|言|う",
        "1.25 % of 3.5 °C,           1.25 |% |of |3.5 |°C"
    })
    void breaksLines(String text, String parts) {
        assertThat(parts(text)).isEqualTo(parts);
    }

    private static String parts(String text) {
        LineBreaks breaks = new LineBreaks();
        breaks.setText(text);
        StringBuilder parts = new StringBuilder();
        int start = 0;
        for (int end = breaks.next(); end > 0; end = breaks.next()) {
            parts.append(parts.isEmpty() ? "" : "|").append(text, start, end);
            start = end;
        }
        return parts.toString();
    }

    @Test
    void agreesWithTheUnicodeAlgorithm() {
        Random random = new Random(14);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder made = new StringBuilder();
            for (int length = 2 + random.nextInt(5); length > 0; length--) {
                made.append(PIECES[random.nextInt(PIECES.length)]);
            }
            if (!WORD_INITIAL_HYPHEN.matcher(made).find()) {
                assertThat(parts(made.toString())).isEqualTo(unicode(made.toString()));
            }
        }
    }

    private static String unicode(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(ULocale.ROOT);
        breaks.setText(text);
        StringBuilder parts = new StringBuilder();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            parts.append(parts.isEmpty() ? "" : "|").append(text, start, end);
            start = end;
        }
        return parts.toString();
    }
}
