package colophon.render;

/**
 * A chart, with what it was drawn from.
 *
 * @param drawing for wide screens and for print
 * @param narrow the same for phones; missing in print
 * @param citation how to cite it
 */
public record ChartView(Markup drawing, Markup narrow, String description, TableView table, Markup citation) {}
