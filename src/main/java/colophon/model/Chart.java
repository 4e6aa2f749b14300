package colophon.model;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.ColumnNumbers.Doubt;
import colophon.model.DataTable.Row;
import colophon.model.Outline.Argument;
import colophon.model.Outline.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a chart shows.
 *
 * @param places the names of the places along the axis of what is measured: categories, or the years of a time
 * @param times the same as numbers, where all of them are
 * @param series each with a value, or none, for each of the places
 * @param digits how the values are printed
 * @param highlighted the series, or the category of a single series, that matters most; empty when all do
 */
public record Chart(
        Kind kind,
        List<String> places,
        Optional<List<Double>> times,
        List<Series> series,
        Digits digits,
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

    /**
     * How many digits values are printed with after the decimal mark; as many as the file has where none is given.
     *
     * @param drawn in the drawing
     * @param listed in the table below it
     */
    public record Digits(OptionalInt drawn, OptionalInt listed) {
        /** The same number everywhere. */
        public static Digits of(int decimals) {
            return new Digits(OptionalInt.of(decimals), OptionalInt.of(decimals));
        }
    }

    /**
     * Values of one name.
     *
     * @param values for drawing
     * @param exact the same as the file has them
     */
    public record Series(String name, List<OptionalDouble> values, List<Optional<BigDecimal>> exact) {
        public Series {
            values = List.copyOf(values);
            exact = List.copyOf(exact);
        }

        public static Series of(String name, List<Optional<BigDecimal>> exact) {
            List<OptionalDouble> values = exact.stream()
                    .map(value ->
                            value.map(it -> OptionalDouble.of(it.doubleValue())).orElse(OptionalDouble.empty()))
                    .toList();
            return new Series(name, values, exact);
        }
    }

    /** The powers of ten. */
    private static final Map<String, Integer> SCALES =
            Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);

    /** More digits after the decimal mark make a drawing hard to read. */
    private static final int MAX_DRAWN = 2;

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
        /** Columns whose numbers were reported: one mistake, however many rows have it. */
        private final Set<Integer> reported = new HashSet<>();

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
            int scale = scale();
            Map<String, Map<String, Optional<BigDecimal>>> values = new LinkedHashMap<>();
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
            return finish(kind.get(), places, values, scale != 0);
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
                Kind kind, List<String> places, Map<String, Map<String, Optional<BigDecimal>>> values, boolean scaled) {
            Optional<List<Double>> times = times(places);
            times.ifPresent(
                    all -> places.sort(Comparator.comparing(place -> time(place).orElseThrow())));
            List<Series> series = new ArrayList<>();
            values.forEach((name, of) -> {
                List<Optional<BigDecimal>> all = places.stream()
                        .map(place -> of.getOrDefault(place, Optional.empty()))
                        .toList();
                if (all.stream().noneMatch(Optional::isPresent)) {
                    fault(item.span(), "the series \"" + name + "\" has no values", "leave it out, or mend the data");
                }
                series.add(Series.of(name, all));
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
                            .map(one -> Series.of(
                                    one.name(),
                                    order.stream().map(one.exact()::get).toList()))
                            .toList(),
                    digits(series, scaled),
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

        private Optional<List<Double>> times(List<String> places) {
            List<Double> times = new ArrayList<>();
            for (String place : places) {
                Optional<Double> time = time(place);
                if (time.isEmpty()) {
                    return Optional.empty();
                }
                times.add(time.get());
            }
            return Optional.of(times.stream().sorted().toList());
        }

        /** A year, or a part of one. */
        private Optional<Double> time(String place) {
            return place.matches("-?\\d{1,4}([.,]\\d+)?")
                    ? table.numbers(column("x")).read(NumberCell.of(place)).map(BigDecimal::doubleValue)
                    : Optional.empty();
        }

        private void put(Map<String, Optional<BigDecimal>> values, String place, Row row, int y, int scale, Kind kind) {
            if (!readable(row, y)) {
                return;
            }
            if (values.containsKey(place)) {
                fault(
                        table.span(row, y),
                        "a second value for \"" + place + "\"",
                        "name the column that tells them apart with series=\"…\", or choose rows with where=\"…\"");
                return;
            }
            Optional<BigDecimal> value =
                    table.numbers(y).read(NumberCell.of(row.cells().get(y)));
            if (kind == Kind.STACKED_BAR && value.filter(it -> it.signum() < 0).isPresent()) {
                fault(table.span(row, y), "a negative value cannot be stacked", "use kind=\"bar\"");
            }
            values.put(place, value.map(it -> it.movePointLeft(scale)));
        }

        /** Whether a cell holds a number, or none; a column is reported once. */
        private boolean readable(Row row, int column) {
            Optional<Doubt> doubt = table.numbers(column).doubt();
            if (doubt.isPresent()) {
                if (reported.add(column)) {
                    fault(
                            table.doubtful(column).orElseThrow(),
                            doubt.get().message(),
                            doubt.get().help());
                }
                return false;
            }
            NumberCell cell = NumberCell.of(row.cells().get(column));
            boolean number =
                    cell.isMissing() || table.numbers(column).read(cell).isPresent();
            if (!number && reported.add(column)) {
                long more = table.rows().stream()
                        .map(other -> NumberCell.of(other.cells().get(column)))
                        .filter(other -> !other.isMissing() && !other.isNumber())
                        .count();
                fault(
                        table.span(row, column),
                        "\"" + cell.text() + "\" is not a number"
                                + (more > 1 ? ", nor are " + (more - 1) + " more cells of this column" : ""),
                        "write numbers as 1234.5, and leave a missing one empty");
            }
            return number;
        }

        /** A power of ten; 0 where none is asked for. */
        private int scale() {
            Optional<Argument> scale = item.argument("scale");
            if (scale.isEmpty()) {
                return 0;
            }
            Integer power = SCALES.get(scale.get().value());
            if (power == null) {
                fault(
                        scale.get().span(),
                        "\"" + scale.get().value() + "\" is not a scale",
                        "write thousand, million, billion or trillion");
                return 0;
            }
            return power;
        }

        /** What is asked for; else what the file has, unless values are scaled, or are too long for a drawing. */
        private Digits digits(List<Series> series, boolean scaled) {
            Optional<String> wanted = item.value("decimals").filter(it -> it.matches("\\d"));
            if (wanted.isPresent()) {
                return Digits.of(Integer.parseInt(wanted.get()));
            }
            double most = 0;
            int longest = 0;
            for (Series one : series) {
                for (Optional<BigDecimal> value : one.exact()) {
                    most = Math.max(
                            most, Math.abs(value.map(BigDecimal::doubleValue).orElse(0.0)));
                    longest = Math.max(
                            longest,
                            value.map(it -> it.stripTrailingZeros().scale()).orElse(0));
                }
            }
            int few = longest <= 0 || most >= 1000 ? 0 : most >= 10 ? 1 : MAX_DRAWN;
            if (scaled) {
                return Digits.of(few);
            }
            return new Digits(longest > MAX_DRAWN ? OptionalInt.of(few) : OptionalInt.empty(), OptionalInt.empty());
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
