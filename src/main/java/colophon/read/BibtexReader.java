package colophon.read;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.Reference;
import colophon.model.Reference.Date;
import colophon.model.Reference.Name;
import colophon.model.Reference.PartialDate;
import colophon.model.RichText;
import colophon.read.BibtexScanner.Entry;
import colophon.read.BibtexScanner.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a bibliography in BibTeX or BibLaTeX (its manual, version 3.19, sections 2.1 and 2.2, says what types and fields there are) as
 * items of the Citation Style Language.
 */
final class BibtexReader {
    /** Types of BibTeX and BibLaTeX as those of CSL. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("article", "article-journal"),
            Map.entry("suppperiodical", "article-journal"),
            Map.entry("newspaper", "article-newspaper"),
            Map.entry("book", "book"),
            Map.entry("mvbook", "book"),
            Map.entry("collection", "book"),
            Map.entry("mvcollection", "book"),
            Map.entry("proceedings", "book"),
            Map.entry("mvproceedings", "book"),
            Map.entry("reference", "book"),
            Map.entry("manual", "book"),
            Map.entry("inbook", "chapter"),
            Map.entry("incollection", "chapter"),
            Map.entry("suppbook", "chapter"),
            Map.entry("suppcollection", "chapter"),
            Map.entry("bookinbook", "chapter"),
            Map.entry("inreference", "entry-encyclopedia"),
            Map.entry("inproceedings", "paper-conference"),
            Map.entry("conference", "paper-conference"),
            Map.entry("booklet", "pamphlet"),
            Map.entry("online", "webpage"),
            Map.entry("electronic", "webpage"),
            Map.entry("www", "webpage"),
            Map.entry("report", "report"),
            Map.entry("techreport", "report"),
            Map.entry("thesis", "thesis"),
            Map.entry("phdthesis", "thesis"),
            Map.entry("mastersthesis", "thesis"),
            Map.entry("unpublished", "manuscript"),
            Map.entry("misc", "document"),
            Map.entry("dataset", "dataset"),
            Map.entry("software", "software"),
            Map.entry("legislation", "legislation"),
            Map.entry("legal", "treaty"),
            Map.entry("jurisdiction", "legal_case"),
            Map.entry("patent", "patent"),
            Map.entry("periodical", "periodical"),
            Map.entry("video", "motion_picture"),
            Map.entry("movie", "motion_picture"),
            Map.entry("audio", "song"),
            Map.entry("image", "graphic"),
            Map.entry("artwork", "graphic"),
            Map.entry("letter", "personal_communication"));

    /** Fields that mean the same for every type; of two with one meaning the first that is there counts. */
    private static final List<Map.Entry<String, String>> TEXTS = List.of(
            Map.entry("shorttitle", "title-short"),
            Map.entry("journaltitle", "container-title"),
            Map.entry("journal", "container-title"),
            Map.entry("shortjournal", "container-title-short"),
            Map.entry("booktitle", "container-title"),
            Map.entry("series", "collection-title"),
            Map.entry("edition", "edition"),
            Map.entry("volume", "volume"),
            Map.entry("volumes", "number-of-volumes"),
            Map.entry("issue", "issue"),
            Map.entry("pages", "page"),
            Map.entry("pagetotal", "number-of-pages"),
            Map.entry("publisher", "publisher"),
            Map.entry("institution", "publisher"),
            Map.entry("school", "publisher"),
            Map.entry("organization", "publisher"),
            Map.entry("howpublished", "medium"),
            Map.entry("location", "publisher-place"),
            Map.entry("address", "publisher-place"),
            Map.entry("eventtitle", "event-title"),
            Map.entry("venue", "event-place"),
            Map.entry("isbn", "ISBN"),
            Map.entry("issn", "ISSN"),
            Map.entry("doi", "DOI"),
            Map.entry("url", "URL"),
            Map.entry("type", "genre"),
            Map.entry("note", "note"),
            Map.entry("version", "version"),
            Map.entry("chapter", "chapter-number"),
            Map.entry("part", "part"),
            Map.entry("pubstate", "status"));

    private static final List<Map.Entry<String, String>> NAMES = List.of(
            Map.entry("author", "author"),
            Map.entry("holder", "author"),
            Map.entry("editor", "editor"),
            Map.entry("translator", "translator"),
            Map.entry("bookauthor", "container-author"));

    private static final List<Map.Entry<String, String>> DATES = List.of(
            Map.entry("date", "issued"),
            Map.entry("urldate", "accessed"),
            Map.entry("origdate", "original-date"),
            Map.entry("eventdate", "event-date"));

    /** Bodies and sites can stand for an author. */
    private static final List<String> AUTHORS =
            List.of("author", "editor", "organization", "institution", "publisher", "journaltitle", "journal");

