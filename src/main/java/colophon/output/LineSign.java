package colophon.output;

import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfContentStreamAdapter;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.RenderingContext;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/** A character at the end of a line that the author did not write. It says what it stands for. (ISO 32000-1, 14.9.4) */
final class LineSign extends InlineText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final COSName SPAN = COSName.getPDFName("Span");

    private final COSDictionary meaning;

    private LineSign(String shape, COSDictionary meaning) {
        this.meaning = meaning;
        setMasterText(shape);
        setSubstring(0, shape.length());
    }

    /** What a sign stands for; it may be nothing. */
    static COSDictionary meaning(String text) {
        // As the strings of PDF have it: their own encoding lacks characters such as the soft hyphen.
        byte[] bytes = text.isEmpty() ? new byte[0] : (BYTE_ORDER_MARK + text).getBytes(StandardCharsets.UTF_16BE);
        COSDictionary meaning = new COSDictionary();
        meaning.setItem(COSName.ACTUAL_TEXT, new COSString(bytes));
        return meaning;
    }

    /** A sign after the last text of a line, in the same type. */
    static LineSign after(InlineText text, String shape, COSDictionary meaning, LayoutContext context) {
        LineSign sign = new LineSign(shape, meaning);
        FSFont font = text.getParent().getStyle().getFSFont(context);
        sign.setParent(text.getParent());
        sign.setX(text.getX() + text.getWidth());
        sign.setWidth(context.getTextRenderer().getWidth(context.getFontContext(), font, shape));
        return sign;
    }

    /** The boxes that hang on no other: that of the document, and those of its footnotes. */
    static Set<Box> roots(PdfBoxRenderer renderer) {
        Set<Box> roots = Collections.newSetFromMap(new IdentityHashMap<>());
        roots.add(renderer.getRootBox());
        PrintedFlow.places(renderer).values().forEach(box -> roots.add(root(box)));
        return roots;
    }

    private static Box root(Box box) {
        Box root = box;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root;
    }

    @Override
    public void paint(RenderingContext context) {
        PdfContentStreamAdapter page = ((PdfBoxOutputDevice) context.getOutputDevice()).getCurrentPage();
        page.beginMarkedContent(SPAN, meaning);
        super.paint(context);
        page.endMarkedContent();
    }
}
