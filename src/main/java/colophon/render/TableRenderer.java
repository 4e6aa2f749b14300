package colophon.render;

import colophon.model.Block;
import colophon.model.Direction;
import colophon.model.Inline;
import colophon.model.PlainText;
import colophon.model.Prose;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a table so that a screen reader can say where it is: a caption, heads with their scope, the first cell of a row as its
 * head. Wide ones scroll in a region of their own that the keyboard reaches (WCAG 2.1, 1.4.10 and 2.1.1).
 */
final class TableRenderer {
    private final BodyRenderer body;
    private final Prose.Writer out;
    private final int number;

    TableRenderer(BodyRenderer body, int number) {
        this.body = body;
        this.out = body.out();
        this.number = number;
    }

    /**
     * Leaves the figure open for source lines.
     *
     * @param direction that of most of its letters: its columns are in that order
     */
    void render(Block.Table table, Direction direction) {
        String id = Html.escape(body.tableId(table, number));
        out.append("<figure class=\"table\" id=\"").append(id).append("\">");
        if (body.isWeb()) {
            String name = table.caption().isPresent()
                    ? "aria-labelledby=\"" + id + "-caption\""
                    : "aria-label=\"Table " + number + "\"";
            out.append("<div class=\"table-scroll\" role=\"region\" ")
                    .append(name)
                    .append(" tabindex=\"0\">");
        }
        body.element("<table", direction, "</table>", () -> {
            out.append('\n');
            table.caption().ifPresent(caption -> caption(table, caption, id));
            int columns = Stream.of(table.head(), table.body())
                    .flatMap(List::stream)
                    .mapToInt(row -> row.cells().size())
                    .max()
                    .orElse(0);
            rows(table.head(), "thead", columns);
            rows(table.body(), "tbody", columns);
        });
        out.append(body.isWeb() ? "</div>\n" : "\n");
    }

    private void caption(Block.Table table, List<Inline> caption, String id) {
        out.append("<caption id=\"")
                .append(id)
                .append("-caption\"")
                .append(body.dir(caption))
                .append('>');
        body.number(table);
        body.phrase(caption);
        out.append("</caption>\n");
    }

    private void rows(List<Block.Row> rows, String name, int columns) {
        if (rows.isEmpty()) {
            return;
        }
        out.append('<').append(name).append(">\n");
        rows.forEach(row -> row(row, name.equals("thead"), columns));
        out.append("</").append(name).append(">\n");
    }

    /** A row with fewer cells than others ends with empty ones: PDF/UA-1, 7.2, wants as many columns in each row. */
    private void row(Block.Row row, boolean head, int columns) {
        out.append("<tr>");
        boolean first = true;
        for (Block.Cell cell : row.cells()) {
            cell(cell, head ? "col" : first ? "row" : "");
            first = false;
        }
        out.append("<td></td>".repeat(columns - row.cells().size())).append("</tr>\n");
    }

    /** An empty cell heads nothing. */
    private void cell(Block.Cell cell, String scope) {
        boolean isHead = !scope.isEmpty() && !PlainText.of(cell.content()).isBlank();
        out.append(isHead ? "<th scope=\"" + scope + "\"" : "<td")
                .append(alignment(cell))
                .append(body.dir(cell.content()))
                .append('>');
        body.phrase(cell.content());
        out.append(isHead ? "</th>" : "</td>");
    }

    private static String alignment(Block.Cell cell) {
        return switch (cell.alignment()) {
            case RIGHT -> " class=\"number\"";
            case CENTRE -> " class=\"centre\"";
            default -> "";
        };
    }
}
