package colophon.render;

import java.util.List;

/** What templates know of the publication. Missing values are null. */
public record PublicationView(
        String title,
        Markup titleHtml,
        String subtitle,
        Markup subtitleHtml,
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
        String originalHref)
        implements View {
    @Override
    public Object get(String component) {
        return switch (component) {
            case "title" -> title;
            case "titleHtml" -> titleHtml;
            case "subtitle" -> subtitle;
            case "subtitleHtml" -> subtitleHtml;
            case "kind" -> kind;
            case "date" -> date;
            case "version" -> version;
            case "summary" -> summary;
            case "keyFindings" -> keyFindings;
            case "contributors" -> contributors;
            case "institutions" -> institutions;
            case "funders" -> funders;
            case "licence" -> licence;
            case "identifiers" -> identifiers;
            case "series" -> series;
            case "keywords" -> keywords;
            case "related" -> related;
            case "citation" -> citation;
            case "citationText" -> citationText;
            case "downloads" -> downloads;
            case "chapters" -> chapters;
            case "caseStudies" -> caseStudies;
            case "brief" -> brief;
            case "lists" -> lists;
            case "references" -> references;
            case "datasets" -> datasets;
            case "glossary" -> glossary;
            case "reportHref" -> reportHref;
            case "caseStudiesHref" -> caseStudiesHref;
            case "authorsHref" -> authorsHref;
            case "figuresHref" -> figuresHref;
            case "referencesHref" -> referencesHref;
            case "dataHref" -> dataHref;
            case "glossaryHref" -> glossaryHref;
            case "originalHref" -> originalHref;
            default -> null;
        };
    }

    /** A key finding, numbered and linkable. */
    public record KeyFindingView(int number, String id, String title, Markup titleHtml, Markup text) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "number" -> number;
                case "id" -> id;
                case "title" -> title;
                case "titleHtml" -> titleHtml;
                case "text" -> text;
                default -> null;
            };
        }
    }

    /** The people of one role, such as "Editors". */
    public record RoleView(String label, List<PersonView> people) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "label" -> label;
                case "people" -> people;
                default -> null;
            };
        }
    }

    /** A body that publishes the work. */
    public record InstitutionView(
            String name, String shortName, String place, String url, String ror, ImageView logo, Markup about)
            implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "name" -> name;
                case "shortName" -> shortName;
                case "place" -> place;
                case "url" -> url;
                case "ror" -> ror;
                case "logo" -> logo;
                case "about" -> about;
                default -> null;
            };
        }
    }

    /** Who paid for the work. */
    public record FunderView(String name, String url, String award, Markup acknowledgement) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "name" -> name;
                case "url" -> url;
                case "award" -> award;
                case "acknowledgement" -> acknowledgement;
                default -> null;
            };
        }
    }

    /** What others may do with the work. */
    public record LicenceView(String name, String url, Markup statement) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "name" -> name;
                case "url" -> url;
                case "statement" -> statement;
                default -> null;
            };
        }
    }

    /** An identifier such as a DOI. */
    public record IdentifierView(String label, String value, String href) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "label" -> label;
                case "value" -> value;
                case "href" -> href;
                default -> null;
            };
        }
    }

    /** The series the work appeared in. */
    public record SeriesView(Markup title, String number) implements View {
        @Override
        public Object get(String component) {
            return switch (component) {
                case "title" -> title;
                case "number" -> number;
                default -> null;
            };
        }
    }
}
