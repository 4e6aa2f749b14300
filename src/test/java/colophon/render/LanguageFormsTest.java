package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.model.PublicationDate;
import java.math.BigDecimal;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and numbers in the form of a language, the same on Java 17 and 25. */
class LanguageFormsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 28 November 2018 | November 2018 | 2018",
                "en-GB | 28 November 2018 | November 2018 | 2018",
                "en-US | November 28, 2018 | November 2018 | 2018",
                "en-CA | November 28, 2018 | November 2018 | 2018",
                "en-PH | November 28, 2018 | November 2018 | 2018",
                "en-IN | 28 November 2018 | November 2018 | 2018",
                "en-Latn-US | November 28, 2018 | November 2018 | 2018",
                "en-US-u-ca-buddhist | November 28, 2018 | November 2018 | 2018",
                "de | 28. November 2018 | November 2018 | 2018",
                "de-AT | 28. November 2018 | November 2018 | 2018",
                "fr | 28 novembre 2018 | novembre 2018 | 2018",
                "es | 28 de noviembre de 2018 | noviembre de 2018 | 2018",
                "pt-BR | 28 de novembro de 2018 | novembro de 2018 | 2018",
                "ca | 28 de novembre del 2018 | novembre del 2018 | 2018",
                "gl | 28 de novembro de 2018 | novembro de 2018 | 2018",
                "it | 28 novembre 2018 | novembre 2018 | 2018",
                "nl | 28 november 2018 | november 2018 | 2018",
                "pl | 28 listopada 2018 | listopad 2018 | 2018",
                "cs | 28. listopadu 2018 | listopad 2018 | 2018",
                "ru | 28 ноября 2018\u00A0г. | ноябрь 2018\u00A0г. | 2018",
                "uk | 28 листопада 2018\u00A0р. | листопад 2018\u00A0р. | 2018",
                "bg | 28 ноември 2018\u00A0г. | ноември 2018\u00A0г. | 2018",
                "sl | 28. november 2018 | november 2018 | 2018",
                "sr | 28. новембар 2018. | новембар 2018. | 2018",
                "hu | 2018. november 28. | 2018. november | 2018",
                "lt | 2018 m. lapkričio 28 d. | 2018 m. lapkritis | 2018",
                "lv | 2018. gada 28. novembris | 2018. g. novembris | 2018",
                "fi | 28. marraskuuta 2018 | marraskuu 2018 | 2018",
                "tr | 28 Kasım 2018 | Kasım 2018 | 2018",
                "vi | 28 tháng 11, 2018 | tháng 11 năm 2018 | 2018",
                "ja | 2018年11月28日 | 2018年11月 | 2018年",
                "zh | 2018年11月28日 | 2018年11月 | 2018年",
                "zh-Hant-TW | 2018年11月28日 | 2018年11月 | 2018年",
                "ko | 2018년 11월 28일 | 2018년 11월 | 2018년",
                "hi | 28 नवंबर 2018 | नवंबर 2018 | 2018",
                "eu | 2018(e)ko azaroaren 28(a) | 2018(e)ko azaroa | 2018",
            })
    void datesAreAsTheLanguageHasThem(String language, String day, String month, String year) {
        assertThat(date("2018-11-28", language)).isEqualTo(day);
        assertThat(date("2018-11", language)).isEqualTo(month);
        assertThat(date("2018", language)).isEqualTo(year);
    }

    private static String date(String iso, String language) {
        return DateView.of(PublicationDate.parse(iso).orElseThrow(), language).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1,234,567.50 | 1,234.5 | −0.3",
                "de | 1.234.567,50 | 1.234,5 | −0,3",
                "de-CH | 1’234’567.50 | 1’234.5 | −0.3",
                "fr | 1\u202F234\u202F567,50 | 1\u202F234,5 | −0,3",
                "es | 1.234.567,50 | 1234,5 | −0,3",
                "pl | 1\u00A0234\u00A0567,50 | 1234,5 | −0,3",
                "pt-PT | 1\u00A0234\u00A0567,50 | 1234,5 | −0,3",
                "pt | 1.234.567,50 | 1.234,5 | −0,3",
                "sv | 1\u00A0234\u00A0567,50 | 1\u00A0234,5 | −0,3",
                "ja | 1,234,567.50 | 1,234.5 | −0.3",
                "ar | 1,234,567.50 | 1,234.5 | −0.3",
            })
    void numbersAreAsTheLanguageHasThem(String language, String large, String four, String negative) {
        Numbers numbers = new Numbers(language);
        assertThat(numbers.text(new BigDecimal("1234567.50"), OptionalInt.empty()))
                .isEqualTo(large);
        assertThat(numbers.text(new BigDecimal("1234.45"), OptionalInt.of(1))).isEqualTo(four);
        assertThat(numbers.text(new BigDecimal("-0.25"), OptionalInt.of(1))).isEqualTo(negative);
    }
}
