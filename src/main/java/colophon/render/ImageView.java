package colophon.render;

/** A picture. {@code width} and {@code height} are CSS pixels, null where the format does not tell. */
public record ImageView(String href, Integer width, Integer height, String alt) implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "href" -> href;
            case "width" -> width;
            case "height" -> height;
            case "alt" -> alt;
            default -> null;
        };
    }
}
