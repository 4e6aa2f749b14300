package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.Reference;
import colophon.model.Reference.Date;
import colophon.model.Reference.Name;
import colophon.model.RichText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One item of CSL-JSON. */
final class CslJsonItem {
    /** Other names for variables, of older versions of CSL-JSON and of programs that export it. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("journalAbbreviation", "container-title-short"),
            Map.entry("shortTitle", "title-short"),
            Map.entry("short-title", "title-short"),
            Map.entry("event", "event-title"),
            Map.entry("part", "part-number"),
            Map.entry("printing", "printing-number"),
            Map.entry("supplement", "supplement-number"),
            Map.entry("publisher-location", "publisher-place"),
            Map.entry("article-number", "number"),
            Map.entry("doi", "DOI"),
            Map.entry("url", "URL"),
            Map.entry("isbn", "ISBN"),
            Map.entry("issn", "ISSN"));

    /** Types of Crossref, whose items are otherwise those of CSL-JSON. */
    private static final Map<String, String> TYPES = Map.of(
            "journal-article", "article-journal",
            "book-chapter", "chapter",
            "proceedings-article", "paper-conference",
            "posted-content", "article",
            "monograph", "book",
            "edited-book", "book",
            "reference-entry", "entry-encyclopedia",
            "dissertation", "thesis");

    /** What no list of references prints, and what programs note for themselves. */
    private static final Set<String> IGNORED =
            Set.of(("id type keyword keywords categories custom citation-key system_id"
                            + " indexed reference-count references-count created deposited score prefix member link license subject relation"
                            + " short-container-title published-print published-online published resource alternative-id journal-issue update-policy"
                            + " assertion content-domain is-referenced-by-count issn-type isbn-type archive-date funder reference"
                            + " published-other accepted content-created subtype institution aliases collection-key"
                            + " year-suffix citation-number citation-label first-reference-note-number locator multi")
                    .split(" "));

    private static final Set<String> NAME_PARTS = Set.of(
            "family",
            "given",
            "dropping-particle",
            "non-dropping-particle",
            "suffix",
            "comma-suffix",
            "static-ordering",
            "literal",
            "name",
            "parse-names",
            "static-particles",
            "isInstitution",
            "sequence",
            "affiliation",
            "ORCID",
            "authenticated-orcid",
            "multi",
            "role",
            "comma-dropping-particle",
            "id");

    private final UnreadParts unread;
    private final Problems problems;
    private final TreeMap<String, RichText> texts = new TreeMap<>();
    private final TreeMap<String, List<Name>> names = new TreeMap<>();
    private final TreeMap<String, Date> dates = new TreeMap<>();

    CslJsonItem(UnreadParts unread, Problems problems) {
        this.unread = unread;
        this.problems = problems;
    }

    Reference read(String key, Span span, Map<String, Setting> fields) {
        String type =
                fields.get("type") instanceof Setting.Text text && !text.value().isBlank() ? type(text) : "document";
        fields.forEach((name, value) -> variable(ALIASES.getOrDefault(name, name), name, value));
        if (fields.get("note") instanceof Setting.Text note) {
            CslNote more = CslNote.read(note.value());
            texts.remove("note");
            if (!more.text().isBlank()) {
                texts.put("note", rich(more.text(), note.span()));
            }
            more.texts().forEach((variable, text) -> texts.putIfAbsent(variable, rich(text, note.span())));
            more.names().forEach(names::putIfAbsent);
            more.dates().forEach(dates::putIfAbsent);
            type = more.type().orElse(type);
        }
        return new Reference(key, type, texts, names, dates, span);
    }

    private String type(Setting.Text type) {
        String name = TYPES.getOrDefault(type.value(), type.value());
        if (CslVariables.TYPES.contains(name)) {
            return name;
        }
        unread.add(
                type.span(),
                "no type of entry named \"" + type.value() + "\", it is read as \"document\"",
                Suggestion.help(type.value(), CslVariables.TYPES));
        return "document";
    }

