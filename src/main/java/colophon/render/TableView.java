package colophon.render;

import java.util.List;

/** A table of data. */
public record TableView(List<ColumnView> columns, List<RowView> rows) implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "columns" -> columns;
            case "rows" -> rows;
            default -> null;
        };
    }

    /** A column; the cells of a numeric one stand at the right. */
    public record ColumnView(String title, boolean numeric) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "title" -> title;
                case "numeric" -> numeric;
                default -> null;
            };
        }
    }

    /** A row; its first cell names it. */
    public record RowView(List<String> cells) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "cells" -> cells;
                default -> null;
            };
        }
    }
}
