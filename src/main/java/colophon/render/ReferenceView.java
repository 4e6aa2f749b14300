package colophon.render;

import freemarker.core.TemplateHTMLOutputModel;
import java.util.List;

/** A work in a list of references, with the places that cite it. */
public record ReferenceView(String id, TemplateHTMLOutputModel text, List<PlaceView> places) {
    /** A place that cites a work: where it is, and what to call it. */
    public record PlaceView(String href, String title) {}
}
