package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.DataTable;
import colophon.model.DataTable.Row;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads CSV files: the first row names the columns, all others have as many cells. */
final class TableReader {
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final Source source;
    private final Problems problems;

    private TableReader(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The table of a file; nothing when it cannot be read. */
    static Optional<DataTable> read(Source source, Problems problems) {
        return new TableReader(source, problems).read();
    }

    private Optional<DataTable> read() {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .allowUnclosedQuote(false)
                .ofCsvRecord(withoutMark())) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            fault(
                    line(e),
                    "a cell that is not closed, or has text behind its quotation mark",
                    "write \"…\", and \"\" for a quotation mark inside");
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
        if (records.isEmpty()) {
            fault(1, "there is nothing in this file", "begin with a row that names the columns");
            return Optional.empty();
        }
        List<String> columns =
                records.get(0).getFields().stream().map(String::strip).toList();
        List<Row> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            rows.add(new Row((int) record.getStartingLineNumber(), record.getFields()));
        }
        DataTable table = new DataTable(source, columns, rows);
        return check(table) ? Optional.of(table) : Optional.empty();
    }

    /** Without the sign that some programs put before the first letter. */
    private String withoutMark() {
        return source.text().startsWith("\uFEFF") ? source.text().substring(1) : source.text();
    }

    private static int line(CsvParseException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            Matcher line = LINE.matcher(String.valueOf(cause.getMessage()));
            if (line.find()) {
                return Integer.parseInt(line.group(1));
            }
        }
        return 1;
    }

    private void fault(int line, String message, String help) {
        int start = Math.min(source.offset(line, 1), source.length());
        int end = source.text().indexOf('\n', start);
        problems.add(Rule.DATA_INVALID, source.span(start, end < 0 ? source.length() : end), message, help);
    }

    private boolean check(DataTable table) {
        Set<String> names = new HashSet<>();
        boolean good = true;
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i);
            if (name.isEmpty() || !names.add(name)) {
                problems.add(
                        Rule.DATA_INVALID,
                        table.headSpan(i),
                        name.isEmpty() ? "a column without a name" : "a second column named \"" + name + "\"",
                        "give each column a name of its own in the first row");
                good = false;
            }
        }
        for (Row row : table.rows()) {
            int cells = row.cells().size();
            if (cells != table.columns().size()) {
                fault(
                        row.line(),
                        "a row with " + cells + (cells == 1 ? " cell" : " cells") + ", and there are "
                                + table.columns().size() + " columns",
                        "put a cell that holds a comma in quotation marks, and leave a missing one empty");
                return false;
            }
        }
        return good;
    }
}
