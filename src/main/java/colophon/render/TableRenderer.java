package colophon.render;

import colophon.model.PlainText;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCaption;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.util.ast.Node;

/**
 * Writes a table so that a screen reader can say where it is: a caption, heads with their scope, the first cell of a row as its
 * head. Wide ones scroll in a region of their own that the keyboard reaches (WCAG 2.1, 1.4.10 and 2.1.1).
 */
final class TableRenderer {
    private final BodyRenderer body;
    private final StringBuilder out;
    private final int number;

    TableRenderer(BodyRenderer body, int number) {
        this.body = body;
        this.out = body.out;
        this.number = number;
    }

    /** Leaves the figure open for source lines. */
    void render(TableBlock table) {
        Node caption = find(table, TableCaption.class);
        String id = Html.escape(body.tableId(number));
        out.append("<figure class=\"table\" id=\"").append(id).append("\">");
        if (!body.isPrint()) {
            String name =
                    caption == null ? "aria-label=\"Table " + number + "\"" : "aria-labelledby=\"" + id + "-caption\"";
            out.append("<div class=\"table-scroll\" role=\"region\" ")
                    .append(name)
                    .append(" tabindex=\"0\">");
        }
        out.append("<table>\n");
        if (caption != null) {
            out.append("<caption id=\"").append(id).append("-caption\">");
            body.children(caption);
            out.append("</caption>\n");
        }
        rows(find(table, TableHead.class), "thead");
        rows(find(table, TableBody.class), "tbody");
        out.append("</table>").append(body.isPrint() ? "\n" : "</div>\n");
    }

    private static Node find(TableBlock table, Class<? extends Node> type) {
        for (Node child : table.getChildren()) {
            if (type.isInstance(child)) {
                return child;
            }
        }
        return null;
    }

    private void rows(Node section, String name) {
        if (section == null || section.getFirstChild() == null) {
            return;
        }
        out.append('<').append(name).append(">\n");
        for (Node row : section.getChildren()) {
            if (row instanceof TableRow) {
                row(row, name.equals("thead"));
            }
        }
        out.append("</").append(name).append(">\n");
    }

    private void row(Node row, boolean head) {
        out.append("<tr>");
        boolean first = true;
        for (Node node : row.getChildren()) {
            if (node instanceof TableCell cell) {
                cell(cell, head ? "col" : first ? "row" : "");
                first = false;
            }
        }
        out.append("</tr>\n");
    }

    /** An empty cell heads nothing. */
    private void cell(TableCell cell, String scope) {
        boolean isHead = !scope.isEmpty() && !PlainText.text(cell).isBlank();
        out.append(isHead ? "<th scope=\"" + scope + "\"" : "<td")
                .append(alignment(cell))
                .append('>');
        body.children(cell);
        out.append(isHead ? "</th>" : "</td>");
    }

    private static String alignment(TableCell cell) {
        if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
            return " class=\"number\"";
        }
        return cell.getAlignment() == TableCell.Alignment.CENTER ? " class=\"centre\"" : "";
    }
}
