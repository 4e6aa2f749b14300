package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind a key is a place as far as it looks like one; the rest is words. */
class LocatorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            p. 12                 | page      | 12      | -
            12                    | page      | 12      | -
            pp. 12-15, 18         | page      | 12–15, 18 | -
            xii                   | page      | -       | xii
            p. xii                | page      | xii     | -
            chap. 3, on loans     | chapter   | 3       | , on loans
            sec. 2.1              | section   | 2.1     | -
            § 4                   | section   | 4       | -
            paras. 3–5 and 7      | paragraph | 3–5 and 7 | -
            ch. 2                 | chapter   | 2       | -
            chs. 2-4              | chapter   | 2–4     | -
            p. A-12               | page      | -       | p. A-12
            12 ff.                | page      | 12      | ff.
            33-35 and *passim*    | page      | 33–35 and | *passim*
            {pp. 3, 5 and passim} | page      | 3, 5 and passim | -
            {ii, A, D-Z}, with it | page      | ii, A, D-Z | , with it
            art. X                | page      | -       | art. X
            table 3               | page      | -       | table 3
            passim                | page      | -       | passim
            """)
    void placesAreToldFromWords(String suffix, String label, String value, String rest) {
        assertThat(Locator.of(suffix))
                .isEqualTo(new Locator(label, value == null ? "" : value, rest == null ? "" : rest));
    }
}
