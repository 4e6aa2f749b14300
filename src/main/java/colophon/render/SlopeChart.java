package colophon.render;

import colophon.model.Chart;
import colophon.model.Chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Draws what changed from one time to another. */
final class SlopeChart {
    private final ChartDrawing drawing;
    private final Chart chart;
    private final ChartDrawing.Size size;
    private final Svg svg;

    SlopeChart(ChartDrawing drawing) {
        this.drawing = drawing;
        this.chart = drawing.chart;
        this.size = drawing.size;
        this.svg = drawing.svg;
    }

    /** Draws it, and gives the height that it takes. */
    double draw() {
        Scale scale = drawing.scale(false, 5);
        double names = size == ChartDrawing.Size.WIDE ? 210 : 128;
        double top = size.type * 2.2;
        double plot = Math.max(
                size == ChartDrawing.Size.WIDE ? 280 : 260, chart.series().size() * size.type * 1.6);
        double x0 = size == ChartDrawing.Size.WIDE ? 110 : 56;
        double x1 = size.width - names;
        for (int end = 0; end < 2; end++) {
            double x = end == 0 ? x0 : x1;
            svg.rule(x, top - 4, x, top + plot, false);
            svg.text(x, size.type, "middle", "chart-label", chart.places().get(end));
        }
        List<EndLabel> lefts = new ArrayList<>();
        List<EndLabel> rights = new ArrayList<>();
        for (int s = 0; s < chart.series().size(); s++) {
            Series series = chart.series().get(s);
            OptionalDouble from = series.values().get(0);
            OptionalDouble to = series.values().get(1);
            String tone = drawing.tone(s);
            if (from.isPresent() && to.isPresent()) {
                String y0 = Svg.n(top + plot * (1 - scale.at(from.getAsDouble())));
                String y1 = Svg.n(top + plot * (1 - scale.at(to.getAsDouble())));
                drawing.stroke(s, 2.2, "M" + Svg.n(x0) + " " + y0 + "L" + Svg.n(x1) + " " + y1);
            }
            if (from.isPresent()) {
                double y = top + plot * (1 - scale.at(from.getAsDouble()));
                drawing.mark(s, x0, y, 3.8);
                String value = drawing.value(from.getAsDouble());
                lefts.add(new EndLabel(to.isPresent() ? value : series.name() + "  " + value, tone, x0, y, y));
            }
            if (to.isPresent()) {
                double y = top + plot * (1 - scale.at(to.getAsDouble()));
                drawing.mark(s, x1, y, 3.8);
                rights.add(new EndLabel(drawing.value(to.getAsDouble()) + "  " + series.name(), tone, x1, y, y));
            }
        }
        for (EndLabel label : EndLabel.spread(lefts, size.type * 1.2, top, top + plot)) {
            svg.text(x0 - 10, label.y() + size.type * 0.35, "end", "chart-fill-" + label.tone(), label.name());
        }
        for (EndLabel label : EndLabel.spread(rights, size.type * 1.2, top, top + plot)) {
            svg.text(x1 + 10, label.y() + size.type * 0.35, "start", "chart-fill-" + label.tone(), label.name());
        }
        return top + plot + size.type;
    }
}
