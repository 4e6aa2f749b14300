package colophon.render;

import java.util.ArrayList;
import java.util.List;

/** Turns rings and lines of the globe into the plane of a map; x to the right and y downwards, in units of the Earth's radius. */
interface Projection {
    /**
     * The pieces of a ring; x and y by turns.
     *
     * @param arcs each as longitudes and latitudes, in walking order
     */
    List<double[]> ring(double[] degrees);

    /** The pieces of a line. */
    List<double[]> line(double[] degrees);

    /** A ring may be left out that is farther than this from the centre. */
    boolean mayShow(Atlas.Polygon polygon);

    /** Lambert's azimuthal equal-area projection, or the globe as seen from far above. Lines keep together in both. */
    final class Azimuthal implements Projection {
        private final double[] centre;
        private final double[] east;
        private final double[] north;
        private final boolean globe;
        private final double limit;

        /**
         * @param globe orthographic, as seen from far above
         * @param radius how far from the centre anything is shown, in radians
         */
        Azimuthal(double[] centre, boolean globe, double radius) {
            this.centre = centre;
            this.globe = globe;
            double longitude = StrictMath.atan2(centre[1], centre[0]);
            this.east = new double[] {-StrictMath.sin(longitude), StrictMath.cos(longitude), 0};
            this.north = new double[] {
                centre[1] * east[2] - centre[2] * east[1],
                centre[2] * east[0] - centre[0] * east[2],
                centre[0] * east[1] - centre[1] * east[0]
            };
            this.limit = globe ? Math.PI / 2 : Math.min(2.1, radius * 1.6 + 0.3);
        }

        @Override
        public boolean mayShow(Atlas.Polygon polygon) {
            return Sphere.angle(centre, polygon.centre()) - polygon.radius() < limit;
        }

        @Override
        public List<double[]> ring(double[] degrees) {
            double[] points = new double[degrees.length];
            boolean any = false;
            for (int i = 0; i < degrees.length; i += 2) {
                any |= project(degrees[i], degrees[i + 1], points, i);
            }
            return any ? List.of(points) : List.of();
        }

        @Override
        public List<double[]> line(double[] degrees) {
            List<double[]> lines = new ArrayList<>();
            double[] points = new double[degrees.length];
            int from = 0;
            for (int i = 0; i <= degrees.length; i += 2) {
                if (i == degrees.length || !project(degrees[i], degrees[i + 1], points, i)) {
                    if (i - from > 2) {
                        lines.add(java.util.Arrays.copyOfRange(points, from, i));
                    }
                    from = i + 2;
                }
            }
            return lines;
        }

        /** Points too far away are drawn nearer, in their direction. @return whether it is near enough */
        private boolean project(double longitude, double latitude, double[] into, int at) {
            double[] point = Sphere.vector(longitude, latitude);
            double x = Sphere.dot(point, east);
            double y = Sphere.dot(point, north);
            double z = Sphere.dot(point, centre);
            double sine = StrictMath.sqrt(x * x + y * y);
            double angle = StrictMath.atan2(sine, z);
            boolean near = angle <= limit;
            double distance = near ? angle : limit;
            double length = globe ? StrictMath.sin(distance) : 2 * StrictMath.sin(distance / 2);
            double factor = sine < 1e-12 ? 1 : length / sine;
            into[at] = x * factor;
            into[at + 1] = -y * factor;
            return near;
        }

        /** The direction that a point of the plane stands for. */
        double[] inverse(double x, double y) {
            double length = StrictMath.sqrt(x * x + y * y);
            double angle = 2 * StrictMath.asin(Math.min(1, length / 2));
            double[] point = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                double side = length < 1e-12 ? 0 : (x * east[axis] - y * north[axis]) / length;
                point[axis] = StrictMath.cos(angle) * centre[axis] + StrictMath.sin(angle) * side;
            }
            return Sphere.unit(point);
        }
    }

    /** Equal Earth (Šavrič, Patterson, Jenny 2018) of the whole world, cut where there is most sea. */
    final class EqualEarth implements Projection {
        private static final double A1 = 1.340264;
        private static final double A2 = -0.081106;
        private static final double A3 = 0.000893;
        private static final double A4 = 0.003796;
        private static final double M = StrictMath.sqrt(3) / 2;

        private final double middle;

        /** @param middle longitude in the middle, in degrees */
        EqualEarth(double middle) {
            this.middle = middle;
        }

        @Override
        public boolean mayShow(Atlas.Polygon polygon) {
            return true;
        }

        @Override
        public List<double[]> ring(double[] degrees) {
            List<double[]> pieces = new ArrayList<>();
            double[] flat = unwrapped(degrees, true);
            for (double shift : new double[] {-360, 0, 360}) {
                double[] copy = flat.clone();
                for (int i = 0; i < copy.length; i += 2) {
                    copy[i] += shift;
                }
                double[] piece = Clip.ring(copy, -180, -90, 180, 90);
                if (piece.length >= 6) {
                    pieces.add(projected(piece));
                }
            }
            return pieces;
        }

        @Override
        public List<double[]> line(double[] degrees) {
            List<double[]> pieces = new ArrayList<>();
            double[] flat = unwrapped(degrees, false);
            for (double shift : new double[] {-360, 0, 360}) {
                double[] copy = flat.clone();
                for (int i = 0; i < copy.length; i += 2) {
                    copy[i] += shift;
                }
                Clip.line(copy, -180, -90, 180, 90).forEach(piece -> pieces.add(projected(piece)));
            }
            return pieces;
        }

        /** Longitudes from the middle that never jump; a ring around the pole is closed along it. */
        private double[] unwrapped(double[] degrees, boolean ring) {
            double[] flat = degrees.clone();
            flat[0] = Math.IEEEremainder(degrees[0] - middle, 360);
            for (int i = 2; i < degrees.length; i += 2) {
                flat[i] = flat[i - 2] + Math.IEEEremainder(degrees[i] - degrees[i - 2], 360);
            }
            double turn = flat[flat.length - 2] - flat[0];
            if (!ring || Math.abs(turn) < 180) {
                return flat;
            }
            double pole = flat[1] < 0 ? -90 : 90;
            double[] closed = java.util.Arrays.copyOf(flat, flat.length + 4);
            closed[flat.length] = flat[flat.length - 2];
            closed[flat.length + 1] = pole;
            closed[flat.length + 2] = flat[0];
            closed[flat.length + 3] = pole;
            return closed;
        }

        private static double[] projected(double[] flat) {
            double[] points = new double[flat.length];
            for (int i = 0; i < flat.length; i += 2) {
                double t = StrictMath.asin(M * StrictMath.sin(Math.toRadians(flat[i + 1])));
                double t2 = t * t;
                double t6 = t2 * t2 * t2;
                points[i] = Math.toRadians(flat[i])
                        * StrictMath.cos(t)
                        / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
                points[i + 1] = -t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
            }
            return points;
        }
    }
}
