package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.model.Picture.Type;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelWriterTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 29;

    /** Bytes of a PNG before its header says how many bits a pixel has. */
    private static final int BITS_AT = 24;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2", "5, 4", "16, 4", "17, 8", "255, 8", "256, 8"})
    void writesFewColorsWithFewBits(int colors, int bits) throws IOException {
        int[] argb = pixels(colors);
        byte[] png = new PixelWriter(true).write(new Pixels(WIDTH, HEIGHT, argb, true), Type.PNG);
        assertThat(png[BITS_AT]).isEqualTo((byte) bits);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(read.getColorModel().getPixelSize()).isEqualTo(bits);
        assertThat(read.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH)).isEqualTo(argb);
    }

    @ParameterizedTest
    @CsvSource({"257", "1000"})
    void writesManyColorsAsTheyAre(int colors) throws IOException {
        int[] argb = pixels(colors);
        byte[] png = new PixelWriter(true).write(new Pixels(WIDTH, HEIGHT, argb, true), Type.PNG);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(read.getColorModel().getPixelSize()).isGreaterThanOrEqualTo(24);
        assertThat(read.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH)).isEqualTo(argb);
    }

    /** Runs of some pixels, so that the same colour comes beside itself and again later. */
    private static int[] pixels(int colors) {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            int number = i < colors ? i : i / 3 % colors;
            argb[i] = 0xFF000000 | number * 0x010305;
        }
        return argb;
    }
}
