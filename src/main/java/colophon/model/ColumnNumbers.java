package colophon.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the cells of a column are read as numbers. A point is a decimal point in some files and separates thousands in others: it is read only
 * where the column, or else the whole file, leaves no doubt, and is a {@link Doubt} otherwise.
 *
 * @param numeric whether every cell holds a number or says that there is none
 * @param doubt what keeps its numbers from being read; empty when they can be
 */
public record ColumnNumbers(Notation notation, boolean numeric, Optional<Doubt> doubt) {
    /** What the points and commas in numbers are. */
    public enum Notation {
        /** 1,234.5 */
        POINT,
        /** 1.234,5 */
        COMMA,
        /** Whole numbers without separators mean the same in both. */
        EITHER,
        /** It cannot be known. */
        UNKNOWN
    }

    /**
     * What is not clear.
     *
     * @param row the index of the row of the first such cell
     */
    public record Doubt(int row, String message, String help) {}

    /** Reads the cells of a table, column by column. */
    static List<ColumnNumbers> of(List<List<NumberCell>> columns) {
        List<Evidence> evidence = columns.stream().map(Evidence::of).toList();
        Set<Notation> file = new TreeSet<>();
        evidence.stream().filter(Evidence::numeric).forEach(one -> file.addAll(one.certain()));
        return evidence.stream().map(one -> one.decide(file)).toList();
    }

    /** The number in a cell; empty when there is none, or when the column is in doubt. */
    public Optional<BigDecimal> read(NumberCell cell) {
        return switch (notation) {
            case POINT, EITHER -> cell.point();
            case COMMA -> cell.comma();
            case UNKNOWN -> Optional.empty();
        };
    }

    /**
     * What the cells of a column say.
     *
     * @param certain the notations that at least one cell has beyond doubt
     * @param unclear the index of the first cell that means another number in each notation, or -1
     */
    private record Evidence(
            List<NumberCell> cells, Set<Notation> certain, int unclear, boolean numeric, Optional<Doubt> units) {
        static Evidence of(List<NumberCell> cells) {
            Set<Notation> certain = new TreeSet<>();
            int unclear = -1;
            boolean numeric = true;
            for (int row = 0; row < cells.size(); row++) {
                NumberCell cell = cells.get(row);
                cell.certain().ifPresent(certain::add);
                unclear = unclear < 0 && cell.isUnclear() ? row : unclear;
                numeric &= cell.isMissing() || cell.isNumber();
            }
            return new Evidence(cells, certain, unclear, numeric, units(cells));
        }

        /** A percent sign, or a currency, that some numbers have and others do not. */
        private static Optional<Doubt> units(List<NumberCell> cells) {
            Optional<NumberCell> first =
                    cells.stream().filter(NumberCell::isNumber).findFirst();
            for (int row = 0; row < cells.size(); row++) {
                NumberCell cell = cells.get(row);
                if (cell.isNumber() && !cell.unit().equals(first.orElseThrow().unit())) {
                    return Optional.of(new Doubt(
                            row,
                            "\"" + cell.text() + "\" and \"" + first.get().text() + "\" in one column",
                            "write all numbers of a column in the same unit, and name it in the first row"));
                }
            }
            return Optional.empty();
        }

        ColumnNumbers decide(Set<Notation> file) {
            if (certain.size() > 1) {
                return new ColumnNumbers(Notation.UNKNOWN, numeric, Optional.of(mixed()));
            }
            if (certain.isEmpty() && unclear >= 0 && file.size() != 1) {
                return new ColumnNumbers(Notation.UNKNOWN, numeric, Optional.of(ambiguous()));
            }
            Notation notation = certain.stream()
                    .findFirst()
                    .or(() -> file.size() == 1 ? file.stream().findFirst() : Optional.empty())
                    .orElse(Notation.EITHER);
            return new ColumnNumbers(notation, numeric, units);
        }

        private Doubt mixed() {
            Notation first = cells.stream()
                    .flatMap(cell -> cell.certain().stream())
                    .findFirst()
                    .orElseThrow();
            int row = 0;
            while (cells.get(row).certain().filter(it -> it != first).isEmpty()) {
                row++;
            }
            String before = cells.stream()
                    .filter(cell -> cell.certain().isPresent())
                    .findFirst()
                    .orElseThrow()
                    .text();
            return new Doubt(
                    row,
                    "\"" + cells.get(row).text() + "\" and \"" + before
                            + "\" in one column: the decimal mark is once a point and once a comma",
                    "write all numbers alike, such as 1234.5");
        }

        private Doubt ambiguous() {
            NumberCell cell = cells.get(unclear);
            String point = cell.point().orElseThrow().stripTrailingZeros().toPlainString();
            String comma = cell.comma().orElseThrow().stripTrailingZeros().toPlainString();
            return new Doubt(
                    unclear,
                    "\"" + cell.text() + "\" may be " + point + " or " + comma,
                    "write " + point + " or " + comma
                            + "; one number of the file that can be read in one way only, such as 0.5 or 1234.5, is enough");
        }
    }
}
