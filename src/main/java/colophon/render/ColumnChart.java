package colophon.render;

import colophon.model.Chart;
import colophon.model.Chart.Kind;
import colophon.model.Chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Draws lines and columns over time or categories. */
final class ColumnChart {
    private final ChartDrawing drawing;
    private final Chart chart;
    private final ChartDrawing.Size size;
    private final Svg svg;

    ColumnChart(ChartDrawing drawing) {
        this.drawing = drawing;
        this.chart = drawing.chart;
        this.size = drawing.size;
        this.svg = drawing.svg;
    }

    /** Draws it, and gives the height that it takes. */
    double draw() {
        boolean bars = chart.kind() != Kind.LINE;
        Scale scale = drawing.scale(bars, 5);
        double left = 2
                + scale.ticks().stream()
                        .mapToDouble(tick -> Svg.width(drawing.tick(tick, scale), size.type))
                        .max()
                        .orElse(0);
        boolean direct = !bars && fitsBeside();
        double right = direct ? labelWidth() + 14 : ChartDrawing.GAP;
        double top = direct || chart.series().size() == 1 ? size.type : drawing.legend(0);
        double plot = size == ChartDrawing.Size.WIDE ? 280 : 230;
        double x0 = left + ChartDrawing.GAP;
        double x1 = size.width - right;
        for (double tick : scale.ticks()) {
            double y = top + plot * (1 - scale.at(tick));
            svg.rule(x0, y, x1, y, tick == 0);
            svg.text(left, y + size.type * 0.35, "end", "chart-tick", drawing.tick(tick, scale));
        }
        double inset = bars ? (x1 - x0) / chart.places().size() / 2 : ChartDrawing.GAP;
        axis(x0 + inset, x1 - inset, top + plot + size.type * 1.45);
        if (bars) {
            verticalBars(scale, top, plot, x0, x1);
        } else {
            lines(scale, top, plot, x0 + inset, x1 - inset, direct);
        }
        return top + plot + size.type * 2;
    }

    /** Where a place lies between two ends. */
    private double at(int place, double x0, double x1) {
        int last = chart.places().size() - 1;
        if (chart.kind() == Kind.LINE && chart.times().isPresent() && last > 0) {
            List<Double> times = chart.times().get();
            return x0 + (x1 - x0) * (times.get(place) - times.get(0)) / (times.get(last) - times.get(0));
        }
        return last == 0 ? (x0 + x1) / 2 : x0 + (x1 - x0) * place / last;
    }

