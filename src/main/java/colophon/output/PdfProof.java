package colophon.output;

import colophon.output.PrintedFlow.Item;
import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.newtable.TableBox;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.AnonymousBlockBox;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.displaylist.PagedBoxCollector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/**
 * What a laying-out shows: on which page each place is, and what a compositor would mend, as the numbers of elements in the document.
 *
 * <p>The layout engine knows widows and orphans, but counts lines before the notes of a page have taken their room. So what it made is
 * looked at, and made again with what was seen.
 *
 * @param pages index of the page of each place that is asked for, by id
 * @param front number of pages before the first chapter
 * @param empty pages with nothing on them, so that a chapter begins on the right
 * @param fronts an element that begins on each page before the first chapter
 * @param fixes what is to be changed
 */
record PdfProof(Map<String, Integer> pages, int front, Set<Integer> empty, List<Integer> fronts, PageFixes fixes) {
    /** Before anything was laid out. */
    static final PdfProof NONE = new PdfProof(Map.of(), 0, Set.of(), List.of(), PageFixes.none());

    /** The number of no element, for a page with nothing on it. */
    static final int NOTHING = -1;

    /** The last layouts after which figures are moved, those that leave most of a page empty, and lines to the ends of chapters. */
    private static final int FLOATS_UNTIL = 2;

    private static final int LARGE_FLOATS_UNTIL = 4;
    private static final int ENDS_UNTIL = 6;
    private static final int FEW_LINES = 2;
    /** A paragraph of so many lines goes to the next page as it is rather than to leave a line alone. */
    private static final int SHORT_LINES = 6;

    PdfProof {
        pages = Map.copyOf(pages);
        empty = Set.copyOf(empty);
        fronts = List.copyOf(fronts);
    }

    /**
     * Reads a document that is laid out.
     *
     * @param before what its layout was made with
     * @param wanted the ids whose pages are asked for
     * @param layout how often it was laid out: small faults are mended once, or every mend would show another one
     */
    static PdfProof of(PdfBoxRenderer renderer, PdfProof before, Set<String> wanted, int layout) {
        PrintedFlow flow = new PrintedFlow(renderer);
        PageFixes fixes = before.fixes.copy();
        if (layout <= LARGE_FLOATS_UNTIL) {
            Floats.look(flow, renderer, fixes, layout > FLOATS_UNTIL);
        }
        if (layout > 1 && layout <= ENDS_UNTIL && fixes.equals(before.fixes)) {
            ChapterEnds.look(flow, fixes);
        }
        flow.paragraphs().forEach(lines -> lookAtLines(lines, fixes.breaks(), fixes.kept()));
        lookAtEnds(flow.items(), fixes);
        lookAtTables(renderer.getRootBox(), flow, fixes.breaks());
        flow.paragraphs().stream()
                .filter(BrokenWords::areTooMany)
                .forEach(lines -> number(lines.get(0).block()).ifPresent(fixes.whole()::add));
        Map<String, Integer> places = new HashMap<>();
        Map<String, Box> boxes = PrintedFlow.places(renderer);
        for (String id : wanted) {
            Optional.ofNullable(boxes.get(id))
                    .ifPresent(box -> places.put(id, flow.page(PagedBoxCollector.findContentStartY(box))));
        }
        Set<Integer> empty =
                IntStream.range(0, flow.pages().size()).boxed().collect(Collectors.toCollection(HashSet::new));
        flow.items().forEach(item -> empty.remove(item.page()));
        return new PdfProof(places, flow.front(), empty, fronts(flow), fixes);
    }

    private static List<Integer> fronts(PrintedFlow flow) {
        List<Integer> fronts = new ArrayList<>(Collections.nCopies(flow.front(), NOTHING));
        for (Item item : flow.items()) {
            if (item.page() < flow.front() && fronts.get(item.page()) == NOTHING && beginsElement(item)) {
                fronts.set(item.page(), number(item.block()).orElse(NOTHING));
            }
        }
        return fronts;
    }

