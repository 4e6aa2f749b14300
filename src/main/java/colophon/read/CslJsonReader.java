package colophon.read;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a bibliography in CSL-JSON, the format that reference managers exchange (CSL 1.0.2, schema csl-data.json). */
final class CslJsonReader {
    private final Source source;
    private final Problems problems;
    private final UnreadParts unread = new UnreadParts();
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
                    isList ? "this is not JSON from here on" : "a bibliography in JSON must be a list",
                    isList
                            ? "put commas between values, and see that brackets, braces and quotation marks come in pairs"
                            : "put the entries into brackets: [{ \"id\": … }, …]");
        }
        List<Reference> references = new ArrayList<>();
        list.ifPresent(it -> it.items().forEach(item -> read(item, references)));
        unread.report(problems);
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
        Reference reference = new CslJsonItem(unread, problems).read(key, span, fields);
        references.add(reference);
        if (text(fields.get("type")).filter(type -> !type.value().isBlank()).isEmpty()) {
            incomplete(key, span, "type", "type");
        }
        for (String variable : RequiredVariables.missing(reference)) {
            if (fields.containsKey(variable)) {
                // What cannot be read is reported already.
                continue;
            }
            incomplete(key, span, variable.equals("issued") ? "date" : variable, variable);
        }
    }

    private void incomplete(String key, Span span, String what, String variable) {
        problems.add(
                Rule.REFERENCE_INCOMPLETE,
                span,
                "the entry \"" + key + "\" has no " + what,
                "add \"" + variable + "\"");
    }

    private void invalid(Span span, String message, String help) {
        problems.add(Rule.BIBLIOGRAPHY_INVALID, span, message, help);
    }

    private static Optional<Setting.Text> text(Setting setting) {
        return setting instanceof Setting.Text text ? Optional.of(text) : Optional.empty();
    }
}
