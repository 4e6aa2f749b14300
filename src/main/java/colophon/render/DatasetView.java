package colophon.render;

import java.util.List;

/**
 * A data file and what there is to know of it. Missing values are null.
 *
 * @param rows how many there are; 0 where the file cannot be read as a table
 * @param uses the figures and tables that show it
 */
public record DatasetView(
        String id,
        Markup title,
        Markup description,
        Markup source,
        String sourceHref,
        Markup licence,
        List<DataColumnView> columns,
        int rows,
        DataView file,
        List<LinkView> uses)
        implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "id" -> id;
            case "title" -> title;
            case "description" -> description;
            case "source" -> source;
            case "sourceHref" -> sourceHref;
            case "licence" -> licence;
            case "columns" -> columns;
            case "rows" -> rows;
            case "file" -> file;
            case "uses" -> uses;
            default -> null;
        };
    }

    /** A column: what its values mean, and their unit. */
    public record DataColumnView(String name, Markup meaning, Markup unit) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "name" -> name;
                case "meaning" -> meaning;
                case "unit" -> unit;
                default -> null;
            };
        }
    }
}
