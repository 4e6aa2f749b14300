package colophon.render;

import java.util.List;

/** A list of figures, of tables, of boxes. */
public record ItemListView(String title, List<ItemView> items) {
    /** A numbered item: "Figure 3", its caption, and the page it stands on. */
    public record ItemView(String label, String title, String href, String place) {}
}
