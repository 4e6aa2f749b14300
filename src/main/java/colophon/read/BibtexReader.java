package colophon.read;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.Reference;
import colophon.read.BibtexScanner.Entry;
import colophon.read.BibtexScanner.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a bibliography in BibTeX or BibLaTeX (its manual, version 3.19, sections 2.1 and 2.2, says what types and fields there are) as
 * items of the Citation Style Language.
 */
final class BibtexReader {
    private final Source source;
    private final BiblatexWords words;
    private final Problems problems;
    private final UnreadParts unread = new UnreadParts();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private BibtexReader(Source source, BiblatexWords words, Problems problems) {
        this.source = source;
        this.words = words;
        this.problems = problems;
    }

    /**
     * Reads a {@code .bib} file.
     *
     * @param language BCP 47, of the words that keys of BibLaTeX stand for
     */
    static List<Reference> read(Source source, String language, Problems problems) {
        return new BibtexReader(source, BiblatexWords.of(language), problems).read();
    }

    private List<Reference> read() {
        BibtexScanner.scan(source, unread, problems).forEach(this::define);
        List<Reference> references = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (!entry.type().equals("xdata") && !entry.type().equals("set")) {
                references.add(reference(entry));
            }
        }
        unread.report(problems);
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
        BibtexFields fields = fields(entry, true);
        Reference reference = new BibtexEntry(entry.type(), type(entry, fields), fields, words, problems)
                .read(entry.key(), keySpan(entry), related(fields));
        IgnoredFields.report(entry, fields, source, unread);
        if (entry.whole()) {
            missing(entry, reference, fields);
        }
        return reference;
    }

    private BibtexFields fields(Entry entry, boolean first) {
        Map<String, Value> values = BibtexInheritance.fields(entry, entries, first ? this::missing : (link, key) -> {});
        return new BibtexFields(values, source, words, unread);
    }

    private void missing(Value link, String key) {
        problems.add(
                Rule.REFERENCE_MISSING,
                source.span(link.start(), link.end()),
                "no entry with the key \"" + key + "\"",
                Suggestion.help(key, entries.keySet()));
    }

    private String type(Entry entry, BibtexFields fields) {
        Optional<String> type = BiblatexTypes.csl(entry.type());
        if (type.isEmpty()) {
            unread.add(
                    source.span(entry.start(), entry.start() + 1 + entry.type().length()),
                    "no type of entry named \"" + entry.type() + "\", it is read as \"misc\"",
                    Suggestion.help(entry.type(), BiblatexTypes.names()));
        }
        return BiblatexTypes.refined(type.orElse("document"), fields);
    }

    /** The first of the works that an entry is related to. */
    private Optional<Reference> related(BibtexFields fields) {
        return Optional.of(fields.peek("related"))
                .flatMap(keys -> BibtexInheritance.keys(keys).stream().findFirst())
                .flatMap(key -> Optional.ofNullable(entries.get(key)))
                .map(entry -> {
                    BibtexFields other = fields(entry, false);
                    String type = BiblatexTypes.csl(entry.type()).orElse("document");
                    return new BibtexEntry(entry.type(), type, other, words, new Problems())
                            .read(entry.key(), keySpan(entry), Optional.empty());
                });
    }

    private void missing(Entry entry, Reference reference, BibtexFields fields) {
        // A date that cannot be read is reported already.
        boolean dated = fields.has("date") || fields.has("year");
        for (String variable : RequiredVariables.missing(reference)) {
            if (dated && variable.equals("issued")) {
                continue;
            }
            String field = switch (variable) {
                case "issued" -> "date";
                case "container-title" -> reference.type().startsWith("article") ? "journaltitle" : "booktitle";
                case "publisher" -> "institution";
                case "URL" -> "url";
                default -> variable;
            };
            problems.add(
                    Rule.REFERENCE_INCOMPLETE,
                    source.span(entry.start(), entry.keyStart() + entry.key().length()),
                    "the entry \"" + entry.key() + "\" has no " + field,
                    "add " + field + " = {…}");
        }
    }
}
