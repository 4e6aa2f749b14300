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
    private static final Set<String> FORMULA_ERRORS = Set.of(
            "#REF!",
            "#DIV/0!",
            "#VALUE!",
            "#NAME?",
            "#NUM!",
            "#NULL!",
            "#SPILL!",
            "#CALC!",
            "#BEZUG!",
            "#WERT!",
            "#VALEUR!",
            "#NOM?",
            "#ZAHL!",
            "#NOMBRE!",
            "#¡REF!",
            "#¡VALOR!",
            "#¿NOMBRE?");
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
        Separator separator = Separator.of(source.text());
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .fieldSeparator(separator.character())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .allowUnclosedQuote(false)
                .ofCsvRecord(source.text())) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            fault(
                    line(e),
                    "a cell that is not closed, or has text after its quotation mark",
                    "write \"…\", and \"\" for a quotation mark inside");
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
        if (separator.declared()) {
            records.remove(0);
        }
        if (records.isEmpty()) {
            fault(1, "there is nothing in this file", "begin with a row that names the columns");
            return Optional.empty();
        }
        return table(separator, records);
    }

    private Optional<DataTable> table(Separator separator, List<CsvRecord> records) {
        CsvRecord head = records.get(0);
        List<String> columns = head.getFields().stream().map(String::strip).toList();
        int width = width(records);
        List<Row> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            if (!isEmpty(record)) {
                rows.add(new Row((int) record.getStartingLineNumber(), cut(record.getFields(), columns.size(), width)));
            }
        }
        DataTable table = DataTable.of(
                source,
                separator.character(),
                (int) head.getStartingLineNumber(),
                cut(columns, columns.size(), width),
                rows);
        return check(table, separator) ? Optional.of(table) : Optional.empty();
    }

    private static boolean isEmpty(CsvRecord record) {
        return record.getFieldCount() > 1 && record.getFields().stream().allMatch(String::isBlank);
    }

    /** The number of columns without those at the right that have neither a name nor a cell with something in it. */
    private static int width(List<CsvRecord> records) {
        int width = 1;
        for (CsvRecord record : records) {
            List<String> fields = record.getFields();
            int last = fields.size();
            while (last > width && fields.get(last - 1).isBlank()) {
                last--;
            }
            width = Math.max(width, last);
        }
        return width;
    }

    /** The cells of a complete row without those of empty columns at its right. */
    private static List<String> cut(List<String> cells, int columns, int width) {
        return cells.size() == columns && width < columns ? cells.subList(0, width) : cells;
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

    private boolean check(DataTable table, Separator separator) {
        Set<String> names = new HashSet<>();
        boolean good = checkFormulas(table);
        boolean isPreamble = !table.rows().isEmpty()
                && table.rows().get(table.rows().size() - 1).cells().size()
                        > table.columns().size();
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i);
            if (!isPreamble && (name.isEmpty() || !names.add(name))) {
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
                        "a row with " + cells + (cells == 1 ? " cell" : " cells") + ", and there "
                                + (table.columns().size() == 1
                                        ? "is 1 column"
                                        : "are " + table.columns().size() + " columns"),
                        help(table, row, separator));
                return false;
            }
        }
        return good;
    }

    /** Reports the first cell of each column in which a spreadsheet says that it could not compute it. */
    private boolean checkFormulas(DataTable table) {
        Set<Integer> faulty = new HashSet<>();
        for (Row row : table.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                String cell = row.cells().get(i).strip();
                if (cell.startsWith("#") && FORMULA_ERRORS.contains(cell) && faulty.add(i)) {
                    fault(
                            row.line(),
                            "\"" + cell + "\" is a mistake of the spreadsheet",
                            "correct the formula there and save the file again, or leave the cell empty");
                }
            }
        }
        return faulty.isEmpty();
    }

    /** What is above a table, such as its title and source, has fewer cells than its rows, and so have notes below it. */
    private static String help(DataTable table, Row row, Separator separator) {
        List<Row> rows = table.rows();
        int index = rows.indexOf(row);
        int cells = row.cells().size();
        int columns = table.columns().size();
        boolean above = cells > columns
                && rows.subList(index, rows.size()).stream()
                        .allMatch(it -> it.cells().size() == cells);
        if (above) {
            return "remove the lines above the one that names the columns; what they say belongs into data.yaml";
        }
        boolean below = index > 0
                && cells == 1
                && rows.subList(index, rows.size()).stream()
                        .allMatch(it -> it.cells().size() == 1);
        return below
                ? "remove the lines below the table; notes and sources belong into data.yaml"
                : "put a cell that holds a " + separator.word() + " in quotation marks, and leave a missing one empty";
    }
}
