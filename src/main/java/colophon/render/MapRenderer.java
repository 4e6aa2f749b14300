package colophon.render;

import colophon.model.Lazy;
import colophon.model.MapPolicy;
import colophon.render.Atlas.Area;
import colophon.render.MapLabels.Box;
import colophon.render.MapLabels.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Draws maps as SVG. Colours are written as attributes, for print; the style sheet replaces them on the web, where it knows
 * whether it is dark.
 */
final class MapRenderer {
    /** Coordinates of lines are whole numbers of halves of a unit. */
    private static final int FINE = 2;
    /** A country of so few square units is a dot. */
    private static final double DOT = 6;

    private static final double GLOBE = 31;
    /** Where the picture is this large a part of the globe, the globe tells nothing more. */
    private static final double GLOBE_REACH = Math.toRadians(33);

    static final String SEA = "#dde7ed";
    static final String LAND = "#f8f6f0";
    static final String COAST = "#8799a6";
    static final String BORDER = "#b3ab9b";
    static final String SUBJECT = "#1f3a5f";
    static final String ON_SUBJECT = "#fbfaf7";
    static final String NAME = "#1c1b18";
    static final String OTHER_NAME = "#55534c";

    /** The size of a picture and of the letters on it, so that they can be read on a telephone. */
    enum Form {
        /** Beside a text: one country with its neighbours. */
        LOCATOR(420, 320, 18, 12.5, 8, 130),
        /** As wide as a text: a region. */
        REGION(640, 430, 25, 20, 9, 60),
        /** As wide as a text: all of the world. */
        WORLD(640, 330, 19, 0, 0, 12);

        private final int width;
        private final int height;
        private final double size;
        private final double otherSize;
        private final int others;
        private final double tiny;

        /**
         * @param others the most names of countries around
         * @param tiny a country of fewer square units gets a mark
         */
        Form(int width, int height, double size, double otherSize, int others, double tiny) {
            this.width = width;
            this.height = height;
            this.size = size;
            this.otherSize = otherSize;
            this.others = others;
            this.tiny = tiny;
        }
    }

    /**
     * A map.
     *
     * @param names the countries to highlight with the names they have on the map
     * @param links where they lead, if anywhere
     * @param id what ids within the picture start with; unique in the document
     */
    record Order(
            Map<String, String> names,
            Map<String, String> links,
            String language,
            String id,
            String title,
            String text) {
        Order with(String otherId) {
            return new Order(names, links, language, otherId, title, text);
        }
    }

    /** Who borders whom. */
    private record Neighbours(Map<String, SortedSet<String>> all) {}

    /** @param disputed whether there are dashed lines in it */
    record Drawn(String svg, boolean disputed) {}

    /** Stands for an id in what is kept. No text has it. */
    private static final String ANY_ID = "\uFFFF";

    private final Atlas atlas;
    private final MapPolicy policy;
    private final Lazy<Map<String, SortedSet<String>>> neighbours;

    MapRenderer(Atlas atlas, MapPolicy policy) {
        this.atlas = atlas;
        this.policy = policy;
        this.neighbours = new Lazy<>(() -> atlas.known(policy.toString(), Neighbours.class, this::findNeighbours)
                .all());
    }

    /** The report and the edition of a case study have the same map by other ids: it is drawn once. */
    Drawn draw(Order order) {
        Order anywhere = order.with(ANY_ID);
        Drawn drawn = atlas.known(anywhere + "\n" + policy, Drawn.class, () -> drawn(anywhere));
        return new Drawn(drawn.svg().replace(ANY_ID, order.id()), drawn.disputed());
    }

    private Drawn drawn(Order order) {
        List<Area> areas = order.names().keySet().stream().map(atlas::area).toList();
        boolean one = areas.size() == 1 && order.links().isEmpty();
        MapFrame frame = frame(areas, one ? Form.LOCATOR : Form.REGION);
        Form form = frame.world() ? Form.WORLD : one ? Form.LOCATOR : Form.REGION;
        Picture picture = new Picture(order, frame, form);
        return new Drawn(picture.draw(), picture.disputed());
    }

