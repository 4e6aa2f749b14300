package colophon.output;

import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.util.HashSet;
import java.util.Set;

/**
 * A decoded picture: a number for each pixel, with alpha, red, green and blue.
 *
 * @param opaque whether nothing shines through
 */
record Pixels(int width, int height, int[] argb, boolean opaque) {
    /** A sample of so many rows and columns tells what kind of picture it is. */
    private static final int SAMPLE = 256;
    /** In a photograph nearly every pixel has a colour of its own; in a drawing or a screenshot few do. */
    private static final int PHOTO_PERCENT = 25;

    /** The same in a smaller size. */
    Pixels scaled(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        AreaScaler scaler = new AreaScaler(width, height, newWidth, newHeight);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            System.arraycopy(argb, y * width, row, 0, width);
            scaler.add(row);
        }
        return scaler.pixels();
    }

    /** The same turned and mirrored as Exif's number says. */
    Pixels turned(int orientation) {
        if (orientation == 1) {
            return this;
        }
        boolean lying = orientation >= 5;
        int newWidth = lying ? height : width;
        int newHeight = lying ? width : height;
        int[] turned = new int[argb.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                int right = width - 1;
                int bottom = height - 1;
                int from = switch (orientation) {
                    case 2 -> y * width + right - x;
                    case 3 -> (bottom - y) * width + right - x;
                    case 4 -> (bottom - y) * width + x;
                    case 5 -> x * width + y;
                    case 6 -> (bottom - x) * width + y;
                    case 7 -> (bottom - x) * width + right - y;
                    default -> x * width + right - y;
                };
                turned[y * newWidth + x] = argb[from];
            }
        }
        return new Pixels(newWidth, newHeight, turned, opaque);
    }

    /** The same in the colours that browsers take for granted. */
    Pixels inScreenColors(ICC_Profile profile) {
        ComponentColorModel model = new ComponentColorModel(
                new ICC_ColorSpace(profile), false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        int[] row = new int[width * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int color = argb[y * width + x];
                row[3 * x] = color >> 16 & 0xFF;
                row[3 * x + 1] = color >> 8 & 0xFF;
                row[3 * x + 2] = color & 0xFF;
            }
            raster.setPixels(0, y, width, 1, row);
        }
        BufferedImage converted = new ColorConvertOp(null)
                .filter(
                        new BufferedImage(model, raster, false, null),
                        new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
        int[] colors = converted.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < colors.length; i++) {
            colors[i] = colors[i] & 0xFFFFFF | argb[i] & 0xFF000000;
        }
        return new Pixels(width, height, colors, opaque);
    }

    /** Whether it looks like a photograph, in which a small loss is not seen. */
    boolean isPhoto() {
        int columns = Math.min(width, SAMPLE);
        int rows = Math.min(height, SAMPLE);
        Set<Integer> colors = new HashSet<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int y = (int) ((long) row * height / rows);
                colors.add(argb[y * width + (int) ((long) column * width / columns)]);
            }
        }
        return colors.size() * 100L > (long) columns * rows * PHOTO_PERCENT;
    }

    BufferedImage image() {
        BufferedImage image =
                new BufferedImage(width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }
}
