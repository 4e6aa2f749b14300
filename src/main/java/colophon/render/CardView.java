package colophon.render;

/** A page as others present it, in words and as HTML with its emphasis. {@code eyebrow} is the small line above the title; {@code minutes} the reading time. */
public record CardView(
        String title,
        Markup titleHtml,
        String shortTitle,
        String href,
        String summary,
        Markup summaryHtml,
        String eyebrow,
        String region,
        int number,
        int minutes,
        boolean current)
        implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "title" -> title;
            case "titleHtml" -> titleHtml;
            case "shortTitle" -> shortTitle;
            case "href" -> href;
            case "summary" -> summary;
            case "summaryHtml" -> summaryHtml;
            case "eyebrow" -> eyebrow;
            case "region" -> region;
            case "number" -> number;
            case "minutes" -> minutes;
            case "current" -> current;
            default -> null;
        };
    }
}
