package colophon.render;

import colophon.model.Chart;
import colophon.model.Chart.Kind;
import colophon.model.Chart.Series;
import java.util.OptionalDouble;

/** Draws bars and dots beside the names of categories. */
final class RowChart {
    private static final double ROW = 26;

    private final ChartDrawing drawing;
    private final Chart chart;
    private final ChartDrawing.Size size;
    private final Svg svg;

    RowChart(ChartDrawing drawing) {
        this.drawing = drawing;
        this.chart = drawing.chart;
        this.size = drawing.size;
        this.svg = drawing.svg;
    }

    /** Draws it, and gives the height that it takes. */
    double draw() {
        boolean bars = chart.kind() != Kind.DOT;
        int count = chart.kind() == Kind.BAR ? chart.series().size() : 1;
        Scale scale = drawing.scale(bars, size == ChartDrawing.Size.WIDE ? 6 : 4);
        boolean above = size == ChartDrawing.Size.NARROW
                || chart.places().stream().anyMatch(place -> Svg.width(place, size.type) > size.width * 0.36);
        double left = above
                ? 0
                : chart.places().stream()
                                .mapToDouble(place -> Svg.width(place, size.type) * 1.08)
                                .max()
                                .orElse(0)
                        + 14;
        boolean values = chart.kind() == Kind.BAR;
        double right = values ? Svg.width(drawing.value(chart.range()[1]), size.type) + 10 : 10;
        double top = (chart.series().size() > 1 ? drawing.legend(0) : 0) + (values ? 0 : size.type * 1.4);
        double bar = chart.kind() == Kind.BAR ? Math.max(10, 18 - 2 * count) : 16;
        double row = Math.max(ROW, bar * count + 10) + (above ? size.type * 1.3 : 0);
        double x0 = left;
        double x1 = size.width - right;
        double height = top + row * chart.places().size() + 4;
        if (!values) {
            for (double tick : scale.ticks()) {
                double x = x0 + (x1 - x0) * scale.at(tick);
                svg.rule(x, top, x, height - 2, tick == 0);
                svg.text(x, top - size.type * 0.5, "middle", "chart-tick", drawing.tick(tick, scale));
            }
        }
        for (int i = 0; i < chart.places().size(); i++) {
            double y = top + row * i;
            double middle = y + (above ? size.type * 1.3 : 0) + (row - (above ? size.type * 1.3 : 0)) / 2;
            String name = chart.places().get(i);
            if (above) {
                svg.text(0, y + size.type, "start", "chart-label", name);
            } else {
                svg.text(left - 14, middle + size.type * 0.35, "end", "chart-label", name);
            }
            if (bars) {
                rowBars(i, middle, bar, scale, x0, x1);
            } else {
                rowDots(i, middle, scale, x0, x1);
            }
        }
        if (values && !above) {
            double zero = x0 + (x1 - x0) * scale.at(0);
            svg.rule(zero, top, zero, height - 2, true);
        }
        return height;
    }

    private void rowBars(int place, double middle, double bar, Scale scale, double x0, double x1) {
        int count = chart.kind() == Kind.BAR ? chart.series().size() : 1;
        double stack = 0;
        for (int s = 0; s < chart.series().size(); s++) {
            OptionalDouble value = chart.series().get(s).values().get(place);
            if (value.isEmpty()) {
                continue;
            }
            boolean stacked = chart.kind() == Kind.STACKED_BAR;
            double base = stacked ? stack : 0;
            double from = x0 + (x1 - x0) * scale.at(base);
            double to = x0 + (x1 - x0) * scale.at(base + value.getAsDouble());
            double y = stacked ? middle - bar / 2 : middle - bar * count / 2 + bar * s;
            drawing.bar(
                    Math.min(from, to),
                    y,
                    Math.abs(to - from),
                    bar - 1,
                    s,
                    chart.places().get(place));
            if (!stacked) {
                svg.text(
                        Math.max(from, to) + 6,
                        y + bar / 2 + size.type * 0.33,
                        "start",
                        "chart-value",
                        drawing.value(value.getAsDouble()));
            }
            stack += value.getAsDouble();
        }
    }

    private void rowDots(int place, double middle, Scale scale, double x0, double x1) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Series series : chart.series()) {
            if (series.values().get(place).isPresent()) {
                double x = x0 + (x1 - x0) * scale.at(series.values().get(place).getAsDouble());
                least = Math.min(least, x);
                most = Math.max(most, x);
            }
        }
        if (most > least) {
            svg.raw("<path class=\"chart-range\" fill=\"none\" stroke=\"" + Svg.LINE + "\" stroke-width=\"4\" d=\"M"
                    + Svg.n(least) + " " + Svg.n(middle) + "H" + Svg.n(most) + "\"/>");
        }
        for (int s = 0; s < chart.series().size(); s++) {
            OptionalDouble value = chart.series().get(s).values().get(place);
            if (value.isPresent()) {
                drawing.mark(s, x0 + (x1 - x0) * scale.at(value.getAsDouble()), middle, 5);
            }
        }
    }
}
