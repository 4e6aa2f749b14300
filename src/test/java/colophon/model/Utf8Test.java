package colophon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static final String SIGNS = "ab Żé“…水\u00A0\uFFFD\uFFFF😀𝒳\uD83D\uDE00";

    @Test
    void encodesAsJavaDoes() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            Utf8 utf8 = new Utf8(random.nextInt(20));
            for (int pieces = random.nextInt(4); pieces > 0; pieces--) {
                StringBuilder piece = new StringBuilder();
                for (int length = random.nextInt(12); length > 0; length--) {
                    piece.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
                }
                utf8.append(piece.toString().toCharArray(), 0, piece.length());
                // What is half a sign at the end of a piece is one for good.
                text.append(new String(piece.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            }
            byte[] expected = text.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(utf8.bytes()).isEqualTo(expected);
            assertThat(utf8.size()).isEqualTo(expected.length);
            assertThat(utf8.finish()).isEqualTo(expected);
        }
    }
}
