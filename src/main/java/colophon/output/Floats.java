package colophon.output;

import colophon.output.PrintedFlow.Item;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Figures that had no room on their page, and left a large part of it empty: the next paragraphs may stand before them, as in any printed
 * book. A figure leaves its section only rather than half a page empty.
 */
final class Floats {
    private static final String MOVED = "moved";
    private static final Set<String> FIGURES = Set.of("figure", "chart-figure", "map-figure", TableFit.TURNED);
    private static final Set<String> TEXTS = Set.of("p", "ul", "ol", "dl", "blockquote", "pre");
    private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4", "h5", "h6");
    /** A page that ends so much above its foot is shorter than its neighbours. */
    private static final int LARGE_GAP = mm(21);
    /** So much of a page is worth that a figure leaves its section, or the colon before it. */
    private static final int HUGE_GAP = mm(70);
    /** What a paragraph needs to begin on a page. */
    private static final int SOME_LINES = mm(11);
    /** The space between two paragraphs, and around a heading. */
    private static final int SPACE = mm(2.6);

    private static final int HEADING_SPACE = mm(10.5);
    /** A line of a footnote, and the number of characters in it. */
    private static final int NOTE_LINE = mm(4.4);

    private static final int NOTE_CHARS = 95;
    private static final int MAX_ELEMENTS = 12;

    private final PrintedFlow flow;
    private final LayoutContext context;
    private final List<Item> items;

    private Floats(PrintedFlow flow, LayoutContext context) {
        this.flow = flow;
        this.context = context;
        this.items = flow.items();
    }

    private static int mm(double millimetres) {
        return (int) (millimetres * PrintedMeasures.DOTS_PER_MM);
    }

    /** Notes for each figure, by its number, how many elements may go before it. */
    static void look(PrintedFlow flow, PdfBoxRenderer renderer, Map<Integer, Integer> moved) {
        Floats floats = new Floats(flow, renderer.getSharedContext().newLayoutContextInstance());
        for (int i = 1; i < floats.items.size(); i++) {
            if (floats.items.get(i).page() == floats.items.get(i - 1).page() + 1) {
                floats.look(i, moved);
            }
        }
    }

    /** Looks at what begins a page; headings before a figure stay with the text that may go before it. */
    private void look(int index, Map<Integer, Integer> moved) {
        int at = index;
        while (at < items.size() && PdfProof.announces(items.get(at).block())) {
            at++;
        }
        int before = at - 1;
        int headings = 0;
        while (before >= 0 && PdfProof.announces(items.get(before).block())) {
            headings += items.get(before).box().getHeight() + HEADING_SPACE;
            before--;
        }
        Box figure = at < items.size() && before >= 0 ? figure(items.get(at), flow) : null;
        if (figure == null || figure.getElement().getUserData(PrintedDocument.NUMBER) == null) {
            return;
        }
        Item above = items.get(before);
        PageBox page = flow.pages().get(above.page());
        int gap = page.getBottom(context) - above.box().getAbsY() - above.box().getHeight() - headings;
        boolean fits = figure.getHeight() <= page.getContentHeight(context);
        if (gap > LARGE_GAP && fits && (gap > HUGE_GAP || !announced(figure.getElement()))) {
            int elements = elements(figure, at, gap);
            if (elements > 0) {
                moved.putIfAbsent((Integer) figure.getElement().getUserData(PrintedDocument.NUMBER), elements);
            }
        }
    }

    /** The figure that begins a page, or null. */
    private static Box figure(Item item, PrintedFlow flow) {
        int top = flow.pages().get(item.page()).getTop();
        Box found = null;
        for (Box box = item.block(); box != null && box.getAbsY() >= top; box = box.getParent()) {
            if (box.getStyle().isForcePageBreakBefore()) {
                return null;
            }
            if (box.getElement() != null && isFigure(box.getElement())) {
                found = box;
            }
        }
        return found;
    }

    /** Whether a figure stands behind text that was written behind it. */
    static boolean isMoved(Element element) {
        return element.getUserData(MOVED) != null;
    }

    private static boolean isFigure(Element element) {
        return FIGURES.stream().anyMatch(name -> PrintedFlow.hasClass(element, name));
    }

    /** "These are the four:" wants the figure right below. */
    private static boolean announced(Element figure) {
        Node before = figure.getPreviousSibling();
        while (before != null && before.getTextContent().isBlank()) {
            before = before.getPreviousSibling();
        }
        return before != null && before.getTextContent().strip().endsWith(":");
    }

    /** How many elements have room before a figure. The last one may go on over the page if the figure has room below it there. */
    private int elements(Box figure, int from, int gap) {
        int page = items.get(from).page();
        int below = flow.pages().get(page).getContentHeight(context) - figure.getHeight();
        boolean alone = PrintedFlow.hasClass(figure.getElement(), TableFit.TURNED);
        int count = 0;
        int room = gap;
        Element next = following(figure.getElement());
        while (next != null && count < MAX_ELEMENTS && isText(next, room)) {
            int height = height(next, from);
            int rest = height - room;
            if (height < 0 || rest > 0 && (alone || room < SOME_LINES || rest > below - SOME_LINES)) {
                break;
            }
            room -= height;
            count++;
            next = next(next);
        }
        return withoutHeading(figure.getElement(), count);
    }

    private static boolean isText(Element element, int room) {
        return TEXTS.contains(element.getTagName())
                || HEADINGS.contains(element.getTagName()) && room > HUGE_GAP
                || PrintedFlow.hasClass(element, "note");
    }

    /** A heading stays with the text below it. */
    private static int withoutHeading(Element figure, int count) {
        int most = 0;
        Element next = following(figure);
        for (int i = 1; i <= count; i++) {
            most = HEADINGS.contains(next.getTagName()) ? most : i;
            next = next(next);
        }
        return most;
    }

    /** The height of an element that is laid out below, with its footnotes; negative if there is none. */
    private int height(Element element, int from) {
        int height = 0;
        boolean found = false;
        for (int i = from; i < items.size(); i++) {
            if (isWithin(items.get(i).block(), element)) {
                height += items.get(i).box().getHeight();
                found = true;
            } else if (found) {
                break;
            }
        }
        for (Element note : Elements.within(element)) {
            if (PrintedFlow.hasClass(note, "footnote")) {
                height += NOTE_LINE * (1 + note.getTextContent().length() / NOTE_CHARS);
            }
        }
        return found ? height + (HEADINGS.contains(element.getTagName()) ? HEADING_SPACE : SPACE) : -1;
    }

    private static boolean isWithin(Box box, Element element) {
        for (Node node = box.getElement(); node != null; node = node.getParentNode()) {
            if (node == element) {
                return true;
            }
        }
        return false;
    }

    /** The element behind a figure; behind the map of a case study its text begins. */
    private static Element following(Element figure) {
        Element next = next(figure);
        if (next != null && PrintedFlow.hasClass(next, "text")) {
            Node child = next.getFirstChild();
            return child instanceof Element element ? element : child == null ? null : next(child);
        }
        return next;
    }

    private static Element next(Node node) {
        Node next = node.getNextSibling();
        while (next != null && !(next instanceof Element)) {
            next = next.getNextSibling();
        }
        return (Element) next;
    }

    /** Moves a figure behind so many paragraphs. It bears the mark of that from then on. */
    static void move(Element figure, int paragraphs) {
        Element last = following(figure);
        for (int i = 1; i < paragraphs && last != null; i++) {
            last = next(last);
        }
        if (last != null) {
            last.getParentNode().insertBefore(figure, last.getNextSibling());
            figure.setUserData(MOVED, true, null);
        }
    }
}
