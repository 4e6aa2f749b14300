package colophon.render;

/** A picture. {@code width} and {@code height} are CSS pixels, null where the format does not tell. */
public record ImageView(String href, Integer width, Integer height, String alt) {}
