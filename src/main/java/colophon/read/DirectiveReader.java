package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.DirectiveKind;
import colophon.model.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the heads of the templates that draw directives: the second comment of the file, which holds YAML. */
final class DirectiveReader {
    private static final String FOLDER = "directives/";
    private static final String ENDING = ".ftlh";
    private static final String OPEN = "<#--";
    private static final String CLOSE = "-->";
    private static final Map<String, Series> SERIES =
            Arrays.stream(Series.values()).collect(Collectors.toMap(Series::id, it -> it, (a, b) -> a, TreeMap::new));

    private final Problems problems;

    DirectiveReader(Problems problems) {
        this.problems = problems;
    }

    /** The directives that a theme can draw, by name. */
    Map<String, DirectiveKind> read(SourceTree sources) {
        Map<String, DirectiveKind> kinds = new TreeMap<>();
        templates(sources).forEach((template, source) -> {
            if (template.endsWith(ENDING)) {
                String name = template.substring(FOLDER.length(), template.length() - ENDING.length());
                kinds.put(name, read(name, source));
            }
        });
        return kinds;
    }

    private Map<String, Source> templates(SourceTree sources) {
        try {
            return sources.templates(FOLDER, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DirectiveKind read(String name, Source source) {
        String text = source.text();
        int start = text.indexOf(OPEN, Math.max(0, text.indexOf(CLOSE)));
        int end = text.indexOf(CLOSE, Math.max(0, start));
        Optional<Fields> fields = start > 0 && end > 0
                ? YamlReader.read("directive", source, start + OPEN.length(), end, field -> {}, problems)
                : Optional.empty();
        if (fields.isEmpty()) {
            problems.add(
                    Rule.TEMPLATE_INVALID,
                    source.span(0, Math.min(1, text.length())),
                    "the template of a directive lists its arguments in its second comment",
                    "copy the head of another one in templates/directives/");
            return new DirectiveKind(name, List.of(), List.of(), Optional.empty());
        }
        Fields head = fields.get();
        DirectiveKind kind = new DirectiveKind(
                name, head.texts("required"), head.texts("optional"), head.choice("numbered", false, SERIES));
        head.done();
        return kind;
    }
}
