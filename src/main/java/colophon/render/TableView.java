package colophon.render;

import java.util.List;

/** A table of data. */
public record TableView(List<ColumnView> columns, List<RowView> rows) {
    /** A column; the cells of a numeric one stand at the right. */
    public record ColumnView(String title, boolean numeric) {}

    /** A row; its first cell names it. */
    public record RowView(List<String> cells) {}
}
