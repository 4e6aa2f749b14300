package colophon.render;

import colophon.model.MapPolicy;
import colophon.render.Atlas.Arc;
import colophon.render.Atlas.Area;
import colophon.render.Atlas.Polygon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lands and lines of a map, cut to its picture and as simple as its scale allows. */
final class MapLines {
    /** Land is cut a little outside of the picture, so that no coast is drawn along its edge. */
    private static final double MARGIN = 4;
    /** In units of the picture. */
    private static final double TOLERANCE = 0.7;
    /** Islets below this are left out, in square units. */
    private static final double SPECK = 3;
    /** A country of this many square units can do without its islets. */
    private static final double LARGE = 400;

    private final Atlas atlas;
    private final MapFrame frame;
    private final MapPolicy policy;
    private final double tolerance;
    private final double speck;
    /** The arcs of lands that were looked at. */
    private final boolean[] near;

    private final double[][] simple;

    MapLines(Atlas atlas, MapFrame frame, MapPolicy policy, double tolerance, double speck) {
        this.atlas = atlas;
        this.frame = frame;
        this.policy = policy;
        this.tolerance = frame.tolerance(tolerance);
        this.speck = speck;
        this.near = new boolean[atlas.arcs().size()];
        this.simple = new double[atlas.arcs().size()][];
    }

    MapLines(Atlas atlas, MapFrame frame, MapPolicy policy) {
        this(atlas, frame, policy, TOLERANCE, SPECK);
    }

    /** The lands in the picture by code, those drawn with another country under its code. */
    SortedMap<String, List<double[]>> lands(java.util.Collection<String> whole) {
        SortedMap<String, List<double[]>> lands = new TreeMap<>();
        for (Area area : atlas.areas()) {
            String code = policy.drawnWith(area.code());
            List<double[]> rings = rings(area, whole.contains(code));
            if (!rings.isEmpty()) {
                lands.computeIfAbsent(code, key -> new ArrayList<>()).addAll(rings);
            }
        }
        return lands;
    }

    /** @param whole keeps its smallest islands, where there is little else */
    private List<double[]> rings(Area area, boolean whole) {
        List<double[]> rings = new ArrayList<>();
        for (Polygon polygon : area.polygons()) {
            boolean small = polygon.area() * frame.scale() * frame.scale() < speck / 2;
            if (small && !whole || !frame.projection().mayShow(polygon)) {
                continue;
            }
            for (int[] ring : polygon.rings()) {
                for (int arc : ring) {
                    near[arc < 0 ? ~arc : arc] = true;
                }
                for (double[] piece : frame.projection().ring(degrees(ring))) {
                    double[] cut = Clip.ring(
                            frame.place(piece), -MARGIN, -MARGIN, frame.width() + MARGIN, frame.height() + MARGIN);
                    if (cut.length >= 6) {
                        rings.add(cut);
                    }
                }
            }
        }
        double total = rings.stream().mapToDouble(Clip::area).sum();
        if (!whole || total > LARGE) {
            rings.removeIf(ring -> Clip.area(ring) < speck);
        }
        return rings;
    }

    private double[] degrees(int[] ring) {
        double[] whole = new double[0];
        for (int index : ring) {
            double[] arc = simple(index < 0 ? ~index : index);
            int from = Math.max(0, whole.length - 2);
            whole = Arrays.copyOf(whole, from + arc.length);
            for (int i = 0; i < arc.length; i += 2) {
                int at = index < 0 ? arc.length - 2 - i : i;
                whole[from + i] = arc[at];
                whole[from + i + 1] = arc[at + 1];
            }
        }
        return whole;
    }

    /** An arc in longitudes and latitudes, simplified in one direction for both of its sides. */
    private double[] simple(int index) {
        if (simple[index] == null) {
            Arc arc = atlas.arc(index);
            simple[index] = Clip.simplified(arc.degrees(), tolerance);
            if (simple[index].length < 8) {
                // An island keeps its outline however small it is.
                double[] all = arc.degrees();
                boolean island = all[0] == all[all.length - 2] && all[1] == all[all.length - 1];
                simple[index] = island ? all : simple[index];
            }
        }
        return simple[index];
    }

    /** Lines between two of the lands. */
    List<double[]> borders(boolean disputed) {
        List<double[]> lines = new ArrayList<>();
        for (int i = 0; i < simple.length; i++) {
            List<String> sides = near[i] ? sides(i) : List.of();
            if (sides.size() == 2 && isDisputed(i, sides) == disputed) {
                draw(i, lines);
            }
        }
        return lines;
    }

    List<double[]> coasts() {
        List<double[]> lines = new ArrayList<>();
        for (int i = 0; i < simple.length; i++) {
            if (near[i] && atlas.users(i).size() == 1) {
                draw(i, lines);
            }
        }
        return lines;
    }

    private boolean isDisputed(int arc, List<String> sides) {
        return policy.isDisputed(sides.get(0), sides.get(1))
                .orElse(atlas.arc(arc).disputed());
    }

    private List<String> sides(int arc) {
        return atlas.users(arc).stream().map(policy::drawnWith).distinct().toList();
    }

    private void draw(int arc, List<double[]> lines) {
        for (double[] line : frame.projection().line(simple(arc))) {
            double[] placed = frame.place(line);
            boolean ring = placed[0] == placed[placed.length - 2] && placed[1] == placed[placed.length - 1];
            if (ring && Clip.area(placed) <= speck) {
                continue;
            }
            lines.addAll(Clip.line(placed, -MARGIN, -MARGIN, frame.width() + MARGIN, frame.height() + MARGIN));
        }
    }
}
