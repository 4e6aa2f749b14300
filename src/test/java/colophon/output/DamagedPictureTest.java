package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SamplePictures;
import colophon.model.Picture.Type;
import colophon.model.PictureHeader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever happened to a file, it is a picture or it is told: nothing else goes wrong. */
class DamagedPictureTest {
    private static final Map<String, byte[]> PICTURES = pictures();

    private static Map<String, byte[]> pictures() {
        BufferedImage photo = SamplePictures.photo(60, 40);
        Map<String, byte[]> pictures = new TreeMap<>();
        pictures.put("jpeg", SamplePictures.withExif(SamplePictures.jpeg(photo), 6));
        pictures.put("png", SamplePictures.png(photo));
        pictures.put("gif", SamplePictures.gif(SamplePictures.drawing(60, 40)));
        pictures.put("lossy", webp(photo, false));
        pictures.put("lossless", webp(photo, true));
        return pictures;
    }

    private static byte[] webp(BufferedImage image, boolean lossless) {
        int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        try {
            return new PixelWriter(lossless)
                    .write(new Pixels(image.getWidth(), image.getHeight(), argb, true), Type.WEBP);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyFormatIsRecognised() {
        PICTURES.forEach((name, bytes) -> {
            PictureHeader header = PictureHeader.of(bytes).orElseThrow();
            assertThat(header.whole()).as(name).isTrue();
            assertThat(List.of(header.shownWidth(), header.shownHeight()))
                    .as(name)
                    .isEqualTo(name.equals("jpeg") ? List.of(40, 60) : List.of(60, 40));
        });
    }

    /** A copy that was broken off is seen without decoding it. */
    @Test
    void noBeginningOfAFilePassesForTheWhole() {
        PICTURES.forEach((name, bytes) -> {
            for (int length = 0; length < bytes.length; length++) {
                byte[] beginning = Arrays.copyOf(bytes, length);
                assertThat(PictureHeader.of(beginning).filter(PictureHeader::whole))
                        .as("%s, %d bytes", name, length)
                        .isEmpty();
                PictureHeader whole = PictureHeader.of(bytes).orElseThrow();
                assertThat(BarePicture.of(whole, beginning)).isNotNull();
            }
        });
    }

    @Test
    void aChangedByteIsToldOrShown() {
        Random random = new Random(1);
        PICTURES.forEach((name, bytes) -> {
            for (int i = 0; i < 400; i++) {
                byte[] changed = bytes.clone();
                changed[random.nextInt(Math.min(changed.length, i % 2 == 0 ? 200 : changed.length))] =
                        (byte) random.nextInt(256);
                make(name, changed);
            }
        });
    }

    private static void make(String name, byte[] bytes) {
        Optional<PictureHeader> header = PictureHeader.of(bytes)
                .filter(it -> it.whole() && !it.forPress() && (long) it.width() * it.height() < 1_000_000);
        if (header.isEmpty()) {
            return;
        }
        assertThat(BarePicture.of(header.get(), bytes)).isNotEmpty();
        try {
            assertThat(new PictureMaker(header.get(), bytes, false).make())
                    .as(name)
                    .isNotEmpty();
        } catch (IOException damaged) {
            // The author is told so; any other exception would be a defect.
        }
    }

    /** What is left of a file holds the same picture, however often it is made bare. */
    @Test
    void aBareFileStaysAsItIs() {
        PICTURES.forEach((name, bytes) -> {
            byte[] bare = BarePicture.of(PictureHeader.of(bytes).orElseThrow(), bytes);
            PictureHeader header = PictureHeader.of(bare).orElseThrow();
            assertThat(header).as(name).isEqualTo(PictureHeader.of(bytes).orElseThrow());
            assertThat(BarePicture.of(header, bare)).as(name).isEqualTo(bare);
        });
    }
}
