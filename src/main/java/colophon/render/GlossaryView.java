package colophon.render;

import colophon.render.ReferenceView.PlaceView;
import java.util.List;

/**
 * An entry of the glossary. Missing values are null.
 *
 * @param title what it is listed under: the abbreviation, or the term
 * @param whole what an abbreviation stands for
 * @param places the pages that use it
 */
public record GlossaryView(String id, String title, String whole, Markup definition, List<PlaceView> places)
        implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "id" -> id;
            case "title" -> title;
            case "whole" -> whole;
            case "definition" -> definition;
            case "places" -> places;
            default -> null;
        };
    }
}
