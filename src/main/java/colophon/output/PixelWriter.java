package colophon.output;

import colophon.model.Picture.Type;
import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pixels, always with the same result. */
final class PixelWriter {
    /** What the results depend on, beside the pixels. To be changed with whatever changes them. */
    static final String RECIPE = "1, JPEG 82, WebP 80, webp-imageio 0.11.0";

    private static final float JPEG_QUALITY = 0.82f;
    private static final float WEBP_QUALITY = 0.8f;
    /** A switch for who wants no native code to run. */
    private static final String SWITCH = "colophon.webp";

    private static final int MOST_INDEXED = 256;

    private final boolean lossless;

    /** @param lossless for drawings and screenshots, where a loss would be seen */
    PixelWriter(boolean lossless) {
        this.lossless = lossless;
    }

    /** Whether this machine can write WebP: the library for it is native, and not there for every system. */
    static boolean knowsWebp() {
        return !"off".equals(System.getProperty(SWITCH)) && Native.THERE;
    }

    /** Found out once, and only when it matters. */
    private static final class Native {
        static final boolean THERE = tried();

        private static boolean tried() {
            PrintStream err = System.err;
            try {
                // The library prints what goes wrong with it; people are told in our own words.
                System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
                new PixelWriter(true).write(new Pixels(1, 1, new int[] {-1}, true), Type.WEBP);
                return true;
            } catch (IOException | RuntimeException | LinkageError e) {
                return false;
            } finally {
                System.setErr(err);
            }
        }
    }

    byte[] write(Pixels pixels, Type type) throws IOException {
        return switch (type) {
            case JPEG -> encode(ImageIO.getImageWritersByFormatName("jpeg").next(), pixels.image(), JPEG_QUALITY);
            case PNG ->
                encode(
                        ImageIO.getImageWritersByFormatName("png").next(),
                        indexed(pixels).orElseGet(pixels::image),
                        0);
            case WEBP -> webp(pixels);
            case SVG -> throw new IllegalArgumentException("no pixels");
        };
    }

    private static byte[] encode(ImageWriter writer, BufferedImage image, float quality) throws IOException {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        param.setProgressiveMode(quality > 0 ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        return encode(writer, image, param);
    }

    private static byte[] encode(ImageWriter writer, BufferedImage image, ImageWriteParam param) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private byte[] webp(Pixels pixels) throws IOException {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        WebPWriteParam param = (WebPWriteParam) writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(lossless ? CompressionType.Lossless : CompressionType.Lossy);
        param.setCompressionQuality(lossless ? 0.75f : WEBP_QUALITY);
        return encode(writer, pixels.image(), param);
    }

    /** A picture of few colours as a list of them, which packs much better. */
    private static Optional<BufferedImage> indexed(Pixels pixels) {
        return Palette.of(pixels.argb()).map(palette -> {
            int[] colors = palette.colors();
            int bits = 1;
            while (1 << bits < colors.length) {
                bits *= 2;
            }
            IndexColorModel model =
                    new IndexColorModel(bits, colors.length, colors, 0, !pixels.opaque(), -1, DataBuffer.TYPE_BYTE);
            int type = bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
            BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), type, model);
            // Where pixels share a byte, this is how many are handed over at once, one a byte.
            image.getRaster().setDataElements(0, 0, pixels.width(), pixels.height(), palette.indexes());
            return image;
        });
    }

    /**
     * The colours of a picture that has few, in the order they come in.
     *
     * @param indexes of the colour of each pixel
     */
    private record Palette(int[] colors, byte[] indexes) {
        /** The logarithm of the number of places for colours: with four times as many as needed they are found at once. */
        private static final int PLACES_BITS = 10;

        private static final int SPREAD = 0x9E3779B9;

        static Optional<Palette> of(int[] argb) {
            int[] colors = new int[MOST_INDEXED];
            byte[] indexes = new byte[argb.length];
            // Numbers of colours, from 1.
            short[] places = new short[1 << PLACES_BITS];
            int count = 0;
            for (int i = 0; i < argb.length; i++) {
                int color = argb[i];
                if (i > 0 && color == argb[i - 1]) {
                    indexes[i] = indexes[i - 1];
                    continue;
                }
                int place = color * SPREAD >>> Integer.SIZE - PLACES_BITS;
                while (places[place] != 0 && colors[places[place] - 1] != color) {
                    place = (place + 1) % places.length;
                }
                if (places[place] == 0) {
                    if (count == MOST_INDEXED) {
                        return Optional.empty();
                    }
                    colors[count++] = color;
                    places[place] = (short) count;
                }
                indexes[i] = (byte) (places[place] - 1);
            }
            return Optional.of(new Palette(Arrays.copyOf(colors, count), indexes));
        }
    }
}
