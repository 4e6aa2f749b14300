package colophon.render;

import colophon.model.Phrase;

/** A link of a menu, a trail or a list. {@code label} says what kind of thing it is; {@code titleHtml} is the title with its emphasis. */
public record LinkView(String title, Markup titleHtml, String href, boolean current, String label, String summary)
        implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "title" -> title;
            case "titleHtml" -> titleHtml;
            case "href" -> href;
            case "current" -> current;
            case "label" -> label;
            case "summary" -> summary;
            default -> null;
        };
    }

    /** A link with a title of plain words. */
    LinkView(String title, String href, boolean current, String label, String summary) {
        this(title, Markup.of(Html.escape(title)), href, current, label, summary);
    }

    static LinkView of(Phrase title, String href) {
        return new LinkView(title.text(), Markup.of(title.markup()), href, false, null, null);
    }
}
