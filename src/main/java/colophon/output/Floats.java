package colophon.output;

import colophon.output.PageFixes.Move;
import colophon.output.PrintedFlow.Item;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Figures that had no room on their page, and left a large part of it empty: the next paragraphs may stand before them, as in any printed
 * book, or they are set a little smaller. A figure leaves its section only rather than half a page empty; where nothing may go before a
 * table or a box, it goes on over the page.
 */
final class Floats {
    private static final String MOVED = "moved";
    private static final Set<String> FIGURES =
            Set.of("figure", "chart-figure", "map-figure", "table", "box", TableFit.TURNED);
    private static final Set<String> TEXTS = Set.of("p", "ul", "ol", "dl", "blockquote", "pre");
    /** Text in one piece. */
    private static final Set<String> PIECES = Set.of("note", "key-finding", "recommendation", "pull-quote");
    /** A figure may rather be so much smaller than stand elsewhere. */
    private static final double LITTLE_SMALLER = 0.88;
    /** No image is set smaller than so much of its size. */
    private static final double SMALLEST = 0.75;

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
    /** By so much a margin before a figure may be wider than its own. */
    private static final int MARGIN = mm(4);
    /** The space in and around text in one piece. */
    private static final int PIECE_SPACE = mm(16);
    /** A line of a footnote, and the number of characters in it. */
    private static final int NOTE_LINE = mm(4.4);

    private static final int NOTE_CHARS = 95;
    private static final int MAX_ELEMENTS = 12;

    private final PrintedFlow flow;
    private final LayoutContext context;
    private final List<Item> items;
    private final PageFixes fixes;
    private final int least;
    /** Figures that move along with those before them. */
    private final Set<Element> along = Collections.newSetFromMap(new IdentityHashMap<>());

    private Floats(PrintedFlow flow, LayoutContext context, PageFixes fixes, int least) {
        this.flow = flow;
        this.context = context;
        this.items = flow.items();
        this.fixes = fixes;
        this.least = least;
    }

    private static int mm(double millimetres) {
        return (int) (millimetres * PrintedMeasures.DOTS_PER_MM);
    }

    /**
     * Notes what is to be done with each figure that begins a page.
     *
     * @param onlyHuge where much of the page before it is empty
     */
    static void look(PrintedFlow flow, PdfBoxRenderer renderer, PageFixes fixes, boolean onlyHuge) {
        LayoutContext context = renderer.getSharedContext().newLayoutContextInstance();
        Floats floats = new Floats(flow, context, fixes, onlyHuge ? HUGE_GAP : LARGE_GAP);
        for (int i = 1; i < floats.items.size(); i++) {
            if (floats.items.get(i).page() == floats.items.get(i - 1).page() + 1) {
                floats.look(i);
            }
        }
    }

    /** Looks at what begins a page; headings before a figure stay with the text that may go before it. */
    private void look(int index) {
        int at = index;
        Box figure = figure(items.get(at), flow);
        while (figure == null
                && at + 1 < items.size()
                && PdfProof.announces(items.get(at).block())) {
            at++;
            figure = figure(items.get(at), flow);
        }
        int before = index - 1;
        int headings = 0;
        for (int i = index; i < at; i++) {
            headings += items.get(i).box().getHeight() + HEADING_SPACE;
        }
        while (before >= 0 && PdfProof.announces(items.get(before).block())) {
            headings += items.get(before).box().getHeight() + HEADING_SPACE;
            before--;
        }
        if (figure != null && before >= 0 && PdfProof.number(figure).isPresent()) {
            Item above = items.get(before);
            PageBox page = flow.pages().get(above.page());
            int gap = page.getBottom(context)
                    - above.box().getAbsY()
                    - above.box().getHeight()
                    - headings;
            if (gap > least && figure.getHeight() <= page.getContentHeight(context)) {
                fill(figure, at, above, gap);
            }
        }
    }

    private void fill(Box figure, int at, Item above, int gap) {
        int number = PdfProof.number(figure).orElseThrow();
        boolean isDone = fixes.isMoved(number) || fixes.scales().containsKey(number);
        if (isDone && gap < HUGE_GAP || along.contains(figure.getElement())) {
            return;
        }
        double scale = scale(figure, gap - spaceAfter(above, figure) - MARGIN);
        int elements = gap > HUGE_GAP || !announced(figure.getElement()) ? elements(figure, at, gap) : 0;
        if (!isDone && scale >= (elements > 0 ? LITTLE_SMALLER : SMALLEST)) {
            fixes.scales().put(number, scale);
        } else if (elements > 0) {
            fixes.moves().add(new Move(number, elements));
            for (Element next = next(figure.getElement()); next != null && isFigure(next); next = next(next)) {
                along.add(next);
            }
        } else if (gap > HUGE_GAP && !hasImages(figure) && !isTurned(figure)) {
            fixes.opened().add(number);
        }
    }

    private static boolean isTurned(Box figure) {
        return PrintedFlow.hasClass(figure.getElement(), TableFit.TURNED);
    }

    /** What the images of a figure must be multiplied by for it to fit; 0 if that is not to be had. */
    private double scale(Box figure, int room) {
        int images = 0;
        for (Item item : items) {
            if (item.box() == item.block() && isWithin(item.box(), figure.getElement())) {
                images += item.box().getHeight();
            }
        }
        int rest = figure.getHeight() - images;
        double scale = images == 0 || isTurned(figure) ? 0 : (double) (room - rest) / images;
        return scale < 1 ? scale : 0;
    }

    /** The paddings and margins between the last line of a page and a figure after it. */
    private static int spaceAfter(Item last, Box figure) {
        Box before = last.block();
        while (before.getParent() != null
                && !isWithin(figure, before.getParent().getElement())) {
            before = before.getParent();
        }
        return before.getAbsY()
                + before.getHeight()
                - last.box().getAbsY()
                - last.box().getHeight();
    }

    private static boolean hasImages(Box figure) {
        return Elements.within(figure.getElement()).stream()
                .anyMatch(element -> element.getTagName().equals("img"));
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
        boolean alone = isTurned(figure);
        int count = 0;
        int room = gap;
        Element next = following(figure.getElement());
        while (next != null && count < MAX_ELEMENTS && isText(next, room)) {
            int height = height(next, from);
            int rest = height - room;
            boolean isDivided = !alone && !isPiece(next) && room >= SOME_LINES && rest <= below - SOME_LINES;
            if (height < 0 || rest > 0 && !isDivided) {
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
                || isPiece(element);
    }

    private static boolean isPiece(Element element) {
        return PIECES.stream().anyMatch(name -> PrintedFlow.hasClass(element, name));
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
        int height = isPiece(element) ? PIECE_SPACE : 0;
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

    /** The element after a figure and those that come right after it; after the map of a case study its text begins. */
    private static Element following(Element figure) {
        Element next = next(figure);
        while (next != null && isFigure(next)) {
            next = next(next);
        }
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

    /** Moves a figure, with those that come right after it, behind so many elements. They bear the mark of that from then on. */
    static void move(Element figure, int elements) {
        Element last = following(figure);
        for (int i = 1; i < elements && last != null; i++) {
            last = next(last);
        }
        if (last == null) {
            return;
        }
        Element moved = figure;
        while (moved != null && isFigure(moved)) {
            Element following = next(moved);
            last.getParentNode().insertBefore(moved, last.getNextSibling());
            moved.setUserData(MOVED, true, null);
            last = moved;
            moved = following;
        }
    }
}
