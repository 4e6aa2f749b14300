package colophon.read;

import colophon.diag.Rule;
import colophon.model.Block;
import colophon.model.Block.Alignment;
import colophon.model.Block.Cell;
import colophon.model.Block.Row;
import colophon.model.Block.Table;
import colophon.model.Inline;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables in Flexmark's tree. */
final class FlexmarkTables {
    /** As in other parsers: a wide head and many short rows would make a table of any size out of a short text. */
    private static final int MAX_FILLED = 65_536;

    private final FlexmarkContext context;
    private final FlexmarkInlines inlines;

    FlexmarkTables(FlexmarkContext context, FlexmarkInlines inlines) {
        this.context = context;
        this.inlines = inlines;
    }

    Block table(FlexmarkTableBlocks.Grid grid) {
        Optional<List<Inline>> caption = Optional.empty();
        List<Row> head = new ArrayList<>();
        List<Row> body = new ArrayList<>();
        boolean fits = missing(grid) <= MAX_FILLED;
        for (Node part = grid.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof FlexmarkTableBlocks.GridRow row) {
                (row.isHead() ? head : body).add(row(row, grid.columns(), fits));
            } else {
                caption = Optional.of(
                        inlines.ofTitle(part, part.getChars().trimEnd().getEndOffset()));
            }
        }
        int line = grid.getChars().toString().indexOf('\n');
        int end = line < 0 ? grid.getEndOffset() : grid.getStartOffset() + line;
        if (!fits) {
            context.reportTooLarge(
                    grid.getStartOffset(),
                    end,
                    "the rows of this table would be filled with more than " + MAX_FILLED + " empty cells",
                    "give each row as many cells as the others");
            head.clear();
            body.clear();
        }
        Table table = new Table(Optional.empty(), Optional.empty(), head, body, grid.getStartOffset(), end);
        return caption.isPresent() ? captioned(table, caption.get()) : table;
    }

    /** How many cells short rows lack. */
    private static long missing(FlexmarkTableBlocks.Grid grid) {
        List<Integer> counts = new ArrayList<>();
        for (Node part = grid.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof FlexmarkTableBlocks.GridRow) {
                counts.add(cells(part));
            }
        }
        int most = counts.stream().mapToInt(it -> it).reduce(grid.columns().size(), Math::max);
        return counts.stream().mapToLong(count -> most - count).sum();
    }

    private static int cells(Node row) {
        int count = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            count++;
        }
        return count;
    }

    /** A table with a caption, which may end with a label. */
    Table captioned(Table table, List<Inline> caption) {
        Optional<String> label = HeadingId.atEndOf(caption);
        return new Table(
                Optional.of(label.isPresent() ? HeadingId.without(caption) : caption),
                label,
                table.head(),
                table.body(),
                table.start(),
                table.end());
    }

    /** A row with a cell for each column. A cell without one stays, since its words would be lost, and is reported. */
    private Row row(FlexmarkTableBlocks.GridRow row, List<Alignment> columns, boolean fill) {
        List<Cell> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            Alignment alignment = cells.size() < columns.size() ? columns.get(cells.size()) : Alignment.NONE;
            cells.add(new Cell(alignment, inlines.ofCell(cell)));
        }
        if (cells.size() > columns.size()) {
            context.report(
                    Rule.TABLE_UNEVEN,
                    row.getStartOffset(),
                    row.getEndOffset(),
                    "this row has " + cells.size() + " cells, and the head of its table " + columns.size(),
                    "add a column to the head and to the line below it; a | within a cell is written \\|");
        }
        if (columns.size() > 1 && row.getChars().indexOf('|') < 0) {
            context.report(
                    Rule.TABLE_UNEVEN,
                    row.getStartOffset(),
                    row.getEndOffset(),
                    "a line without a | right below a table is a row of it",
                    "put a blank line before it, or write [Caption] or Source: …");
        }
        while (fill && cells.size() < columns.size()) {
            cells.add(new Cell(columns.get(cells.size()), List.of()));
        }
        return new Row(cells);
    }

    /** Reports a head and a line of dashes that do not fit each other: GFM has a paragraph there. */
    void refuseUneven(Paragraph paragraph) {
        String text = paragraph.getChars().toString();
        if (text.indexOf('|') < 0) {
            return;
        }
        int above = -1;
        int start = paragraph.getStartOffset();
        for (String line : text.split("\n", -1)) {
            int columns = TableLine.alignments(line).map(List::size).orElse(0);
            if (columns > 0 && above > 0) {
                context.report(
                        Rule.TABLE_UNEVEN,
                        start,
                        start + line.stripTrailing().length(),
                        "no table: this line has dashes for " + columns + (columns == 1 ? " column" : " columns")
                                + ", and the head above it " + above,
                        "write | --- | once for each cell of the head");
            }
            above = line.indexOf('|') < 0 ? -1 : TableLine.parts(line).size();
            start += line.length() + 1;
        }
    }
}
