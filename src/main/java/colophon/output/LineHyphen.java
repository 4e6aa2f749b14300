package colophon.output;

import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfContentStreamAdapter;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.RenderingContext;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * The hyphen of a word that goes on in the next line. It says that it is a soft one, so that the word is found, copied and read aloud as a
 * whole; the hyphens of compounds stay what they are. (ISO 32000-1, 14.8.2.2.3)
 */
final class LineHyphen extends InlineText {
    private static final String SHAPE = "-";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** As the strings of PDF have it: their own encoding has no such sign. */
    private static final byte[] SOFT_HYPHEN =
            (BYTE_ORDER_MARK + Hyphenator.SOFT_HYPHEN).getBytes(StandardCharsets.UTF_16BE);

    private static final COSName SPAN = COSName.getPDFName("Span");

    private final COSDictionary meaning;

    private LineHyphen(COSDictionary meaning) {
        this.meaning = meaning;
        setMasterText(SHAPE);
        setSubstring(0, SHAPE.length());
    }

    /** Takes the place of the hyphens that the layout engine would draw. */
    static void mark(PdfBoxRenderer renderer) {
        COSDictionary meaning = new COSDictionary();
        meaning.setItem(COSName.ACTUAL_TEXT, new COSString(SOFT_HYPHEN));
        LayoutContext context = renderer.getSharedContext().newLayoutContextInstance();
        // Notes hang on no other box.
        Set<Box> roots = Collections.newSetFromMap(new IdentityHashMap<>());
        roots.add(renderer.getRootBox());
        PrintedFlow.places(renderer).values().forEach(box -> roots.add(root(box)));
        roots.forEach(box -> mark(box, meaning, context));
    }

    /** Whether a text ends within a word. */
    static boolean isBehind(String text) {
        return text.endsWith(String.valueOf(Hyphenator.SOFT_HYPHEN));
    }

    /** Whether a line that is laid out ends within a word. */
    static boolean ends(Box line) {
        Box last = line.getChildCount() == 0 ? line : line.getChild(line.getChildCount() - 1);
        InlineText text = last instanceof InlineLayoutBox inline ? inline.findTrailingText() : null;
        return text != null && text.isEndsOnSoftHyphen();
    }

    private static Box root(Box box) {
        Box root = box;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root;
    }

    private static void mark(Box box, COSDictionary meaning, LayoutContext context) {
        for (int i = 0; i < box.getChildCount(); i++) {
            mark(box.getChild(i), meaning, context);
        }
        if (box instanceof InlineLayoutBox inline) {
            List<Object> children = inline.getInlineChildren();
            for (int i = 0; i < children.size(); i++) {
                if (children.get(i) instanceof InlineText text && text.isEndsOnSoftHyphen()) {
                    children.add(++i, behind(text, meaning, context));
                } else if (children.get(i) instanceof Box inside) {
                    mark(inside, meaning, context);
                }
            }
        }
    }

    private static LineHyphen behind(InlineText text, COSDictionary meaning, LayoutContext context) {
        LineHyphen hyphen = new LineHyphen(meaning);
        FSFont font = text.getParent().getStyle().getFSFont(context);
        int width = context.getTextRenderer().getWidth(context.getFontContext(), font, SHAPE);
        text.setEndsOnSoftHyphen(false);
        text.setWidth(text.getWidth() - width);
        hyphen.setParent(text.getParent());
        hyphen.setX(text.getX() + text.getWidth());
        hyphen.setWidth(width);
        return hyphen;
    }

    @Override
    public void paint(RenderingContext context) {
        PdfContentStreamAdapter page = ((PdfBoxOutputDevice) context.getOutputDevice()).getCurrentPage();
        page.beginMarkedContent(SPAN, meaning);
        super.paint(context);
        page.endMarkedContent();
    }
}
