package colophon.render.cite;

import colophon.render.cite.Cite.Part;
import colophon.render.cite.Evaluation.Purpose;
import colophon.render.cite.Evaluation.Task;
import colophon.render.cite.Node.Branch;
import colophon.render.cite.Node.Role;
import colophon.render.cite.Rich.Frame;
import colophon.render.cite.Rich.Kind;
import colophon.render.cite.SortKeys.Keys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Prints the citations of some works, and lists of them, in one style and language. Safe for use by several threads. */
public final class CitationProcessor {
    private final StyleSheet sheet;
    private final boolean citesNumbers;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final NameRegistry registry;
    private final SortKeys bibliographyKeys;
    private final SortKeys citationKeys;
    private final Clusters clusters;
    private final NodeRenderer renderer;
    private final UnaryOperator<String> escape;
    private final Map<String, Distinction> distinctions;
    /** Where works are in the list of references, for citations that a style sorts by what they have in common. */
    private final Map<String, Integer> places = new HashMap<>();

    private final Map<String, Keys> entryKeys = new ConcurrentHashMap<>();

    /**
     * @param style an independent style of CSL
     * @param language BCP 47; empty for that of the style
     * @param works in the order they are cited
     * @param escape makes HTML of text
     */
    public CitationProcessor(String style, String language, Collection<Item> works, UnaryOperator<String> escape) {
        this.sheet = new StyleSheet(style, language);
        this.citesNumbers = citesNumbers(sheet.citation().child("layout"), new HashSet<>());
        this.escape = escape;
        this.registry = new NameRegistry(sheet);
        this.renderer = new NodeRenderer(sheet.fields(), sheet.locale().javaLocale());
        this.bibliographyKeys = new SortKeys(sheet, sheet.bibliography(), registry);
        this.citationKeys = new SortKeys(sheet, sheet.citation(), registry);
        this.clusters = new Clusters(sheet.citation(), renderer);
        works.forEach(item -> items.putIfAbsent(item.key(), item));
        List<Item> ordered = sorted(items.keySet(), Distinction.NONE).stream()
                .map(items::get)
                .toList();
        this.distinctions = new Disambiguation(
                        sheet, registry, (cite, distinction) -> Node.of(Format.PLAIN, parts(cite, distinction, 0)))
                .of(ordered);
        entryKeys.clear();
        ordered.forEach(item -> places.put(item.key(), places.size()));
    }

    public boolean has(String key) {
        return items.containsKey(key);
    }

    /** Whether citations are the numbers of works. */
    public boolean citesNumbers() {
        return citesNumbers;
    }

    /** @param seen macros that were looked into: styles call some of them in many places */
    private boolean citesNumbers(StyleElement element, Set<String> seen) {
        String macro = element.get("macro");
        List<StyleElement> called = macro.isEmpty() || !seen.add(macro) ? List.of() : sheet.macro(macro);
        return element.get("variable").equals("citation-number")
                || element.children().stream().anyMatch(child -> citesNumbers(child, seen))
                || called.stream().anyMatch(child -> citesNumbers(child, seen));
    }

    /** How many notes away a note is still near, as the style has it. */
    public int nearNoteDistance() {
        String distance = sheet.citation().get("near-note-distance", sheet.option("near-note-distance", "5"));
        return distance.matches("\\d{1,4}") ? Integer.parseInt(distance) : 5;
    }

    /** Works in the order of the style; a style without one keeps the order they are given in, that of their first citation. */
    public List<String> sorted(Collection<String> keys) {
        return sorted(keys, null);
    }

    private List<String> sorted(Collection<String> keys, Distinction none) {
        if (bibliographyKeys.isEmpty()) {
            return new ArrayList<>(keys);
        }
        boolean numbered = bibliographyKeys.usesNumbers();
        Map<String, Keys> all = new LinkedHashMap<>();
        for (String key : keys) {
            int number = all.size() + 1;
            Distinction distinction = none == null ? distinction(key) : none;
            all.put(
                    key,
                    numbered
                            ? bibliographyKeys.of(items.get(key), distinction, number)
                            : entryKeys.computeIfAbsent(key, it -> bibliographyKeys.of(items.get(it), distinction, 0)));
        }
        Comparator<Keys> order = bibliographyKeys.order();
        return SortKeys.sorted(
                new ArrayList<>(all.keySet()), (one, other) -> order.compare(all.get(one), all.get(other)));
    }

