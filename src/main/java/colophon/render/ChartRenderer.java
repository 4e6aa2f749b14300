package colophon.render;

import colophon.model.Chart;
import colophon.model.Chart.Kind;
import colophon.render.ChartDrawing.Size;
import java.util.Locale;

/**
 * Draws a chart as SVG, without a script: series are named where they end where there is room for it, and told apart by more than
 * colour.
 */
final class ChartRenderer {
    private final Chart chart;
    private final Numbers numbers;

    ChartRenderer(Chart chart, Numbers numbers) {
        this.chart = chart;
        this.numbers = numbers;
    }

    /**
     * The drawing.
     *
     * @param id what ids inside the drawing start with
     * @param title what it shows, for those who do not see it
     */
    String draw(Size size, String id, String title) {
        ChartDrawing drawing = new ChartDrawing(chart, size, id, numbers);
        String width = Svg.n(size.width);
        String height = Svg.n(Math.ceil(lay(drawing)));
        return "<svg class=\"chart chart-" + size.name().toLowerCase(Locale.ROOT) + "\" role=\"img\" aria-label=\""
                + Html.escape(title) + "\" viewBox=\"0 0 " + width + " " + height + "\" width=\""
                + width + "\" height=\"" + height
                + "\" font-family=\"'Source Sans 3', sans-serif\" font-size=\""
                + Svg.n(size.type) + "\" xmlns=\"http://www.w3.org/2000/svg\">" + drawing.patterns() + drawing.svg
                + "</svg>";
    }

    private double lay(ChartDrawing drawing) {
        boolean sideways = (chart.kind() == Kind.BAR || chart.kind() == Kind.STACKED_BAR)
                && chart.times().isEmpty();
        if (chart.kind() == Kind.DOT || sideways) {
            return new RowChart(drawing).draw();
        }
        return chart.kind() == Kind.SLOPE ? new SlopeChart(drawing).draw() : new ColumnChart(drawing).draw();
    }
}
