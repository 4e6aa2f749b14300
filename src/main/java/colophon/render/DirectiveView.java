package colophon.render;

import java.util.List;

/**
 * What the template of a directive knows of it. Missing values are null.
 *
 * @param id its id in the document
 * @param label "Box 2", where it is numbered
 * @param entries what stands in it, where that is a definition list
 * @param medium "web", "print" or "epub"
 * @param chart only of a chart
 * @param table only of a table of data
 * @param map only of a map
 * @param data the file that a chart or table was made from
 */
public record DirectiveView(
        String name,
        String id,
        String label,
        int number,
        Markup body,
        List<EntryView> entries,
        String medium,
        ChartView chart,
        TableView table,
        MapView map,
        DataView data)
        implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "name" -> name;
            case "id" -> id;
            case "label" -> label;
            case "number" -> number;
            case "body" -> body;
            case "entries" -> entries;
            case "medium" -> medium;
            case "chart" -> chart;
            case "table" -> table;
            case "map" -> map;
            case "data" -> data;
            default -> null;
        };
    }
}
