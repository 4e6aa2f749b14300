package colophon.output;

import colophon.output.PrintedFlow.Item;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * The last pages of chapters. One that would hold a few lines only takes some from the page before it: the lines of a paragraph that goes on
 * over the page, or whole paragraphs.
 */
final class ChapterEnds {
    private static final Set<String> CHAPTERS = Set.of("part", "contents");
    /** What is less on a page is a few lines. */
    private static final int LEAST_HEIGHT = mm(46);
    /** So much of a page is left on it. */
    private static final double LEAST_LEFT = 0.55;

    private static final int FEW_LINES = 2;

    private final PrintedFlow flow;
    private final List<Item> items;
    private final PageFixes fixes;

    private ChapterEnds(PrintedFlow flow, PageFixes fixes) {
        this.flow = flow;
        this.items = flow.items();
        this.fixes = fixes;
    }

    private static int mm(double millimetres) {
        return (int) (millimetres * PrintedMeasures.DOTS_PER_MM);
    }

    static void look(PrintedFlow flow, PageFixes fixes) {
        ChapterEnds ends = new ChapterEnds(flow, fixes);
        int start = 0;
        Element chapter = null;
        for (int i = 0; i <= ends.items.size(); i++) {
            Element next = i < ends.items.size() ? chapter(ends.items.get(i).block()) : null;
            if (i == ends.items.size() || next != chapter) {
                if (i > start) {
                    ends.look(start, i - 1);
                }
                start = i;
                chapter = next;
            }
        }
    }

    /** The chapter, or the part of the front matter, that a box is in; null for what has none. */
    private static Element chapter(Box box) {
        Element chapter = null;
        for (Box around = box; around != null; around = around.getParent()) {
            Element element = around.getElement();
            if (element != null) {
                if (PrintedFlow.hasClass(element, "leaflet")) {
                    return element;
                }
                if (CHAPTERS.stream().anyMatch(name -> PrintedFlow.hasClass(element, name))) {
                    chapter = element;
                }
            }
        }
        return chapter;
    }

    private void look(int start, int last) {
        int page = items.get(last).page();
        int first = last;
        while (first > start && items.get(first - 1).page() == page) {
            first--;
        }
        if (first == start || items.get(first - 1).page() != page - 1) {
            return;
        }
        int missing =
                LEAST_HEIGHT - (bottom(items.get(last)) - flow.pages().get(page).getTop());
        if (missing > 0 && !takeLines(first, missing)) {
            takeBlocks(start, first, missing);
        }
    }

    private static int bottom(Item item) {
        return item.box().getAbsY() + item.box().getHeight();
    }

    /** Of a paragraph that goes on over the page, more lines are on the second one. */
    private boolean takeLines(int first, int missing) {
        BlockBox paragraph = items.get(first).block();
        int above = 0;
        while (first - above > 0 && items.get(first - above - 1).block() == paragraph) {
            above++;
        }
        int end = first;
        while (end < items.size() && items.get(end).block() == paragraph) {
            end++;
        }
        int lines = (int) Math.ceil((double) missing / items.get(first).box().getHeight());
        // The engine wants one line more before the page than orphans says.
        if (above == 0 || above - lines <= FEW_LINES || items.get(first).box() == paragraph) {
            return false;
        }
        int onPage = end - first + lines;
        PdfProof.number(paragraph).ifPresent(number -> fixes.lastLines().putIfAbsent(number, onPage));
        return true;
    }

    /** The nearest block before the page from which on there is enough for it; where that would be too much, the one after it. */
    private void takeBlocks(int start, int first, int missing) {
        Box found = null;
        PageBox page = flow.pages().get(items.get(first - 1).page());
        int bottom = bottom(items.get(first - 1));
        for (int i = first - 1;
                i > start && items.get(i - 1).page() == items.get(first - 1).page();
                i--) {
            int taken = bottom - items.get(i).box().getAbsY();
            int left = items.get(i).box().getAbsY() - page.getTop();
            if (left < LEAST_LEFT * (page.getBottomUsable() - page.getTop())) {
                break;
            }
            Box begins = begun(i);
            if (begins != null
                    && begins.getAbsY() > page.getTop()
                    && !PdfProof.announces(items.get(i - 1).block())) {
                found = begins;
                if (taken >= missing) {
                    break;
                }
            }
        }
        if (found != null) {
            PdfProof.number(found).ifPresent(fixes.breaks()::add);
        }
    }

    /** The largest box that begins with an item and may begin a page; null if it is in one that stays in one piece. */
    private Box begun(int index) {
        Box begun = null;
        for (Box box = items.get(index).block(); box != null && box.getElement() != null; box = box.getParent()) {
            boolean begins = !contains(box, items.get(index - 1).block());
            if (begins) {
                begun = box;
            } else if (box.getStyle().isAvoidPageBreakInside()
                    || Objects.equals(box.getElement().getTagName(), "tr")) {
                return null;
            }
        }
        return begun;
    }

    private static boolean contains(Box box, Box inside) {
        Box around = inside;
        while (around != null && around != box) {
            around = around.getParent();
        }
        return around != null;
    }
}
