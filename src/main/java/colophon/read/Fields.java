package colophon.read;

import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import colophon.model.Body;
import colophon.model.PictureField;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Typed access to a block of settings. A field exists because a reader asks for it; whatever nobody asked for by the time of
 * {@link #done()} is a problem, with the closest legal name.
 *
 * <p>A missing or ill-typed value is a problem and gives the reader a harmless placeholder, so that it can go on.
 */
final class Fields {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String NO_TEXT = "";

    private final String block;
    private final YamlReader yaml;
    private final Span place;
    private final Consumer<Field> catalogue;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Span> keys = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    Fields(String block, MappingNode node, YamlReader yaml, Span place, Consumer<Field> catalogue, Problems problems) {
        this.block = block;
        this.yaml = yaml;
        this.place = place;
        this.catalogue = catalogue;
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            put(tuple);
        }
    }

    private void put(NodeTuple tuple) {
        Span keySpan = yaml.span(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.add(Rule.YAML_INVALID, keySpan, "a field's name must be a word", "");
            return;
        }
        if (values.containsKey(key.getValue())) {
            problems.add(
                    Rule.FIELD_INVALID,
                    keySpan,
                    "the field \"" + key.getValue() + "\" is there twice",
                    "keep one of the two",
                    new Problem.Note(keys.get(key.getValue()), "the first one"));
            return;
        }
        values.put(key.getValue(), tuple.getValueNode());
        keys.put(key.getValue(), keySpan);
    }

    /** The place of a field's value, or of the block where there is none. */
    Span span(String name) {
        Node node = values.get(name);
        return node == null ? place : yaml.span(node);
    }

    boolean has(String name) {
        return values.containsKey(name) && !isEmpty(values.get(name));
    }

    Optional<String> text(String name) {
        return ask(name, "text", false).flatMap(node -> scalar(name, node));
    }

    String requiredText(String name) {
        return ask(name, "text", true).flatMap(node -> scalar(name, node)).orElse(NO_TEXT);
    }

    Optional<PictureField> picture(String name) {
        return text(name).map(path -> new PictureField(path, span(name)));
    }

    Optional<Body> markdown(String name, MarkdownReader reader) {
        return ask(name, "Markdown", false)
                .flatMap(node -> scalar(name, node))
                .map(text -> reader.readField(text, span(name)));
    }

    Body requiredMarkdown(String name, MarkdownReader reader) {
        String text =
                ask(name, "Markdown", true).flatMap(node -> scalar(name, node)).orElse(NO_TEXT);
        return reader.readField(text, span(name));
    }

    boolean flag(String name) {
        Optional<String> text = ask(name, "true or false", false).flatMap(node -> scalar(name, node));
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            invalid(name, "\"" + text.get() + "\" is neither true nor false", "write true or false");
        }
        return text.map("true"::equals).orElse(false);
    }

    Optional<Integer> number(String name) {
        Optional<String> text = ask(name, "whole number", false).flatMap(node -> scalar(name, node));
        try {
            return text.map(Integer::valueOf);
        } catch (NumberFormatException e) {
            invalid(name, "\"" + text.orElseThrow() + "\" is not a whole number", "write a number such as 3");
            return Optional.empty();
        }
    }

    Optional<LocalDate> date(String name) {
        return date(name, false);
    }

    LocalDate requiredDate(String name) {
        return date(name, true).orElse(LocalDate.EPOCH);
    }

    private Optional<LocalDate> date(String name, boolean required) {
        Optional<String> text = ask(name, "date, YYYY-MM-DD", required).flatMap(node -> scalar(name, node));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (DATE.matcher(text.get()).matches()) {
                return Optional.of(LocalDate.parse(text.get()));
            }
            problems.add(
                    Rule.DATE_INVALID,
                    span(name),
                    "\"" + text.get() + "\" is not a date",
                    "write YYYY-MM-DD, such as 2018-11-28");
        } catch (DateTimeException e) {
            problems.add(
                    Rule.DATE_INVALID,
                    span(name),
                    "\"" + text.get() + "\" is not in the calendar",
                    "write a real date as YYYY-MM-DD");
        }
        return Optional.empty();
    }

    Optional<String> webAddress(String name) {
        return ask(name, "web address", false)
                .flatMap(node -> scalar(name, node))
                .flatMap(text -> checkAddress(name, text));
    }

    String requiredWebAddress(String name) {
        return ask(name, "web address", true)
                .flatMap(node -> scalar(name, node))
                .flatMap(text -> checkAddress(name, text))
                .orElse(NO_TEXT);
    }

    private Optional<String> checkAddress(String name, String text) {
        if (isWebAddress(text)) {
            return Optional.of(text);
        }
        invalid(name, "\"" + text + "\" is not a web address", "write it in full, such as https://example.org/");
        return Optional.empty();
    }

    static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** An identifier with a check of its own, such as an ORCID. */
    Optional<String> identifier(String name, Predicate<String> valid, String example) {
        Optional<String> text =
                ask(name, "identifier, such as " + example, false).flatMap(node -> scalar(name, node));
        if (text.isPresent() && !valid.test(text.get())) {
            problems.add(
                    Rule.IDENTIFIER_INVALID,
                    span(name),
                    "\"" + text.get() + "\" is not a valid " + name,
                    "check its digits; it looks like " + example);
            return Optional.empty();
        }
        return text;
    }

    <T> Optional<T> choice(String name, boolean required, Map<String, T> choices) {
        String type = "one of " + String.join(", ", choices.keySet());
        return ask(name, type, required)
                .flatMap(node -> scalar(name, node))
                .flatMap(text -> choose(name, text, span(name), choices));
    }

    <T> List<T> choices(String name, Map<String, T> choices) {
        List<T> chosen = new ArrayList<>();
        for (Node node : sequence(name, "list of " + String.join(", ", choices.keySet()))) {
            scalar(name, node)
                    .flatMap(text -> choose(name, text, yaml.span(node), choices))
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    private <T> Optional<T> choose(String name, String text, Span span, Map<String, T> choices) {
        if (!choices.containsKey(text)) {
            problems.add(
                    Rule.FIELD_INVALID,
                    span,
                    "no " + name + " named \"" + text + "\"",
                    Suggestion.help(text, choices.keySet()));
        }
        return Optional.ofNullable(choices.get(text));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Node node : sequence(name, "list of texts")) {
            scalar(name, node).ifPresent(texts::add);
        }
        return texts;
    }

    /** A list of blocks of their own, such as contributors. */
    List<Fields> blocks(String name, String blockName) {
        List<Fields> blocks = new ArrayList<>();
        for (Node node : sequence(name, "list of " + blockName)) {
            block(name, blockName, node).ifPresent(blocks::add);
        }
        return blocks;
    }

    Optional<Fields> block(String name, String blockName) {
        return ask(name, blockName, false).flatMap(node -> block(name, blockName, node));
    }

    private Optional<Fields> block(String name, String blockName, Node node) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Fields(blockName, mapping, yaml, yaml.span(node), catalogue, problems));
        }
        problems.add(
                Rule.FIELD_INVALID,
                yaml.span(node),
                "\"" + name + "\" needs fields of its own, not a text",
                "write them below it, indented: see " + blockName + " in the documentation");
        return Optional.empty();
    }

    private List<Node> sequence(String name, String type) {
        Optional<Node> node = ask(name, type, false);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        invalid(name, "\"" + name + "\" must be a list", "write each item on a line of its own, after \"- \"");
        return List.of();
    }

    /** Reports every field that nobody asked for. */
    void done() {
        for (Map.Entry<String, Span> key : keys.entrySet()) {
            if (!asked.contains(key.getKey())) {
                problems.add(
                        Rule.FIELD_UNKNOWN,
                        key.getValue(),
                        "no field named \"" + key.getKey() + "\" in " + block,
                        Suggestion.help(key.getKey(), asked));
            }
        }
    }

    void invalid(String name, String message, String help) {
        problems.add(Rule.FIELD_INVALID, span(name), message, help);
    }

    Problems problems() {
        return problems;
    }

    private Optional<Node> ask(String name, String type, boolean required) {
        asked.add(name);
        catalogue.accept(new Field(block, name, type, required));
        Node node = values.get(name);
        if (node == null || isEmpty(node)) {
            if (required) {
                problems.add(
                        Rule.FIELD_MISSING,
                        place,
                        "the field \"" + name + "\" is missing in " + block,
                        "add a line \"" + name + ": …\"");
            }
            return Optional.empty();
        }
        return Optional.of(node);
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
    }

    private Optional<String> scalar(String name, Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip());
        }
        problems.add(
                Rule.FIELD_INVALID,
                yaml.span(node),
                "\"" + name + "\" must be a text",
                "write it on one line after the colon");
        return Optional.empty();
    }
}
