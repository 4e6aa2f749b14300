package colophon.render;

import colophon.diag.Problems;
import colophon.model.Chart;
import colophon.model.Chart.Series;
import colophon.model.ColumnNumbers;
import colophon.model.DataTable;
import colophon.model.DataTable.Row;
import colophon.model.Dataset;
import colophon.model.NumberCell;
import colophon.model.Outline.Item;
import colophon.model.Page;
import colophon.model.PageKind;
import colophon.model.Phrase;
import colophon.model.Prose.Medium;
import colophon.model.Site;
import colophon.model.TableFilter;
import colophon.render.ChartDrawing.Size;
import colophon.render.DatasetView.DataColumnView;
import colophon.render.TableView.ColumnView;
import colophon.render.TableView.RowView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** What directives show of data files. Mistakes in them were told when the site was checked. */
final class DataDirectives {
    private final Drawing drawing;
    private final Site site;

    DataDirectives(Drawing drawing) {
        this.drawing = drawing;
        this.site = drawing.site();
    }

    private String language() {
        return site.publication().language();
    }

    /** The file that an item is made from. */
    Optional<DataView> data(Item item) {
        return item.value("data")
                .flatMap(name -> Optional.ofNullable(site.attachments().get(Site.dataFile(name))))
                .map(file -> file(Site.dataFile(item.value("data").get())));
    }

    private DataView file(String name) {
        Site.Attachment file = site.attachments().get(name);
        Optional<Page> page = site.page(PageKind.DATA);
        Optional<Dataset> dataset =
                site.datasets().stream().filter(it -> it.file().equals(name)).findFirst();
        return new DataView(
                file.path().fileName(),
                drawing.links().file(file.path()),
                "CSV, " + kilobytes(file.file().bytes().length),
                page.flatMap(it -> dataset.map(data -> drawing.links().page(it, Optional.of(data.id()))))
                        .orElse(null));
    }

    /** The data files of the site. */
    List<DatasetView> datasets() {
        return site.datasets().stream().map(this::dataset).toList();
    }

    private DatasetView dataset(Dataset data) {
        DataView file = file(data.file());
        List<LinkView> uses = site.numbering().all().stream()
                .filter(entry -> entry.directive())
                .filter(entry -> entry.item()
                        .value("data")
                        .filter(name -> Site.dataFile(name).equals(data.file()))
                        .isPresent())
                .map(entry -> new LinkView(
                        entry.label(),
                        drawing.links().page(entry.page(), Optional.of(entry.id())),
                        false,
                        entry.page().menuTitle(),
                        new Phrases(site, drawing.citations()).text(entry.title(), entry.page())))
                .toList();
        return new DatasetView(
                data.id(),
                Viewer.html(data.title().orElseGet(() -> Phrase.of(file.name()))),
                data.description().map(Viewer::html).orElse(null),
                data.source().map(Viewer::html).orElse(null),
                data.sourceUrl().orElse(null),
                data.licence().map(Viewer::html).orElse(null),
                data.columns().stream()
                        .map(column -> new DataColumnView(
                                column.name(),
                                column.meaning().map(Viewer::html).orElse(null),
                                column.unit().map(Viewer::html).orElse(null)))
                        .toList(),
                site.table(data.file()).map(table -> table.rows().size()).orElse(0),
                file,
                uses);
    }

    private static String kilobytes(int bytes) {
        return Math.max(1, Math.round(bytes / 1000f)) + " kB";
    }

    /**
     * A chart.
     *
     * @param id its id in the document
     * @param label its number
     */
    Optional<ChartView> chart(Item item, String id, String label, Optional<Page> page) {
        return table(item)
                .flatMap(table -> Chart.of(item, table, new Problems()))
                .map(chart -> {
                    String description = item.value("alt").orElseGet(() -> description(chart, item, page));
                    ChartRenderer renderer = new ChartRenderer(chart, numbers());
                    String wide = renderer.draw(Size.WIDE, id, description);
                    Supplier<String> narrow = () -> renderer.draw(Size.NARROW, id + "-narrow", description);
                    String drawn = switch (drawing.medium()) {
                        case WEB -> wide;
                        case PRINT -> PrintedSvg.image(wide, description, "chart");
                        case EPUB -> BookSvg.chart(wide, narrow.get(), description);
                    };
                    return new ChartView(
                            Markup.of(drawn),
                            drawing.medium() == Medium.WEB ? Markup.of(narrow.get()) : null,
                            description,
                            values(chart, item),
                            page.map(it -> Markup.of(Citation.item(
                                            label, words(item, page), it, site.publication(), address(it, id))))
                                    .orElse(null));
                });
    }

