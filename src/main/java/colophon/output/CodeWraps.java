package colophon.output;

import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.LineBox;
import org.apache.pdfbox.cos.COSDictionary;

/** Marks the lines of code that go on in the next line, where the author did not end them. */
final class CodeWraps {
    private static final String SHAPE = "\u2192";

    private CodeWraps() {}

    static void mark(PdfBoxRenderer renderer) {
        COSDictionary nothing = LineSign.meaning("");
        LayoutContext context = renderer.getSharedContext().newLayoutContextInstance();
        LineSign.roots(renderer).forEach(box -> mark(box, nothing, context));
    }

    private static void mark(Box box, COSDictionary nothing, LayoutContext context) {
        boolean isCode =
                box.getElement() != null && box.getElement().getTagName().equals("pre");
        for (int i = 0; i < box.getChildCount(); i++) {
            Box child = box.getChild(i);
            if (isCode && child instanceof LineBox line) {
                if (i + 1 < box.getChildCount() && !line.isEndsOnNL()) {
                    mark(line, nothing, context);
                }
            } else {
                mark(child, nothing, context);
            }
        }
    }

    private static void mark(LineBox line, COSDictionary nothing, LayoutContext context) {
        InlineText text = LineHyphen.lastText(line);
        if (text != null) {
            text.getParent().getInlineChildren().add(LineSign.after(text, SHAPE, nothing, context));
        }
    }
}
