package colophon.output;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.LineBox;
import com.openhtmltopdf.render.PageBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** The lines and pictures of a document that is laid out, one below the other. Notes and running heads stand outside. */
final class PrintedFlow {
    /** A line, or a picture, in its block. Pages count from 0. */
    record Item(int page, Box box, BlockBox block) {}

    /** Where the first chapter begins. */
    private static final String MAIN_MATTER = "main-matter";

    private final List<PageBox> pages;
    private final List<Item> items = new ArrayList<>();
    private final List<List<Item>> paragraphs = new ArrayList<>();
    private int front;

    PrintedFlow(PdfBoxRenderer renderer) {
        this.pages = renderer.getRootBox().getLayer().getPages();
        collect(renderer.getRootBox());
    }

    /** Where each id of a document is. */
    static Map<String, Box> places(PdfBoxRenderer renderer) {
        Map<String, Box> places = renderer.getSharedContext().getIdMap();
        return places == null ? Map.of() : places;
    }

    List<PageBox> pages() {
        return pages;
    }

    List<Item> items() {
        return items;
    }

    /** The lines of each block that has several. */
    List<List<Item>> paragraphs() {
        return paragraphs;
    }

    /** The number of pages before the first chapter. */
    int front() {
        return front;
    }

    /** The page at a height of the endless sheet that a layout is. */
    int page(int y) {
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
        return low;
    }

    private void collect(Box box) {
        // Boxes without an element of their own have that of the box around them.
        if (front == 0 && box.getElement() != null && hasClass(box.getElement(), MAIN_MATTER)) {
            front = page(box.getAbsY());
        }
        if (box instanceof BlockBox block && block.isReplaced()) {
            items.add(new Item(page(box.getAbsY()), box, block));
            return;
        }
        List<Item> lines = new ArrayList<>();
        for (int i = 0; i < box.getChildCount(); i++) {
            Box child = box.getChild(i);
            if (child instanceof LineBox line) {
                if (line.isContainsContent()) {
                    lines.add(new Item(page(line.getAbsY()), line, (BlockBox) box));
                }
            } else {
                collect(child);
            }
        }
        items.addAll(lines);
        if (lines.size() > 1) {
            paragraphs.add(lines);
        }
    }

    static boolean hasClass(Element element, String name) {
        return (" " + element.getAttribute("class") + " ").contains(" " + name + " ");
    }
}