    /** Nobody is the author of a law. */
    static final Set<String> LEGAL = Set.of("hearing", "legal_case", "legislation", "treaty");

    private final Source source;
    private final Problems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private BibtexReader(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Reads a {@code .bib} file. */
    static List<Reference> read(Source source, Problems problems) {
        return new BibtexReader(source, problems).read();
    }

    private List<Reference> read() {
        BibtexScanner.scan(source, problems).forEach(this::define);
        List<Reference> references = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (!entry.type().equals("xdata") && !entry.type().equals("set")) {
                references.add(reference(entry));
            }
        }
        return references;
    }

    private void define(Entry entry) {
        Entry first = entries.putIfAbsent(entry.key(), entry);
        if (first != null) {
            problems.add(
                    Rule.REFERENCE_DUPLICATE,
                    keySpan(entry),
                    "a second entry with the key \"" + entry.key() + "\"",
                    "give it a key of its own, or remove it",
                    new Problem.Note(keySpan(first), "the first one"));
        }
    }

    private Span keySpan(Entry entry) {
        return source.span(entry.keyStart(), entry.keyStart() + entry.key().length());
    }

    private Reference reference(Entry entry) {
        Map<String, Value> fields = inherited(entry, 0);
        String type = type(entry, fields);
        EntryFields texts = new EntryFields(fields);
        TreeMap<String, String> variables = new TreeMap<>();
        TEXTS.forEach(it -> texts.text(it.getKey()).ifPresent(text -> variables.putIfAbsent(it.getValue(), text)));
        title(texts, variables);
        numbers(type, texts, variables);
        if (type.equals("hearing")) {
            hearing(texts, variables);
        }
        TreeMap<String, List<Name>> names = new TreeMap<>();
        NAMES.forEach(it -> Optional.ofNullable(fields.get(it.getKey()))
                .map(value -> BibtexText.names(value.text()))
                .filter(list -> !list.isEmpty())
                .ifPresent(list -> names.putIfAbsent(it.getValue(), list)));
        TreeMap<String, Date> dates = new TreeMap<>();
        DATES.forEach(it -> Optional.ofNullable(fields.get(it.getKey()))
                .flatMap(this::date)
                .ifPresent(date -> dates.put(it.getValue(), date)));
        if (!dates.containsKey("issued")) {
            year(fields).ifPresent(date -> dates.put("issued", date));
        }
        missing(entry, fields, type);
        TreeMap<String, RichText> printed = new TreeMap<>();
        variables.forEach((variable, text) -> printed.put(variable, RichText.of(text)));
        return new Reference(entry.key(), type, printed, names, dates, keySpan(entry));
    }

    /** What an entry has, and what it takes from those it refers to. */
    private Map<String, Value> inherited(Entry entry, int depth) {
        Map<String, Value> fields = new HashMap<>(entry.fields());
        for (String link : List.of("xdata", "crossref")) {
            Value target = entry.fields().get(link);
            Entry parent = target == null ? null : entries.get(target.text().strip());
            if (target != null && parent == null) {
                problems.add(
                        Rule.REFERENCE_MISSING,
                        source.span(target.start(), target.end()),
                        "no entry with the key \"" + target.text().strip() + "\"",
                        Suggestion.help(target.text().strip(), entries.keySet()));
            } else if (parent != null && depth < 5) {
                inherited(parent, depth + 1)
                        .forEach((name, value) -> fields.putIfAbsent(fromParent(entry, name), value));
            }
        }
        return fields;
    }

    /** The title of a book is the book's title for its chapters (BibLaTeX, appendix B). */
    private static String fromParent(Entry child, String field) {
        boolean part = child.type().startsWith("in") || child.type().equals("conference");
        return part && (field.equals("title") || field.equals("subtitle")) ? "book" + field : field;
    }

    private String type(Entry entry, Map<String, Value> fields) {
        String type = TYPES.get(entry.type());
        if (type == null) {
            problems.add(
                    Rule.BIBLIOGRAPHY_INVALID,
                    source.span(entry.start(), entry.start() + 1 + entry.type().length()),
                    "no type of entry named \"" + entry.type() + "\"",
                    Suggestion.help(entry.type(), TYPES.keySet()));
            return "document";
        }
        String sort =
                Optional.ofNullable(fields.get("entrysubtype")).map(Value::text).orElse("");
        return switch (type + " " + sort.toLowerCase(Locale.ROOT)) {
            case "article-journal newspaper" -> "article-newspaper";
            case "article-journal magazine" -> "article-magazine";
            case "webpage blog", "webpage post" -> "post-weblog";
            case "document hearing", "document treaty" -> sort;
            default -> type;
        };
    }

