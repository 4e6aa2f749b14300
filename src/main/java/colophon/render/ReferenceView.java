package colophon.render;

import java.util.List;

/** A work in a list of references, with the places that cite it. */
public record ReferenceView(String id, Markup text, List<PlaceView> places) {
    /** A place that cites a work: where it is, and what to call it. */
    public record PlaceView(String href, String title) {}
}
