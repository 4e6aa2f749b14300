package colophon.output;

import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;

/**
 * The hyphen of a word that goes on in the next line. It says that it is a soft one, so that the word is found, copied and read aloud as a
 * whole; the hyphens of compounds stay what they are. (ISO 32000-1, 14.8.2.2.3)
 */
final class LineHyphen {
    private static final String SHAPE = "-";

    private LineHyphen() {}

    /** Takes the place of the hyphens that the layout engine would draw. */
    static void mark(PdfBoxRenderer renderer) {
        COSDictionary meaning = LineSign.meaning(String.valueOf(Hyphenator.SOFT_HYPHEN));
        LayoutContext context = renderer.getSharedContext().newLayoutContextInstance();
        LineSign.roots(renderer).forEach(box -> mark(box, meaning, context));
    }

    /** Whether a text ends within a word. */
    static boolean isBehind(String text) {
        return text.endsWith(String.valueOf(Hyphenator.SOFT_HYPHEN));
    }

    /** Whether a line that is laid out ends within a word. */
    static boolean ends(Box line) {
        InlineText text = lastText(line);
        return text != null && text.isEndsOnSoftHyphen();
    }

    /** The last text of a line, or null. */
    static InlineText lastText(Box line) {
        Box last = line.getChildCount() == 0 ? line : line.getChild(line.getChildCount() - 1);
        return last instanceof InlineLayoutBox inline ? inline.findTrailingText() : null;
    }

    private static void mark(Box box, COSDictionary meaning, LayoutContext context) {
        for (int i = 0; i < box.getChildCount(); i++) {
            mark(box.getChild(i), meaning, context);
        }
        if (box instanceof InlineLayoutBox inline) {
            List<Object> children = inline.getInlineChildren();
            for (int i = 0; i < children.size(); i++) {
                if (children.get(i) instanceof InlineText text && text.isEndsOnSoftHyphen()) {
                    children.add(++i, after(text, meaning, context));
                } else if (children.get(i) instanceof Box inside) {
                    mark(inside, meaning, context);
                }
            }
        }
    }

    private static LineSign after(InlineText text, COSDictionary meaning, LayoutContext context) {
        LineSign hyphen = LineSign.after(text, SHAPE, meaning, context);
        text.setEndsOnSoftHyphen(false);
        text.setWidth(text.getWidth() - hyphen.getWidth());
        hyphen.setX(text.getX() + text.getWidth());
        return hyphen;
    }
}
