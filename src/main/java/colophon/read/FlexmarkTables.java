package colophon.read;

import colophon.model.Block;
import colophon.model.Block.Alignment;
import colophon.model.Block.Cell;
import colophon.model.Block.Row;
import colophon.model.Block.Table;
import colophon.model.Inline;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCaption;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables in Flexmark's tree. */
final class FlexmarkTables {
    private final FlexmarkInlines inlines;

    FlexmarkTables(FlexmarkInlines inlines) {
        this.inlines = inlines;
    }

    Block table(Node node) {
        Optional<List<Inline>> caption = Optional.empty();
        List<Row> head = new ArrayList<>();
        List<Row> body = new ArrayList<>();
        for (Node part = node.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof TableCaption) {
                caption = Optional.of(inlines.of(part));
            } else if (part instanceof TableHead) {
                rows(part, head);
            } else if (part instanceof TableBody) {
                rows(part, body);
            }
        }
        Optional<String> label = caption.flatMap(HeadingId::atEndOf);
        int line = node.getChars().toString().indexOf('\n');
        int end = line < 0 ? node.getEndOffset() : node.getStartOffset() + line;
        return new Table(
                label.isPresent() ? caption.map(HeadingId::without) : caption,
                label,
                head,
                body,
                node.getStartOffset(),
                end);
    }

    private void rows(Node section, List<Row> rows) {
        for (Node row = section.getFirstChild(); row != null; row = row.getNext()) {
            if (row instanceof TableRow) {
                List<Cell> cells = new ArrayList<>();
                for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
                    if (node instanceof TableCell cell) {
                        cells.add(new Cell(alignment(cell), cell(inlines.of(cell))));
                    }
                }
                rows.add(new Row(cells));
            }
        }
    }

    /** Flexmark leaves a space in an empty cell. */
    private static List<Inline> cell(List<Inline> content) {
        boolean isEmpty = content.size() == 1
                && content.get(0) instanceof Inline.Text text
                && text.text().isBlank();
        return isEmpty ? List.of() : content;
    }

    private static Alignment alignment(TableCell cell) {
        TableCell.Alignment alignment = cell.getAlignment();
        if (alignment == null) {
            return Alignment.NONE;
        }
        return switch (alignment) {
            case LEFT -> Alignment.LEFT;
            case CENTER -> Alignment.CENTRE;
            case RIGHT -> Alignment.RIGHT;
            default -> Alignment.NONE;
        };
    }
}