    /** The numbers that works have in a list of references. */
    public Map<String, Integer> numbers(List<String> sorted) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        boolean reversed = bibliographyKeys.reversesNumbers();
        for (String key : sorted) {
            numbers.put(key, reversed ? sorted.size() - numbers.size() : numbers.size() + 1);
        }
        return numbers;
    }

    private Distinction distinction(String key) {
        return distinctions.getOrDefault(key, Distinction.NONE);
    }

    private List<Node> parts(Cite cite, Distinction distinction, int number) {
        return new Evaluation(sheet, task(cite, distinction, number))
                .elements(sheet.citation().child("layout").children());
    }

    private Task task(Cite cite, Distinction distinction, int number) {
        return new Task(
                items.get(cite.key()), cite, Purpose.CITATION, distinction, number, sheet.citation(), null, registry);
    }

    /**
     * A citation.
     *
     * @param numbers of the works, in a style that counts them
     * @param affixed whether with what the style puts around citations
     */
    public String citation(List<Cite> cites, ToIntFunction<String> numbers, boolean affixed) {
        List<Clusters.Part> parts = new ArrayList<>();
        for (Cite cite : sortedCites(cites, numbers)) {
            Node whole = Node.of(Format.PLAIN, parts(cite, distinction(cite.key()), numbers.applyAsInt(cite.key())));
            parts.add(new Clusters.Part(cite, whole));
        }
        List<Clusters.Part> shown = new ArrayList<>();
        for (Clusters.Part part : parts) {
            Node node = part(part.cite(), part.node());
            boolean begins = affixed && sheet.isNote() && Capitals.begins(part.cite(), shown.isEmpty());
            shown.add(part.with(begins ? Capitals.ofFirstTerm(node) : node));
        }
        Format format = sheet.citation().child("layout").format().withDelimiter("");
        Node node = Node.of(affixed ? format : format.withAffixes("", ""), clusters.join(shown));
        return html(node);
    }

    /** Who wrote a work, or what stands for them, as a sentence names them: "Funabashi and Goodman". */
    public String author(String key) {
        Cite cite = Cite.of(key, Part.AUTHOR_ONLY, Set.of(Cite.Position.SUBSEQUENT));
        Branch names = Node.of(Format.PLAIN, parts(cite, distinction(key), 0)).find(Role.NAMES);
        return html(names == null ? named(cite) : names);
    }

    /** The names of a work that a style cites without any, or else its title. */
    private Node named(Cite cite) {
        StyleElement title =
                StyleElement.of("text", Map.of("variable", "title", "form", "short", "font-style", "italic"));
        List<StyleElement> instead = new ArrayList<>();
        for (String variable : List.of("editor", "translator")) {
            instead.add(StyleElement.of("names", Map.of("variable", variable)));
        }
        instead.add(title);
        StyleElement names = StyleElement.of(
                "names",
                Map.of("variable", "author"),
                StyleElement.of("name", Map.of("form", "short", "et-al-min", "4", "et-al-use-first", "1")),
                StyleElement.of("substitute", Map.of(), instead.toArray(new StyleElement[0])));
        List<Node> nodes = new ArrayList<>();
        new Evaluation(sheet, task(cite, Distinction.NONE, 0)).add(names, nodes);
        return Node.of(Format.PLAIN, nodes);
    }

    /** Words before or after a work keep it where it is. */
    private List<Cite> sortedCites(List<Cite> cites, ToIntFunction<String> numbers) {
        if (citationKeys.isEmpty() || cites.size() < 2) {
            return cites;
        }
        List<Cite> sorted = new ArrayList<>();
        List<Cite> free = new ArrayList<>();
        for (Cite cite : cites) {
            if (cite.hasAffixes()) {
                sorted.addAll(sortedFree(free, numbers));
                free.clear();
                sorted.add(cite);
            } else {
                free.add(cite);
            }
        }
        sorted.addAll(sortedFree(free, numbers));
        return sorted;
    }

    private List<Cite> sortedFree(List<Cite> cites, ToIntFunction<String> numbers) {
        Map<String, Keys> keys = new LinkedHashMap<>();
        for (Cite cite : cites) {
            keys.computeIfAbsent(
                    cite.key(), key -> citationKeys.of(items.get(key), distinction(key), numbers.applyAsInt(key)));
        }
        Comparator<Keys> order = citationKeys.order();
        Comparator<Cite> byKeys = (one, other) -> order.compare(keys.get(one.key()), keys.get(other.key()));
        return SortKeys.sorted(cites, byKeys.thenComparingInt(cite -> places.get(cite.key())));
    }

    /** The whole of a work, or without its author, or the author alone. */
    private Node part(Cite cite, Node whole) {
        Branch names = whole.find(Role.NAMES);
        if (cite.part() == Part.WHOLE || names == null) {
            return whole;
        }
        if (cite.part() == Part.AUTHOR_ONLY) {
            return names;
        }
        String author = renderer.render(names).plain();
        return whole.replace(
                branch -> branch.tag().role() == Role.NAMES
                        && renderer.render(branch).plain().equals(author),
                branch -> Node.NONE);
    }

    /** A work with the words that an author has put around it, and its link. */
    static Node around(Cite cite, Node node, NodeRenderer renderer) {
        if (node.isEmpty()) {
            return node;
        }
        Node linked = node;
        if (!cite.link().isEmpty()) {
            linked = new Node.Leaf(renderer.render(node).within(new Frame(Kind.LINK, cite.link())));
        }
        if (!cite.hasAffixes()) {
            return linked;
        }
        List<Node> around = new ArrayList<>();
        around.add(new Node.Leaf(renderer.read(cite.prefix())));
        around.add(linked);
        around.add(new Node.Leaf(renderer.read(cite.suffix())));
        return Node.of(Format.PLAIN, around);
    }

    /** The entries of a list of references, in the order they are given; those that the style does not print are left out. */
    public Map<String, String> entries(List<String> sorted, ToIntFunction<String> numbers) {
        StyleElement bibliography = sheet.bibliography();
        if (bibliography == null) {
            return Map.of();
        }
        List<Node> nodes = new ArrayList<>();
        for (String key : sorted) {
            nodes.add(entry(key, numbers.applyAsInt(key)));
        }
        if (Substitutes.isWanted(bibliography)) {
            nodes = new Substitutes(bibliography, renderer).of(nodes);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            String html = html(nodes.get(i)).strip();
            if (!html.isEmpty()) {
                entries.put(sorted.get(i), html);
            }
        }
        return entries;
    }

    /** Whether a work has an entry in lists of references. */
    public boolean isListed(String key) {
        return sheet.bibliography() != null
                && !renderer.render(entry(key, 1)).plain().isBlank();
    }

    private Node entry(String key, int number) {
        StyleElement bibliography = sheet.bibliography();
        StyleElement layout = bibliography.child("layout");
        Task task = new Task(
                items.get(key),
                Cite.of(key, Part.WHOLE, Set.of()),
                Purpose.ENTRY,
                distinction(key),
                number,
                bibliography,
                null,
                registry);
        List<Node> nodes = new Evaluation(sheet, task).elements(layout.children());
        nodes.removeIf(Node::isEmpty);
        Format format = layout.format();
        if (bibliography.has("second-field-align") && nodes.size() > 1) {
            Node first = Node.of(Format.PLAIN.withDisplay("left-margin"), List.of(nodes.get(0)));
            List<Node> rest = nodes.subList(1, nodes.size());
            // The stop after an entry stands within its last part.
            Node others = Node.of(Format.around("", format.suffix()).withDisplay("right-inline"), rest);
            return Node.of(format.withAffixes(format.prefix(), ""), List.of(first, others));
        }
        return Node.of(format, nodes);
    }

    private String html(Node node) {
        Rich text = renderer.render(node);
        if (sheet.locale().hasPunctuationInQuote()) {
            text = Punctuation.intoQuotes(text);
        }
        return HtmlWriter.write(text, sheet.locale().quotes(), escape);
    }
}
