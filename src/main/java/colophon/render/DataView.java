package colophon.render;

/** A file of data that can be downloaded: "CSV, 12 kB". {@code about} is the place that says what it holds. */
public record DataView(String name, String href, String details, String about) implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "name" -> name;
            case "href" -> href;
            case "details" -> details;
            case "about" -> about;
            default -> null;
        };
    }
}
