package colophon.render;

import colophon.model.Chart;
import colophon.model.Chart.Kind;
import colophon.model.Chart.Series;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Draws a chart as SVG, without a script: series are named where they end where there is room for it, and told apart by more than
 * colour. One instance draws one picture.
 */
final class ChartRenderer {
    /** Sizes of a drawing: type is printed at 1:1, so a phone gets a drawing of its own. */
    enum Size {
        WIDE(640, 14),
        NARROW(350, 13);

        private final double width;
        private final double type;

        Size(double width, double type) {
            this.width = width;
            this.type = type;
        }
    }

    private static final double GAP = 8;
    private static final double ROW = 26;

    private final Chart chart;
    private final Size size;
    private final String id;
    private final DecimalFormatSymbols symbols;
    private final Svg svg = new Svg();
    private double height;

    /**
     * @param id what ids inside the drawing start with
     * @param language of the numbers
     */
    ChartRenderer(Chart chart, Size size, String id, String language) {
        this.chart = chart;
        this.size = size;
        this.id = id;
        this.symbols = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language));
    }

    /**
     * The drawing.
     *
     * @param title what it shows, for those who do not see it
     */
    String draw(String title) {
        boolean sideways = (chart.kind() == Kind.BAR || chart.kind() == Kind.STACKED_BAR)
                && chart.times().isEmpty();
        if (chart.kind() == Kind.DOT || sideways) {
            rows();
        } else if (chart.kind() == Kind.SLOPE) {
            slope();
        } else {
            columns();
        }
        height = Math.ceil(height);
        return "<svg class=\"chart chart-" + size.name().toLowerCase(Locale.ROOT) + "\" role=\"img\" aria-label=\""
                + Html.escape(title) + "\" viewBox=\"0 0 " + Svg.n(size.width) + " " + Svg.n(height) + "\" width=\""
                + Svg.n(size.width) + "\" height=\"" + Svg.n(height)
                + "\" font-family=\"'Source Sans 3', sans-serif\" font-size=\""
                + Svg.n(size.type) + "\" xmlns=\"http://www.w3.org/2000/svg\">" + patterns() + svg + "</svg>";
    }

    private String number(double value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0" + (decimals > 0 ? "." + "0".repeat(decimals) : ""), symbols);
        String text = format.format(value);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    private String value(double value) {
        return number(value, chart.decimals());
    }

    private boolean isQuiet(String name) {
        return !chart.highlighted().isEmpty() && !chart.highlighted().contains(name);
    }

    /** The number of a series' colour; "quiet" behind those that matter more. */
    private String tone(int series) {
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

    // ---- Lines and columns over time or categories

    private void columns() {
        boolean bars = chart.kind() != Kind.LINE;
        Scale scale = scale(bars, 5);
        double left = 2
                + scale.ticks().stream()
                        .mapToDouble(tick -> Svg.width(number(tick, scale.decimals()), size.type))
                        .max()
                        .orElse(0);
        boolean direct = !bars && fitsBeside();
        double right = direct ? labelWidth() + 14 : GAP;
        double top = direct || chart.series().size() == 1 ? size.type : legend(0);
        double plot = size == Size.WIDE ? 280 : 230;
        height = top + plot + size.type * 2;
        double x0 = left + GAP;
        double x1 = size.width - right;
        for (double tick : scale.ticks()) {
            double y = top + plot * (1 - scale.at(tick));
            svg.rule(x0, y, x1, y, tick == 0);
            svg.text(left, y + size.type * 0.35, "end", "chart-tick", number(tick, scale.decimals()));
        }
        double inset = bars ? (x1 - x0) / chart.places().size() / 2 : GAP;
        axis(x0 + inset, x1 - inset, top + plot + size.type * 1.45);
        if (bars) {
            verticalBars(scale, top, plot, x0, x1);
        } else {
            lines(scale, top, plot, x0 + inset, x1 - inset, direct);
        }
    }

    private Scale scale(boolean zero, int most) {
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
        int room = (int) Math.max(1, (x1 - x0) / (widest + 3 * GAP));
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
            boolean clear = x - done > widest + GAP && (i == last || end - x > widest + GAP);
            if ((i == 0 || i == last || round) && clear) {
                boolean ends = chart.kind() == Kind.LINE && last > 0;
                svg.text(
                        x,
                        y,
                        ends && i == last ? "middle" : "middle",
                        "chart-tick",
                        chart.places().get(i));
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
        List<Label> labels = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            for (int s = 0; s < chart.series().size(); s++) {
                Series series = chart.series().get(s);
                // What matters most is drawn last, over the others.
                if (isQuiet(series.name()) == (pass == 1)) {
                    continue;
                }
                int last = line(series, s, scale, top, plot, x0, x1);
                double y = top + plot * (1 - scale.at(series.values().get(last).getAsDouble()));
                labels.add(new Label(series.name(), tone(s), at(last, x0, x1), y, y));
            }
        }
        if (direct) {
            beside(labels, x1 + 12, top, top + plot);
        } else if (chart.series().size() == 1) {
            single(scale, top, plot, x0, x1);
        }
    }

    /** Draws a line with gaps where values are missing, and gives the place of its last value. */
    private int line(Series series, int index, Scale scale, double top, double plot, double x0, double x1) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        int last = 0;
        int first = -1;
        for (int i = 0; i < series.values().size(); i++) {
            OptionalDouble value = series.values().get(i);
            if (value.isPresent()) {
                path.append(pen ? "L" : "M")
                        .append(Svg.n(at(i, x0, x1)))
                        .append(' ')
                        .append(Svg.n(top + plot * (1 - scale.at(value.getAsDouble()))));
                last = i;
                first = first < 0 ? i : first;
            }
            pen = value.isPresent();
        }
        String tone = tone(index);
        String dash = tone.equals("quiet") || index == 0 ? "" : DASHES[index % DASHES.length];
        svg.raw("<path class=\"chart-stroke-" + tone + "\" fill=\"none\" stroke=\"" + colour(tone)
                + "\" stroke-width=\""
                + (tone.equals("quiet") ? "1.6" : "2.4") + "\" stroke-linejoin=\"round\" stroke-linecap=\"round\""
                + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"") + " d=\"" + path + "\"/>");
        svg.mark(
                at(last, x0, x1),
                top + plot * (1 - scale.at(series.values().get(last).getAsDouble())),
                index,
                tone.equals("quiet") ? 2.8 : 3.8,
                "chart-fill-" + tone,
                colour(tone));
        return last;
    }

    private static final String[] DASHES = {"", "7 4", "2 4", "10 4 2 4", "5 3", "12 5"};

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
                        "chart-fill-" + tone(0),
                        value(series.values().get(i).getAsDouble()));
            }
        }
    }

    /** A name at the end of a line: {@code y} is where it is written, {@code wanted} where it belongs. */
    private record Label(String name, String tone, double x, double wanted, double y) {
        Label at(double other) {
            return new Label(name, tone, x, wanted, other);
        }
    }

    private void beside(List<Label> labels, double x, double top, double bottom) {
        for (Label label : spread(labels, top, bottom)) {
            if (Math.abs(label.y() - label.wanted()) > 5 || x - label.x() > 24) {
                svg.raw("<path class=\"chart-grid\" fill=\"none\" stroke=\"" + Svg.LINE + "\" stroke-width=\"1\" d=\"M"
                        + Svg.n(label.x() + 6) + " " + Svg.n(label.wanted()) + "L" + Svg.n(x - 3) + " "
                        + Svg.n(label.y())
                        + "\"/>");
            }
            svg.text(x, label.y() + size.type * 0.35, "start", "chart-fill-" + label.tone(), label.name());
        }
    }

    /** Pushes labels apart that would overlap, as little as can be, and keeps them between two ends. */
    private List<Label> spread(List<Label> labels, double top, double bottom) {
        double need = size.type * 1.2;
        List<Label> sorted = new ArrayList<>(labels);
        sorted.sort(Comparator.comparingDouble(Label::wanted).thenComparing(Label::name));
        for (int round = 0; round < 60; round++) {
            boolean moved = false;
            for (int i = 1; i < sorted.size(); i++) {
                double overlap = need - (sorted.get(i).y() - sorted.get(i - 1).y());
                if (overlap > 0.01) {
                    sorted.set(i - 1, sorted.get(i - 1).at(sorted.get(i - 1).y() - overlap / 2));
                    sorted.set(i, sorted.get(i).at(sorted.get(i).y() + overlap / 2));
                    moved = true;
                }
            }
            int last = sorted.size() - 1;
            double over = Math.max(0, sorted.get(last).y() - bottom);
            double under = Math.max(0, top - sorted.get(0).y());
            sorted.set(last, sorted.get(last).at(sorted.get(last).y() - over));
            sorted.set(0, sorted.get(0).at(sorted.get(0).y() + under));
            if (!moved && over + under < 0.01) {
                break;
            }
        }
        return sorted;
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
                bar(
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

    private void bar(double x, double y, double width, double height, int series, String place) {
        boolean quiet = chart.series().size() == 1
                ? isQuiet(place) && isQuiet(chart.series().get(0).name())
                : isQuiet(chart.series().get(series).name());
        String tone = quiet ? "quiet" : chart.series().size() == 1 ? "1" : tone(series);
        String pattern = quiet || series == 0 ? "" : id + "-pattern-" + series % 5;
        svg.bar(x, y, width, height, "chart-fill-" + tone, colour(tone), pattern);
    }

    private String patterns() {
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

    // ---- Bars and dots beside the names of categories

    private void rows() {
        boolean bars = chart.kind() != Kind.DOT;
        int count = chart.kind() == Kind.BAR ? chart.series().size() : 1;
        Scale scale = scale(bars, size == Size.WIDE ? 6 : 4);
        boolean above = size == Size.NARROW
                || chart.places().stream().anyMatch(place -> Svg.width(place, size.type) > size.width * 0.36);
        double left = above
                ? 0
                : chart.places().stream()
                                .mapToDouble(place -> Svg.width(place, size.type) * 1.08)
                                .max()
                                .orElse(0)
                        + 14;
        boolean values = chart.kind() == Kind.BAR;
        double right = values ? Svg.width(value(chart.range()[1]), size.type) + 10 : 10;
        double top = (chart.series().size() > 1 ? legend(0) : 0) + (values ? 0 : size.type * 1.4);
        double bar = chart.kind() == Kind.BAR ? Math.max(10, 18 - 2 * count) : 16;
        double row = Math.max(ROW, bar * count + 10) + (above ? size.type * 1.3 : 0);
        double x0 = left;
        double x1 = size.width - right;
        height = top + row * chart.places().size() + 4;
        if (!values) {
            for (double tick : scale.ticks()) {
                double x = x0 + (x1 - x0) * scale.at(tick);
                svg.rule(x, top, x, height - 2, tick == 0);
                svg.text(x, top - size.type * 0.5, "middle", "chart-tick", number(tick, scale.decimals()));
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
            bar(
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
                        value(value.getAsDouble()));
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
                String tone = tone(s);
                svg.mark(
                        x0 + (x1 - x0) * scale.at(value.getAsDouble()),
                        middle,
                        s,
                        5,
                        "chart-fill-" + tone,
                        colour(tone));
            }
        }
    }

    // ---- From one time to another

    private void slope() {
        Scale scale = scale(false, 5);
        double names = size == Size.WIDE ? 210 : 128;
        double top = size.type * 2.2;
        double plot = Math.max(size == Size.WIDE ? 280 : 260, chart.series().size() * size.type * 1.6);
        height = top + plot + size.type;
        double x0 = size == Size.WIDE ? 110 : 56;
        double x1 = size.width - names;
        for (int end = 0; end < 2; end++) {
            double x = end == 0 ? x0 : x1;
            svg.rule(x, top - 4, x, top + plot, false);
            svg.text(x, size.type, "middle", "chart-label", chart.places().get(end));
        }
        List<Label> lefts = new ArrayList<>();
        List<Label> rights = new ArrayList<>();
        for (int s = 0; s < chart.series().size(); s++) {
            Series series = chart.series().get(s);
            if (series.values().get(0).isEmpty() || series.values().get(1).isEmpty()) {
                continue;
            }
            double from = series.values().get(0).getAsDouble();
            double to = series.values().get(1).getAsDouble();
            double y0 = top + plot * (1 - scale.at(from));
            double y1 = top + plot * (1 - scale.at(to));
            String tone = tone(s);
            String dash = s == 0 || tone.equals("quiet") ? "" : DASHES[s % DASHES.length];
            svg.raw("<path class=\"chart-stroke-" + tone + "\" fill=\"none\" stroke=\"" + colour(tone)
                    + "\" stroke-width=\"2.2\"" + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"")
                    + " d=\"M"
                    + Svg.n(x0) + " " + Svg.n(y0) + "L" + Svg.n(x1) + " " + Svg.n(y1) + "\"/>");
            svg.mark(x0, y0, s, 3.8, "chart-fill-" + tone, colour(tone));
            svg.mark(x1, y1, s, 3.8, "chart-fill-" + tone, colour(tone));
            lefts.add(new Label(value(from), tone, x0, y0, y0));
            rights.add(new Label(value(to) + "  " + series.name(), tone, x1, y1, y1));
        }
        for (Label label : spread(lefts, top, top + plot)) {
            svg.text(x0 - 10, label.y() + size.type * 0.35, "end", "chart-fill-" + label.tone(), label.name());
        }
        for (Label label : spread(rights, top, top + plot)) {
            svg.text(x1 + 10, label.y() + size.type * 0.35, "start", "chart-fill-" + label.tone(), label.name());
        }
    }

    // ---- Where names do not fit beside what they name

    /** Draws the names of the series with their marks, in as many lines as it takes, and gives the height that they took. */
    private double legend(double top) {
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
            String dash = series == 0 || tone.equals("quiet") ? "" : DASHES[series % DASHES.length];
            svg.raw("<path class=\"chart-stroke-" + tone + "\" fill=\"none\" stroke=\"" + colour(tone)
                    + "\" stroke-width=\"2.4\"" + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"")
                    + " d=\"M"
                    + Svg.n(x) + " " + Svg.n(middle) + "h18\"/>");
        }
        svg.mark(x + 9, middle, series, 4, "chart-fill-" + tone, colour(tone));
    }
}
