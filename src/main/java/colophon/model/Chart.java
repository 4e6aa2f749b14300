package colophon.model;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.DataTable.Row;
import colophon.model.Outline.Argument;
import colophon.model.Outline.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a chart shows.
 *
 * @param places the names of the places along the axis of what is measured: categories, or the years of a time
 * @param times the same as numbers, where all of them are
 * @param series each with a value, or none, for each of the places
 * @param decimals digits behind the point that the values are printed with
 * @param highlighted the series, or the category of a single series, that matters most; empty when all do
 */
public record Chart(
        Kind kind,
        List<String> places,
        Optional<List<Double>> times,
        List<Series> series,
        int decimals,
        List<String> highlighted) {
    /** The kinds of chart. */
    public enum Kind {
        LINE("line"),
        BAR("bar"),
        STACKED_BAR("stacked-bar"),
        DOT("dot"),
        SLOPE("slope");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** As the directive calls it. */
        public String id() {
            return id;
        }
    }

    /** Values of one name. */
    public record Series(String name, List<OptionalDouble> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    private static final Map<String, Double> SCALES =
            Map.of("thousand", 1e3, "million", 1e6, "billion", 1e9, "trillion", 1e12);

    public Chart {
        places = List.copyOf(places);
        series = List.copyOf(series);
        highlighted = List.copyOf(highlighted);
    }

    /** The smallest and the largest value. */
    public double[] range() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Series one : series) {
            for (OptionalDouble value : one.values()) {
                if (value.isPresent()) {
                    least = Math.min(least, value.getAsDouble());
                    most = Math.max(most, value.getAsDouble());
                }
            }
        }
        return new double[] {least, most};
    }

    /**
     * The chart that a directive asks for; nothing when its data do not allow one. Mistakes in the data are told at their place in the
     * file, with a note where they are needed.
     */
    public static Optional<Chart> of(Item item, DataTable table, Problems problems) {
        return new Plan(item, table, problems).chart();
    }

    /** The names in an argument that lists some. */
    public static List<String> names(String argument) {
        return Arrays.stream(argument.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static final class Plan {
        private final Item item;
        private final DataTable table;
        private final Problems problems;
        private boolean good = true;

        Plan(Item item, DataTable table, Problems problems) {
            this.item = item;
            this.table = table;
            this.problems = problems;
        }

        Optional<Chart> chart() {
            Optional<Kind> kind = choice("kind", Kind.values());
            int x = column("x");
            List<Integer> ys = columns("y");
            int by = item.value("series").isPresent() ? column("series") : -1;
            List<Row> rows = TableFilter.rows(item, table, problems);
            if (!good || kind.isEmpty() || rows.isEmpty()) {
                return Optional.empty();
            }
            double scale = scale();
            Map<String, Map<String, OptionalDouble>> values = new LinkedHashMap<>();
            List<String> places = new ArrayList<>();
            for (Row row : rows) {
                String place = renamed(row.cells().get(x).strip());
                if (!places.contains(place)) {
                    places.add(place);
                }
                for (int y : ys) {
                    String name = by < 0
                            ? table.columns().get(y)
                            : row.cells().get(by).strip();
                    name = renamed(name);
                    name = ys.size() > 1 && by >= 0
                            ? name + ", " + table.columns().get(y)
                            : name;
                    put(values.computeIfAbsent(name, it -> new LinkedHashMap<>()), place, row, y, scale, kind.get());
                }
            }
            if (!good) {
                return Optional.empty();
            }
            return finish(kind.get(), places, values);
        }

        /** What a reader calls it: {@code rename="Korea, Rep.=South Korea; Viet Nam=Vietnam"}. */
        private String renamed(String name) {
            for (String one : item.value("rename").orElse("").split(";")) {
                int equals = one.indexOf('=');
                if (equals > 0 && one.substring(0, equals).strip().equals(name)) {
                    return one.substring(equals + 1).strip();
                }
            }
            return name;
        }

        private Optional<Chart> finish(
                Kind kind, List<String> places, Map<String, Map<String, OptionalDouble>> values) {
            Optional<List<Double>> times = times(places);
            times.ifPresent(all ->
                    places.sort((one, other) -> Double.compare(Double.parseDouble(one), Double.parseDouble(other))));
            List<Series> series = new ArrayList<>();
            values.forEach((name, of) -> {
                List<OptionalDouble> all = places.stream()
                        .map(place -> of.getOrDefault(place, OptionalDouble.empty()))
                        .toList();
                if (all.stream().noneMatch(OptionalDouble::isPresent)) {
                    fault(item.span(), "the series \"" + name + "\" has no values", "leave it out, or mend the data");
                }
                series.add(new Series(name, all));
            });
            if (kind == Kind.SLOPE && places.size() != 2) {
                fault(
                        item.span(),
                        "a slope chart needs two places on its axis, and there are " + places.size(),
                        "choose two with where=\"…\"");
            }
            if (!good) {
                return Optional.empty();
            }
            List<Integer> order = order(places.size(), series);
            return Optional.of(new Chart(
                    kind,
                    order.stream().map(places::get).toList(),
                    times(places),
                    series.stream()
                            .map(one -> new Series(
                                    one.name(),
                                    order.stream().map(one.values()::get).toList()))
                            .toList(),
                    decimals(series),
                    names(item.value("highlight").orElse(""))));
        }

        /** Categories by size where that is asked for. */
        private List<Integer> order(int places, List<Series> series) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < places; i++) {
                order.add(i);
            }
            String sort = item.value("sort").orElse("");
            if (!sort.isEmpty()) {
                int sign = sort.equals("ascending") ? 1 : -1;
                List<OptionalDouble> by = series.get(0).values();
                order.sort((one, other) -> sign
                        * Double.compare(by.get(one).orElse(0), by.get(other).orElse(0)));
            }
            return order;
        }

        private static Optional<List<Double>> times(List<String> places) {
            List<Double> times = new ArrayList<>();
            for (String place : places) {
                if (!place.matches("-?\\d{1,4}(\\.\\d+)?")) {
                    return Optional.empty();
                }
                times.add(Double.valueOf(place));
            }
            return Optional.of(times.stream().sorted().toList());
        }

        private void put(Map<String, OptionalDouble> values, String place, Row row, int y, double scale, Kind kind) {
            Optional<OptionalDouble> value = number(row, y);
            if (value.isEmpty()) {
                return;
            }
            if (values.containsKey(place)) {
                fault(
                        table.span(row, y),
                        "a second value for \"" + place + "\"",
                        "name the column that tells them apart with series=\"…\", or choose rows with where=\"…\"");
                return;
            }
            if (kind == Kind.STACKED_BAR && value.get().orElse(0) < 0) {
                fault(table.span(row, y), "a negative value cannot be stacked", "use kind=\"bar\"");
            }
            OptionalDouble scaled = value.get().isPresent()
                    ? OptionalDouble.of(value.get().getAsDouble() / scale)
                    : OptionalDouble.empty();
            values.put(place, scaled);
        }

        /** The number in a cell, or none in an empty one; nothing when there is something else. */
        private Optional<OptionalDouble> number(Row row, int column) {
            String text = row.cells().get(column).strip();
            if (text.isEmpty()) {
                return Optional.of(OptionalDouble.empty());
            }
            try {
                return Optional.of(OptionalDouble.of(new BigDecimal(text).doubleValue()));
            } catch (NumberFormatException e) {
                fault(
                        table.span(row, column),
                        "\"" + text + "\" is no number",
                        "write numbers as 1234.5, and leave a missing one empty");
                return Optional.empty();
            }
        }

        private double scale() {
            Optional<Argument> scale = item.argument("scale");
            if (scale.isEmpty()) {
                return 1;
            }
            Double factor = SCALES.get(scale.get().value());
            if (factor == null) {
                fault(
                        scale.get().span(),
                        "\"" + scale.get().value() + "\" is no scale",
                        "write thousand, million, billion or trillion");
                return 1;
            }
            return factor;
        }

        private int decimals(List<Series> series) {
            Optional<String> wanted = item.value("decimals").filter(it -> it.matches("\\d"));
            if (wanted.isPresent()) {
                return Integer.parseInt(wanted.get());
            }
            double most = 0;
            boolean whole = true;
            for (Series one : series) {
                for (OptionalDouble value : one.values()) {
                    most = Math.max(most, Math.abs(value.orElse(0)));
                    whole &= value.orElse(0) == Math.rint(value.orElse(0));
                }
            }
            return whole || most >= 1000 ? 0 : most >= 10 ? 1 : 2;
        }

        private Optional<Kind> choice(String name, Kind[] kinds) {
            String value = item.value(name).orElse("");
            for (Kind kind : kinds) {
                if (kind.id().equals(value)) {
                    return Optional.of(kind);
                }
            }
            if (!value.isEmpty()) {
                List<String> ids = Arrays.stream(kinds).map(Kind::id).toList();
                fault(
                        item.argument(name).orElseThrow().span(),
                        "no kind of chart named \"" + value + "\"",
                        Suggestion.help(value, ids));
            }
            good = false;
            return Optional.empty();
        }

        private List<Integer> columns(String argument) {
            List<Integer> columns = new ArrayList<>();
            for (String name : names(item.value(argument).orElse(""))) {
                columns.add(column(argument, name));
            }
            good &= !columns.isEmpty();
            return columns;
        }

        private int column(String argument) {
            return column(argument, item.value(argument).orElse(""));
        }

        private int column(String argument, String name) {
            int index = table.columns().indexOf(name);
            if (index < 0) {
                good = false;
                item.argument(argument)
                        .filter(it -> !name.isEmpty())
                        .ifPresent(it -> problems.add(
                                Rule.DATA_INVALID,
                                table.headSpan(0),
                                "no column named \"" + name + "\"",
                                Suggestion.help(name, table.columns()),
                                new Problem.Note(it.span(), "needed here")));
            }
            return index;
        }

        private void fault(Span span, String message, String help) {
            good = false;
            if (span.source().path().equals(item.span().source().path())) {
                problems.add(Rule.DATA_INVALID, span, message, help);
            } else {
                problems.add(Rule.DATA_INVALID, span, message, help, new Problem.Note(item.span(), "needed here"));
            }
        }
    }
}
