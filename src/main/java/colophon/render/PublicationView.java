package colophon.render;

import java.util.List;

/** What templates know of the publication. Missing values are null. */
public record PublicationView(
        String title,
        String subtitle,
        String kind,
        DateView date,
        String version,
        Markup summary,
        List<KeyFindingView> keyFindings,
        List<RoleView> contributors,
        List<InstitutionView> institutions,
        List<FunderView> funders,
        LicenceView licence,
        List<IdentifierView> identifiers,
        SeriesView series,
        List<String> keywords,
        List<LinkView> related,
        Markup citation,
        String citationText,
        List<DownloadView> downloads,
        List<CardView> chapters,
        List<CardView> caseStudies,
        CardView brief,
        List<ItemListView> lists,
        List<ReferenceView> references,
        List<DatasetView> datasets,
        List<GlossaryView> glossary,
        String reportHref,
        String caseStudiesHref,
        String authorsHref,
        String figuresHref,
        String referencesHref,
        String dataHref,
        String glossaryHref,
        String originalHref) {
    /** A key finding, numbered and linkable. */
    public record KeyFindingView(int number, String id, String title, Markup text) {}

    /** The people of one role, such as "Editors". */
    public record RoleView(String label, List<PersonView> people) {}

    /** A body that publishes the work. */
    public record InstitutionView(
            String name, String shortName, String place, String url, String ror, ImageView logo, Markup about) {}

    /** Who paid for the work. */
    public record FunderView(String name, String url, String award, Markup acknowledgement) {}

    /** What others may do with the work. */
    public record LicenceView(String name, String url, String statement) {}

    /** An identifier such as a DOI. */
    public record IdentifierView(String label, String value, String href) {}

    /** The series the work appeared in. */
    public record SeriesView(String title, String number) {}
}
