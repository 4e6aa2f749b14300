package colophon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

/** A theme may bring fonts with more letters than the supplied ones have. Those that the PDF cannot set are an error all the same. */
class ThemeFontTest {
    private static final String FONT = "site-assets/fonts/print/SourceSerif4-Regular.ttf";
    private static final int LAST = 0x3000;

    private static final Map<String, String> COMPLEX = Map.ofEntries(
            Map.entry("Arabic", "مياه"),
            Map.entry("Hebrew", "מים"),
            Map.entry("Syriac", "ܡܝܐ"),
            Map.entry("Thaana", "ފެން"),
            Map.entry("Nko", "ߖߌ"),
            Map.entry("Devanagari", "नदी"),
            Map.entry("Bengali", "নদী"),
            Map.entry("Tamil", "நதி"),
            Map.entry("Khmer", "ទន្លេ"),
            Map.entry("Myanmar", "မြစ်"),
            Map.entry("Thai", "แม่น้ำ"));

    @Test
    void scriptsThatMustBeShapedOrTurnedAreErrors() throws IOException {
        String problems = site().edit(
                        "content/brief.md", text -> text + "\n" + String.join(", ", COMPLEX.values()) + "\n")
                .build()
                .problems();
        assertThat(problems).contains(COMPLEX.size() + " errors");
        assertThat(COMPLEX.keySet())
                .allMatch(script -> problems.contains("cannot be set in the script " + script + ","));
    }

    @Test
    void scriptsOfLettersOneAfterTheOtherArePrinted() throws IOException {
        site().edit("content/brief.md", text -> text + "\nThe words գետ, მდინარე and ᎠᎹ mean river.\n")
                .build()
                .isClean();
    }

    private static SiteFixture site() throws IOException {
        return SiteFixture.of("sites/minimal").withDownloads().change(FONT, withLetters());
    }

    /** The supplied font, which shows what it lacks with the glyph of its first letter. */
    private static byte[] withLetters() throws IOException {
        byte[] font = Files.readAllBytes(SiteFixture.project().resolve(FONT));
        Map<Integer, Integer> glyphs = new TreeMap<>();
        try (TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            CmapLookup lookup = read.getUnicodeCmapLookup();
            for (int c = ' '; c < LAST; c++) {
                int glyph = lookup.getGlyphId(c);
                if (glyph != 0 || Character.isDefined(c)) {
                    glyphs.put(c, glyph != 0 ? glyph : lookup.getGlyphId('a'));
                }
            }
        }
        ByteBuffer cmap = ByteBuffer.allocate(28 + 12 * glyphs.size());
        cmap.putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 3)
                .putShort((short) 10)
                .putInt(12);
        cmap.putShort((short) 12)
                .putShort((short) 0)
                .putInt(16 + 12 * glyphs.size())
                .putInt(0)
                .putInt(glyphs.size());
        glyphs.forEach((c, glyph) -> cmap.putInt(c).putInt(c).putInt(glyph));
        return withTable(font, "cmap", cmap.array());
    }

    private static byte[] withTable(byte[] font, String name, byte[] table) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(font.clone());
        for (int i = 0; i < out.getShort(4); i++) {
            int entry = 12 + 16 * i;
            if (new String(font, entry, 4, StandardCharsets.US_ASCII).equals(name)) {
                out.putInt(entry + 8, font.length).putInt(entry + 12, table.length);
            }
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(out.array());
        whole.write(table);
        return whole.toByteArray();
    }
}
