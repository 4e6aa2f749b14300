package colophon.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts rings and lines to a rectangle, and takes points from them that nobody would see. Points are x and y by turns. */
final class Clip {
    private Clip() {}

    /** Sutherland and Hodgman: one side of the rectangle after the other. */
    static double[] ring(double[] ring, double left, double top, double right, double bottom) {
        double[] cut = ring;
        cut = side(cut, 0, left, 1);
        cut = side(cut, 0, right, -1);
        cut = side(cut, 1, top, 1);
        return side(cut, 1, bottom, -1);
    }

    private static double[] side(double[] ring, int axis, double edge, int sign) {
        double[] kept = new double[ring.length * 2 + 4];
        int size = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int before = i == 0 ? ring.length - 2 : i - 2;
            double from = (ring[before + axis] - edge) * sign;
            double to = (ring[i + axis] - edge) * sign;
            if (from < 0 != to < 0) {
                double share = from / (from - to);
                kept[size++] = ring[before] + share * (ring[i] - ring[before]);
                kept[size++] = ring[before + 1] + share * (ring[i + 1] - ring[before + 1]);
            }
            if (to >= 0) {
                kept[size++] = ring[i];
                kept[size++] = ring[i + 1];
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /** The pieces of a line with an end or a middle in the rectangle; they may reach out of it by one step. */
    static List<double[]> line(double[] line, double left, double top, double right, double bottom) {
        List<double[]> pieces = new ArrayList<>();
        int from = -1;
        for (int i = 2; i <= line.length; i += 2) {
            boolean seen = i < line.length
                    && Math.max(line[i - 2], line[i]) >= left
                    && Math.min(line[i - 2], line[i]) <= right
                    && Math.max(line[i - 1], line[i + 1]) >= top
                    && Math.min(line[i - 1], line[i + 1]) <= bottom;
            if (seen && from < 0) {
                from = i - 2;
            } else if (!seen && from >= 0) {
                pieces.add(Arrays.copyOfRange(line, from, i));
                from = -1;
            }
        }
        return pieces;
    }

    /** Douglas and Peucker. The ends stay, so that lines that met still meet. */
    static double[] simplified(double[] line, double tolerance) {
        int points = line.length / 2;
        if (points < 3) {
            return line;
        }
        boolean[] kept = new boolean[points];
        kept[0] = true;
        kept[points - 1] = true;
        keep(line, 0, points - 1, tolerance * tolerance, kept);
        double[] simple = new double[line.length];
        int size = 0;
        for (int i = 0; i < points; i++) {
            if (kept[i]) {
                simple[size++] = line[2 * i];
                simple[size++] = line[2 * i + 1];
            }
        }
        return Arrays.copyOf(simple, size);
    }

    private static void keep(double[] line, int from, int to, double tolerance, boolean[] kept) {
        double farthest = tolerance;
        int split = -1;
        for (int i = from + 1; i < to; i++) {
            double distance = distance(line, i, from, to);
            if (distance > farthest) {
                farthest = distance;
                split = i;
            }
        }
        if (split > 0) {
            kept[split] = true;
            keep(line, from, split, tolerance, kept);
            keep(line, split, to, tolerance, kept);
        }
    }

    private static double distance(double[] line, int point, int from, int to) {
        double dx = line[2 * to] - line[2 * from];
        double dy = line[2 * to + 1] - line[2 * from + 1];
        double px = line[2 * point] - line[2 * from];
        double py = line[2 * point + 1] - line[2 * from + 1];
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
        double x = px - t * dx;
        double y = py - t * dy;
        return x * x + y * y;
    }

    static double area(double[] ring) {
        double sum = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int next = i + 2 < ring.length ? i + 2 : 0;
            sum += ring[i] * ring[next + 1] - ring[next] * ring[i + 1];
        }
        return Math.abs(sum) / 2;
    }
}
