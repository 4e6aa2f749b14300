package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import colophon.model.Chart;
import colophon.model.Chart.Kind;
import colophon.model.Chart.Series;
import colophon.render.ChartDrawing.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drawings of charts, as frozen, and what all of them keep: room for everything, colours that everyone can tell apart. */
class ChartRendererTest {
    private static final Path FOLDER = Path.of("src/test/resources/charts");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void drawingsAreAsFrozen(Kind kind) throws IOException {
        Path file = SiteFixture.project().resolve(FOLDER).resolve(kind.id() + ".svg");
        String drawn = draw(chart(kind), Size.WIDE) + "\n" + draw(chart(kind), Size.NARROW) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, drawn);
        }
        assertThat(drawn).isEqualTo(Files.readString(file));
    }

    private static Chart chart(Kind kind) {
        boolean names = kind == Kind.BAR || kind == Kind.DOT;
        List<String> places = names
                ? List.of("Vietnam", "South Korea", "A place with a rather long name")
                : kind == Kind.SLOPE ? List.of("1990", "2023") : List.of("1990", "2000", "2010", "2023");
        Optional<List<Double>> times = names
                ? Optional.empty()
                : Optional.of(places.stream().map(Double::valueOf).toList());
        List<Series> series = new ArrayList<>();
        for (int s = 0; s < 3; s++) {
            List<Optional<BigDecimal>> values = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                values.add(
                        s == 1 && i == 1 && kind == Kind.LINE
                                ? Optional.empty()
                                : Optional.of(BigDecimal.valueOf(10 + 7 * s + 3.5 * i)));
            }
            series.add(Series.of("Series " + (s + 1), values));
        }
        return new Chart(kind, places, times, series, Chart.Digits.of(1), List.of());
    }

    private static String draw(Chart chart, Size size) {
        return new ChartRenderer(chart, new Numbers("en")).draw(size, "fig-test", "A chart");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void oddDataAreDrawnWithinThePicture(Kind kind) {
        double[][] values = {{5}, {0, 0}, {3, 3}, {1e12, 2.5e12}, {1e-6, 3e-6}, {100, 100.01}, {-4, 7}, {-4, -9}};
        for (double[] one : values) {
            if (kind == Kind.STACKED_BAR && one[0] < 0 || kind == Kind.SLOPE && one.length != 2) {
                continue;
            }
            List<String> places = one.length == 1 ? List.of("2018") : List.of("2018", "2019");
            List<Optional<BigDecimal>> all = new ArrayList<>();
            for (double value : one) {
                all.add(Optional.of(BigDecimal.valueOf(value)));
            }
            List<Series> series = new ArrayList<>();
            for (int s = 0; s < 9; s++) {
                series.add(Series.of("Series with the name of a number " + s, all));
            }
            for (int count : new int[] {1, 2, 9}) {
                Chart chart = new Chart(
                        kind,
                        places,
                        Optional.of(places.stream().map(Double::valueOf).toList()),
                        series.subList(0, count),
                        Chart.Digits.of(2),
                        List.of());
                for (Size size : Size.values()) {
                    staysInside(draw(chart, size));
                }
            }
        }
    }

    private static void staysInside(String svg) {
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("style=");
        Matcher box = Pattern.compile("viewBox=\"0 0 ([\\d.]+) ([\\d.]+)\"").matcher(svg);
        assertThat(box.find()).isTrue();
        double width = Double.parseDouble(box.group(1));
        double height = Double.parseDouble(box.group(2));
        Matcher text =
                Pattern.compile("<text x=\"(-?[\\d.]+)\" y=\"(-?[\\d.]+)\"").matcher(svg);
        while (text.find()) {
            assertThat(Double.parseDouble(text.group(1))).as(svg).isBetween(0.0, width);
            assertThat(Double.parseDouble(text.group(2))).as(svg).isBetween(0.0, height + 1);
        }
    }

    @Test
    void labelsAtTheEndsOfLinesDoNotOverlap() {
        List<Series> series = new ArrayList<>();
        for (int s = 0; s < 8; s++) {
            series.add(Series.of(
                    "Line " + s,
                    List.of(Optional.of(BigDecimal.valueOf(s)), Optional.of(BigDecimal.valueOf(10 + s * 0.01)))));
        }
        Chart chart = new Chart(
                Kind.LINE,
                List.of("2000", "2020"),
                Optional.of(List.of(2000.0, 2020.0)),
                series,
                Chart.Digits.of(1),
                List.of());
        List<Double> heights = new ArrayList<>();
        Matcher label = Pattern.compile("y=\"([\\d.]+)\" font-weight=\"bold\"[^>]*>Line")
                .matcher(draw(chart, Size.WIDE));
        while (label.find()) {
            heights.add(Double.valueOf(label.group(1)));
        }
        heights.sort(null);
        assertThat(heights).hasSize(8);
        for (int i = 1; i < heights.size(); i++) {
            assertThat(heights.get(i) - heights.get(i - 1)).isGreaterThan(14);
        }
    }

    /** WCAG 2.1, 1.4.11: 3:1 for what is drawn; 1.4.3: 4.5:1 for text. The names of series are written in their colours. */
    @Test
    void coloursCanBeSeenInLightAndDark() throws IOException {
        String css = Files.readString(SiteFixture.project().resolve("site-assets/css/site.css"));
        int dark = css.indexOf("@media (prefers-color-scheme: dark)");
        for (String part : List.of(css.substring(0, dark), css.substring(dark))) {
            Map<String, double[]> colours = colours(part);
            double[] paper = colours.get("paper");
            for (int i = 1; i <= 6; i++) {
                assertThat(contrast(colours.get("chart-" + i), paper))
                        .as("chart-" + i)
                        .isGreaterThan(4.5);
            }
            assertThat(contrast(colours.get("chart-quiet"), paper)).isGreaterThan(3);
            assertThat(contrast(colours.get("quiet"), paper)).isGreaterThan(4.5);
        }
        for (int i = 1; i <= 6; i++) {
            assertThat(rgb(Svg.COLOURS[i - 1]))
                    .as("colours on paper")
                    .isEqualTo(colours(css).get("chart-" + i));
        }
    }

    /** With the kinds of colour-blindness that are most common, neighbours differ in what is left of the colour, or in lightness. */
    @Test
    void coloursDifferForThoseWhoSeeFewer() throws IOException {
        String css = Files.readString(SiteFixture.project().resolve("site-assets/css/site.css"));
        int dark = css.indexOf("@media (prefers-color-scheme: dark)");
        for (String part : List.of(css.substring(0, dark), css.substring(dark))) {
            Map<String, double[]> colours = colours(part);
            for (double[][] eye : List.of(PROTANOPIA, DEUTERANOPIA)) {
                for (int i = 1; i < 5; i++) {
                    double[] one = seen(colours.get("chart-" + i), eye);
                    double[] other = seen(colours.get("chart-" + (i + 1)), eye);
                    assertThat(distance(one, other))
                            .as("chart-" + i + " and the next")
                            .isGreaterThan(0.12);
                }
            }
        }
    }

    /** Viénot, Brettel and Mollon 1999, for linear RGB. */
    private static final double[][] PROTANOPIA = {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}};

    private static final double[][] DEUTERANOPIA = {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}
    };

    private static double[] seen(double[] rgb, double[][] eye) {
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                seen[row] += eye[row][column] * linear(rgb[column]);
            }
            seen[row] = Math.cbrt(Math.max(0, seen[row]));
        }
        return seen;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(sum);
    }

    private static Map<String, double[]> colours(String css) {
        Map<String, double[]> colours = new TreeMap<>();
        Matcher variable = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});").matcher(css);
        while (variable.find()) {
            colours.putIfAbsent(variable.group(1), rgb(variable.group(2)));
        }
        return colours;
    }

    private static double[] rgb(String hex) {
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            rgb[i] = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
        }
        return rgb;
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    }

    private static double contrast(double[] one, double[] other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }
}
