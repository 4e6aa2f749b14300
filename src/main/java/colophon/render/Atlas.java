package colophon.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The boundaries of the world, as {@code src/maps/Boundaries.java} made them from Natural Earth. Never changes. Neighbours share the
 * arcs between them, so a line that is simplified or drawn is so for both.
 */
final class Atlas {
    /** Steps in a degree. */
    private static final double GRID = 100;

    /** A line: longitudes and latitudes by turns, in degrees. */
    record Arc(double[] degrees, boolean disputed) {
        int size() {
            return degrees.length / 2;
        }
    }

    /**
     * A piece of land.
     *
     * @param rings its outline, then its holes; each of arcs, those walked backwards as the complement of their index
     * @param centre a unit vector in its middle
     * @param radius from there to its farthest point, in radians
     * @param area as a share of the square of the Earth's radius
     */
    record Polygon(List<int[]> rings, double[] centre, double radius, double area) {}

    /** A country, a territory or an area in dispute. @param region its number in the United Nations' M49 */
    record Area(String code, String region, List<Polygon> polygons) {}

    /** More drawings than a publication has; each takes some 25 kB. */
    private static final int MOST_KNOWN = 600;

    /** Made when the first map is drawn. */
    private static final class World {
        static final Atlas ATLAS = new Atlas(text());

        private static String text() {
            try (InputStream stream = Atlas.class.getResourceAsStream("/colophon/maps/boundaries.txt")) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final List<Arc> arcs = new ArrayList<>();
    private final SortedMap<String, Area> areas = new TreeMap<>();
    private final Map<Integer, List<String>> users = new HashMap<>();

    /** Drawings and other things that follow from the world, by what was asked for. */
    private final Map<String, Object> known = new ConcurrentHashMap<>();

    private Atlas(String text) {
        for (String line : text.split("\n")) {
            StringTokenizer words = new StringTokenizer(line, " ");
            switch (words.nextToken()) {
                case "arc" -> arcs.add(arc(words, false));
                case "disputed" -> arcs.add(arc(words, true));
                case "country" -> country(words);
                case "point" -> point(words);
                default -> {}
            }
        }
    }

    static Atlas world() {
        return World.ATLAS;
    }

    private static Arc arc(StringTokenizer words, boolean disputed) {
        double[] degrees = new double[words.countTokens()];
        long[] at = new long[2];
        for (int i = 0; i < degrees.length; i++) {
            at[i % 2] += Integer.parseInt(words.nextToken());
            degrees[i] = at[i % 2] / GRID;
        }
        return new Arc(degrees, disputed);
    }

    private void country(StringTokenizer words) {
        String code = words.nextToken();
        String region = words.nextToken();
        List<List<List<Integer>>> polygons = new ArrayList<>();
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (word.equals(";")) {
                polygons.add(new ArrayList<>(List.of(new ArrayList<>())));
                continue;
            }
            List<List<Integer>> rings = polygons.get(polygons.size() - 1);
            if (word.equals(",")) {
                rings.add(new ArrayList<>());
            } else {
                int arc = Integer.parseInt(word);
                rings.get(rings.size() - 1).add(arc);
                users.computeIfAbsent(arc < 0 ? ~arc : arc, key -> new ArrayList<>())
                        .add(code);
            }
        }
        areas.put(
                code,
                new Area(code, region, polygons.stream().map(this::polygon).toList()));
    }

    /** A place too small to have an outline at this scale becomes a speck. */
    private void point(StringTokenizer words) {
        String code = words.nextToken();
        String region = words.nextToken();
        double x = Integer.parseInt(words.nextToken()) / GRID;
        double y = Integer.parseInt(words.nextToken()) / GRID;
        double half = 1 / GRID;
        arcs.add(new Arc(new double[] {x - half, y, x, y + half, x + half, y, x, y - half, x - half, y}, false));
        users.put(arcs.size() - 1, List.of(code));
        areas.put(code, new Area(code, region, List.of(polygon(List.of(List.of(arcs.size() - 1))))));
    }

    private Polygon polygon(List<List<Integer>> rings) {
        List<int[]> indices = rings.stream()
                .map(ring -> ring.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        double[] outline = degrees(indices.get(0));
        double[][] points = new double[outline.length / 2][];
        double[] sum = new double[3];
        for (int i = 0; i < points.length; i++) {
            points[i] = Sphere.vector(outline[2 * i], outline[2 * i + 1]);
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += points[i][axis];
            }
        }
        double[] centre = Sphere.unit(sum);
        double nearest = 1;
        for (double[] point : points) {
            nearest = Math.min(nearest, Sphere.dot(centre, point));
        }
        double radius = StrictMath.acos(Math.max(-1, nearest));
        return new Polygon(indices, centre, radius, Sphere.area(outline));
    }

    /** A ring as longitudes and latitudes by turns; its first point is there again as its last. */
    double[] degrees(int[] ring) {
        int size = 0;
        for (int arc : ring) {
            size += arc(arc).degrees().length;
        }
        double[] whole = new double[size - 2 * (ring.length - 1)];
        int at = 0;
        for (int index : ring) {
            double[] arc = arc(index).degrees();
            at = Math.max(0, at - 2);
            for (int i = 0; i < arc.length; i += 2) {
                int from = index < 0 ? arc.length - 2 - i : i;
                whole[at++] = arc[from];
                whole[at++] = arc[from + 1];
            }
        }
        return whole;
    }

    Arc arc(int index) {
        return arcs.get(index < 0 ? ~index : index);
    }

    List<Arc> arcs() {
        return Collections.unmodifiableList(arcs);
    }

    Collection<Area> areas() {
        return Collections.unmodifiableCollection(areas.values());
    }

    Area area(String code) {
        return areas.get(code);
    }

    Collection<String> codes() {
        return Collections.unmodifiableSet(areas.keySet());
    }

    /** The areas on both sides of an arc; one at a coast. */
    List<String> users(int arc) {
        return users.getOrDefault(arc, List.of());
    }

    /**
     * What follows from the world and a key, found once: it takes longer than the rest of a page, and a preview draws the page again
     * at each edit.
     *
     * @param key all that it depends on
     */
    <T> T known(String key, Class<T> type, Supplier<T> find) {
        Object found = known.get(key);
        if (found == null) {
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            found = find.get();
            known.put(key, found);
        }
        return type.cast(found);
    }
}
