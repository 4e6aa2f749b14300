package colophon.read;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.diag.Problems;
import colophon.diag.Source;
import colophon.model.DataTable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encodings and separators of CSV files, as spreadsheets choose them by country. */
class CsvTextTest {
    @ParameterizedTest
    @CsvSource({
        "windows-1252, en, Köln;Straße",
        "windows-1252, en, “Köln” – 5 €",
        "windows-1252, fr, Évolution à Orléans",
        "windows-1252, de, Größe in m²",
        "windows-1252, sv, Malmö; Åre",
        "windows-1252, es, España; año",
        "windows-1252, fr, l’année",
    })
    void windowsIsReadWhereItIsBeyondDoubt(String charset, String language, String text) {
        byte[] bytes = text.replace("²", "").getBytes(Charset.forName(charset));
        assertThat(CsvText.charset(bytes, language)).contains(Charset.forName("windows-1252"));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1250, pl, Łódź",
        "windows-1250, en, Kraków i Łódź",
        "windows-1251, ru, Москва",
        "x-MacRoman, de, Köln",
        "IBM850, de, Köln",
        "IBM850, fr, Orléans",
        "windows-1252, en, España",
        "Shift_JIS, en, 東京",
        "Shift_JIS, ja, 京",
        "GB18030, zh, 北京",
        "windows-1253, el, Αθήνα",
    })
    void otherEncodingsAreInDoubt(String charset, String language, String text) {
        assertThat(CsvText.charset(text.getBytes(Charset.forName(charset)), language))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "windows-31j, ja, 東京 2018年（千人）",
        "windows-31j, en, 時間軸コード",
        "EUC-JP, ja, 東京のデータ",
        "x-windows-949, ko, 서울 인구",
    })
    void encodingsOfEastAsiaAreReadWhereTheirLettersMakeThemCertain(String charset, String language, String text) {
        assertThat(CsvText.charset(text.getBytes(Charset.forName(charset)), language))
                .contains(Charset.forName(charset));
    }

    @Test
    void unicodeIsKnownByItsMarkOrItsShape() {
        String text = "\uFEFFJahr;Ort\r\n2018;Köln\r\n";
        assertThat(CsvText.charset(text.getBytes(StandardCharsets.UTF_8), "en")).contains(StandardCharsets.UTF_8);
        assertThat(CsvText.charset(text.getBytes(StandardCharsets.UTF_16LE), "en"))
                .contains(StandardCharsets.UTF_16LE);
        assertThat(CsvText.charset(text.getBytes(StandardCharsets.UTF_16BE), "en"))
                .contains(StandardCharsets.UTF_16BE);
        byte[] unmarked = text.substring(1).getBytes(StandardCharsets.UTF_16LE);
        assertThat(CsvText.charset(unmarked, "en")).contains(StandardCharsets.UTF_16LE);
    }

    @Test
    void fieldsAreSeparatedByWhatEveryRowHas() {
        assertThat(Separator.of("a,b\n1,2").character()).isEqualTo(',');
        assertThat(Separator.of("a;b\n1,5;2,5").character()).isEqualTo(';');
        assertThat(Separator.of("a\tb\r\n1,5\t2;5").character()).isEqualTo('\t');
        assertThat(Separator.of("a;b, EUR\n1;1,5\n").character()).isEqualTo(';');
        assertThat(Separator.of("\"a;b\",c\n\"1;2\",3").character()).isEqualTo(',');
        assertThat(Separator.of("a,b,c\n1,2,x;y\n1,2,z").character()).isEqualTo(',');
        assertThat(Separator.of("a;b;c\n1;2\n3;4;5").character()).isEqualTo(';');
        assertThat(Separator.of("a\n1").character()).isEqualTo(',');
        assertThat(Separator.of("").character()).isEqualTo(',');
        assertThat(Separator.of("sep=|\na|b\n1|2")).isEqualTo(new Separator('|', true));
    }

    @Test
    void emptyColumnsAndRowsAtTheEndsAreNone() {
        DataTable table = table("Jahr;Wert;;\n2018;1;;\n;;;\n2019;;;\n;;;\n");
        assertThat(table.columns()).containsExactly("Jahr", "Wert");
        assertThat(table.rows())
                .extracting(DataTable.Row::cells)
                .extracting(Object::toString)
                .containsExactly("[2018, 1]", "[2019, ]");
        assertThat(table.rows()).extracting(DataTable.Row::line).containsExactly(2, 4);
    }

    private static DataTable table(String text) {
        Problems problems = new Problems();
        DataTable table = TableReader.read(new Source("content/data/a.csv", text), problems)
                .orElseThrow();
        assertThat(problems.isEmpty()).isTrue();
        return table;
    }
}
