package colophon.render;

import colophon.render.PageView.ContentsView;
import colophon.render.PageView.FactView;
import java.util.List;

/** What a template for print or for e-readers knows of the document it draws. */
public record EditionView(
        String title,
        Markup titleHtml,
        String subtitle,
        Markup subtitleHtml,
        String kind,
        String language,
        String direction,
        DateView date,
        List<PersonView> authors,
        List<PartView> parts,
        List<ItemListView> lists,
        List<ReferenceView> references,
        Markup notice,
        Markup citation,
        String paper,
        boolean press,
        String fileName,
        String source)
        implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "title" -> title;
            case "titleHtml" -> titleHtml;
            case "subtitle" -> subtitle;
            case "subtitleHtml" -> subtitleHtml;
            case "kind" -> kind;
            case "language" -> language;
            case "direction" -> direction;
            case "date" -> date;
            case "authors" -> authors;
            case "parts" -> parts;
            case "lists" -> lists;
            case "references" -> references;
            case "notice" -> notice;
            case "citation" -> citation;
            case "paper" -> paper;
            case "press" -> press;
            case "fileName" -> fileName;
            case "source" -> source;
            default -> null;
        };
    }

    /** A page of the site as a part of the document. {@code key} is the id that links lead to, {@code href} where it begins. */
    public record PartView(
            String key,
            String href,
            String kind,
            String title,
            Markup titleHtml,
            Markup heading,
            String shortTitle,
            String subtitle,
            Markup subtitleHtml,
            Markup subheading,
            String eyebrow,
            int number,
            List<PersonView> authors,
            String summary,
            Markup summaryHtml,
            List<FactView> facts,
            MapView map,
            Markup body,
            List<ContentsView> contents)
            implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "key" -> key;
                case "href" -> href;
                case "kind" -> kind;
                case "title" -> title;
                case "titleHtml" -> titleHtml;
                case "heading" -> heading;
                case "shortTitle" -> shortTitle;
                case "subtitle" -> subtitle;
                case "subtitleHtml" -> subtitleHtml;
                case "subheading" -> subheading;
                case "eyebrow" -> eyebrow;
                case "number" -> number;
                case "authors" -> authors;
                case "summary" -> summary;
                case "summaryHtml" -> summaryHtml;
                case "facts" -> facts;
                case "map" -> map;
                case "body" -> body;
                case "contents" -> contents;
                default -> null;
            };
        }
    }
}
