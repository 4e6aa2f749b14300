package colophon.render;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What templates know of the site. Links are relative to the page that is drawn.
 *
 * @param asset gives the address of a file of {@code site-assets/}, such as {@code css/site.css}
 */
public record SiteView(
        String title,
        Markup titleHtml,
        String description,
        Markup descriptionHtml,
        String homeHref,
        Markup notice,
        boolean indexable,
        String publisher,
        String contact,
        String contactHref,
        List<LinkView> menu,
        List<LinkView> footerMenu,
        String generator,
        UnaryOperator<String> asset)
        implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "title" -> title;
            case "titleHtml" -> titleHtml;
            case "description" -> description;
            case "descriptionHtml" -> descriptionHtml;
            case "homeHref" -> homeHref;
            case "notice" -> notice;
            case "indexable" -> indexable;
            case "publisher" -> publisher;
            case "contact" -> contact;
            case "contactHref" -> contactHref;
            case "menu" -> menu;
            case "footerMenu" -> footerMenu;
            case "generator" -> generator;
            case "asset" -> asset;
            default -> null;
        };
    }
}
