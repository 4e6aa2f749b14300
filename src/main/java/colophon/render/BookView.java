package colophon.render;

import colophon.render.EditionView.PartView;
import java.util.List;

/**
 * What the templates of a book for e-readers know of the document they draw, beside the edition. Missing values are null.
 *
 * @param part the chapter or case study that the document shows
 * @param pages where the pages of the printed edition begin; empty where there are none to tell of
 * @param cover the address of the picture of the cover
 */
public record BookView(PartView part, List<LinkView> pages, String cover) implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "part" -> part;
            case "pages" -> pages;
            case "cover" -> cover;
            default -> null;
        };
    }
}
