package colophon.render;

import java.util.List;

/** A list of figures, of tables, of boxes. */
public record ItemListView(String title, List<ItemView> items) implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "title" -> title;
            case "items" -> items;
            default -> null;
        };
    }

    /** A numbered item: "Figure 3", its caption, and the page it stands on. */
    public record ItemView(String label, String title, Markup titleHtml, String href, String place) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "label" -> label;
                case "title" -> title;
                case "titleHtml" -> titleHtml;
                case "href" -> href;
                case "place" -> place;
                default -> null;
            };
        }
    }
}
