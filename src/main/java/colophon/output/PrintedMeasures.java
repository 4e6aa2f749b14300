package colophon.output;

import com.openhtmltopdf.bidi.SimpleBidiReorderer;
import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.layout.Breaker;
import com.openhtmltopdf.layout.Layer;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFontContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfBoxTextRenderer;
import com.openhtmltopdf.render.PageBox;
import java.util.Locale;
import org.w3c.dom.Element;

/** Measures texts and the room for them before a document is laid out, in dots of the layout. */
final class PrintedMeasures {
    static final double DOTS_PER_POINT = 80 / 3.0;
    static final double DOTS_PER_PIXEL = 20;
    static final double DOTS_PER_MM = DOTS_PER_POINT * 72 / 25.4;

    private final PdfBoxRenderer renderer;
    private final LayoutContext context;

    PrintedMeasures(PdfBoxRenderer renderer) {
        this.renderer = renderer;
        this.context = renderer.getSharedContext().newLayoutContextInstance();
        context.setFontContext(new PdfBoxFontContext());
        ((PdfBoxTextRenderer) context.getTextRenderer()).setup(context.getFontContext(), new SimpleBidiReorderer());
    }

    /** A length as style sheets have it. */
    static String points(double dots) {
        return String.format(Locale.ROOT, "%.2fpt", dots / DOTS_PER_POINT);
    }

    LayoutContext context() {
        return context;
    }

    CalculatedStyle style(Element element) {
        return renderer.getSharedContext().getStyle(element);
    }

    /** How wide a text is in an element. */
    int width(Element element, String text) {
        CalculatedStyle style = style(element);
        float spacing = style.hasLetterSpacing()
                ? style.getFloatPropertyProportionalWidth(CSSName.LETTER_SPACING, 0, context)
                : 0;
        return Breaker.getTextWidthWithLetterSpacing(context, style.getFSFont(context), text, spacing);
    }

    /** A page of a name that the style sheet has rules for; null for the usual one. */
    PageBox page(String name) {
        context.setPageName(name);
        return Layer.createPageBox(context, null);
    }

    /** The margins, borders and paddings of an element on both sides. */
    int sides(Element element, int width) {
        CalculatedStyle style = style(element);
        return style.getMarginBorderPadding(context, width, CalculatedStyle.LEFT)
                + style.getMarginBorderPadding(context, width, CalculatedStyle.RIGHT);
    }

    /** The margins, borders and paddings of an element above and below. */
    int ends(Element element, int width) {
        CalculatedStyle style = style(element);
        return style.getMarginBorderPadding(context, width, CalculatedStyle.TOP)
                + style.getMarginBorderPadding(context, width, CalculatedStyle.BOTTOM);
    }
}
