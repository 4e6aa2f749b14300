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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a bibliography in CSL-JSON, the format that reference managers exchange (CSL 1.0.2, schema csl-data.json). */
final class CslJsonReader {
    /** CSL 1.0.2, appendix III. */
    private static final Set<String> TYPES = new TreeSet<>(List.of(
            ("article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection"
                            + " dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing"
                            + " interview legal_case legislation manuscript map motion_picture musical_score pamphlet"
                            + " paper-conference patent performance periodical personal_communication post post-weblog"
                            + " regulation report review review-book software song speech standard thesis treaty webpage")
                    .split(" ")));

    private static final Set<String> NOT_PRINTED = Set.of("id", "type", "abstract", "keyword", "categories", "custom");

    private final Source source;
    private final Problems problems;
    private final Map<String, Span> keys = new HashMap<>();

    private CslJsonReader(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Reads a {@code .json} file; nothing when it is none. */
    static Optional<List<Reference>> read(Source source, Problems problems) {
        return new CslJsonReader(source, problems).read();
    }

    private Optional<List<Reference>> read() {
        // JSON is YAML, but those who write it do not know of that.
        Problems yaml = new Problems();
        Optional<Setting.Items> list = YamlReader.list(source, yaml);
        for (Problem problem : yaml.sorted()) {
            boolean isList = source.text().stripLeading().startsWith("[");
            invalid(
                    isList ? problem.span() : source.whole(),
                    isList ? "this is no JSON from here on" : "a bibliography in JSON must be a list",
                    isList
                            ? "put commas between values, and see that brackets, braces and quotation marks come in pairs"
                            : "put the entries into brackets: [{ \"id\": … }, …]");
        }
        List<Reference> references = new ArrayList<>();
        list.ifPresent(it -> it.items().forEach(item -> read(item, references)));
        return list.map(it -> references);
    }

    private void read(Setting item, List<Reference> references) {
        if (!(item instanceof Setting.Block block)) {
            invalid(item.span(), "an entry must be an object", "write { \"id\": …, \"type\": … }");
            return;
        }
        Map<String, Setting> fields = new TreeMap<>();
        for (Setting.Entry entry : block.entries()) {
            if (entry.name() instanceof Setting.Text name) {
                fields.put(name.value(), entry.value());
            }
        }
        Optional<Setting.Text> id = text(fields.get("id"));
        if (id.isEmpty()) {
            invalid(item.span(), "an entry without an \"id\"", "give it one: citations name it");
            return;
        }
        Span span = id.get().span();
        String key = id.get().value();
        Span first = keys.putIfAbsent(key, span);
        if (first != null) {
            problems.add(
                    Rule.REFERENCE_DUPLICATE,
                    span,
                    "a second entry with the key \"" + key + "\"",
                    "give it a key of its own, or remove it",
                    new Problem.Note(first, "the first one"));
            return;
        }
        references.add(reference(key, span, fields));
    }

    private Reference reference(String key, Span span, Map<String, Setting> fields) {
        TreeMap<String, RichText> texts = new TreeMap<>();
        TreeMap<String, List<Name>> names = new TreeMap<>();
        TreeMap<String, Date> dates = new TreeMap<>();
        fields.forEach((variable, value) -> {
            if (NOT_PRINTED.contains(variable)) {
                return;
            }
            if (value instanceof Setting.Text text) {
                texts.put(variable, RichText.of(text.value()));
            } else if (value instanceof Setting.Items people) {
                names.put(
                        variable,
                        people.items().stream()
                                .map(this::name)
                                .flatMap(Optional::stream)
                                .toList());
            } else if (value instanceof Setting.Block date) {
                date(date).ifPresent(it -> dates.put(variable, it));
            }
        });
        String type = text(fields.get("type")).map(this::type).orElse("document");
        if (!texts.containsKey("title")) {
            incomplete(key, span, "title", "title");
        }
        boolean named = names.containsKey("author") || names.containsKey("editor") || texts.containsKey("publisher");
        if (!named && !BibtexReader.LEGAL.contains(type)) {
            incomplete(key, span, "author", "author");
        }
        if (!dates.containsKey("issued") && !texts.containsKey("status")) {
            incomplete(key, span, "date", "issued");
        }
        return new Reference(key, type, texts, names, dates, span);
    }

    private String type(Setting.Text type) {
        if (TYPES.contains(type.value())) {
            return type.value();
        }
        invalid(type.span(), "no type of entry named \"" + type.value() + "\"", Suggestion.help(type.value(), TYPES));
        return "document";
    }

    private void incomplete(String key, Span span, String what, String field) {
        problems.add(
                Rule.REFERENCE_INCOMPLETE, span, "the entry \"" + key + "\" has no " + what, "add \"" + field + "\"");
    }

    private void invalid(Span span, String message, String help) {
        problems.add(Rule.BIBLIOGRAPHY_INVALID, span, message, help);
    }

    private static Optional<Setting.Text> text(Setting setting) {
        return setting instanceof Setting.Text text ? Optional.of(text) : Optional.empty();
    }

    private Optional<Name> name(Setting setting) {
        if (!(setting instanceof Setting.Block block)) {
            invalid(setting.span(), "a name must be an object", "write { \"family\": …, \"given\": … }");
            return Optional.empty();
        }
        Map<String, String> parts = parts(block);
        return Optional.of(new Name(
                parts.getOrDefault("family", ""),
                parts.getOrDefault("given", ""),
                parts.getOrDefault("dropping-particle", ""),
                parts.getOrDefault("non-dropping-particle", ""),
                parts.getOrDefault("suffix", ""),
                parts.containsKey("comma-suffix"),
                parts.containsKey("static-ordering"),
                parts.getOrDefault("literal", "")));
    }

    private static Map<String, String> parts(Setting.Block block) {
        Map<String, String> parts = new HashMap<>();
        for (Setting.Entry entry : block.entries()) {
            if (entry.name() instanceof Setting.Text name && entry.value() instanceof Setting.Text value) {
                parts.put(name.value(), value.value());
            }
        }
        return parts;
    }

    private Optional<Date> date(Setting.Block block) {
        Map<String, String> parts = parts(block);
        List<List<Integer>> days = new ArrayList<>();
        for (Setting.Entry entry : block.entries()) {
            if (entry.value() instanceof Setting.Items list) {
                list.items().forEach(day -> days.add(numbers(day)));
            }
        }
        if (days.isEmpty() && parts.containsKey("raw")) {
            Optional<Date> raw = BibtexText.date(parts.get("raw"));
            if (raw.isPresent()) {
                return raw;
            }
        }
        if (days.isEmpty()) {
            return Optional.of(Date.literal(parts.getOrDefault("literal", parts.getOrDefault("raw", ""))));
        }
        return Optional.of(new Date(
                partial(days.get(0)),
                days.size() > 1 ? partial(days.get(1)) : PartialDate.NONE,
                days.size() > 1,
                parts.containsKey("circa"),
                ""));
    }

    private static PartialDate partial(List<Integer> parts) {
        return new PartialDate(
                parts.isEmpty() ? 0 : parts.get(0),
                parts.size() > 1 ? parts.get(1) : 0,
                parts.size() > 2 ? parts.get(2) : 0,
                "");
    }

    private List<Integer> numbers(Setting day) {
        List<Integer> numbers = new ArrayList<>();
        if (day instanceof Setting.Items parts) {
            for (Setting part : parts.items()) {
                if (part instanceof Setting.Text text && text.value().matches("-?\\d{1,4}")) {
                    numbers.add(Integer.valueOf(text.value()));
                } else {
                    invalid(part.span(), "a part of a date must be a number", "write [[2018, 11, 28]]");
                }
            }
        }
        return numbers;
    }
}