    /** The words of a caption. */
    private String words(Item item, Optional<Page> page) {
        return page.map(it -> new Phrases(site, drawing.citations()).text(item.title(), it))
                .orElseGet(item.title()::text);
    }

    private String address(Page page, String id) {
        return page.path().below(site.settings().address()) + "#" + id;
    }

    private Optional<DataTable> table(Item item) {
        return item.value("data").flatMap(name -> site.table(Site.dataFile(name)));
    }

    /** A sentence for those who do not see the chart. The values are in the table beside it. */
    private String description(Chart chart, Item item, Optional<Page> page) {
        String kind = switch (chart.kind()) {
            case LINE -> "Line chart";
            case BAR -> "Bar chart";
            case STACKED_BAR -> "Stacked bar chart";
            case DOT -> "Dot plot";
            case SLOPE -> "Slope chart";
        };
        StringBuilder text = new StringBuilder(kind).append(": ").append(words(item, page));
        String unit = item.value("unit").map(it -> " (" + it + ")").orElse("");
        text.append(unit).append(". ");
        for (Series series : chart.series()) {
            ends(chart, series).ifPresent(it -> text.append(it).append(' '));
        }
        return text.toString().strip();
    }

    private Optional<String> ends(Chart chart, Series series) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < series.values().size(); i++) {
            if (series.values().get(i).isPresent()) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (chart.times().isEmpty() || first == last) {
            return Optional.empty();
        }
        return Optional.of(series.name() + ": "
                + number(series.exact().get(first), chart.digits().listed()) + " in "
                + chart.places().get(first) + ", "
                + number(series.exact().get(last), chart.digits().listed()) + " in "
                + chart.places().get(last) + ".");
    }

    private String number(Optional<BigDecimal> value, OptionalInt decimals) {
        return value.map(it -> numbers().text(it, decimals)).orElse("–");
    }

    private Numbers numbers() {
        return new Numbers(language());
    }

    /** What a chart shows, a row for each place. */
    private TableView values(Chart chart, Item item) {
        List<ColumnView> columns = new ArrayList<>();
        String x = item.value("x").orElse("");
        columns.add(new ColumnView(x.isEmpty() ? x : Character.toUpperCase(x.charAt(0)) + x.substring(1), false));
        chart.series().forEach(series -> columns.add(new ColumnView(series.name(), true)));
        List<RowView> rows = new ArrayList<>();
        for (int i = 0; i < chart.places().size(); i++) {
            List<String> cells = new ArrayList<>();
            cells.add(chart.places().get(i));
            for (Series series : chart.series()) {
                cells.add(number(series.exact().get(i), chart.digits().listed()));
            }
            rows.add(new RowView(cells));
        }
        return new TableView(columns, rows);
    }

    /** The columns of a file that a directive asks for, with their titles: {@code columns="year: Year, value: Share"}. */
    Optional<TableView> tableView(Item item) {
        return table(item).map(table -> {
            List<Row> rows = TableFilter.rows(item, table, new Problems());
            List<ColumnView> columns = new ArrayList<>();
            List<Integer> indexes = new ArrayList<>();
            for (String column : Chart.names(item.value("columns").orElse(String.join(",", table.columns())))) {
                int colon = column.indexOf(':');
                String name = (colon < 0 ? column : column.substring(0, colon)).strip();
                int index = table.columns().indexOf(name);
                if (index >= 0) {
                    indexes.add(index);
                    columns.add(new ColumnView(
                            colon < 0 ? name : column.substring(colon + 1).strip(), isNumeric(rows, index)));
                }
            }
            OptionalInt decimals = item.value("decimals")
                    .filter(it -> it.matches("\\d"))
                    .map(it -> OptionalInt.of(Integer.parseInt(it)))
                    .orElse(OptionalInt.empty());
            return new TableView(
                    columns,
                    rows.stream()
                            .map(row -> new RowView(indexes.stream()
                                    .map(index -> cell(row.cells().get(index), table.numbers(index), decimals))
                                    .toList()))
                            .toList());
        });
    }

    private static boolean isNumeric(List<Row> rows, int column) {
        return rows.stream()
                .map(row -> NumberCell.of(row.cells().get(column)))
                .allMatch(cell -> cell.isMissing() || cell.isNumber());
    }

    /**
     * What the file says, its decimal mark and its separators of thousands as the language of the work has them. Years, counts and codes
     * without either stay as they are.
     */
    private String cell(String written, ColumnNumbers numbers, OptionalInt decimals) {
        NumberCell cell = NumberCell.of(written);
        boolean asked = decimals.isPresent() && !cell.text().matches("[12]\\d{3}");
        return numbers.read(cell)
                .filter(value -> asked || !cell.isPlain())
                .map(value -> cell.before() + numbers().text(value, decimals) + cell.after())
                .orElse(cell.text());
    }
}
