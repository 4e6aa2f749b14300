package colophon.read;

import colophon.diag.Rule;
import colophon.diag.Suggestion;
import colophon.model.Contributor;
import colophon.model.Contributor.NativeName;
import colophon.model.Contributor.Role;
import colophon.model.Funder;
import colophon.model.Institution;
import colophon.model.NameOrder;
import colophon.model.PrintSettings;
import colophon.model.PrintSettings.Paper;
import colophon.model.Publication;
import colophon.model.Publication.Identifiers;
import colophon.model.Publication.KeyFinding;
import colophon.model.Publication.Licence;
import colophon.model.Publication.RelatedWork;
import colophon.model.Publication.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code publication.yaml}, and the people of pages, which have the same fields. */
final class PublicationReader {
    static final String DATE = "date";
    static final String EMBARGO = "embargo";

    private static final Map<String, Role> ROLES = roles();
    private static final Map<String, Paper> PAPERS = new TreeMap<>(Map.of("a4", Paper.A4, "letter", Paper.LETTER));
    /** Whether everything is black, by what it is called. */
    private static final Map<String, Boolean> BLACK = new TreeMap<>(Map.of("black", true, "colour", false));

    static final String CITATION_STYLE = "citation-style";
    static final String PARAGRAPH_NUMBERS = "paragraph-numbers";

    private final MarkdownReader markdown;

    PublicationReader(MarkdownReader markdown) {
        this.markdown = markdown;
    }

