package colophon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as spreadsheets of several countries write them. */
class ColumnNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5 / 1.300,0 | 1234.5 / 1300.0",
                "1,234.5 / 1,300 | 1234.5 / 1300",
                "1.250 / 0,5 | 1250 / 0.5",
                "1.250 / 0.5 | 1.250 / 0.5",
                "1.234.567 / 1.250 | 1234567 / 1250",
                "1,234,567 / 12,345 | 1234567 / 12345",
                "88,000 / 12,34,567 | 88000 / 1234567",
                "1 234,5 / 12 345 678 | 1234.5 / 12345678",
                "1\u00A0234,5 / 7 | 1234.5 / 7",
                "1\u202F234 / 1\u202F234,75 | 1234 / 1234.75",
                "1'234.50 / 12'345 | 1234.50 / 12345",
                "1’234 / 1’234’567 | 1234 / 1234567",
                "12,5 % / 7 % / 0,25 % | 12.5 / 7 / 0.25",
                "12.5% / 7% | 12.5 / 7",
                "€ 1.234,50 / € 2 | 1234.50 / 2",
                "1 234,50 € / 2 € | 1234.50 / 2",
                "$1,234.50 / $2 | 1234.50 / 2",
                "12,5* / 13,5** / 14,5 † | 12.5 / 13.5 / 14.5",
                "-5 / −5,5 / –7 / +3 | -5 / -5.5 / -7 / 3",
                "1,5E+03 / 2,25e-2 | 1.5E+3 / 0.0225",
                ".5 / 1.25 | 0.5 / 1.25",
                ",5 / 1,25 | 0.5 / 1.25",
                "0.125 / 1.250 | 0.125 / 1.250",
                "1234.567 / 1.250 | 1234.567 / 1.250",
                "2018 / 2019 | 2018 / 2019",
                "1,5 / n/a / … / - / – / .. / : / '' | 1.5",
            })
    void aColumnIsReadAsItsNumbersSay(String cells, String values) {
        ColumnNumbers column = columns(cells).get(0);
        assertThat(column.doubt()).isEmpty();
        assertThat(column.numeric()).isTrue();
        assertThat(column(cells).flatMap(cell -> column.read(cell).stream()).toList())
                .isEqualTo(
                        Arrays.stream(values.split(" / ")).map(BigDecimal::new).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 / 1.250 / 2.500 | 1 | \"1.250\" may be 1.25 or 1250",
                "1,250 | 0 | \"1,250\" may be 1250 or 1.25",
                "1,5 / 2.25 | 1 | \"2.25\" and \"1,5\" in one column: the decimal mark is once a point and once a comma",
                "12 % / 0,12 | 1 | \"0,12\" and \"12 %\" in one column",
                "5 € / 5 $ | 1 | \"5 $\" and \"5 €\" in one column",
            })
    void whatIsNotClearIsNotRead(String cells, int row, String message) {
        ColumnNumbers column = columns(cells).get(0);
        assertThat(column.doubt()).isPresent();
        assertThat(column.doubt().get().row()).isEqualTo(row);
        assertThat(column.doubt().get().message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2.3",
                "1,2,3",
                "12.03.2018",
                "12 EUR",
                "5 m",
                "10²",
                "(5)",
                "1.234,5.6",
                "1 23",
                "01.250.000",
                "%",
                "1,234E+05,5",
                "€5%"
            })
    void otherCellsAreNotNumbers(String cell) {
        assertThat(NumberCell.of(cell).isNumber()).isFalse();
    }

    @Test
    void theOtherColumnsOfAFileSettleAColumnThatIsNotClear() {
        assertThat(read("1.250 / 2.500", "0,5 / 0,75")).containsExactly(new BigDecimal("1250"), new BigDecimal("2500"));
        assertThat(read("1.250 / 2.500", "0.5 / 0.75"))
                .containsExactly(new BigDecimal("1.250"), new BigDecimal("2.500"));
        assertThat(columns("1.250", "0.5", "0,5").get(0).doubt()).isPresent();
        assertThat(columns("1.250 / 2.500", "0,5 / see 1").get(0).doubt()).isPresent();
    }

    private static List<BigDecimal> read(String... columns) {
        ColumnNumbers first = columns(columns).get(0);
        return column(columns[0]).flatMap(cell -> first.read(cell).stream()).toList();
    }

    private static List<ColumnNumbers> columns(String... columns) {
        return ColumnNumbers.of(Arrays.stream(columns)
                .map(cells -> column(cells).collect(Collectors.toList()))
                .toList());
    }

    private static Stream<NumberCell> column(String cells) {
        return Arrays.stream(cells.split(" / ")).map(cell -> NumberCell.of(cell.equals("''") ? "" : cell));
    }
}
