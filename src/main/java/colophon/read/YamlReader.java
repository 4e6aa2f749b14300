package colophon.read;

import colophon.diag.Characters;
import colophon.diag.Position;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML 1.2 as values that know their places; what a value means is decided by {@link Fields}. */
final class YamlReader {
    /** More than any settings need; more are a mistake. A bibliography may have any length. */
    private static final int MOST_CHARS = 1_000_000;

    /** A line with a field and its value, or an item of a list. */
    private static final Pattern FIELD = Pattern.compile("\\s*(?:- )?([\\w-]+:|-)\\s+(\\S.*?)\\s*");

    private static final String NEEDS_QUOTES =
            "a value that needs quotation marks because of the character it begins with";
    /** A value that is Markdown, and something else in YAML: emphasis, or words in brackets before others. */
    private static final Pattern MARKUP =
            Pattern.compile("[*&!].*|[>|][^\\s>|+0-9-].*|[-?] .*|\\[[^\\]]*\\]\\s*[^\\s#].*|\\{[^}]*\\}\\s*[^\\s#].*");

    private final Source source;
    private final int start;
    private final String text;
    private final IntUnaryOperator offsets;
    private final Map<Node, Setting> known = new IdentityHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlReader(Source source, int start, int end) {
        this.source = source;
        this.start = start;
        this.text = source.text().substring(start, end);
        this.offsets = offsets(text);
    }

    /** Reads part of a file as a mapping. Nothing there, or something else there, is a problem. */
    static Optional<Fields> read(
            String block, Source source, int start, int end, Consumer<Field> catalogue, Problems problems) {
        return read(source, start, end, problems)
                .map(settings -> new Fields(block, settings, source.span(start, start), catalogue, problems));
    }

    private static Optional<Setting.Block> read(Source source, int start, int end, Problems problems) {
        if (end - start > MOST_CHARS) {
            problems.add(
                    Rule.YAML_INVALID, source.whole(), "more than a million characters of settings", "make it shorter");
            return Optional.empty();
        }
        YamlReader reader = new YamlReader(source, start, end);
        return reader.compose(problems)
                .filter(root -> reader.isMapping(root, problems))
                .map(root -> reader.block((MappingNode) root, problems));
    }

    /** A whole file of any length as a list, such as JSON that is one: JSON is YAML. */
    static Optional<Setting.Items> list(Source source, Problems problems) {
        YamlReader reader = new YamlReader(source, 0, source.length());
        Optional<Setting> root = reader.compose(problems).map(node -> reader.setting(node, problems));
        Optional<Setting.Items> list =
                root.filter(Setting.Items.class::isInstance).map(Setting.Items.class::cast);
        if (root.isPresent() && list.isEmpty()) {
            problems.add(Rule.YAML_INVALID, root.get().span(), "there should be a list here", "put it in brackets");
        }
        return list;
    }

    private boolean isMapping(Node root, Problems problems) {
        boolean isMapping = root instanceof MappingNode;
        if (!isMapping) {
            problems.add(
                    Rule.YAML_INVALID,
                    span(root),
                    "settings must be lines such as \"title: Water\"",
                    "start with a field's name and a colon");
        }
        return isMapping;
    }

