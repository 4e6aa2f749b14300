package colophon.render;

/** A link of a menu, a trail or a list. {@code label} says what kind of thing it is. */
public record LinkView(String title, String href, boolean current, String label, String summary) implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "title" -> title;
            case "href" -> href;
            case "current" -> current;
            case "label" -> label;
            case "summary" -> summary;
            default -> null;
        };
    }

    static LinkView of(String title, String href) {
        return new LinkView(title, href, false, null, null);
    }
}
