package colophon.output;

import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import com.openhtmltopdf.pdfboxout.PdfBoxTextRenderer;
import com.openhtmltopdf.render.FSFont;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Measures a word once in each font, however often documents have it. */
final class WordWidths extends PdfBoxTextRenderer {
    /** Longer ones are whole lines, which hardly come twice. */
    private static final int LONGEST = 24;

    /** A size of a font and of those that stand in for it. */
    record Cut(List<String> faces, float size) {
        Cut {
            faces = List.copyOf(faces);
        }
    }

    private final TypeCase type;
    private final Map<FSFont, Map<String, Integer>> known = new IdentityHashMap<>();

    WordWidths(TypeCase type) {
        this.type = type;
    }

    @Override
    public int getWidth(FontContext context, FSFont font, String text) {
        if (text.length() > LONGEST) {
            return super.getWidth(context, font, text);
        }
        Map<String, Integer> widths = known.computeIfAbsent(font, this::widths);
        Integer width = widths.get(text);
        if (width == null) {
            width = super.getWidth(context, font, text);
            widths.put(text, width);
        }
        return width;
    }

    /** The engine describes a font anew for each layout. What a style sheet brings along may bear any name, so it is measured for itself. */
    private Map<String, Integer> widths(FSFont font) {
        List<FontDescription> faces = ((PdfBoxFSFont) font).getFontDescriptions();
        boolean ours = faces.stream().allMatch(face -> !face.isFromFontFace() && face.getFamily() != null);
        return ours
                ? type.widths(new Cut(faces.stream().map(WordWidths::name).toList(), font.getSize2D()))
                : new HashMap<>();
    }

    private static String name(FontDescription face) {
        return face.getFamily() + " " + face.getWeight() + " " + face.getStyle();
    }
}
