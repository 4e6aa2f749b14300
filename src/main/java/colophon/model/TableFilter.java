package colophon.model;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Suggestion;
import colophon.model.DataTable.Row;
import colophon.model.Outline.Argument;
import colophon.model.Outline.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rows of a table that a directive asks for: {@code where="country=Vietnam|India; year=2000|2018" from="2000" to="2020"}. */
public final class TableFilter {
    private TableFilter() {}

    /** The rows in the order of the file. That there are none is a problem. */
    public static List<Row> rows(Item item, DataTable table, Problems problems) {
        Problems found = new Problems();
        List<Row> rows = table.rows();
        Optional<Argument> where = item.argument("where");
        if (where.isPresent()) {
            for (String condition : where.get().value().split(";")) {
                rows = matching(condition, where.get(), rows, table, found);
            }
        }
        rows = within(item, rows, table);
        if (rows.isEmpty() && found.sorted().isEmpty()) {
            found.add(
                    Rule.DATA_INVALID,
                    where.map(Argument::span).orElse(item.span()),
                    "no row of " + table.source().path() + " is left",
                    "choose other rows with where=\"…\", from=\"…\" and to=\"…\"");
        }
        found.sorted().forEach(problems::add);
        return rows;
    }

    private static List<Row> matching(
            String condition, Argument where, List<Row> rows, DataTable table, Problems problems) {
        int equals = condition.indexOf('=');
        String name = (equals < 0 ? condition : condition.substring(0, equals)).strip();
        int column = table.columns().indexOf(name);
        if (equals < 0 || column < 0) {
            problems.add(
                    Rule.DATA_INVALID,
                    where.span(),
                    equals < 0 ? "\"" + name + "\" is not a condition" : "no column named \"" + name + "\"",
                    equals < 0 ? "write column=value, or column=one|other" : Suggestion.help(name, table.columns()),
                    new Problem.Note(table.headSpan(0), "the columns"));
            return List.of();
        }
        List<String> values = Arrays.stream(condition.substring(equals + 1).split("\\|"))
                .map(String::strip)
                .toList();
        List<Row> matching = new ArrayList<>();
        for (Row row : rows) {
            if (values.contains(row.cells().get(column).strip())) {
                matching.add(row);
            }
        }
        for (String value : values) {
            boolean found = rows.stream()
                    .anyMatch(row -> row.cells().get(column).strip().equals(value));
            if (!found) {
                List<String> there = rows.stream()
                        .map(row -> row.cells().get(column).strip())
                        .distinct()
                        .toList();
                problems.add(
                        Rule.DATA_INVALID,
                        where.span(),
                        "no row has the " + name + " \"" + value + "\"",
                        Suggestion.help(value, there));
            }
        }
        return matching;
    }

    /** Rows whose place on the axis lies between two numbers. */
    private static List<Row> within(Item item, List<Row> rows, DataTable table) {
        int column = item.value("x").map(table.columns()::indexOf).orElse(-1);
        double from = number(item.value("from")).orElse(Double.NEGATIVE_INFINITY);
        double to = number(item.value("to")).orElse(Double.POSITIVE_INFINITY);
        boolean all =
                column < 0 || item.value("from").isEmpty() && item.value("to").isEmpty();
        return all
                ? rows
                : rows.stream()
                        .filter(row -> table.numbers(column)
                                .read(NumberCell.of(row.cells().get(column)))
                                .map(BigDecimal::doubleValue)
                                .filter(at -> at >= from && at <= to)
                                .isPresent())
                        .toList();
    }

    private static Optional<Double> number(Optional<String> text) {
        return text.map(String::strip)
                .filter(it -> it.matches("-?\\d+(\\.\\d+)?"))
                .map(Double::valueOf);
    }
}