    private Setting.Block block(MappingNode node, Problems problems) {
        List<Setting.Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            Setting name = setting(tuple.getKeyNode(), problems);
            entries.add(new Setting.Entry(name, setting(tuple.getValueNode(), problems)));
        }
        return new Setting.Block(entries, span(node));
    }

    /** What an alias refers to is the same value each time: aliases of aliases would not fit into any memory. */
    private Setting setting(Node node, Problems problems) {
        Setting before = known.get(node);
        if (before != null) {
            return before;
        }
        if (!open.add(node)) {
            problems.add(Rule.YAML_INVALID, span(node), "a value that holds itself", "write it out without an alias");
            return new Setting.Text("", span(node));
        }
        Setting setting = read(node, problems);
        open.remove(node);
        known.put(node, setting);
        return setting;
    }

    private Setting read(Node node, Problems problems) {
        if (node instanceof ScalarNode scalar) {
            checkWhole(scalar, problems);
            String value = value(scalar);
            checkCharacters(value, span(node), problems);
            return new Setting.Text(value, span(node));
        }
        if (node instanceof SequenceNode sequence) {
            List<Setting> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(setting(item, problems)));
            return new Setting.Items(items, span(node));
        }
        return block((MappingNode) node, problems);
    }

    /** Reports words that YAML takes for something else than a part of the value: "#12" for a comment, "!important" for a type. */
    private void checkWhole(ScalarNode scalar, Problems problems) {
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return;
        }
        int from = scalar.getStartMark().map(this::offset).orElse(start);
        int to = scalar.getEndMark().map(this::offset).orElse(from);
        String all = source.text();
        if (from < all.length() && all.charAt(from) == '!') {
            problems.add(Rule.YAML_INVALID, source.span(from, from + 1), NEEDS_QUOTES, "write " + quoted(from));
        }
        int hash = to;
        while (hash < all.length() && (all.charAt(hash) == ' ' || all.charAt(hash) == '\t')) {
            hash++;
        }
        boolean isComment = all.startsWith("#", hash) && hash + 1 < all.length();
        boolean isGlued =
                isComment && hash > 0 && all.charAt(hash - 1) <= ' ' && Character.isLetterOrDigit(all.charAt(hash + 1));
        if (isGlued) {
            problems.add(
                    Rule.YAML_INVALID,
                    source.span(hash, source.lineEnd(hash)),
                    "what follows # is a comment, and left out",
                    "write " + quoted(hash) + ", or a space after the # of a comment");
        }
    }

    /** The field of a line with its value in quotation marks. */
    private String quoted(int offset) {
        Matcher field =
                FIELD.matcher(source.line(source.span(offset, offset).position().line()));
        return field.matches() ? quoted(field) : "the value in quotation marks";
    }

    /** Reports a control character that is written as an escape; where it stands itself, the file was reported. */
    private void checkCharacters(String value, Span span, Problems problems) {
        int at = Characters.firstForbidden(value);
        if (at >= 0 && Characters.firstForbidden(text) < 0) {
            problems.add(
                    Rule.CHARACTER_INVALID,
                    span,
                    "the value holds " + Characters.name(value.charAt(at)) + ", which nothing can show",
                    "remove its escape; to show a backslash write two, or put the value in single quotation marks");
        }
    }

    private String value(ScalarNode scalar) {
        if (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getValue().indexOf(' ') < 0) {
            return scalar.getValue();
        }
        Optional<Mark> from = scalar.getStartMark();
        Optional<Mark> to = scalar.getEndMark();
        boolean isFolded = from.isPresent()
                && to.isPresent()
                && from.get().getLine() < to.get().getLine();
        return isFolded
                ? FoldedLines.join(scalar.getValue(), source.text().substring(offset(from.get()), offset(to.get())))
                : scalar.getValue();
    }

    private Optional<Node> compose(Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.path())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            Node root = new Compose(settings).composeString(text).orElse(null);
            if (root == null) {
                return Optional.of(
                        new MappingNode(Tag.MAP, List.<NodeTuple>of(), org.snakeyaml.engine.v2.common.FlowStyle.BLOCK));
            }
            return Optional.of(root);
        } catch (MarkedYamlEngineException e) {
            boolean unclosed = e.getProblem().contains("unexpected end of stream");
            Optional<Mark> mark =
                    unclosed ? e.getContextMark() : e.getProblemMark().or(e::getContextMark);
            int offset = mark.map(this::offset).orElse(start);
            int end = Math.min(source.length(), offset + 1);
            Span span = source.span(Math.min(offset, end), end);
            Optional<String> markup = markup(span);
            problems.add(
                    Rule.YAML_INVALID,
                    span,
                    markup.isPresent() ? NEEDS_QUOTES : plain(e.getProblem()),
                    markup.orElseGet(() -> hint(e, span)));
        } catch (YamlEngineException e) {
            problems.add(Rule.YAML_INVALID, source.span(start, start), plain(e.getMessage()), "");
        } catch (NumberFormatException e) {
            // The parser looks at the digits of \u00e9 only when it makes a number of them.
            int offset = start + Math.max(0, text.lastIndexOf("\\u"));
            problems.add(
                    Rule.YAML_INVALID,
                    source.span(offset, Math.min(source.length(), offset + 2)),
                    "a sign written by its number, without the number",
                    "write four digits, as in \\u00e9, or the sign itself");
        }
        return Optional.empty();
    }

    /** The parser's sentence in our words where we have better ones. */
    private static String plain(String problem) {
        if (problem.contains("mapping values are not allowed")) {
            return "a colon in an unquoted value";
        }
        if (problem.contains("'\\t'") || problem.contains("TAB")) {
            return "a tab where YAML needs spaces";
        }
        if (problem.contains("cannot start any token")) {
            return NEEDS_QUOTES;
        }
        if (problem.contains("expected <block end>, but found '<scalar>'")) {
            return "text after a quotation mark that ends the value";
        }
        if (problem.contains("unexpected end of stream")) {
            return "a quotation mark that is never closed";
        }
        String first = problem.lines().findFirst().orElse("not YAML");
        return Character.toLowerCase(first.charAt(0)) + first.substring(1);
    }

    /** The next step where a value on the line of a mistake is Markdown. */
    private Optional<String> markup(Span span) {
        Matcher field = FIELD.matcher(source.line(span.position().line()));
        return field.matches() && MARKUP.matcher(field.group(2)).matches()
                ? Optional.of("write " + quoted(field))
                : Optional.empty();
    }

    private String hint(MarkedYamlEngineException e, Span span) {
        String problem = e.getProblem();
        if (problem.contains("'\\t'") || problem.contains("TAB")) {
            return "indent with spaces";
        }
        Position position = span.position();
        Matcher field = FIELD.matcher(source.line(position.line()));
        boolean inValue = field.matches() && position.column() > field.start(2);
        if (problem.contains("mapping values are not allowed")) {
            return inValue
                    ? "write " + quoted(field)
                    : "begin this line where the line of the field before it begins, or put that value in quotation marks";
        }
        boolean open = problem.contains("cannot start any token")
                || problem.contains("found '<scalar>'")
                        && field.matches()
                        && field.group(2).matches("[\"'].*");
        if (open && inValue) {
            return "write " + quoted(field);
        }
        if (problem.contains("unexpected end of stream")) {
            return "close it, or put the value in the other kind of quotation marks";
        }
        return "check the quotation marks and the indentation of this line";
    }

    /** A field with its value in the quotation marks that it needs. */
    private static String quoted(Matcher field) {
        String value = field.group(2);
        boolean single = value.contains("\"") || value.contains("\\");
        return field.group(1) + " " + (single ? "'" + value.replace("'", "''") + "'" : "\"" + value + "\"");
    }

    private Span span(Node node) {
        int from = node.getStartMark().map(this::offset).orElse(start);
        int to = node.getEndMark().map(this::offset).orElse(from);
        boolean block = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        int lineEnd = source.lineEnd(from);
        return source.span(from, Math.max(from, Math.min(block ? lineEnd : to, lineEnd)));
    }

    private int offset(Mark mark) {
        return start + offsets.applyAsInt(mark.getIndex());
    }

    /** Offsets by the number of code points before them, as marks count: counted once, since a list on one line has many marks. */
    private static IntUnaryOperator offsets(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return index -> Math.min(index, count);
        }
        int[] offsets = new int[count + 1];
        for (int index = 0, offset = 0; index < count; index++) {
            offsets[index] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[count] = text.length();
        return index -> offsets[Math.min(index, count)];
    }
}