    private MapFrame frame(List<Area> areas, Form form) {
        MapFrame frame = MapFrame.around(areas, atlas, form.width, form.height);
        return frame.world() ? MapFrame.around(areas, atlas, Form.WORLD.width, Form.WORLD.height) : frame;
    }

    private final class Picture {
        private final Order order;
        private final MapFrame frame;
        private final Form form;
        private final MapLines lines;
        private final SortedMap<String, List<double[]>> lands;
        private final List<double[]> disputes;
        private final MapLabels labels;
        private final StringBuilder svg = new StringBuilder(16_384);
        private final List<Label> names = new ArrayList<>();
        private final Map<String, Box> marks = new LinkedHashMap<>();
        private Optional<Box> globe = Optional.empty();

        Picture(Order order, MapFrame frame, Form form) {
            this.order = order;
            this.frame = frame;
            this.form = form;
            this.lines = new MapLines(atlas, frame, policy);
            this.lands = lines.lands(order.names().keySet());
            this.disputes = lines.borders(true);
            this.labels = new MapLabels(lands, frame.width(), frame.height());
        }

        boolean disputed() {
            // In a map of the world nobody sees the dashes.
            return !frame.world() && !disputes.isEmpty();
        }

        String draw() {
            order.names().keySet().forEach(this::mark);
            if (frame.reach() < GLOBE_REACH) {
                globe = corner();
                globe.ifPresent(labels::take);
            }
            order.names().forEach(this::name);
            List<Label> others = others();
            boolean linked = !order.links().isEmpty();
            svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map map-")
                    .append(form.name().toLowerCase(java.util.Locale.ROOT))
                    .append("\" width=\"")
                    .append(frame.width())
                    .append("\" height=\"")
                    .append(frame.height())
                    .append("\" viewBox=\"0 0 ")
                    .append(frame.width())
                    .append(' ')
                    .append(frame.height())
                    // Within an image there are no links to the ear, only a text.
                    .append(linked ? "\" role=\"group\"" : "\" role=\"img\"")
                    .append(" aria-labelledby=\"")
                    .append(order.id())
                    .append("-title\" aria-describedby=\"")
                    .append(order.id())
                    .append("-text\" font-family=\"'Source Sans 3', sans-serif\" text-anchor=\"middle\">\n");
            element("title", "title", order.title());
            element("desc", "text", order.text());
            svg.append("<clipPath id=\"")
                    .append(order.id())
                    .append("-clip\"><path d=\"M0 0H")
                    .append(frame.width())
                    .append('V')
                    .append(frame.height())
                    .append("H0Z\"/></clipPath>\n<g clip-path=\"url(#")
                    .append(order.id())
                    .append("-clip)\">\n<path class=\"map-sea\" fill=\"" + SEA + "\" d=\"M0 0H")
                    .append(frame.width())
                    .append('V')
                    .append(frame.height())
                    .append("H0Z\"/>\n<g transform=\"scale(.5)\" fill=\"none\" stroke-linejoin=\"round\">\n");
            lands();
            svg.append("</g>\n");
            others.forEach(label -> text(label, "map-other", OTHER_NAME, false));
            order.names().keySet().forEach(this::drawMark);
            names.forEach(this::linked);
            globe.ifPresent(this::globe);
            return svg.append("</g>\n</svg>").toString();
        }

        private void element(String name, String id, String text) {
            svg.append('<')
                    .append(name)
                    .append(" id=\"")
                    .append(order.id())
                    .append('-')
                    .append(id);
            svg.append("\">")
                    .append(Html.escape(text))
                    .append("</")
                    .append(name)
                    .append(">\n");
        }

