package colophon.output;

import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.pdfboxout.PdfBoxTextRenderer;
import com.openhtmltopdf.render.FSFont;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Measures a word once in each font, however often a document has it. */
final class WordWidths extends PdfBoxTextRenderer {
    /** Longer ones are whole lines, which hardly come twice. */
    private static final int LONGEST = 24;

    private final Map<FSFont, Map<String, Integer>> known = new IdentityHashMap<>();

    @Override
    public int getWidth(FontContext context, FSFont font, String text) {
        if (text.length() > LONGEST) {
            return super.getWidth(context, font, text);
        }
        Map<String, Integer> widths = known.computeIfAbsent(font, it -> new HashMap<>());
        Integer width = widths.get(text);
        if (width == null) {
            width = super.getWidth(context, font, text);
            widths.put(text, width);
        }
        return width;
    }
}
