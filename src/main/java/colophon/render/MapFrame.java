package colophon.render;

import colophon.render.Atlas.Area;
import colophon.render.Atlas.Polygon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The part of the world that a map shows, and how it lies in the picture.
 *
 * @param world whether it is all of the world
 * @param centre the direction of the middle of the picture
 * @param scale units of the picture in a radius of the Earth
 */
record MapFrame(
        Projection projection,
        boolean world,
        double[] centre,
        double scale,
        double x,
        double y,
        int width,
        int height) {
    /** A part of a country counts as far away when there is more sea than this before it, in radians. */
    private static final double FAR = Math.toRadians(20);
    /** What is smaller than this share of the largest part does not decide where the picture ends. */
    private static final double SHARE = 0.03;
    /** States of islets: all of them belong into the picture, however far apart. The largest part is below this area. */
    private static final double ISLETS = 1e-4;

    /** At least this much is shown above and below the middle, in radians. */
    private static final double NEAREST = Math.toRadians(3.4);
    /** A map in search of neighbours goes no farther. */
    private static final double FARTHEST = Math.toRadians(13);

    private static final double WORLD_SPAN = 150;

    /** A frame around some countries. */
    static MapFrame around(Collection<Area> areas, Atlas atlas, int width, int height) {
        List<Polygon> parts =
                areas.stream().flatMap(area -> mainParts(area, atlas).stream()).toList();
        if (areas.size() > 1 && span(parts, atlas) > WORLD_SPAN) {
            return world(middle(areas, atlas), width, height);
        }
        double[] centre = new double[3];
        for (Polygon part : parts) {
            for (int axis = 0; axis < 3; axis++) {
                centre[axis] += part.centre()[axis] * Math.max(part.area(), 1e-9);
            }
        }
        centre = Sphere.unit(centre);
        double[] half = new double[2];
        for (int round = 0; round < 4; round++) {
            Projection.Azimuthal plane = new Projection.Azimuthal(centre, false, Math.PI);
            double[] box = box(plane, parts, atlas);
            centre = plane.inverse((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
            half[0] = (box[2] - box[0]) / 2;
            half[1] = (box[3] - box[1]) / 2;
        }
        return near(centre, half, areas, atlas, width, height);
    }

    private static MapFrame near(
            double[] centre, double[] half, Collection<Area> areas, Atlas atlas, int width, int height) {
        double own = Math.max(half[1], half[0] * height / width);
        double space = areas.size() > 1 ? 1.3 : Math.max(1.3, Math.min(1.9, 1.95 - 1.6 * own));
        double reach = Math.max(NEAREST, own * space);
        while (reach < FARTHEST && othersWithin(reach, centre, areas, atlas) < 3) {
            reach *= 1.15;
        }
        double scale = height / 2.0 / reach;
        double radius = StrictMath.hypot(width, height) / 2 / scale;
        return new MapFrame(
                new Projection.Azimuthal(centre, false, radius),
                false,
                centre,
                scale,
                width / 2.0,
                height / 2.0,
                width,
                height);
    }

    private static MapFrame world(double middle, int width, int height) {
        // Equal Earth reaches 2.7066 to both sides; from 57° S to 84° N there is all that is lived in.
        double scale = width / 2.0 / 2.7066;
        return new MapFrame(
                new Projection.EqualEarth(middle),
                true,
                Sphere.vector(middle, 0),
                scale,
                width / 2.0,
                height * 0.585,
                width,
                height);
    }

    private static long othersWithin(double reach, double[] centre, Collection<Area> areas, Atlas atlas) {
        return atlas.areas().stream()
                .filter(area -> !areas.contains(area))
                .filter(area -> area.polygons().stream()
                        .anyMatch(part -> Sphere.angle(centre, part.centre()) - part.radius() * 0.5 < reach))
                .count();
    }

    /** The largest part, and those of some size that are not far from it or from another of them. */
    static List<Polygon> mainParts(Area area, Atlas atlas) {
        List<Polygon> left = new ArrayList<>(area.polygons());
        left.sort(Comparator.comparingDouble(Polygon::area).reversed());
        boolean islets = left.get(0).area() < ISLETS;
        double smallest = left.get(0).area() * (islets ? SHARE / 3 : SHARE);
        double far = islets ? 1.6 * FAR : FAR;
        List<Polygon> taken = new ArrayList<>(List.of(left.remove(0)));
        left.removeIf(part -> part.area() < smallest);
        boolean found = true;
        while (found) {
            List<Polygon> close = left.stream()
                    .filter(part -> taken.stream().anyMatch(other -> distance(part, other, atlas) < far))
                    .toList();
            found = !close.isEmpty();
            taken.addAll(close);
            left.removeAll(close);
        }
        return taken;
    }

    private static double distance(Polygon one, Polygon other, Atlas atlas) {
        double between = Sphere.angle(one.centre(), other.centre());
        if (between - one.radius() - other.radius() > 2 * FAR) {
            return between;
        }
        double nearest = between;
        double[] outline = atlas.degrees(other.rings().get(0));
        for (int i = 0; i < outline.length; i += 2) {
            double[] point = Sphere.vector(outline[i], outline[i + 1]);
            nearest = Math.min(nearest, Sphere.angle(one.centre(), point) - one.radius());
        }
        return nearest;
    }

    private static double[] box(Projection plane, List<Polygon> parts, Atlas atlas) {
        double[] box = {9, 9, -9, -9};
        for (Polygon part : parts) {
            for (double[] ring : plane.ring(atlas.degrees(part.rings().get(0)))) {
                for (int i = 0; i < ring.length; i += 2) {
                    box[0] = Math.min(box[0], ring[i]);
                    box[1] = Math.min(box[1], ring[i + 1]);
                    box[2] = Math.max(box[2], ring[i]);
                    box[3] = Math.max(box[3], ring[i + 1]);
                }
            }
        }
        return box;
    }

    /** The longitude in the middle of a map of the world: its cut runs through the Pacific or the Atlantic. */
    private static double middle(Collection<Area> areas, Atlas atlas) {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double middle : new double[] {11, 150}) {
            double spread = areas.stream()
                    .mapToDouble(area -> longitude(mainParts(area, atlas).get(0).centre()))
                    .map(longitude -> Math.IEEEremainder(longitude - middle, 360))
                    .map(off -> off * off)
                    .sum();
            if (spread < least) {
                least = spread;
                best = middle;
            }
        }
        return best;
    }

    private static double longitude(double[] vector) {
        return Math.toDegrees(StrictMath.atan2(vector[1], vector[0]));
    }

    /** How many degrees of longitude the parts take, over the shorter way round. */
    private static int span(List<Polygon> parts, Atlas atlas) {
        boolean[] taken = new boolean[360];
        for (Polygon part : parts) {
            double[] outline = atlas.degrees(part.rings().get(0));
            for (int i = 0; i < outline.length; i += 2) {
                taken[Math.floorMod((int) Math.floor(outline[i]), 360)] = true;
            }
        }
        int widest = 0;
        int run = 0;
        for (int i = 0; i < 720; i++) {
            run = taken[i % 360] ? 0 : Math.min(360, run + 1);
            widest = Math.max(widest, run);
        }
        return 360 - widest;
    }

    /** Points of the projection as points of the picture. */
    double[] place(double[] points) {
        double[] placed = new double[points.length];
        for (int i = 0; i < points.length; i += 2) {
            placed[i] = x + scale * points[i];
            placed[i + 1] = y + scale * points[i + 1];
        }
        return placed;
    }

    /** How far a line may stray before anybody sees it, in degrees. */
    double tolerance(double units) {
        return Math.toDegrees(units / scale);
    }

    /** Half of the height, in radians. */
    double reach() {
        return height / 2.0 / scale;
    }
}
