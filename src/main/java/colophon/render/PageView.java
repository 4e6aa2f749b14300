package colophon.render;

import java.util.List;

/** What a template knows of the page it draws. Missing values are null. */
public record PageView(
        String kind,
        String title,
        Markup titleHtml,
        String shortTitle,
        String subtitle,
        Markup subtitleHtml,
        String summary,
        Markup summaryHtml,
        String eyebrow,
        Markup body,
        String language,
        String direction,
        String canonical,
        String titleTag,
        String description,
        List<MetaView> meta,
        Markup metaTags,
        List<LinkView> breadcrumbs,
        List<ContentsView> contents,
        LinkView previous,
        LinkView next,
        LinkView up,
        List<PersonView> authors,
        DateView date,
        List<FactView> facts,
        String region,
        CountryView country,
        MapView map,
        int number,
        int minutes,
        int words,
        List<ReferenceView> references,
        List<DownloadView> downloads,
        boolean draft,
        DateView embargo,
        List<String> keywords,
        Markup citation)
        implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "kind" -> kind;
            case "title" -> title;
            case "titleHtml" -> titleHtml;
            case "shortTitle" -> shortTitle;
            case "subtitle" -> subtitle;
            case "subtitleHtml" -> subtitleHtml;
            case "summary" -> summary;
            case "summaryHtml" -> summaryHtml;
            case "eyebrow" -> eyebrow;
            case "body" -> body;
            case "language" -> language;
            case "direction" -> direction;
            case "canonical" -> canonical;
            case "titleTag" -> titleTag;
            case "description" -> description;
            case "meta" -> meta;
            case "metaTags" -> metaTags;
            case "breadcrumbs" -> breadcrumbs;
            case "contents" -> contents;
            case "previous" -> previous;
            case "next" -> next;
            case "up" -> up;
            case "authors" -> authors;
            case "date" -> date;
            case "facts" -> facts;
            case "region" -> region;
            case "country" -> country;
            case "map" -> map;
            case "number" -> number;
            case "minutes" -> minutes;
            case "words" -> words;
            case "references" -> references;
            case "downloads" -> downloads;
            case "draft" -> draft;
            case "embargo" -> embargo;
            case "keywords" -> keywords;
            case "citation" -> citation;
            default -> null;
        };
    }

    /** A meta element: {@code attribute} is "name" or "property". */
    public record MetaView(String attribute, String key, String content) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "attribute" -> attribute;
                case "key" -> key;
                case "content" -> content;
                default -> null;
            };
        }
    }

    /** A heading in the list of contents, with those below it. */
    public record ContentsView(String title, Markup titleHtml, String href, List<ContentsView> children)
            implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "title" -> title;
                case "titleHtml" -> titleHtml;
                case "href" -> href;
                case "children" -> children;
                default -> null;
            };
        }
    }

    /** A row of the table of key facts. */
    public record FactView(Markup label, Markup value) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "label" -> label;
                case "value" -> value;
                default -> null;
            };
        }
    }

    /** The country of a case study: ISO 3166-1 code and name in the page's language. */
    public record CountryView(String code, String name) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "code" -> code;
                case "name" -> name;
                default -> null;
            };
        }
    }
}
