package colophon.output;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.SiteFixture;
import colophon.model.Lazy;
import colophon.output.CardPainter.Colors;
import colophon.output.CardPainter.Faces;
import colophon.output.CardPainter.Format;
import colophon.output.CardPainter.Words;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardPainterTest {
    private static final Colors COLORS = new Colors(0xFF1F3A5F, 0xFF294A75, 0xFFFBFAF7, 0xFFCFDAEA);
    private static final String LONG =
            "The Unfinished Settlement of Rivers, Railways and Reserves: What Eleven Ministries, Four"
                    + " Development Banks and Two Alliances Learned between 1990 and 2023";

    /** Opened once: that takes longer than to draw. */
    private static final Lazy<TrueTypeFont> JAPANESE = new Lazy<>(() -> font("NotoSerifJP-Regular"));

    private static final Faces FACES =
            new Faces(face("SourceSerif4-Semibold"), face("SourceSerif4-Regular"), face("SourceSans3-Semibold"));

    private static Faces faces() {
        return FACES;
    }

    private static Typeface face(String name) {
        return new Typeface(List.of(new Lazy<>(() -> font(name)), JAPANESE));
    }

    private static TrueTypeFont font(String name) {
        try {
            Path file = SiteFixture.project().resolve("site-assets/fonts/print/" + name + ".ttf");
            return Typeface.open(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Words words(String title, String subtitle) {
        return new Words(
                "Joint report · 28 November 2018",
                title,
                subtitle,
                List.of("Center for Strategic and International Studies", "アジア・パシフィック・イニシアティブ"),
                "Demonstration");
    }

    /** Draws it, and keeps the picture for who wants to look at it. */
    private static BufferedImage draw(String name, Format format, Words words) throws IOException {
        byte[] png = CardPainter.png(new CardPainter(format, COLORS, faces()).paint(words));
        Path file = SiteFixture.project().resolve("target/cards/" + name + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, png);
        assertThat(png.length).isLessThan(format == Format.CARD ? 60_000 : 160_000);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        // To ask a picture with few bits a pixel for one color takes long.
        BufferedImage plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        plain.createGraphics().drawImage(read, 0, 0, null);
        return plain;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Water",
                "The Article II Mandate",
                LONG,
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                "日米同盟の経済的側面をどう強化するか：第二条の使命を問い直す",
                "Nước và điện ở đồng bằng sông Cửu Long"
            })
    void keepsTitlesWithinItsEdges(String title) throws IOException {
        String name = title.substring(0, Math.min(5, title.length()));
        for (Format format : new Format[] {Format.CARD, Format.COVER}) {
            BufferedImage card = draw(
                    name + format.width(),
                    format,
                    words(
                            title,
                            title.length() > 100
                                    ? LONG
                                    : "Forging a Stronger Economic Alliance between the United States and Japan"));
            assertThat(card.getWidth()).isEqualTo(format.width());
            assertThat(card.getHeight()).isEqualTo(format.height());
            int outside = 0;
            for (int y = 0; y < card.getHeight(); y++) {
                for (int x = 0; x < card.getWidth(); x++) {
                    boolean edge = x < format.edge() - 12
                            || x >= card.getWidth() - format.edge() + 12
                            || y < 30
                            || y > card.getHeight() - 30;
                    outside += edge && card.getRGB(x, y) != COLORS.cover() ? 1 : 0;
                }
            }
            assertThat(outside).isZero();
            // The titles are there, and end above the rule.
            assertThat(bright(card, format.title(), format.rule() - 6)).isGreaterThan(500);
            assertThat(bright(card, format.rule() - 8, format.rule())).isZero();
        }
    }

    private static int bright(BufferedImage card, int from, int to) {
        int found = 0;
        for (int y = from; y < to; y++) {
            for (int x = 0; x < card.getWidth(); x++) {
                found += (card.getRGB(x, y) & 0xFF) > 0xC0 ? 1 : 0;
            }
        }
        return found;
    }

    @Test
    void breaksLinesBetweenWords() {
        Typeface serif = face("SourceSerif4-Semibold");
        assertThat(serif.balanced("The Regional Trade Architecture of Asia", 500, 60))
                .hasSizeBetween(3, 4)
                .allSatisfy(line -> assertThat(serif.width(line, 60)).isLessThanOrEqualTo(500));
        assertThat(serif.lines("日米同盟、経済。", 130, 60)).noneMatch(line -> line.startsWith("、") || line.startsWith("。"));
    }

    @Test
    void saysWhatItCannotDraw() {
        assertThat(CardPainter.canDraw(words("Water", ""), faces())).isTrue();
        assertThat(CardPainter.canDraw(words("😀", ""), faces())).isFalse();
    }

    /** An edge is as grey as the part of the pixel that is covered, and nothing is drawn outside. */
    @Test
    void fillsExactly() {
        Canvas canvas = new Canvas(4, 3, 0xFF000000);
        canvas.fill(new java.awt.geom.Rectangle2D.Double(0.5, 0, 2, 2), 0xFFFFFFFF);
        int[] row = java.util.Arrays.copyOf(canvas.pixels().argb(), 4);
        assertThat(row).containsExactly(0xFF888888, 0xFFFFFFFF, 0xFF888888, 0xFF000000);
        assertThat(canvas.pixels().argb()[8]).isEqualTo(0xFF000000);
    }
}
