package colophon.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * How a table is set that is too wide as it is, so that no column is cut off.
 *
 * @param points the size of its type
 * @param turned on a page that is turned
 * @param parts the tables it becomes, one below the other: each has the first column
 */
record TableFit(double points, boolean turned, List<Part> parts) {
    /** Between the columns of such tables, in dots. The style sheet says so, too. */
    static final int PADDING_DOTS = (int) (1.8 * PrintedMeasures.DOTS_PER_MM);

    /** The name of pages that are turned, and of what stands on them. */
    static final String TURNED = "turned";

    /**
     * Some columns of a table.
     *
     * @param columns their indices
     * @param widths in dots of the layout, without the paddings of the cells
     */
    record Part(List<Integer> columns, List<Integer> widths) {
        Part {
            columns = List.copyOf(columns);
            widths = List.copyOf(widths);
        }
    }

    TableFit {
        parts = List.copyOf(parts);
    }

    void apply(Element table) {
        List<Element> tables = new ArrayList<>();
        tables.add(table);
        for (int i = 1; i < parts.size(); i++) {
            Element copy = (Element) table.cloneNode(true);
            withoutIds(copy);
            Element last = tables.get(i - 1);
            last.getParentNode().insertBefore(copy, last.getNextSibling());
            tables.add(copy);
        }
        for (int i = 0; i < tables.size(); i++) {
            set(tables.get(i), parts.get(i), i > 0);
        }
        if (turned && table.getParentNode() instanceof Element around) {
            Elements.addClass(around, TURNED);
            headings(around).forEach(heading -> Elements.addClass(heading, TURNED));
        }
    }

    /** The headings right before a table, which stand on its page. */
    private static List<Element> headings(Element around) {
        List<Element> headings = new ArrayList<>();
        for (Node before = around.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            if (before instanceof Element element) {
                if (!element.getTagName().matches("h[2-6]")) {
                    break;
                }
                headings.add(element);
            }
        }
        return headings;
    }

    private void set(Element table, Part part, boolean again) {
        Elements.addClass(table, "fitted");
        Elements.addStyle(table, "font-size: " + PrintedMeasures.points(points * PrintedMeasures.DOTS_PER_POINT));
        if (again) {
            Elements.addClass(table, "continued");
            caption(table).ifPresent(table::removeChild);
        }
        Document document = table.getOwnerDocument();
        Element columns = document.createElementNS(table.getNamespaceURI(), "colgroup");
        for (int i = 0; i < part.widths().size(); i++) {
            Element column = document.createElementNS(table.getNamespaceURI(), "col");
            int padding = i + 1 < part.widths().size() ? PADDING_DOTS : 0;
            Elements.addStyle(
                    column, "width: " + PrintedMeasures.points(part.widths().get(i) + padding));
            columns.appendChild(column);
        }
        Node first = caption(table).map(Node::getNextSibling).orElse(table.getFirstChild());
        table.insertBefore(columns, first);
        for (Element row : rows(table)) {
            List<Element> cells = Elements.children(row);
            for (int i = 0; i < cells.size(); i++) {
                int column = part.columns().indexOf(i);
                if (column < 0) {
                    row.removeChild(cells.get(i));
                } else {
                    cells.get(i).setUserData(PrintedSizes.WIDTH, part.widths().get(column), null);
                }
            }
        }
    }

    /** A copy is no place that links lead to, and has no footnotes of its own. */
    private static void withoutIds(Element copy) {
        copy.removeAttribute("id");
        for (Element inside : Elements.within(copy)) {
            inside.removeAttribute("id");
            if (PrintedFlow.hasClass(inside, "footnote")) {
                inside.getParentNode().removeChild(inside);
            }
        }
    }

    static List<Element> rows(Element table) {
        return Elements.within(table).stream()
                .filter(row -> row.getTagName().equals("tr")
                        && Elements.around(row, "table").orElseThrow() == table)
                .toList();
    }

    private static Optional<Element> caption(Element table) {
        return Elements.children(table).stream()
                .filter(child -> child.getTagName().equals("caption"))
                .findFirst();
    }
}
