package colophon.output;

import colophon.output.PrintedFlow.Item;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.newtable.TableBox;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.PageBox;
import java.awt.Point;
import java.util.HashMap;
import java.util.Map;

/**
 * Moves what comes first on a page by chance to its top: the layout engine keeps the space above it, which parts it from nothing. What
 * is meant to begin a page keeps its sink.
 *
 * <p>All of the page moves with it, so the space is left over at the foot, where pages end as their last paragraph does.
 */
final class PageTops {
    /** Less than this is the leading of a line. In dots of the layout, 20 to a point. */
    private static final int LEAST = 40;

    /** Not quite to the top: what stands right at it the engine draws on the page before too, where nobody sees it but many hear it. */
    private static final int INSIDE = 2;

    private final PrintedFlow flow;
    private final LayoutContext context;
    private final Map<Integer, Integer> gaps = new HashMap<>();

    private PageTops(PdfBoxRenderer renderer) {
        this.flow = new PrintedFlow(renderer);
        this.context = renderer.getSharedContext().newLayoutContextInstance();
    }

    static void raise(PdfBoxRenderer renderer) {
        PageTops tops = new PageTops(renderer);
        int page = 0;
        for (Item item : tops.flow.items()) {
            if (item.page() > page) {
                page = item.page();
                tops.look(item);
            }
        }
        tops.leaveTables(renderer.getRootBox());
        if (!tops.gaps.isEmpty()) {
            tops.move(renderer.getRootBox());
        }
    }

    private void look(Item item) {
        PageBox page = flow.pages().get(item.page());
        int first =
                item.box() == item.block() ? borderTop(item.box()) : item.box().getAbsY();
        for (Box box = item.block(); box != null && box.getAbsY() >= page.getTop(); box = box.getParent()) {
            if (box.getStyle().isForcePageBreakBefore() && !isMended(box)) {
                return;
            }
            if (box.getStyle().isHasBackground() || box.getBorder(context).top() > 0) {
                first = borderTop(box);
            }
        }
        int gap = first - page.getTop() - INSIDE;
        if (gap > LEAST || gap < 0) {
            gaps.put(item.page(), gap);
        }
    }

    private static boolean isMended(Box box) {
        return box.getElement() != null && PrintedFlow.hasClass(box.getElement(), PrintedDocument.BEGINS_PAGE);
    }

    private int borderTop(Box box) {
        return box.getBorderEdge(box.getAbsX(), box.getAbsY(), context).y;
    }

    /** Where a table goes on over a page, the engine has noted how far it reaches. */
    private void leaveTables(Box box) {
        if (box instanceof TableBox && box.getHeight() > 0) {
            int first = flow.page(box.getAbsY());
            int last = flow.page(box.getAbsY() + box.getHeight() - 1);
            for (int page = first; first < last && page <= last; page++) {
                gaps.remove(page);
            }
        }
        for (int i = 0; i < box.getChildCount(); i++) {
            leaveTables(box.getChild(i));
        }
    }

    private void move(Box box) {
        int top = box.getAbsY();
        int first = flow.page(top);
        int last = flow.page(top + Math.max(0, box.getHeight() - 1));
        int up = gaps.getOrDefault(first, 0);
        boolean begins = top >= flow.pages().get(first).getTop();
        if (begins && up != 0) {
            box.setAbsY(top - up);
            if (box instanceof BlockBox block && block.isReplaced()) {
                Point place = block.getReplacedElement().getLocation();
                block.getReplacedElement().setLocation(place.x, place.y - up);
            }
        }
        if (first != last) {
            // Its end moves by what the page of its end does.
            box.setHeight(box.getHeight() + up - gaps.getOrDefault(last, 0));
        }
        for (int i = 0; i < box.getChildCount(); i++) {
            move(box.getChild(i));
        }
        if (box instanceof InlineLayoutBox inline) {
            for (Object child : inline.getInlineChildren()) {
                if (child instanceof Box inside) {
                    move(inside);
                }
            }
        }
    }
}