    private void variable(String variable, String written, Setting value) {
        if (IGNORED.contains(written) || isNull(value)) {
            return;
        }
        if (CslVariables.NAMES.contains(variable)) {
            people(variable, value);
        } else if (CslVariables.DATES.contains(variable)) {
            new CslJsonDate(problems).read(value).ifPresent(date -> dates.put(variable, date));
        } else if (CslVariables.TEXTS.contains(variable)) {
            String text = text(value);
            if (!text.isBlank()) {
                texts.putIfAbsent(variable, printed(variable, text, value.span()));
            }
        } else if (!text(value).isBlank() || value instanceof Setting.Block) {
            unread.add(
                    value.span(),
                    "the variable \"" + written + "\" is not one of CSL and not printed",
                    "write what readers need in another variable, such as \"note\"; else remove it");
        }
    }

    /** Addresses and DOI have no markup. */
    private RichText printed(String variable, String text, Span span) {
        return switch (variable) {
            case "URL" -> RichText.of(text.strip());
            case "DOI" -> RichText.of(IdentifierKind.DOI.bare(text));
            default -> rich(text, span);
        };
    }

    /** A variable that should be one text may be a list of them, such as several ISSN. */
    private static String text(Setting value) {
        if (value instanceof Setting.Items items) {
            return String.join(
                    "; ", items.items().stream().map(CslJsonItem::text).toList());
        }
        return value instanceof Setting.Text text && !isNull(value) ? text.value() : "";
    }

    static boolean isNull(Setting value) {
        return value instanceof Setting.Text text
                && text.value().equals("null")
                && !text.span().source().text().startsWith("\"", text.span().start());
    }

    private RichText rich(String text, Span span) {
        return CslMarkup.read(
                text,
                tag -> unread.add(
                        span,
                        "the tag <" + tag + "> has no meaning in CSL-JSON and is not printed",
                        "use <i>, <b>, <sub>, <sup> or <span class=\"nocase\">"));
    }

    private void people(String variable, Setting value) {
        if (!(value instanceof Setting.Items people)) {
            invalid(value.span(), "names must be a list", "write [{ \"family\": …, \"given\": … }]");
            return;
        }
        List<Name> list = new ArrayList<>();
        people.items().forEach(person -> name(person).ifPresent(list::add));
        if (!list.isEmpty()) {
            names.put(variable, list);
        }
    }

    private Optional<Name> name(Setting setting) {
        if (!(setting instanceof Setting.Block block)) {
            invalid(setting.span(), "a name must be an object", "write { \"family\": …, \"given\": … }");
            return Optional.empty();
        }
        Map<String, String> parts = parts(block);
        parts.keySet().stream()
                .filter(part -> !NAME_PARTS.contains(part))
                .forEach(part -> unread.add(
                        block.span(),
                        "the part \"" + part + "\" of a name is not one of CSL and not printed",
                        Suggestion.help(part, NAME_PARTS)));
        Name name = new Name(
                parts.getOrDefault("family", ""),
                parts.getOrDefault("given", ""),
                parts.getOrDefault("dropping-particle", ""),
                parts.getOrDefault("non-dropping-particle", ""),
                parts.getOrDefault("suffix", ""),
                isTrue(parts.get("comma-suffix")),
                isTrue(parts.get("static-ordering")),
                "");
        String literal = parts.getOrDefault("literal", parts.getOrDefault("name", ""));
        if (literal.equals("others") || literal.equals("et al.")) {
            return Optional.of(Name.OTHERS);
        }
        if (name.family().isEmpty()) {
            // Of one name alone nobody knows which it is.
            String only = name.given().isEmpty() ? literal : name.given();
            return only.isEmpty() ? Optional.empty() : Optional.of(Name.literal(only));
        }
        return Optional.of(CslName.divided(name));
    }

    /** In CSL-JSON what is true may be a text or a number. */
    static boolean isTrue(String value) {
        return value != null && !value.isBlank() && !value.equals("false") && !value.equals("0");
    }

    /** The parts of an object that are texts; entities are what they stand for. */
    static Map<String, String> parts(Setting.Block block) {
        Map<String, String> parts = new HashMap<>();
        for (Setting.Entry entry : block.entries()) {
            if (entry.name() instanceof Setting.Text name
                    && entry.value() instanceof Setting.Text value
                    && !isNull(value)) {
                parts.put(name.value(), CslMarkup.read(value.value(), tag -> {}).plain());
            }
        }
        return parts;
    }

    private void invalid(Span span, String message, String help) {
        problems.add(Rule.BIBLIOGRAPHY_INVALID, span, message, help);
    }
}
