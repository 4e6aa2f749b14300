package colophon.model;

import colophon.diag.Source;
import colophon.diag.Span;
import java.util.List;

/**
 * A table of a CSV file (RFC 4180), its cells as they are written.
 *
 * @param columns their names, from the first row
 */
public record DataTable(Source source, List<String> columns, List<Row> rows) {
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

    /** The place of a cell. */
    public Span span(Row row, int column) {
        return cell(row.line(), column);
    }

    /** The place of a column's name. */
    public Span headSpan(int column) {
        return cell(1, column);
    }

    private Span cell(int line, int column) {
        String text = source.text();
        int start = Math.min(source.offset(line, 1), text.length());
        if (line == 1 && text.startsWith("\uFEFF")) {
            start++;
        }
        for (int i = 0; i < column; i++) {
            start = Math.min(text.length(), end(text, start) + 1);
        }
        return source.span(start, Math.max(start, end(text, start)));
    }

    /** The offset after the cell that starts at an offset. */
    private static int end(String text, int start) {
        boolean quoted = false;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
                break;
            }
            at++;
        }
        return at;
    }
}
