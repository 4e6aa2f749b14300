package colophon.output;

import com.openhtmltopdf.svgsupport.PDFTranscoder.OpenHtmlFontResolver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The opened fonts that a document is set from, and what was measured in them. To open them takes as long as to lay out some pages, so the
 * next document is set from the same case; but not two at once: a font reads its file from where it read last.
 */
final class TypeCase {
    private static final int FIRST_TABLE = 12;
    private static final int TABLE_BYTES = 16;
    private static final int FORMS = tag("GSUB");
    private static final int UNREAD = tag("gsub");

    private final Function<String, byte[]> files;
    private final Map<String, TrueTypeFont> fonts = new HashMap<>();
    private final Map<List<?>, OpenHtmlFontResolver> drawn = new HashMap<>();
    private final Map<WordWidths.Cut, Map<String, Integer>> widths = new HashMap<>();

    /** @param files the bytes of a font by name, or null */
    TypeCase(Function<String, byte[]> files) {
        this.files = files;
    }

    /** A font of the printed editions, without its ligatures and other forms. */
    TrueTypeFont font(String file) {
        TrueTypeFont font = fonts.get(file);
        if (font == null) {
            font = open(file);
            fonts.put(file, font);
        }
        return font;
    }

    private TrueTypeFont open(String file) {
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(withoutForms(bytes(file))));
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new IllegalStateException("the font " + file + " cannot be read", e);
        }
    }

    byte[] bytes(String file) {
        byte[] bytes = files.apply("fonts/print/" + file);
        if (bytes == null) {
            throw new IllegalStateException("the font site-assets/fonts/print/" + file + " is missing");
        }
        return bytes;
    }

    /** The table of other forms of letters is not used, takes longer to read than all others, and is passed over by any other name. */
    private static byte[] withoutForms(byte[] font) {
        ByteBuffer copy = ByteBuffer.wrap(font.clone());
        int tables = copy.getShort(4);
        for (int i = 0, at = FIRST_TABLE; i < tables; i++, at += TABLE_BYTES) {
            if (copy.getInt(at) == FORMS) {
                copy.putInt(at, UNREAD);
            }
        }
        return copy.array();
    }

    private static int tag(String name) {
        return name.chars().reduce(0, (tag, letter) -> tag << 8 | letter);
    }

    /** Fonts as drawings are lettered with, opened when the first drawing wants them. */
    OpenHtmlFontResolver drawn(List<?> names, Supplier<OpenHtmlFontResolver> open) {
        return drawn.computeIfAbsent(names, it -> open.get());
    }

    /** The widths of words in a size of a font, as far as they are known. */
    Map<String, Integer> widths(WordWidths.Cut cut) {
        return widths.computeIfAbsent(cut, it -> new HashMap<>());
    }
}
