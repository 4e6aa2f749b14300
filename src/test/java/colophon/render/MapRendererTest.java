package colophon.render;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.model.Country;
import colophon.model.MapPolicy;
import colophon.model.MapPolicy.Area;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Maps as they are in {@code maps/*.svg}, and what holds of the map of any country. {@code -Dgolden.update=true} writes those anew. */
class MapRendererTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "maps");
    private static final Pattern STEP = Pattern.compile("([Mlhvz])([^Mlhvz]*)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    @ParameterizedTest
    @ValueSource(strings = {"VN", "SG", "KI", "MM,VN,IN,KR", "US,CA,JP,DE,FR,GB,IT"})
    void isDrawnAsBefore(String codes) throws IOException {
        boolean overview = codes.startsWith("MM");
        String svg = draw(MapPolicy.DEFAULT, List.of(codes.split(",")), overview);
        Path golden = GOLDEN.resolve(codes.toLowerCase(Locale.ROOT).replace(',', '-') + ".svg");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, svg + "\n");
        }
        assertThat(svg + "\n").isEqualTo(Files.readString(golden));
    }

    @Test
    void hasTheIdsOfItsDocument() {
        Map<String, String> names = Map.of("VN", "Vietnam");
        MapRenderer renderer = new MapRenderer(Atlas.world(), MapPolicy.DEFAULT);
        String first = renderer.draw(new MapRenderer.Order(names, Map.of(), "en", "map", "A map", "Text"))
                .svg();
        String second = renderer.draw(new MapRenderer.Order(names, Map.of(), "en", "other", "A map", "Text"))
                .svg();
        assertThat(first).contains("id=\"map-title\"", "url(#map-clip)").doesNotContain("other-", "\uFFFF");
        assertThat(second)
                .contains("id=\"other-title\"", "url(#other-clip)")
                .isEqualTo(first.replace("map-title", "other-title")
                        .replace("map-text", "other-text")
                        .replace("map-clip", "other-clip"));
    }

    @Test
    void hasTheBoundariesOfAllThatHasACode() {
        assertThat(Atlas.world().codes()).containsExactlyInAnyOrderElementsOf(Country.onMaps());
    }

    @Test
    void everyCountryHasAMapWithItselfAndItsNameInThePicture() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String code : Locale.getISOCountries()) {
            String svg = draw(MapPolicy.DEFAULT, List.of(code), false);
            Document map = parse(svg);
            String name = MapPolicy.DEFAULT.name(code, "en").orElseThrow();
            if (svg.contains("NaN") || svg.contains("Infinity") || svg.length() > 40_000) {
                wrong.add(code + ": " + svg.length() + " characters");
            }
            if (texts(map, "map-name").stream().noneMatch(name::equals)
                    && texts(map, "map-inside").stream().noneMatch(name::equals)) {
                wrong.add(code + " is not named");
            }
            if (!isSeen(map)) {
                wrong.add(code + " is not in the picture");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** At least half of the points of the highlighted country are within the picture, and they are many or have a mark. */
    private static boolean isSeen(Document map) {
        Element svg = map.getDocumentElement();
        double width = Double.parseDouble(svg.getAttribute("width")) * 2;
        double height = Double.parseDouble(svg.getAttribute("height")) * 2;
        int inside = 0;
        int all = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Element path : elements(map, "path", "map-subject")) {
            for (double[] point : points(path.getAttribute("d"))) {
                boolean in = point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height;
                inside += in ? 1 : 0;
                all++;
                least = in ? Math.min(least, point[0]) : least;
                most = in ? Math.max(most, point[0]) : most;
            }
        }
        boolean marked = !elements(map, "rect", "map-mark").isEmpty();
        return all > 0 && inside * 2 >= all && (marked || most - least > 12);
    }

    private static List<double[]> points(String path) {
        List<double[]> points = new ArrayList<>();
        double[] at = new double[2];
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            List<Double> numbers = NUMBER.matcher(step.group(2))
                    .results()
                    .map(it -> Double.valueOf(it.group()))
                    .toList();
            switch (step.group(1)) {
                case "M" -> at = new double[] {numbers.get(0), numbers.get(1)};
                case "h" -> at = new double[] {at[0] + numbers.get(0), at[1]};
                case "v" -> at = new double[] {at[0], at[1] + numbers.get(0)};
                case "l" -> {
                    for (int i = 0; i < numbers.size(); i += 2) {
                        at = new double[] {at[0] + numbers.get(i), at[1] + numbers.get(i + 1)};
                        points.add(at);
                    }
                }
                default -> {}
            }
            points.add(at);
        }
        return points;
    }

    @Test
    void namesDoNotOverlap() throws Exception {
        for (String code : List.of("VN", "MM", "NL", "TO", "BA", "GT", "LU", "SG")) {
            Document map = parse(draw(MapPolicy.DEFAULT, List.of(code), false));
            List<double[]> boxes = Stream.of("map-name", "map-inside", "map-other")
                    .flatMap(kind -> elements(map, "text", kind).stream())
                    .filter(text -> !text.getAttribute("class").contains("map-halo"))
                    .flatMap(MapRendererTest::boxes)
                    .toList();
            assertThat(boxes).as(code).hasSizeGreaterThan(1);
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = i + 1; j < boxes.size(); j++) {
                    double[] a = boxes.get(i);
                    double[] b = boxes.get(j);
                    boolean apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
                    assertThat(apart)
                            .as("names " + i + " and " + j + " on the map of " + code)
                            .isTrue();
                }
            }
        }
    }

    private static Stream<double[]> boxes(Element text) {
        double size = Double.parseDouble(text.getAttribute("font-size"));
        NodeList lines = text.getElementsByTagName("tspan");
        return java.util.stream.IntStream.range(0, lines.getLength())
                .mapToObj(i -> (Element) lines.item(i))
                .map(line -> {
                    double half = MapLabels.width(line.getTextContent(), size) / 2;
                    double x = Double.parseDouble(line.getAttribute("x"));
                    double y = Double.parseDouble(line.getAttribute("y"));
                    return new double[] {x - half, y - size * 0.7, x + half, y};
                });
    }

    @Test
    void aPolicyDecidesNamesLinesAndWhatBelongsTogether() throws Exception {
        MapPolicy policy = policy(
                new Area("TW", Optional.of("Formosa"), true, Optional.empty(), Optional.empty()),
                new Area("PH", Optional.empty(), false, Optional.empty(), Optional.empty()),
                new Area("crimea", Optional.empty(), true, Optional.of("UA"), Optional.empty()));
        Document vietnam = parse(draw(policy, List.of("VN"), false));
        assertThat(texts(vietnam, "map-other")).contains("Formosa").doesNotContain("Taiwan", "Philippines");

        String before = draw(MapPolicy.DEFAULT, List.of("UA"), false);
        String after = draw(policy, List.of("UA"), false);
        assertThat(points(subject(after)).size())
                .isGreaterThan(points(subject(before)).size());
        MapRenderer renderer = new MapRenderer(Atlas.world(), policy);
        assertThat(renderer.neighbours("UA")).doesNotContain("crimea").contains("RU", "PL");
        assertThat(new MapRenderer(Atlas.world(), MapPolicy.DEFAULT).neighbours("UA"))
                .contains("crimea");
    }

    @Test
    void aPolicyDecidesWhichLinesAreDashed() {
        MapPolicy solid = policy(new Area("XK", Optional.empty(), true, Optional.empty(), Optional.of(false)));
        assertThat(draw(MapPolicy.DEFAULT, List.of("RS"), false)).contains("map-dispute");
        assertThat(draw(solid, List.of("RS"), false)).doesNotContain("map-dispute");
    }

    private static MapPolicy policy(Area... areas) {
        Map<String, Area> all = new HashMap<>();
        for (Area area : areas) {
            all.put(area.code(), area);
        }
        return new MapPolicy(Optional.empty(), all, Optional.empty(), Optional.empty());
    }

    private static String subject(String svg) throws Exception {
        return elements(parse(svg), "path", "map-subject").get(0).getAttribute("d");
    }

    @Test
    void coloursCanBeToldApartInLightAndDark() throws IOException {
        String css = Files.readString(Path.of("site-assets", "css", "site.css"));
        Map<String, String> light = colours(css, 0);
        Map<String, String> dark = colours(css, css.indexOf("prefers-color-scheme: dark"));
        assertThat(light.values()).contains(MapRenderer.SEA, MapRenderer.LAND, MapRenderer.SUBJECT, MapRenderer.NAME);
        assertThat(light).containsEntry("on-subject", MapRenderer.ON_SUBJECT).containsEntry("coast", MapRenderer.COAST);
        assertThat(light).containsEntry("other", MapRenderer.OTHER_NAME).containsEntry("border", MapRenderer.BORDER);
        for (Map<String, String> theme : List.of(light, dark)) {
            for (String ground : List.of("land", "sea")) {
                assertThat(contrast(theme, "subject", ground)).isGreaterThanOrEqualTo(4.5);
                assertThat(contrast(theme, "name", ground)).isGreaterThanOrEqualTo(7);
                assertThat(contrast(theme, "other", ground)).isGreaterThanOrEqualTo(4.5);
            }
            assertThat(contrast(theme, "on-subject", "subject")).isGreaterThanOrEqualTo(7);
        }
    }

    private static Map<String, String> colours(String css, int from) {
        Map<String, String> colours = new HashMap<>();
        Matcher token = Pattern.compile("--map-([a-z-]+): (#[0-9a-f]{6});").matcher(css);
        for (int at = from; token.find(at); at = token.end()) {
            colours.putIfAbsent(token.group(1), token.group(2));
        }
        return colours;
    }

    /** WCAG 2.2. */
    private static double contrast(Map<String, String> theme, String one, String other) {
        double a = luminance(theme.get(one)) + 0.05;
        double b = luminance(theme.get(other)) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static String draw(MapPolicy policy, List<String> codes, boolean linked) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> links = new LinkedHashMap<>();
        for (String code : codes) {
            names.put(code, policy.name(code, "en").orElse(code));
            if (linked) {
                links.put(code, code.toLowerCase(Locale.ROOT) + "/index.html");
            }
        }
        return new MapRenderer(Atlas.world(), policy)
                .draw(new MapRenderer.Order(names, links, "en", "map", "A map", "What is to be seen."))
                .svg();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document map, String name, String kind) {
        NodeList nodes = map.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element element = (Element) nodes.item(i);
            if (List.of(element.getAttribute("class").split(" ")).contains(kind)) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<String> texts(Document map, String kind) {
        return elements(map, "text", kind).stream().map(Element::getTextContent).toList();
    }
}