        private void lands() {
            path(
                    "map-land",
                    "fill=\"" + LAND + "\" fill-rule=\"evenodd\"",
                    lands.entrySet().stream()
                            .filter(land -> !order.names().containsKey(land.getKey()))
                            .flatMap(land -> land.getValue().stream()),
                    true);
            for (String code : order.names().keySet()) {
                Stream<double[]> rings = lands.getOrDefault(code, List.of()).stream();
                String paint = "fill=\"" + SUBJECT + "\" fill-rule=\"evenodd\" stroke=\"" + SUBJECT
                        + "\" stroke-width=\"1.5\"";
                open(code);
                path("map-subject", paint, rings, true);
                close(code);
            }
            path("map-coast", "stroke=\"" + COAST + "\" stroke-width=\"1.2\"", lines.coasts().stream(), false);
            path("map-border", "stroke=\"" + BORDER + "\" stroke-width=\"1.5\"", lines.borders(false).stream(), false);
            path(
                    "map-dispute",
                    "stroke=\"" + BORDER + "\" stroke-width=\"1.8\" stroke-dasharray=\"5 4\"",
                    disputes.stream(),
                    false);
        }

        private void open(String code) {
            // Tools that walk through the links of a page expect those of HTML; these repeat the list below the map.
            String href = order.links().get(code);
            if (href != null) {
                svg.append("<a xlink:href=\"")
                        .append(Html.escape(href))
                        .append("\" aria-hidden=\"true\" tabindex=\"-1\">");
            }
        }

        private void close(String code) {
            if (order.links().containsKey(code)) {
                svg.append("</a>\n");
            }
        }

        /** A country that is too small to be seen gets a ring around it, scattered islands a frame. */
        private void mark(String code) {
            List<double[]> rings = lands.getOrDefault(code, List.of());
            double area = rings.stream().mapToDouble(Clip::area).sum();
            double[] box = box(mainRings(code));
            if (box[0] > box[2]) {
                return;
            }
            double across = Math.max(box[2] - box[0], box[3] - box[1]);
            boolean scattered = across > 30 && area < (box[2] - box[0]) * (box[3] - box[1]) * 0.06;
            if (area < form.tiny || scattered) {
                double pad = scattered ? 12 : Math.max(3, 9 - across / 2);
                Box mark = new Box(box[0] - pad, box[1] - pad, box[2] + pad, box[3] + pad);
                marks.put(code, mark);
                labels.mark(code, mark);
            }
        }

        private List<double[]> mainRings(String code) {
            return MapFrame.mainParts(atlas.area(code), atlas).stream()
                    .flatMap(part ->
                            frame.projection().ring(atlas.degrees(part.rings().get(0))).stream())
                    .map(frame::place)
                    .toList();
        }

        private void drawMark(String code) {
            Box mark = marks.get(code);
            if (mark == null) {
                return;
            }
            double width = mark.right() - mark.left();
            double height = mark.bottom() - mark.top();
            svg.append("<rect class=\"map-mark\" fill=\"none\" stroke=\"" + SUBJECT + "\" stroke-width=\"1.5\"");
            svg.append(width > 40 ? " stroke-dasharray=\"4 3\"" : "");
            attribute("x", mark.left());
            attribute("y", mark.top());
            attribute("width", width);
            attribute("height", height);
            attribute("rx", Math.min(26, Math.min(width, height) / 2));
            svg.append("/>\n");
            double area = lands.getOrDefault(code, List.of()).stream()
                    .mapToDouble(Clip::area)
                    .sum();
            if (area < DOT && width < 40) {
                svg.append("<circle class=\"map-subject\" fill=\"" + SUBJECT + "\" r=\"2\"");
                attribute("cx", (mark.left() + mark.right()) / 2);
                attribute("cy", (mark.top() + mark.bottom()) / 2);
                svg.append("/>\n");
            }
        }

        private void name(String code, String name) {
            double size = form.size;
            Stream.<java.util.function.Supplier<Optional<Label>>>of(
                            () -> marks.containsKey(code) ? Optional.empty() : labels.within(code, name, size),
                            () -> marks.containsKey(code) ? Optional.empty() : labels.within(code, name, size * 0.86),
                            () -> labels.beside(code, name, size, order.names().keySet(), 60),
                            () -> labels.beside(code, name, size * 0.86, List.of(code), 200))
                    .map(java.util.function.Supplier::get)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(names::add);
        }

