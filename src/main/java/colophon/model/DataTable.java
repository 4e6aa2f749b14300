package colophon.model;

import colophon.diag.Source;
import colophon.diag.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A table of a CSV file (RFC 4180, or as spreadsheets of other countries write it), its cells as they are written.
 *
 * @param separator what separates its fields
 * @param headLine the line of the names of its columns, from 1
 * @param columns their names, from the first row
 * @param numbers how the cells of each column are read as numbers
 */
public record DataTable(
        Source source,
        char separator,
        int headLine,
        List<String> columns,
        List<Row> rows,
        Supplier<List<ColumnNumbers>> numbers) {
    /** A row; {@code line} is the line it starts on, from 1. */
    public record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A table whose numbers are looked at when one is asked for. */
    public static DataTable of(Source source, char separator, int headLine, List<String> columns, List<Row> rows) {
        Supplier<List<ColumnNumbers>> numbers = new Lazy<>(() -> {
            List<List<NumberCell>> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                int column = i;
                cells.add(rows.stream()
                        .map(row -> NumberCell.of(row.cells().get(column)))
                        .toList());
            }
            return ColumnNumbers.of(cells);
        });
        return new DataTable(source, separator, headLine, columns, rows, numbers);
    }

    /** How the cells of a column are read as numbers. */
    public ColumnNumbers numbers(int column) {
        return numbers.get().get(column);
    }

    /** What keeps the numbers of a column from being read, with its place. */
    public Optional<Span> doubtful(int column) {
        return numbers(column).doubt().map(doubt -> span(rows.get(doubt.row()), column));
    }

    /** The place of a cell. */
    public Span span(Row row, int column) {
        return cell(row.line(), column);
    }

    /** The place of a column's name. */
    public Span headSpan(int column) {
        return cell(headLine, column);
    }

    private Span cell(int line, int column) {
        String text = source.text();
        int start = Math.min(source.offset(line, 1), text.length());
        for (int i = 0; i < column; i++) {
            start = Math.min(text.length(), end(text, start) + 1);
        }
        return source.span(start, Math.max(start, end(text, start)));
    }

    /** The offset after the cell that starts at an offset. */
    private int end(String text, int start) {
        boolean quoted = false;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == separator || c == '\n' || c == '\r')) {
                break;
            }
            at++;
        }
        return at;
    }
}
