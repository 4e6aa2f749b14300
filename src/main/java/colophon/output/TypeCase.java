package colophon.output;

import com.openhtmltopdf.svgsupport.PDFTranscoder.OpenHtmlFontResolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * What a document is set from: opened fonts, and what was found out about words. To open the fonts takes as long as to lay out some pages,
 * so the next document is set from the same case; but not two at once: a font reads its file from where it read last.
 */
final class TypeCase {
    private final Function<String, byte[]> files;
    private final Map<String, TrueTypeFont> fonts = new HashMap<>();
    private final Map<List<?>, OpenHtmlFontResolver> drawn = new HashMap<>();
    private final Map<WordWidths.Cut, Map<String, Integer>> widths = new HashMap<>();
    private final Map<Hyphenator, Map<String, String>> hyphenated = new HashMap<>();

    /** @param files the bytes of a font by name, or null */
    TypeCase(Function<String, byte[]> files) {
        this.files = files;
    }

    /** A font of the printed editions, without its ligatures and other forms. */
    TrueTypeFont font(String file) {
        TrueTypeFont font = fonts.get(file);
        if (font == null) {
            font = Typeface.open(bytes(file));
            fonts.put(file, font);
        }
        return font;
    }

    byte[] bytes(String file) {
        byte[] bytes = files.apply("fonts/print/" + file);
        if (bytes == null) {
            throw new IllegalStateException("the font site-assets/fonts/print/" + file + " is missing");
        }
        return bytes;
    }

    /** Fonts as drawings are lettered with, opened when the first drawing wants them. */
    OpenHtmlFontResolver drawn(List<?> names, Supplier<OpenHtmlFontResolver> open) {
        return drawn.computeIfAbsent(names, it -> open.get());
    }

    /** The widths of words in a size of a font, as far as they are known. */
    Map<String, Integer> widths(WordWidths.Cut cut) {
        return widths.computeIfAbsent(cut, it -> new HashMap<>());
    }

    /** A word with soft hyphens in it. */
    String hyphenate(String word, Hyphenator language) {
        return hyphenated.computeIfAbsent(language, it -> new HashMap<>()).computeIfAbsent(word, language::hyphenate);
    }
}
