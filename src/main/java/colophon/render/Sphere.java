package colophon.render;

/** Geometry on the unit sphere. */
final class Sphere {
    private Sphere() {}

    static double[] vector(double longitude, double latitude) {
        double x = Math.toRadians(longitude);
        double y = Math.toRadians(latitude);
        return new double[] {
            StrictMath.cos(y) * StrictMath.cos(x), StrictMath.cos(y) * StrictMath.sin(x), StrictMath.sin(y)
        };
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static double[] unit(double[] a) {
        double length = Math.sqrt(dot(a, a));
        return length < 1e-12 ? new double[] {0, 0, 1} : new double[] {a[0] / length, a[1] / length, a[2] / length};
    }

    static double angle(double[] a, double[] b) {
        return StrictMath.acos(Math.max(-1, Math.min(1, dot(a, b))));
    }

    /** Of a ring of longitudes and latitudes in degrees; exact enough to compare lands by. */
    static double area(double[] ring) {
        double sum = 0;
        double turns = 0;
        for (int i = 2; i < ring.length; i += 2) {
            double step = Math.IEEEremainder(ring[i] - ring[i - 2], 360);
            turns += step;
            sum += Math.toRadians(step)
                    * (StrictMath.sin(Math.toRadians(ring[i + 1])) + StrictMath.sin(Math.toRadians(ring[i - 1])))
                    / 2;
        }
        // A ring around a pole encloses the cap above it.
        return Math.abs(turns) > 180 ? 2 * Math.PI - Math.abs(sum) : Math.abs(sum);
    }
}
