package colophon.render;

import colophon.model.Chart;
import colophon.model.Chart.Kind;
import colophon.model.Chart.Series;
import java.math.BigDecimal;

/** A chart being drawn: the picture so far, and what all kinds of chart draw alike. */
final class ChartDrawing {
    /** Sizes of a drawing: type is printed at 1:1, so a phone gets a drawing of its own. */
    enum Size {
        WIDE(640, 14),
        NARROW(350, 13);

        final double width;
        /** Size of type. */
        final double type;

        Size(double width, double type) {
            this.width = width;
            this.type = type;
        }
    }

    static final double GAP = 8;
    private static final String[] DASHES = {"", "7 4", "2 4", "10 4 2 4", "5 3", "12 5"};

    final Chart chart;
    final Size size;
    final Svg svg = new Svg();
    private final String id;
    private final Numbers numbers;

    ChartDrawing(Chart chart, Size size, String id, Numbers numbers) {
        this.chart = chart;
        this.size = size;
        this.id = id;
        this.numbers = numbers;
    }

    /** A number on a scale. */
    String tick(double value, Scale scale) {
        return numbers.text(value, scale.decimals());
    }

    /** A number of the data. */
    String value(double value) {
        BigDecimal exact =
                new BigDecimal(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
        return numbers.text(exact, chart.digits().drawn());
    }

    boolean isQuiet(String name) {
        return !chart.highlighted().isEmpty() && !chart.highlighted().contains(name);
    }

    /** The number of a series' colour; "quiet" behind those that matter more. */
    String tone(int series) {
        String name = chart.series().get(series).name();
        if (isQuiet(name)) {
            return "quiet";
        }
        int rank = chart.highlighted().isEmpty()
                ? series
                : Math.max(0, chart.highlighted().indexOf(name));
        return Integer.toString(rank % Svg.COLOURS.length + 1);
    }

    private static String colour(String tone) {
        return tone.equals("quiet") ? Svg.QUIET : Svg.COLOURS[Integer.parseInt(tone) - 1];
    }

    Scale scale(boolean zero, int most) {
        double[] range = chart.range();
        double greatest = chart.kind() == Kind.STACKED_BAR ? highestStack() : range[1];
        return Scale.of(range[0], greatest, zero, most);
    }

    private double highestStack() {
        double highest = 0;
        for (int i = 0; i < chart.places().size(); i++) {
            double stack = 0;
            for (Series series : chart.series()) {
                stack += series.values().get(i).orElse(0);
            }
            highest = Math.max(highest, stack);
        }
        return highest;
    }

    /** Draws one bar of a series, or of a place where there is one series, with a pattern besides its colour. */
    void bar(double x, double y, double width, double height, int series, String place) {
        boolean quiet = chart.series().size() == 1
                ? isQuiet(place) && isQuiet(chart.series().get(0).name())
                : isQuiet(chart.series().get(series).name());
        String tone = quiet ? "quiet" : chart.series().size() == 1 ? "1" : tone(series);
        String pattern = quiet || series == 0 ? "" : id + "-pattern-" + series % 5;
        svg.bar(x, y, width, height, "chart-fill-" + tone, colour(tone), pattern);
    }

    /** Draws the line of a series, quieter and plainer when it is only there to compare with. */
    void stroke(int series, double width, String path) {
        String tone = tone(series);
        String dash = tone.equals("quiet") || series == 0 ? "" : DASHES[series % DASHES.length];
        svg.raw("<path class=\"chart-stroke-" + tone + "\" fill=\"none\" stroke=\"" + colour(tone)
                + "\" stroke-width=\"" + Svg.n(width) + "\" stroke-linejoin=\"round\" stroke-linecap=\"round\""
                + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"") + " d=\"" + path + "\"/>");
    }

    /** Draws the mark of a series, each in a shape of its own. */
    void mark(int series, double x, double y, double radius) {
        String tone = tone(series);
        svg.mark(x, y, series, radius, "chart-fill-" + tone, colour(tone));
    }

    String patterns() {
        boolean bars = chart.kind() == Kind.BAR || chart.kind() == Kind.STACKED_BAR;
        if (!bars || chart.series().size() < 2) {
            return "";
        }
        String[] marks = {
            "<path d=\"M0 8h8M0 0h8\" stroke=\"#fff\" stroke-width=\"1.6\" stroke-opacity=\".55\"/>",
            "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\" stroke=\"#fff\" stroke-width=\"1.4\" stroke-opacity=\".6\"/>",
            "<circle cx=\"4\" cy=\"4\" r=\"1.5\" fill=\"#fff\" fill-opacity=\".65\"/>",
            "<path d=\"M2 0v8M6 0v8\" stroke=\"#fff\" stroke-width=\"1.2\" stroke-opacity=\".5\"/>",
            "<path d=\"M0 0l8 8M0 8l8-8\" stroke=\"#fff\" stroke-width=\"1\" stroke-opacity=\".5\"/>"
        };
        StringBuilder defs = new StringBuilder("<defs>");
        for (int s = 1; s < Math.min(6, chart.series().size()); s++) {
            defs.append("<pattern id=\"")
                    .append(Html.escape(id))
                    .append("-pattern-")
                    .append(s % 5)
                    .append("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">")
                    .append(marks[s % 5])
                    .append("</pattern>");
        }
        return defs.append("</defs>").toString();
    }

    /** Draws the names of the series with their marks, in as many lines as it takes, and gives the height that they took. */
    double legend(double top) {
        double x = 0;
        double y = top + size.type;
        for (int s = 0; s < chart.series().size(); s++) {
            String name = chart.series().get(s).name();
            double width = 24 + Svg.width(name, size.type) * 1.06 + 18;
            if (x > 0 && x + width > size.width) {
                x = 0;
                y += size.type * 1.6;
            }
            key(s, x, y - size.type * 0.35);
            svg.text(x + 24, y, "start", "chart-label", name);
            x += width;
        }
        return y + size.type * 1.1;
    }

    private void key(int series, double x, double middle) {
        String tone = tone(series);
        boolean bars = chart.kind() == Kind.BAR || chart.kind() == Kind.STACKED_BAR;
        if (bars) {
            String pattern = tone.equals("quiet") || series == 0 ? "" : id + "-pattern-" + series % 5;
            svg.bar(x, middle - 6, 18, 12, "chart-fill-" + tone, colour(tone), pattern);
            return;
        }
        if (chart.kind() == Kind.LINE) {
            stroke(series, 2.4, "M" + Svg.n(x) + " " + Svg.n(middle) + "h18");
        }
        mark(series, x + 9, middle, 4);
    }
}