        /** The names of neighbours and of large lands nearby. */
        private List<Label> others() {
            List<Label> placed = new ArrayList<>();
            List<String> neighbours = order.names().keySet().stream()
                    .flatMap(code -> neighbours(code).stream())
                    .toList();
            List<String> candidates = lands.keySet().stream()
                    .filter(code -> !order.names().containsKey(code) && policy.isLabelled(code))
                    .filter(code -> policy.name(code, order.language()).isPresent())
                    .sorted(Comparator.comparing((String code) -> !neighbours.contains(code))
                            .thenComparing(code -> -labels.size(code))
                            .thenComparing(Function.identity()))
                    .toList();
            for (String code : form.others == 0 ? List.<String>of() : candidates) {
                if (placed.size() == form.others) {
                    break;
                }
                String name = policy.name(code, order.language()).orElseThrow();
                labels.within(code, name, form.otherSize, 0.75, order.names().keySet())
                        .or(() -> neighbours.contains(code)
                                ? labels.within(
                                        code,
                                        name,
                                        form.otherSize * 0.88,
                                        0.75,
                                        order.names().keySet())
                                : Optional.empty())
                        .or(() -> isIsland(code)
                                ? labels.beside(
                                        code,
                                        name,
                                        form.otherSize,
                                        order.names().keySet(),
                                        5)
                                : Optional.empty())
                        .ifPresent(placed::add);
            }
            return placed;
        }

        private boolean isIsland(String code) {
            return neighbours(code).isEmpty();
        }

        private void linked(Label label) {
            String href = order.links().get(label.code());
            if (href != null) {
                svg.append("<a class=\"map-link\" xlink:href=\"")
                        .append(Html.escape(href))
                        .append("\">\n");
            }
            label.leader().ifPresent(line -> {
                svg.append("<path class=\"map-leader\" fill=\"none\" stroke=\"" + NAME + "\" stroke-width=\"1\" d=\"M");
                svg.append(number(line[0])).append(' ').append(number(line[1]));
                svg.append('L')
                        .append(number(line[2]))
                        .append(' ')
                        .append(number(line[3]))
                        .append("\"/>\n");
            });
            text(label, label.inside() ? "map-inside" : "map-name", label.inside() ? ON_SUBJECT : NAME, true);
            if (href != null) {
                svg.append("</a>\n");
            }
        }

        private void text(Label label, String kind, String colour, boolean bold) {
            double y = label.y();
            StringBuilder text = new StringBuilder();
            for (String line : label.lines()) {
                text.append("<tspan x=\"")
                        .append(number(label.x()))
                        .append("\" y=\"")
                        .append(number(y))
                        .append("\">");
                text.append(Html.escape(line)).append("</tspan>");
                text.append(line.equals(label.lines().get(label.lines().size() - 1)) ? "" : " ");
                y += label.lineHeight();
            }
            String font = "font-size=\"" + number(label.size()) + (bold ? "\" font-weight=\"bold\"" : "\"");
            if (!label.inside()) {
                svg.append("<text class=\"" + kind + " map-halo\" aria-hidden=\"true\" fill=\"none\" stroke=\"" + LAND
                        + "\" stroke-width=\"3.5\" stroke-linejoin=\"round\" " + font + ">" + text + "</text>\n");
            }
            svg.append("<text class=\"" + kind + "\" fill=\"" + colour + "\" " + font + ">" + text + "</text>\n");
        }

        /** The corner with the least of the subject in it, and the most sea. */
        private Optional<Box> corner() {
            double size = 2 * GLOBE;
            double gap = 9;
            List<Box> corners = new ArrayList<>();
            for (double top : new double[] {frame.height() - gap - size, gap}) {
                for (double left : new double[] {gap, frame.width() - gap - size}) {
                    corners.add(new Box(left, top, left + size, top + size));
                }
            }
            return corners.stream()
                    .filter(box -> order.names().keySet().stream().allMatch(code -> labels.count(code, box) == 0))
                    .findFirst();
        }

