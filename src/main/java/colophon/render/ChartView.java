package colophon.render;

/**
 * A chart, with what it was drawn from.
 *
 * @param drawing for wide screens and for print
 * @param narrow the same for phones; missing in print
 * @param citation how to cite it
 */
public record ChartView(Markup drawing, Markup narrow, String description, TableView table, Markup citation)
        implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "drawing" -> drawing;
            case "narrow" -> narrow;
            case "description" -> description;
            case "table" -> table;
            case "citation" -> citation;
            default -> null;
        };
    }
}