    Publication read(Fields fields, String siteLanguage) {
        List<Institution> institutions = new ArrayList<>();
        for (Fields block : fields.blocks("institutions", "institution")) {
            institutions.add(institution(block));
        }
        List<String> ids = institutions.stream().map(Institution::id).toList();
        Publication publication = new Publication(
                fields.source(),
                slug(fields),
                fields.text("kind"),
                markdown.titles(fields),
                fields.requiredPublicationDate(DATE),
                fields.text("version"),
                LanguageTags.read(fields, "language", siteLanguage),
                fields.requiredMarkdown("summary", markdown),
                fields.blocks("key-findings", "key finding").stream()
                        .map(this::keyFinding)
                        .toList(),
                fields.blocks("contributors", "contributor").stream()
                        .map(block -> contributor(block, ids))
                        .toList(),
                institutions,
                fields.blocks("funders", "funder").stream().map(this::funder).toList(),
                fields.block("identifiers", "identifiers")
                        .map(PublicationReader::identifiers)
                        .orElse(new Identifiers(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                fields.block("series", "series").map(this::series),
                fields.block("licence", "licence").map(this::licence),
                fields.texts("keywords"),
                fields.blocks("related", "related work").stream()
                        .map(this::related)
                        .toList(),
                fields.date(EMBARGO),
                fields.text(CITATION_STYLE),
                fields.flag(PARAGRAPH_NUMBERS),
                fields.block("print", "print").map(PublicationReader::print).orElse(PrintSettings.USUAL));
        fields.done();
        return publication;
    }

    /** The authors of a page. */
    List<Contributor> authors(Fields page) {
        return page.blocks("authors", "author").stream().map(this::author).toList();
    }

    private static String slug(Fields fields) {
        String slug = fields.requiredText("slug");
        if (!slug.isEmpty() && !slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            fields.invalid(
                    "slug",
                    "\"" + slug + "\" cannot be a file's name on every system",
                    "use small letters, digits and dashes, such as water-report");
            return "publication";
        }
        return slug.isEmpty() ? "publication" : slug;
    }

    private Institution institution(Fields fields) {
        Institution institution = new Institution(
                fields.requiredText("id"),
                fields.requiredText("name"),
                fields.text("short-name"),
                fields.text("place"),
                fields.webAddress("url"),
                fields.identifier("ror", IdentifierKind.ROR),
                fields.picture("logo"),
                fields.markdown("about", markdown));
        fields.done();
        return institution;
    }

    private KeyFinding keyFinding(Fields fields) {
        KeyFinding finding = new KeyFinding(
                fields.phrase("title", markdown),
                fields.withoutNotes("text", fields.requiredMarkdown("text", markdown)));
        fields.done();
        return finding;
    }

    private Contributor contributor(Fields fields, List<String> institutions) {
        Contributor person = person(
                fields,
                fields.choices("roles", ROLES),
                institution(fields, institutions),
                fields.markdown("about", markdown));
        if (person.roles().isEmpty() && !fields.has("roles")) {
            fields.problems()
                    .add(
                            Rule.FIELD_MISSING,
                            fields.span("roles"),
                            "the field \"roles\" is missing in contributor",
                            "add a line \"roles: [author]\"; possible: " + String.join(", ", ROLES.keySet()));
        }
        fields.done();
        return person;
    }

    private Contributor author(Fields fields) {
        Contributor person = person(fields, List.of(Role.AUTHOR), Optional.empty(), Optional.empty());
        fields.done();
        return person;
    }

    private Contributor person(
            Fields fields, List<Role> roles, Optional<String> institution, Optional<colophon.model.Body> about) {
        Optional<String> whole = fields.text("name");
        Optional<String> given = fields.text("given");
        Optional<String> family = fields.text("family");
        if (whole.isEmpty() && family.isEmpty()) {
            fields.problems()
                    .add(
                            Rule.FIELD_MISSING,
                            fields.span("family"),
                            "a person without a name",
                            "add \"given: …\" and \"family: …\", or \"name: …\" for a body");
        }
        String first = whole.isPresent() ? "" : given.orElse("");
        String last = whole.or(() -> family).orElse("?");
        return new Contributor(
                first,
                last,
                NameOrder.of(last, first, markdown.style().language()),
                fields.text("native").map(text -> new NativeName(text, LanguageTags.ofScript(text))),
                roles,
                institution,
                fields.text("position"),
                fields.identifier("orcid", IdentifierKind.ORCID),
                about);
    }

    private static Optional<String> institution(Fields fields, List<String> known) {
        Optional<String> id = fields.text("institution");
        if (id.isPresent() && !known.contains(id.get())) {
            fields.problems()
                    .add(
                            Rule.REFERENCE_UNKNOWN,
                            fields.span("institution"),
                            "no institution with the id \"" + id.get() + "\"",
                            Suggestion.help(id.get(), known));
            return Optional.empty();
        }
        return id;
    }

    private Funder funder(Fields fields) {
        Funder funder = new Funder(
                fields.requiredText("name"),
                fields.webAddress("url"),
                fields.identifier("ror", IdentifierKind.ROR),
                fields.text("award"),
                fields.requiredMarkdown("acknowledgement", markdown));
        fields.done();
        return funder;
    }

    private static Identifiers identifiers(Fields fields) {
        Identifiers identifiers = new Identifiers(
                fields.identifier("doi", IdentifierKind.DOI),
                fields.identifier("isbn", IdentifierKind.ISBN),
                fields.identifier("issn", IdentifierKind.ISSN),
                fields.text("number"),
                fields.webAddress("url"));
        fields.done();
        return identifiers;
    }

    private static PrintSettings print(Fields fields) {
        PrintSettings print = new PrintSettings(
                fields.choice("paper", false, PAPERS).orElse(Paper.A4),
                fields.choice("colour", false, BLACK).orElse(false),
                fields.flag("press"));
        fields.done();
        return print;
    }

    private Series series(Fields fields) {
        Series series = new Series(fields.requiredPhrase("title", markdown), fields.text("number"));
        fields.done();
        return series;
    }

    private Licence licence(Fields fields) {
        Licence licence = new Licence(
                fields.requiredText("name"), fields.webAddress("url"), fields.phrase("statement", markdown));
        fields.done();
        return licence;
    }

    private RelatedWork related(Fields fields) {
        RelatedWork related = new RelatedWork(
                fields.requiredPhrase("title", markdown),
                fields.requiredWebAddress("url"),
                fields.text("kind"),
                fields.publicationDate("date"));
        fields.done();
        return related;
    }

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            roles.put(role.id(), role);
        }
        return roles;
    }
}