    /** The names of as many places as there is room for, the first and the last among them. */
    private void axis(double x0, double x1, double y) {
        int last = chart.places().size() - 1;
        double widest = chart.places().stream()
                .mapToDouble(place -> Svg.width(place, size.type))
                .max()
                .orElse(0);
        int room = (int) Math.max(1, (x1 - x0) / (widest + 3 * ChartDrawing.GAP));
        int step = Math.max(1, (int) Math.ceil((double) last / Math.max(1, room)));
        for (int nice : new int[] {1, 2, 5, 10, 20, 25, 50}) {
            if (nice >= step) {
                step = nice;
                break;
            }
        }
        double end = at(last, x0, x1);
        double done = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= last; i++) {
            double x = at(i, x0, x1);
            boolean round = chart.times().isPresent() && step > 1
                    ? Math.round(chart.times().get().get(i)) % step == 0
                    : i % step == 0;
            boolean clear = x - done > widest + ChartDrawing.GAP && (i == last || end - x > widest + ChartDrawing.GAP);
            if ((i == 0 || i == last || round) && clear) {
                svg.text(x, y, "middle", "chart-tick", chart.places().get(i));
                done = x;
            }
        }
    }

    private boolean fitsBeside() {
        return chart.series().size() > 1 && chart.series().size() <= 8 && labelWidth() < size.width * 0.36;
    }

    private double labelWidth() {
        return chart.series().stream()
                .mapToDouble(series -> Svg.width(series.name(), size.type) * 1.06)
                .max()
                .orElse(0);
    }

    private void lines(Scale scale, double top, double plot, double x0, double x1, boolean direct) {
        List<EndLabel> labels = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            for (int s = 0; s < chart.series().size(); s++) {
                Series series = chart.series().get(s);
                // What matters most is drawn last, over the others.
                if (drawing.isQuiet(series.name()) == (pass == 1)) {
                    continue;
                }
                int last = line(series, s, scale, top, plot, x0, x1);
                double y = top + plot * (1 - scale.at(series.values().get(last).getAsDouble()));
                labels.add(new EndLabel(series.name(), drawing.tone(s), at(last, x0, x1), y, y));
            }
        }
        if (direct) {
            beside(labels, x1 + 12, top, top + plot);
        } else if (chart.series().size() == 1) {
            single(scale, top, plot, x0, x1);
        }
    }

    /** Draws a line with gaps where values are missing, a dot for a value between two gaps, and gives the place of its last value. */
    private int line(Series series, int index, Scale scale, double top, double plot, double x0, double x1) {
        StringBuilder path = new StringBuilder();
        List<Integer> alone = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < series.values().size(); i++) {
            OptionalDouble value = series.values().get(i);
            if (value.isEmpty()) {
                continue;
            }
            boolean before = i > 0 && series.values().get(i - 1).isPresent();
            boolean after =
                    i + 1 < series.values().size() && series.values().get(i + 1).isPresent();
            if (before || after) {
                path.append(before ? "L" : "M")
                        .append(Svg.n(at(i, x0, x1)))
                        .append(' ')
                        .append(Svg.n(top + plot * (1 - scale.at(value.getAsDouble()))));
            } else {
                alone.add(i);
            }
            last = i;
        }
        boolean quiet = drawing.tone(index).equals("quiet");
        if (path.length() > 0) {
            drawing.stroke(index, quiet ? 1.6 : 2.4, path.toString());
        }
        if (alone.isEmpty() || alone.get(alone.size() - 1) != last) {
            alone.add(last);
        }
        for (int place : alone) {
            double y = top + plot * (1 - scale.at(series.values().get(place).getAsDouble()));
            drawing.mark(index, at(place, x0, x1), y, quiet ? 2.8 : 3.8);
        }
        return last;
    }

    /** The first and last values of a line by itself. */
    private void single(Scale scale, double top, double plot, double x0, double x1) {
        Series series = chart.series().get(0);
        int last = series.values().size() - 1;
        for (int i : new int[] {0, last}) {
            if (series.values().get(i).isPresent()) {
                double y = top + plot * (1 - scale.at(series.values().get(i).getAsDouble()));
                svg.text(
                        at(i, x0, x1),
                        Math.max(size.type, y - 10),
                        i == 0 ? "start" : "end",
                        "chart-fill-" + drawing.tone(0),
                        drawing.value(series.values().get(i).getAsDouble()));
            }
        }
    }

    private void beside(List<EndLabel> labels, double x, double top, double bottom) {
        for (EndLabel label : EndLabel.spread(labels, size.type * 1.2, top, bottom)) {
            if (Math.abs(label.y() - label.wanted()) > 5 || x - label.x() > 24) {
                svg.raw("<path class=\"chart-grid\" fill=\"none\" stroke=\"" + Svg.LINE + "\" stroke-width=\"1\" d=\"M"
                        + Svg.n(label.x() + 6) + " " + Svg.n(label.wanted()) + "L" + Svg.n(x - 3) + " "
                        + Svg.n(label.y())
                        + "\"/>");
            }
            svg.text(x, label.y() + size.type * 0.35, "start", "chart-fill-" + label.tone(), label.name());
        }
    }

    private void verticalBars(Scale scale, double top, double plot, double x0, double x1) {
        int places = chart.places().size();
        int count = chart.kind() == Kind.STACKED_BAR ? 1 : chart.series().size();
        double slot = (x1 - x0) / places;
        double width = Math.max(1, slot * 0.76 / count);
        double zero = top + plot * (1 - scale.at(0));
        for (int i = 0; i < places; i++) {
            double x = x0 + slot * i + (slot - width * count) / 2;
            double stack = 0;
            for (int s = 0; s < chart.series().size(); s++) {
                OptionalDouble value = chart.series().get(s).values().get(i);
                if (value.isEmpty()) {
                    continue;
                }
                double base = chart.kind() == Kind.STACKED_BAR ? stack : 0;
                double y = top + plot * (1 - scale.at(base + value.getAsDouble()));
                double from = top + plot * (1 - scale.at(base));
                double at = chart.kind() == Kind.STACKED_BAR ? x : x + s * width;
                drawing.bar(
                        at,
                        Math.min(y, from),
                        Math.max(1, width - 1),
                        Math.abs(from - y),
                        s,
                        chart.places().get(i));
                stack += value.getAsDouble();
            }
        }
        svg.rule(x0, zero, x1, zero, true);
    }
}
