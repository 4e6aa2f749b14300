package colophon.output;

import java.util.Arrays;

/**
 * Makes a picture smaller, given row by row: each new pixel is the mean of those it covers, in whole numbers, so that every machine
 * gets the same. Colours count as much as they are seen, so that what is transparent leaves no fringe.
 */
final class AreaScaler {
    private final int width;
    private final int height;
    private final int newWidth;
    private final int newHeight;
    private final int[] scaled;
    /** Alpha, and the colours times alpha, of a row of new pixels. */
    private final long[] line;

    private final long[] sum;
    private long toGo;
    private int done;
    private boolean opaque = true;

    AreaScaler(int width, int height, int newWidth, int newHeight) {
        this.width = width;
        this.height = height;
        this.newWidth = newWidth;
        this.newHeight = newHeight;
        this.scaled = new int[newWidth * newHeight];
        this.line = new long[4 * newWidth];
        this.sum = new long[4 * newWidth];
        this.toGo = height;
    }

    /** Adds the next row. */
    void add(int[] argb) {
        shrink(argb);
        long left = newHeight;
        while (left > 0) {
            long taken = Math.min(left, toGo);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += line[i] * taken;
            }
            left -= taken;
            toGo -= taken;
            if (toGo == 0) {
                finishRow();
                toGo = height;
            }
        }
    }

    /** An old pixel is as wide as there are new ones, and a new one as wide as there are old ones. */
    private void shrink(int[] argb) {
        Arrays.fill(line, 0);
        int at = 0;
        long room = width;
        for (int x = 0; x < width; x++) {
            int color = argb[x];
            int alpha = color >>> 24;
            int red = (color >> 16 & 0xFF) * alpha;
            int green = (color >> 8 & 0xFF) * alpha;
            int blue = (color & 0xFF) * alpha;
            long left = newWidth;
            while (left > 0) {
                long taken = Math.min(left, room);
                line[at] += alpha * taken;
                line[at + 1] += red * taken;
                line[at + 2] += green * taken;
                line[at + 3] += blue * taken;
                left -= taken;
                room -= taken;
                if (room == 0) {
                    at += 4;
                    room = width;
                }
            }
        }
    }

    private void finishRow() {
        long area = (long) width * height;
        for (int x = 0; x < newWidth; x++) {
            long weight = sum[4 * x];
            int alpha = (int) ((weight + area / 2) / area);
            opaque &= alpha == 0xFF;
            int color = alpha << 24;
            if (weight > 0) {
                for (int i = 1; i < 4; i++) {
                    color |= (int) ((sum[4 * x + i] + weight / 2) / weight) << 8 * (3 - i);
                }
            }
            scaled[done * newWidth + x] = color;
        }
        done++;
        Arrays.fill(sum, 0);
    }

    /** The new picture, after the last row. */
    Pixels pixels() {
        return new Pixels(newWidth, newHeight, scaled, opaque);
    }
}
