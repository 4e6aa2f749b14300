package colophon.output;

import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFSFont;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.LineBox;
import com.openhtmltopdf.render.PageBox;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a layout shows of its document: the letters and digits of each element, where its boxes put them. Text that is in no box, or outside
 * of the margins of its page, or cut off by a box around it, is lost to readers.
 */
final class LaidOutText {
    /** Why a text cannot be read. */
    enum Loss {
        /** The style sheet hides it. */
        HIDDEN,
        /** It goes on beyond the margin at a side. */
        PAST_SIDE,
        /** It goes on beyond the foot or the head of its page. */
        PAST_FOOT,
        /** A box around it shows only a part. */
        CUT_OFF,
        /** It is in no box. */
        NOT_LAID_OUT
    }

    /** The text of an element, all or a part of which is lost. */
    record Lost(Element element, String text, Loss loss) {}

    /** In the engine's units: what is so little outside is still read, 1.5 points. */
    private static final int TOLERANCE = 40;
    /** What of the height of a line is above its baseline, at least, in capital letters. */
    private static final double CAPITALS = 0.6;

    private final Document document;
    private final PdfBoxRenderer renderer;
    private final LayoutContext context;
    private final List<PageBox> pages;
    /** What is shown of the text that is directly in an element. */
    private final Map<Element, Shown> shown = new IdentityHashMap<>();
    /** Images, and what else is not text. */
    private final Set<Element> replaced = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<Element> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Box> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Lost> lost = new ArrayList<>();
    private final Set<Integer> privateCharacters = new TreeSet<>();

    private static final class Shown {
        private int letters;
        private final StringBuilder outside = new StringBuilder();
        private Loss loss = Loss.NOT_LAID_OUT;
    }

    /**
     * What is around a box.
     *
     * @param element the nearest one
     * @param inNotes whether it is in the footnotes of a page
     * @param clip what boxes around it show of what is in them; null for all
     */
    private record Frame(Element element, boolean inNotes, Rectangle clip) {}

    private LaidOutText(PdfBoxRenderer renderer) {
        this.renderer = renderer;
        this.document = renderer.getDocument();
        this.context = renderer.getSharedContext().newLayoutContextInstance();
        this.pages = renderer.getRootBox().getLayer().getPages();
    }

    /** Reads a document that is laid out. */
    static LaidOutText of(PdfBoxRenderer renderer) {
        LaidOutText text = new LaidOutText(renderer);
        text.box(renderer.getRootBox(), new Frame(text.document.getDocumentElement(), false, null));
        text.compare(text.body());
        return text;
    }

