package colophon.output;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/**
 * A sheet of pixels to fill shapes on. The picture library of Java does this too, but not with the same result in every version; here an
 * edge is exactly as grey as the part of the pixel that it covers.
 */
final class Canvas {
    /** Degrees of grey at an edge: nobody sees more, and few colours make small files. */
    private static final int DEGREES = 15;

    private static final double FLATNESS = 0.05;

    private final int width;
    private final int height;
    private final int[] argb;

    Canvas(int width, int height, int background) {
        this.width = width;
        this.height = height;
        this.argb = new int[width * height];
        Arrays.fill(argb, background);
    }

    Pixels pixels() {
        return new Pixels(width, height, argb, true);
    }

    /** Fills a shape whose contours turn the same way round. */
    void fill(Shape shape, int color) {
        Cover cover = new Cover(shape, width, height);
        for (int y = cover.top; y < cover.bottom; y++) {
            double sum = 0;
            for (int x = cover.left; x < cover.right; x++) {
                sum += cover.at(x, y);
                int degree = (int) Math.round(Math.min(1, Math.abs(sum)) * DEGREES);
                if (degree > 0) {
                    argb[y * width + x] = mix(argb[y * width + x], color, degree);
                }
            }
        }
    }

    /** A colour between two. */
    static int mix(int under, int over, int degree) {
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = under >> shift & 0xFF;
            int to = over >> shift & 0xFF;
            mixed = mixed << 8 | (from * (DEGREES - degree) + to * degree + DEGREES / 2) / DEGREES;
        }
        return mixed;
    }

    /** How much of each pixel an outline covers, as the difference to the pixel left of it. */
    private static final class Cover {
        final int left;
        final int top;
        final int right;
        final int bottom;
        private final int stride;
        private final double[] change;

        Cover(Shape shape, int width, int height) {
            var bounds = shape.getBounds2D();
            left = Math.max(0, (int) Math.floor(bounds.getMinX()));
            top = Math.max(0, (int) Math.floor(bounds.getMinY()));
            right = Math.max(left, Math.min(width, (int) Math.ceil(bounds.getMaxX()) + 1));
            bottom = Math.max(top, Math.min(height, (int) Math.ceil(bounds.getMaxY())));
            stride = right - left + 2;
            change = new double[stride * (bottom - top)];
            double[] point = new double[6];
            double startX = 0;
            double startY = 0;
            double x = 0;
            double y = 0;
            for (PathIterator path = shape.getPathIterator(null, FLATNESS); !path.isDone(); path.next()) {
                switch (path.currentSegment(point)) {
                    case PathIterator.SEG_MOVETO -> {
                        line(x, y, startX, startY);
                        startX = point[0];
                        startY = point[1];
                    }
                    case PathIterator.SEG_LINETO -> line(x, y, point[0], point[1]);
                    default -> {
                        line(x, y, startX, startY);
                        point[0] = startX;
                        point[1] = startY;
                    }
                }
                x = point[0];
                y = point[1];
            }
            line(x, y, startX, startY);
        }

        double at(int x, int y) {
            return change[(y - top) * stride + x - left];
        }

        /** Adds what lies right of an edge, row by row. */
        private void line(double fromX, double fromY, double toX, double toY) {
            double sign = fromY < toY ? 1 : -1;
            double upperX = sign > 0 ? fromX : toX;
            double upperY = Math.min(fromY, toY);
            double lowerY = Math.max(fromY, toY);
            double slope = lowerY == upperY ? 0 : ((sign > 0 ? toX : fromX) - upperX) / (lowerY - upperY);
            for (int row = Math.max(top, (int) Math.floor(upperY)); row < Math.min(bottom, Math.ceil(lowerY)); row++) {
                double begin = Math.max(row, upperY);
                double end = Math.min(row + 1, lowerY);
                if (end > begin) {
                    double x = upperX + (begin - upperY) * slope - left;
                    part(row, x, x + (end - begin) * slope, sign * (end - begin));
                }
            }
        }

        /** A part of an edge within one row. */
        private void part(int row, double one, double other, double weight) {
            double from = Math.max(0, Math.min(one, other));
            double to = Math.max(from, Math.min(stride - 1.0, Math.max(one, other)));
            int base = (row - top) * stride;
            int first = Math.min(stride - 2, (int) from);
            int last = Math.min(stride - 2, (int) to);
            if (first == last) {
                double covered = weight * (first + 1 - (from + to) / 2);
                change[base + first] += covered;
                change[base + first + 1] += weight - covered;
                return;
            }
            for (int x = first; x <= last; x++) {
                double begin = Math.max(x, from);
                double end = Math.min(x + 1, to);
                double share = weight * (end - begin) / (to - from);
                double covered = share * (x + 1 - (begin + end) / 2);
                change[base + x] += covered;
                change[base + x + 1] += share - covered;
            }
        }
    }
}
