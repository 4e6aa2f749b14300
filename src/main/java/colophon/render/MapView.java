package colophon.render;

/**
 * A map.
 *
 * @param picture SVG
 * @param caption a sentence that says what it shows
 * @param text the same and what else is to be seen, for those who do not see it; it is in the picture too
 * @param source where it comes from, and what its lines do not mean
 */
public record MapView(Markup picture, String caption, String text, String source) implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "picture" -> picture;
            case "caption" -> caption;
            case "text" -> text;
            case "source" -> source;
            default -> null;
        };
    }
}