    /** What is printed of the document. */
    Element body() {
        Element root = document.getDocumentElement();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals("body")) {
                return element;
            }
        }
        return root;
    }

    /** The texts and images that are in the document and cannot be read, in its order; without those that the style sheet hides. */
    List<Lost> lost() {
        return lost;
    }

    /** The characters that are printed and whose meaning only a font knows. */
    Set<Integer> privateCharacters() {
        return privateCharacters;
    }

    /** Whether the style sheet hides an element, or the box around it. */
    boolean isHidden(Element element) {
        return hidden.contains(element);
    }

    // ---- What is in the boxes ----

    private void box(Box box, Frame around) {
        if (!seen.add(box) || box.getStyle() != null && box.getStyle().isRunning()) {
            return;
        }
        Frame frame = frame(box, around);
        if (box instanceof BlockBox block && block.isReplaced()) {
            replaced(block, frame);
            return;
        }
        for (Box child : box.getChildren()) {
            if (child instanceof LineBox line) {
                line(line, frame);
            } else {
                box(child, frame);
            }
        }
    }

    private void line(LineBox line, Frame frame) {
        line.getChildren().forEach(child -> content(child, frame));
        line.getNonFlowContent().forEach(outside -> box(outside, frame));
        if (line.getReferencedFootnoteBodies() != null) {
            line.getReferencedFootnoteBodies().forEach(note -> box(note, new Frame(frame.element(), true, null)));
        }
    }

    private void content(Object content, Frame frame) {
        if (content instanceof InlineText text) {
            text(text, frame);
        } else if (content instanceof InlineLayoutBox inline) {
            // What a style sheet adds to an element is not in the document.
            if (inline.getPseudoElementOrClass() == null) {
                Frame own = frame(inline, frame);
                inline.getInlineChildren().forEach(child -> content(child, own));
            }
        } else if (content instanceof Box box) {
            box(box, frame);
        }
    }

    private Frame frame(Box box, Frame around) {
        Element element = box.getElement() == null ? around.element() : box.getElement();
        Rectangle clip = around.clip();
        if (!(box instanceof InlineLayoutBox) && box.getStyle().isIdent(CSSName.OVERFLOW, IdentValue.HIDDEN)) {
            Rectangle own = box.getChildrenClipEdge(context);
            clip = clip == null ? own : clip.intersection(own);
        }
        return element == around.element() && clip == around.clip()
                ? around
                : new Frame(element, around.inNotes(), clip);
    }

    private void replaced(BlockBox image, Frame frame) {
        if (image.getElement() == null || !replaced.add(image.getElement())) {
            return;
        }
        Rectangle edge = image.getBorderEdge(image.getAbsX(), image.getAbsY(), context);
        PageBox page = page(edge.y);
        boolean inside = edge.x >= -TOLERANCE && edge.x + edge.width <= page.getContentWidth(context) + TOLERANCE;
        Loss loss = !inside
                ? Loss.PAST_SIDE
                : edge.y + edge.height > bottom(page, frame) + TOLERANCE ? Loss.PAST_FOOT : null;
        if (loss != null) {
            lost.add(new Lost(image.getElement(), image.getElement().getAttribute("alt"), loss));
        }
    }

    private void text(InlineText text, Frame frame) {
        if (text.getMasterText() == null || text.isDynamicFunction()) {
            return;
        }
        String words = text.getSubstring();
        words.codePoints()
                .filter(PdfConformance::isPrivate)
                .filter(character -> isPrinted(character, text))
                .forEach(privateCharacters::add);
        int letters = Letters.count(words);
        if (letters == 0) {
            return;
        }
        Shown own = shown.computeIfAbsent(frame.element(), element -> new Shown());
        Loss loss = loss(text, frame);
        if (loss == null) {
            own.letters += letters;
        } else {
            own.outside.append(own.outside.length() == 0 ? "" : " ").append(words);
            own.loss = loss;
        }
    }

    /** Whether a font of a text has a shape for a character. */
    private boolean isPrinted(int character, InlineText text) {
        FSFont font = text.getParent().getStyle().getFSFont(context);
        for (FontDescription face : ((PdfBoxFSFont) font).getFontDescriptions()) {
            try {
                face.getFont().encode(Character.toString(character));
                return true;
            } catch (IllegalArgumentException | IOException e) {
                continue;
            }
        }
        return false;
    }

    /** Why a text cannot be read, or null. */
    private Loss loss(InlineText text, Frame frame) {
        InlineLayoutBox inline = text.getParent();
        IdentValue visibility = inline.getStyle().getIdent(CSSName.VISIBILITY);
        if (visibility == IdentValue.HIDDEN || visibility == IdentValue.COLLAPSE || text.getWidth() <= 0) {
            return Loss.HIDDEN;
        }
        int left = inline.getAbsX() + text.getX();
        int right = left + text.getWidth() - spaceAfter(text);
        int baseline = inline.getAbsY() + inline.getBaseline();
        int top = baseline - (int) (CAPITALS * inline.getBaseline());
        Rectangle clip = frame.clip();
        if (clip != null
                && (left < clip.x - TOLERANCE
                        || right > clip.x + clip.width + TOLERANCE
                        || top < clip.y - TOLERANCE
                        || baseline > clip.y + clip.height + TOLERANCE)) {
            return Loss.CUT_OFF;
        }
        PageBox page = page(baseline);
        if (left < -TOLERANCE || right > page.getContentWidth(context) + TOLERANCE) {
            return Loss.PAST_SIDE;
        }
        return top < page.getTop() - TOLERANCE || baseline > bottom(page, frame) + TOLERANCE ? Loss.PAST_FOOT : null;
    }

    /** The width of the space that a line ends with. */
    private int spaceAfter(InlineText text) {
        return text.getSubstring().endsWith(" ")
                ? context.getTextRenderer()
                        .getWidth(
                                context.getFontContext(),
                                text.getParent().getStyle().getFSFont(context),
                                " ")
                : 0;
    }

    /** Where the text of a page ends, or its footnotes. */
    private static int bottom(PageBox page, Frame frame) {
        return frame.inNotes() ? page.getBottom() : page.getBottomUsable();
    }

    private PageBox page(int y) {
        int low = 0;
        int high = pages.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (pages.get(middle).getBottom() <= y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return pages.get(low);
    }

    // ---- What is in the document ----

    private void compare(Element element) {
        if (replaced.contains(element)) {
            return;
        }
        int letters = 0;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            letters += child.getNodeType() == Node.TEXT_NODE ? Letters.count(child.getNodeValue()) : 0;
        }
        Shown own = shown.get(element);
        if (letters > 0 && (own == null || own.letters < letters) && !lose(element, own)) {
            return;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inside) {
                compare(inside);
            }
        }
    }

    /** Notes what is lost of an element, and says whether elements within it can be shown. */
    private boolean lose(Element element, Shown own) {
        if (own == null) {
            CalculatedStyle style = renderer.getSharedContext().getStyle(element);
            if (style.isRunning()) {
                return false;
            }
            for (Node around = element; around instanceof Element outer; around = around.getParentNode()) {
                if (renderer.getSharedContext().getStyle(outer).isIdent(CSSName.DISPLAY, IdentValue.NONE)) {
                    hidden.add(element);
                    return false;
                }
            }
            lost.add(new Lost(element, element.getTextContent(), Loss.NOT_LAID_OUT));
            return false;
        }
        if (own.loss == Loss.HIDDEN) {
            hidden.add(element);
        } else {
            lost.add(new Lost(
                    element, own.outside.length() == 0 ? element.getTextContent() : own.outside.toString(), own.loss));
        }
        return true;
    }
}
