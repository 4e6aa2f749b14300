package colophon.output;

import colophon.model.PictureHeader;
import colophon.model.PictureHeader.Format;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes a picture in the size it is wanted in: upright, eight bits a colour, in the colours of screens. */
final class PixelReader {
    /** More than this is not decoded at once: of a picture with more, every second or third pixel is passed over. */
    private static final long MOST_BYTES = 180L << 20;

    /** Values of red, green and blue to try a profile with. */
    private static final int[] PROBES = {0, 64, 128, 192, 255};
    /** What is so close is the same but for how it was worked out. */
    private static final int SAME = 4;

    private final PictureHeader header;
    private final byte[] bytes;

    PixelReader(PictureHeader header, byte[] bytes) {
        this.header = header;
        this.bytes = bytes;
    }

    /**
     * The picture in a width, of what people see of it, that is not larger than its own.
     *
     * @throws IOException when the file is damaged
     */
    Pixels read(int shownWidth) throws IOException {
        int shownHeight = heightFor(shownWidth, header.shownWidth(), header.shownHeight());
        boolean lying = header.shownWidth() != header.width() || header.orientation() >= 5;
        int width = lying ? shownHeight : shownWidth;
        int height = lying ? shownWidth : shownHeight;
        ImageReader reader = reader();
        try {
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)), true, true);
            BufferedImage image = reader.read(0, everySecond(reader, width, height));
            Pixels scaled = scale(onCanvas(image), width, height);
            Optional<ICC_Profile> profile = profile(image.getColorModel());
            return (profile.isPresent() ? scaled.inScreenColors(profile.get()) : scaled).turned(header.orientation());
        } catch (RuntimeException e) {
            // Decoders meet damaged files with whatever went wrong inside of them.
            throw new IIOException("damaged", e);
        } finally {
            reader.dispose();
        }
    }

    /** The height that goes with a width. */
    static int heightFor(int newWidth, int width, int height) {
        return (int) Math.max(1, ((long) height * newWidth + width / 2) / width);
    }

    private ImageReader reader() {
        return header.format() == Format.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(header.format().name()).next();
    }

    /** Of a picture twice as large as it is wanted or more, some pixels need not be kept. */
    private ImageReadParam everySecond(ImageReader reader, int width, int height) {
        ImageReadParam param = reader.getDefaultReadParam();
        boolean stepwise = header.format() == Format.JPEG || header.format() == Format.PNG;
        if (stepwise) {
            int step = Math.max(1, Math.min(header.width() / width, header.height() / height) / 2);
            while ((long) header.width() * header.height() * header.bytesPerPixel() / step / step > MOST_BYTES) {
                step++;
            }
            param.setSourceSubsampling(step, step, 0, 0);
        }
        return param;
    }

    /** The first picture of a GIF may be smaller than its canvas. */
    private BufferedImage onCanvas(BufferedImage image) {
        if (header.format() != Format.GIF
                || image.getWidth() == header.width() && image.getHeight() == header.height()) {
            return image;
        }
        BufferedImage canvas = new BufferedImage(header.width(), header.height(), BufferedImage.TYPE_INT_ARGB);
        int at = firstPicture();
        canvas.createGraphics().drawImage(image, little(at + 1), little(at + 3), null);
        return canvas;
    }

    private int little(int offset) {
        return bytes[offset] & 0xFF | (bytes[offset + 1] & 0xFF) << 8;
    }

    /** Where the first picture of a GIF is described. */
    private int firstPicture() {
        int at = 13 + ((bytes[10] & 0x80) == 0 ? 0 : 3 << (bytes[10] & 7) + 1);
        while (bytes[at] == 0x21) {
            at += 2;
            while (bytes[at] != 0) {
                at += 1 + (bytes[at] & 0xFF);
            }
            at++;
        }
        return at;
    }

    private static Pixels scale(BufferedImage image, int width, int height) {
        int wide = Math.min(width, image.getWidth());
        int high = Math.min(height, image.getHeight());
        AreaScaler scaler = new AreaScaler(image.getWidth(), image.getHeight(), wide, high);
        Rows rows = new Rows(image);
        for (int y = 0; y < image.getHeight(); y++) {
            scaler.add(rows.row(y));
        }
        return scaler.pixels();
    }

    /** What the colours mean, where that is something else than what all take for granted. */
    private Optional<ICC_Profile> profile(ColorModel model) throws IOException {
        Optional<ICC_Profile> found = Optional.empty();
        if (model.getColorSpace() instanceof ICC_ColorSpace space && !space.isCS_sRGB()) {
            found = Optional.of(space.getProfile());
        } else if (header.format() == Format.PNG) {
            found = pngProfile();
        }
        return found.filter(profile -> profile.getNumComponents() == 3).filter(profile -> !isUsual(profile));
    }

    /** Most profiles say what is taken for granted anyway: then no colour is changed, not even by the least. */
    private static boolean isUsual(ICC_Profile profile) {
        int[] probes = new int[PROBES.length * PROBES.length * PROBES.length];
        for (int i = 0; i < probes.length; i++) {
            int red = PROBES[i % PROBES.length];
            int green = PROBES[i / PROBES.length % PROBES.length];
            int blue = PROBES[i / PROBES.length / PROBES.length];
            probes[i] = 0xFF000000 | red << 16 | green << 8 | blue;
        }
        int[] shown = new Pixels(probes.length, 1, probes, true)
                .inScreenColors(profile)
                .argb();
        for (int i = 0; i < probes.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                if (Math.abs((probes[i] >> shift & 0xFF) - (shown[i] >> shift & 0xFF)) > SAME) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<ICC_Profile> pngProfile() throws IOException {
        int at = 8;
        while (at + 12 <= bytes.length) {
            int length = (bytes[at] & 0xFF) << 24
                    | (bytes[at + 1] & 0xFF) << 16
                    | (bytes[at + 2] & 0xFF) << 8
                    | bytes[at + 3] & 0xFF;
            String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("IDAT") || length < 0) {
                break;
            }
            if (type.equals("iCCP")) {
                int start = at + 8;
                while (bytes[start] != 0) {
                    start++;
                }
                try (InflaterInputStream in = new InflaterInputStream(
                        new ByteArrayInputStream(bytes, start + 2, at + 8 + length - start - 2))) {
                    return Optional.of(ICC_Profile.getInstance(in));
                }
            }
            at += 12 + length;
        }
        return Optional.empty();
    }

    /**
     * The rows of an image as numbers for each pixel. Reads what was stored, not what Java's colour spaces make of it: they take grey for
     * something else than browsers do.
     */
    private static final class Rows {
        private final Raster raster;
        private final int bands;
        private final int[] palette;
        private final boolean wide;
        private final int[] samples;
        private final int[] row;

        Rows(BufferedImage image) {
            raster = image.getRaster();
            bands = raster.getNumBands();
            wide = raster.getTransferType() == DataBuffer.TYPE_USHORT
                    && !(image.getColorModel() instanceof IndexColorModel);
            samples = new int[image.getWidth() * bands];
            row = new int[image.getWidth()];
            palette = palette(image.getColorModel(), raster);
        }

        private static int[] palette(ColorModel model, Raster raster) {
            if (!(model instanceof IndexColorModel index)) {
                return grey(raster);
            }
            int[] palette = new int[256];
            int[] colors = new int[index.getMapSize()];
            index.getRGBs(colors);
            System.arraycopy(colors, 0, palette, 0, Math.min(colors.length, palette.length));
            return palette;
        }

        /** Grey of less than eight bits. */
        private static int[] grey(Raster raster) {
            int bits = raster.getSampleModel().getSampleSize(0);
            if (raster.getNumBands() > 1 || bits >= 8) {
                return new int[0];
            }
            int most = (1 << bits) - 1;
            int[] palette = new int[most + 1];
            for (int i = 0; i <= most; i++) {
                palette[i] = 0xFF000000 | i * 255 / most * 0x010101;
            }
            return palette;
        }

        int[] row(int y) {
            samples(y);
            for (int x = 0; x < row.length; x++) {
                int at = x * bands;
                if (palette.length > 0) {
                    row[x] = palette[samples[at]];
                } else if (bands < 3) {
                    int alpha = bands == 2 ? samples[at + 1] : 0xFF;
                    row[x] = alpha << 24 | samples[at] * 0x010101;
                } else {
                    int alpha = bands == 4 ? samples[at + 3] : 0xFF;
                    row[x] = alpha << 24 | samples[at] << 16 | samples[at + 1] << 8 | samples[at + 2];
                }
            }
            return row;
        }

        private void samples(int y) {
            if (raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                    && raster.getDataBuffer() instanceof DataBufferByte buffer
                    && raster.getSampleModelTranslateX() == 0
                    && raster.getSampleModelTranslateY() == 0) {
                byte[] data = buffer.getData();
                for (int band = 0; band < bands; band++) {
                    int at = buffer.getOffset() + model.getOffset(0, y, band);
                    for (int i = band; i < samples.length; i += bands) {
                        samples[i] = data[at] & 0xFF;
                        at += model.getPixelStride();
                    }
                }
                return;
            }
            raster.getPixels(0, y, row.length, 1, samples);
            if (wide) {
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = (samples[i] + 128) / 257;
                }
            }
        }
    }
}
