package colophon.render;

import java.util.List;

/** A work in a list of references, with the places that cite it. */
public record ReferenceView(String id, Markup text, List<PlaceView> places) implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "id" -> id;
            case "text" -> text;
            case "places" -> places;
            default -> null;
        };
    }

    /** A place that cites a work: where it is, and what to call it. */
    public record PlaceView(String href, String title) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "href" -> href;
                case "title" -> title;
                default -> null;
            };
        }
    }
}
