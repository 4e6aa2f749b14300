package colophon.output;

import colophon.output.PrintedFlow.Item;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Figures that had no room on their page, and left a large part of it empty: the next paragraphs may stand before them, as in any printed
 * book. A figure does not leave its section.
 */
final class Floats {
    private static final String MOVED = "moved";
    private static final Set<String> FIGURES = Set.of("figure", "chart-figure", "map-figure");
    private static final int DOTS_PER_MM = 57;
    /** A page that ends so much above its foot is shorter than its neighbours. */
    private static final int LARGE_GAP = 28 * DOTS_PER_MM;
    /** What a paragraph needs to begin on a page. */
    private static final int SOME_LINES = 14 * DOTS_PER_MM;

    private static final int MOST_PARAGRAPHS = 4;

    private Floats() {}

    /** Notes for each figure, by its number, how many paragraphs may go before it. */
    static void look(PrintedFlow flow, PdfBoxRenderer renderer, Map<Integer, Integer> moved) {
        LayoutContext context = renderer.getSharedContext().newLayoutContextInstance();
        List<Item> items = flow.items();
        for (int i = 1; i < items.size(); i++) {
            Item above = items.get(i - 1);
            Item item = items.get(i);
            if (item.page() != above.page() + 1) {
                continue;
            }
            Box figure = figure(item, flow);
            int foot = flow.pages().get(above.page()).getBottom(context);
            int gap = foot - above.box().getAbsY() - above.box().getHeight();
            if (figure != null && gap > LARGE_GAP && !announced(figure.getElement())) {
                int paragraphs = paragraphs(following(figure.getElement()), items, i, gap);
                Integer number = (Integer) figure.getElement().getUserData(PrintedDocument.NUMBER);
                if (paragraphs > 0 && number != null) {
                    moved.putIfAbsent(number, paragraphs);
                }
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

    private static int paragraphs(Element first, List<Item> items, int from, int gap) {
        int count = 0;
        int room = gap;
        int index = from;
        for (Element next = first;
                isParagraph(next) && count < MOST_PARAGRAPHS && room > SOME_LINES;
                next = next(next)) {
            Element wanted = next;
            while (index < items.size() && items.get(index).block().getElement() != wanted) {
                index++;
            }
            if (index == items.size()) {
                return count;
            }
            room -= items.get(index).block().getHeight();
            count++;
        }
        return count;
    }

    private static boolean isParagraph(Element element) {
        return element != null && element.getTagName().equals("p");
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