        private void globe(Box box) {
            double x = (box.left() + box.right()) / 2;
            double y = (box.top() + box.bottom()) / 2;
            Projection projection = new Projection.Azimuthal(frame.centre(), true, Math.PI / 2);
            int size = (int) (2 * GLOBE);
            MapFrame whole = new MapFrame(projection, false, frame.centre(), GLOBE, GLOBE, GLOBE, size, size);
            List<double[]> rings = new MapLines(atlas, whole, MapPolicy.DEFAULT, 0.9, 4)
                    .lands(List.of()).values().stream().flatMap(List::stream).toList();
            svg.append("<g class=\"map-globe\" transform=\"translate(")
                    .append(number(x - GLOBE))
                    .append(' ')
                    .append(number(y - GLOBE))
                    .append(")\">\n<circle class=\"map-globe-sea\" fill=\"" + SEA + "\" stroke=\"" + COAST
                            + "\" cx=\"31\" cy=\"31\" r=\"31\"/>\n")
                    .append("<g transform=\"scale(.5)\">\n");
            path("map-globe-land", "fill=\"" + COAST + "\"", rings.stream(), true);
            svg.append("</g>\n");
            double half = Math.max(2.5, GLOBE * StrictMath.sin(frame.reach()));
            double wide = half * frame.width() / frame.height();
            svg.append("<rect class=\"map-globe-here\" fill=\"none\" stroke=\"" + SUBJECT + "\" stroke-width=\"1.5\"");
            attribute("x", GLOBE - wide);
            attribute("y", GLOBE - half);
            attribute("width", 2 * wide);
            attribute("height", 2 * half);
            svg.append("/>\n</g>\n");
        }

        private void attribute(String name, double value) {
            svg.append(' ').append(name).append("=\"").append(number(value)).append('"');
        }

        private void path(String kind, String paint, Stream<double[]> shapes, boolean closed) {
            StringBuilder d = new StringBuilder();
            shapes.forEach(shape -> append(shape, closed, d));
            if (d.length() > 0) {
                svg.append("<path class=\"")
                        .append(kind)
                        .append("\" ")
                        .append(paint)
                        .append(" d=\"");
                svg.append(d).append("\"/>\n");
            }
        }
    }

    /** Countries with a line between them and another. */
    List<String> neighbours(String code) {
        return List.copyOf(neighbours.get().getOrDefault(code, new TreeSet<>()));
    }

    private Neighbours findNeighbours() {
        Map<String, SortedSet<String>> found = new HashMap<>();
        for (int arc = 0; arc < atlas.arcs().size(); arc++) {
            List<String> users = atlas.users(arc);
            String one = policy.drawnWith(users.get(0));
            String other = policy.drawnWith(users.get(users.size() - 1));
            if (!one.equals(other)) {
                found.computeIfAbsent(one, key -> new TreeSet<>()).add(other);
                found.computeIfAbsent(other, key -> new TreeSet<>()).add(one);
            }
        }
        return new Neighbours(found);
    }

    private static double[] box(List<double[]> rings) {
        double[] box = {1e9, 1e9, -1e9, -1e9};
        for (double[] ring : rings) {
            for (int i = 0; i < ring.length; i += 2) {
                box[0] = Math.min(box[0], ring[i]);
                box[1] = Math.min(box[1], ring[i + 1]);
                box[2] = Math.max(box[2], ring[i]);
                box[3] = Math.max(box[3], ring[i + 1]);
            }
        }
        return box;
    }

    private static void append(double[] shape, boolean closed, StringBuilder out) {
        long x = Math.round(shape[0] * FINE);
        long y = Math.round(shape[1] * FINE);
        out.append('M').append(x).append(y < 0 ? "" : " ").append(y);
        char before = 'M';
        for (int i = 2; i < shape.length; i += 2) {
            long dx = Math.round(shape[i] * FINE) - x;
            long dy = Math.round(shape[i + 1] * FINE) - y;
            if (dx == 0 && dy == 0) {
                continue;
            }
            char command = dx == 0 ? 'v' : dy == 0 ? 'h' : 'l';
            if (command != before || command != 'l') {
                out.append(command);
            } else if (dx >= 0) {
                out.append(' ');
            }
            if (command != 'v') {
                out.append(dx);
            }
            if (command == 'l' && dy >= 0) {
                out.append(' ');
            }
            if (command != 'h') {
                out.append(dy);
            }
            before = command;
            x += dx;
            y += dy;
        }
        out.append(closed ? "z" : "");
    }

    /** With one digit behind the point, and none where it is 0. */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }
}