    private static void title(EntryFields fields, Map<String, String> variables) {
        fields.text("title")
                .ifPresent(title -> variables.put(
                        "title",
                        title + fields.text("subtitle").map(it -> ": " + it).orElse("")));
        fields.text("booktitle")
                .ifPresent(title -> variables.put(
                        "container-title",
                        title + fields.text("booksubtitle").map(it -> ": " + it).orElse("")));
    }

    private static void numbers(String type, EntryFields fields, Map<String, String> variables) {
        fields.text("number").ifPresent(number -> {
            boolean article = type.startsWith("article") || type.equals("periodical");
            boolean book = type.equals("book") || type.equals("chapter");
            variables.putIfAbsent(article ? "issue" : book ? "collection-number" : "number", number);
        });
        fields.text("doi").ifPresent(doi -> variables.put("DOI", doi.replaceFirst("^https?://(dx\\.)?doi\\.org/", "")));
        Optional<String> language = fields.text("langid").or(() -> fields.text("language"));
        language.ifPresent(name -> variables.put("language", LanguageTags.ofName(name)));
    }

    /** A hearing is held before a committee of a legislature; both have variables of their own. */
    private static void hearing(EntryFields fields, Map<String, String> variables) {
        fields.text("organization").ifPresent(committee -> variables.put("section", committee));
        fields.text("institution").ifPresent(legislature -> variables.put("authority", legislature));
        variables.remove("publisher");
    }

    private Optional<Date> date(Value value) {
        String text = value.text().strip();
        Optional<Date> date = BibtexText.date(text);
        if (date.isEmpty()) {
            problems.add(
                    Rule.BIBLIOGRAPHY_INVALID,
                    source.span(value.start(), value.end()),
                    "\"" + text + "\" is no date",
                    "write it as 2018, 2018-11 or 2018-11-28");
        }
        return date;
    }

    private Optional<Date> year(Map<String, Value> fields) {
        Value year = fields.get("year");
        if (year == null) {
            return Optional.empty();
        }
        String text = year.text().strip();
        if (!text.matches("-?\\d{4}")) {
            return Optional.of(Date.literal(BibtexText.plain(text)));
        }
        List<Integer> parts = new ArrayList<>(List.of(Integer.valueOf(text)));
        for (String field : List.of("month", "day")) {
            Value value = fields.get(field);
            if (value == null || !value.text().strip().matches("\\d{1,2}")) {
                break;
            }
            parts.add(Integer.valueOf(value.text().strip()));
        }
        return Optional.of(Date.of(new PartialDate(
                parts.get(0), parts.size() > 1 ? parts.get(1) : 0, parts.size() > 2 ? parts.get(2) : 0, "")));
    }

    /** What every reader of a bibliography needs to find a work. */
    private void missing(Entry entry, Map<String, Value> fields, String type) {
        if (!entry.whole()) {
            return;
        }
        List<String> missing = new ArrayList<>();
        if (!has(fields, "title")) {
            missing.add("title");
        }
        if (!LEGAL.contains(type) && AUTHORS.stream().noneMatch(field -> has(fields, field))) {
            missing.add("author");
        }
        if (!has(fields, "date") && !has(fields, "year") && !has(fields, "pubstate")) {
            missing.add("date");
        }
        switch (type) {
            case "article-journal" -> require(fields, missing, "journaltitle", "journal");
            case "chapter", "paper-conference" -> require(fields, missing, "booktitle");
            case "thesis" -> require(fields, missing, "institution", "school");
            case "report" -> require(fields, missing, "institution", "publisher", "organization");
            case "webpage" -> require(fields, missing, "url", "doi");
            default -> {
                // The others need no more.
            }
        }
        for (String field : missing) {
            problems.add(
                    Rule.REFERENCE_INCOMPLETE,
                    source.span(entry.start(), entry.keyStart() + entry.key().length()),
                    "the entry \"" + entry.key() + "\" has no " + field,
                    "add " + field + " = {…}");
        }
    }

    private static void require(Map<String, Value> fields, List<String> missing, String... oneOf) {
        if (List.of(oneOf).stream().noneMatch(field -> has(fields, field))) {
            missing.add(oneOf[0]);
        }
    }

    private static boolean has(Map<String, Value> fields, String name) {
        return fields.containsKey(name) && !fields.get(name).text().isBlank();
    }

    /** The fields of an entry as plain text. */
    private record EntryFields(Map<String, Value> values) {
        Optional<String> text(String name) {
            return Optional.ofNullable(values.get(name))
                    .map(value -> isAddress(name) ? value.text().strip() : BibtexText.plain(value.text()))
                    .map(text -> name.equals("pages") ? text.replaceAll("(?<=\\d)\\s*[-–—]\\s*(?=\\d)", "–") : text)
                    .filter(text -> !text.isEmpty());
        }

        private static boolean isAddress(String name) {
            return name.equals("url") || name.equals("doi");
        }
    }
}
