package colophon.render;

import java.util.List;

/** What a template knows of the page it draws. Missing values are null. */
public record PageView(
        String kind,
        String title,
        String shortTitle,
        String subtitle,
        String summary,
        String eyebrow,
        Markup body,
        String language,
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
        Markup citation) {
    /** A meta element: {@code attribute} is "name" or "property". */
    public record MetaView(String attribute, String key, String content) {}

    /** A heading in the list of contents, with those below it. */
    public record ContentsView(String title, String href, List<ContentsView> children) {}

    /** A row of the table of key facts. */
    public record FactView(String label, String value) {}

    /** The country of a case study: ISO 3166-1 code and name in the page's language. */
    public record CountryView(String code, String name) {}
}