    /** Whether a line is the first of its element, and so on the same page as what is put at the beginning of that. */
    private static boolean beginsElement(Item item) {
        return !(item.block() instanceof AnonymousBlockBox)
                && item.box() != item.block()
                && item.block().getChild(0) == item.box();
    }

    /** No line of a paragraph stands alone at the foot or the head of a page. */
    private static void lookAtLines(List<Item> lines, Set<Integer> breaks, Set<Integer> kept) {
        int first = lines.get(0).page();
        int last = lines.get(lines.size() - 1).page();
        if (first == last) {
            return;
        }
        long above = lines.stream().filter(line -> line.page() == first).count();
        long below = lines.stream().filter(line -> line.page() == last).count();
        Optional<Integer> number = number(lines.get(0).block());
        if (above < FEW_LINES || below < FEW_LINES && lines.size() <= SHORT_LINES) {
            number.ifPresent(breaks::add);
        } else if (below < FEW_LINES) {
            number.ifPresent(kept::add);
        }
    }

    /** No heading or label stands at the foot of a page without what it announces. */
    private static void lookAtEnds(List<Item> items, PageFixes fixes) {
        for (int i = 1; i < items.size(); i++) {
            int page = items.get(i - 1).page();
            if (items.get(i).page() > page
                    && announces(items.get(i - 1).block())
                    && !isWithin(items.get(i).block(), fixes)) {
                int first = i - 1;
                while (first > 0
                        && items.get(first - 1).page() == page
                        && announces(items.get(first - 1).block())) {
                    first--;
                }
                number(items.get(first).block()).ifPresent(fixes.breaks()::add);
            }
        }
    }

    /** No table begins on a page without a row there: the engine would print its head twice on the next. */
    private static void lookAtTables(Box box, PrintedFlow flow, Set<Integer> breaks) {
        if (box instanceof TableBox table && table.getFirstBodyRow() != null) {
            Box start = figure(table);
            if (flow.page(start.getAbsY()) < flow.page(table.getFirstBodyRow().getAbsY())) {
                number(start).ifPresent(breaks::add);
            }
        }
        for (int i = 0; i < box.getChildCount(); i++) {
            lookAtTables(box.getChild(i), flow, breaks);
        }
    }

    /** The figure that a table is in; itself where there is none. */
    private static Box figure(Box table) {
        for (Box around = table.getParent(); around != null; around = around.getParent()) {
            if (around.getElement() != null && around.getElement().getTagName().equals("figure")) {
                return around;
            }
        }
        return table;
    }

    /** Whether a box is a part of a figure that lets text go before it. */
    private static boolean isWithin(Box box, PageFixes fixes) {
        for (Box around = box; around != null; around = around.getParent()) {
            if (around.getElement() != null
                    && around.getElement().getUserData(PrintedDocument.NUMBER) instanceof Integer number
                    && (fixes.isMoved(number) || fixes.scales().containsKey(number))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a block is a heading or label, which stays with what comes next. */
    static boolean announces(BlockBox block) {
        return block.getStyle().getIdent(CSSName.PAGE_BREAK_AFTER) == IdentValue.AVOID;
    }

    /** The number of the element that a box was made from. */
    static Optional<Integer> number(Box box) {
        Element element = box.getElement();
        for (Box around = box; element == null && around != null; around = around.getParent()) {
            element = around.getElement();
        }
        return Optional.ofNullable(element).map(it -> (Integer) it.getUserData(PrintedDocument.NUMBER));
    }

    /** Whether all that was printed by the other is true, and nothing more is to be mended. */
    boolean approves(PdfProof other) {
        return front == other.front
                && pages.equals(other.pages)
                && fronts.equals(other.fronts)
                && fixes.equals(other.fixes);
    }

    /** The number printed on the page of a place, if there is such a place: small roman ones before the first chapter. */
    Optional<String> label(String id) {
        return Optional.ofNullable(pages.get(id))
                .map(page -> page < front ? roman(page + 1) : Integer.toString(page - front + 1));
    }

    static String roman(int number) {
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < values.length; i++) {
            for (; rest >= values[i]; rest -= values[i]) {
                roman.append(signs[i]);
            }
        }
        return roman.toString();
    }
}
