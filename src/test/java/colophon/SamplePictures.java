package colophon;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures made for tests, the same each time. */
public final class SamplePictures {
    /** Where a picture was taken, as cameras write it. */
    public static final String PLACE = "Taken at 38.8977 N, 77.0365 W";

    private SamplePictures() {}

    /** Soft shapes with the noise of a camera. */
    public static BufferedImage photo(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double across = (double) x / width;
                double down = (double) y / height;
                int noise = random.nextInt(13);
                int red = (int) (120 + 100 * Math.sin(5 * across + 3 * down)) + noise;
                int green = (int) (120 + 100 * Math.sin(7 * down - 2 * across)) + noise;
                int blue = (int) (120 + 100 * Math.cos(4 * across * down)) + noise;
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return image;
    }

    /** Lines and flat colours. */
    public static BufferedImage drawing(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setStroke(new BasicStroke(3));
        for (int i = 0; i < 20; i++) {
            pen.setColor(new Color(31, 58, 5 * i));
            pen.fillRect(i * width / 20, height - i * height / 40, width / 30, i * height / 40);
            pen.drawLine(0, i * height / 20, width, i * height / 25);
        }
        pen.dispose();
        return image;
    }

    public static byte[] png(BufferedImage image) {
        return written(image, "png");
    }

    public static byte[] gif(BufferedImage image) {
        return written(image, "gif");
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** As a good camera saves it. */
    public static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.95f);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A JPEG with what a camera notes: the place, and how it was held. */
    public static byte[] withExif(byte[] jpeg, int orientation) {
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 2});
        exif.writeBytes(new byte[] {1, 14, 0, 2, 0, 0, 0, (byte) (PLACE.length() + 1), 0, 0, 0, 38});
        exif.writeBytes(new byte[] {1, 18, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
        exif.writeBytes(new byte[] {0, 0, 0, 0});
        exif.writeBytes((PLACE + "\0").getBytes(StandardCharsets.ISO_8859_1));
        return withSegment(jpeg, 0xE1, exif.toByteArray());
    }

    /** A JPEG with one more segment at its start. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] segment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(
                new byte[] {(byte) 0xFF, (byte) marker, (byte) (segment.length + 2 >> 8), (byte) (segment.length + 2)});
        out.writeBytes(segment);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** A PNG with one more chunk behind its head. */
    public static byte[] withChunk(byte[] png, String type, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, 33);
        byte[] body = new byte[4 + data.length];
        System.arraycopy(type.getBytes(StandardCharsets.ISO_8859_1), 0, body, 0, 4);
        System.arraycopy(data, 0, body, 4, data.length);
        CRC32 sum = new CRC32();
        sum.update(body);
        out.writeBytes(number(data.length));
        out.writeBytes(body);
        out.writeBytes(number((int) sum.getValue()));
        out.write(png, 33, png.length - 33);
        return out.toByteArray();
    }

    /** As a chunk of a PNG holds a colour profile. */
    public static byte[] packed(byte[] profile) {
        Deflater deflater = new Deflater();
        deflater.setInput(profile);
        deflater.finish();
        byte[] bytes = new byte[profile.length + 1000];
        int length = deflater.deflate(bytes);
        byte[] chunk = new byte[3 + length];
        chunk[0] = 'p';
        System.arraycopy(bytes, 0, chunk, 3, length);
        return chunk;
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }
}
