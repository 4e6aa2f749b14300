package colophon.render.cite;

import colophon.render.cite.Cite.Part;
import colophon.render.cite.Evaluation.Purpose;
import colophon.render.cite.Evaluation.Task;
import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The order that a style gives to works: in its list of references, or within one citation. */
final class SortKeys {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s'’,ʾʿ\\u00a0\\-–]+");
    private static final Pattern MARKUP = Pattern.compile("[.;:?!\"“”‘()\\[\\]{}«»„¿¡]");

    /** A key in words; none where the work has no such thing. */
    private record Key(boolean missing, List<CollationKey> words) {}

    /** The keys of one work. */
    static final class Keys {
        private final List<Key> keys = new ArrayList<>();
    }

    private final StyleSheet sheet;
    private final StyleElement part;
    private final List<StyleElement> elements;
    private final NameRegistry registry;
    private final Collator collator;
    private final NodeRenderer renderer;

    /** @param part the citation or bibliography element; null where there is none */
    SortKeys(StyleSheet sheet, StyleElement part, NameRegistry registry) {
        this.sheet = sheet;
        this.part = part;
        this.registry = registry;
        StyleElement sort = part == null ? null : part.child("sort");
        this.elements = sort == null ? List.of() : sort.children();
        this.collator = Collator.getInstance(sheet.locale().javaLocale());
        this.renderer = new NodeRenderer(sheet.fields(), sheet.locale().javaLocale());
        collator.setStrength(Collator.TERTIARY);
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }

    /** Whether the numbers of citations count in the order. */
    boolean usesNumbers() {
        return elements.stream().anyMatch(key -> key.get("variable").equals("citation-number") || usesNumber(key));
    }

    private boolean usesNumber(StyleElement key) {
        return key.has("macro")
                && sheet.macro(key.get("macro")).stream()
                        .anyMatch(element -> element.contains("variable", "citation-number"));
    }

    /** Whether the first thing to sort by is the number, from the last to the first. */
    boolean reversesNumbers() {
        return !elements.isEmpty()
                && isDescending(elements.get(0))
                && (elements.get(0).get("variable").equals("citation-number") || usesNumber(elements.get(0)));
    }

    private static boolean isDescending(StyleElement key) {
        return key.get("sort").equals("descending");
    }

    Keys of(Item item, Distinction distinction, int number) {
        Keys keys = new Keys();
        for (StyleElement element : elements) {
            String text = element.has("macro")
                    ? macro(element, item, distinction, number)
                    : variable(element.get("variable"), element, item, number);
            keys.keys.add(new Key(text.isEmpty(), words(text)));
        }
        return keys;
    }

    private synchronized List<CollationKey> words(String text) {
        List<CollationKey> words = new ArrayList<>();
        String plain = MARKUP.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        for (String word : BETWEEN_WORDS.split(plain)) {
            if (!word.isEmpty()) {
                words.add(collator.getCollationKey(word));
            }
        }
        return words;
    }

    private Task task(StyleElement key, Item item, Distinction distinction, int number) {
        Cite cite = Cite.of(item.key(), Part.WHOLE, Set.of());
        return new Task(item, cite, Purpose.SORT_KEY, distinction, number, part, key, registry);
    }

    private String macro(StyleElement key, Item item, Distinction distinction, int number) {
        Evaluation evaluation = new Evaluation(sheet, task(key, item, distinction, number));
        Node node = Node.of(Format.PLAIN, evaluation.elements(sheet.macro(key.get("macro"))));
        return renderer.render(node).plain();
    }

    private String variable(String name, StyleElement key, Item item, int number) {
        if (name.equals("citation-number")) {
            return number == 0 ? "" : String.format(Locale.ROOT, "%09d", number);
        }
        if (name.equals("citation-label")) {
            List<Node> nodes = new ArrayList<>();
            StyleElement label = StyleElement.of("text", Map.of("variable", name));
            new Evaluation(sheet, task(key, item, Distinction.NONE, number)).add(label, nodes);
            return renderer.render(nodes.get(0)).plain();
        }
        DateValue date = item.dates().get(name);
        if (date != null) {
            return date.from().isEmpty() ? date.literal() : Dates.sortKey(date);
        }
        if (item.names().containsKey(name)) {
            StyleElement names = StyleElement.of(
                    "names", Map.of("variable", name), StyleElement.of("name", Map.of("name-as-sort-order", "all")));
            List<Node> nodes = new ArrayList<>();
            new Evaluation(sheet, task(key, item, Distinction.NONE, number)).add(names, nodes);
            return renderer.render(nodes.get(0)).plain();
        }
        String text = sheet.fields().read(item.text(name)).plain();
        return text.matches("\\d{1,9}") && Evaluation.isNumberVariable(name)
                ? "0".repeat(9 - text.length()) + text
                : text;
    }

    Comparator<Keys> order() {
        return (one, other) -> {
            for (int i = 0; i < elements.size(); i++) {
                int order = compare(one.keys.get(i), other.keys.get(i), isDescending(elements.get(i)));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    /** What has no such key comes last, in either direction. */
    private static int compare(Key one, Key other, boolean descending) {
        if (one.missing() || other.missing()) {
            return Boolean.compare(one.missing(), other.missing());
        }
        int order = compare(one.words(), other.words());
        return descending ? -order : order;
    }

    private static int compare(List<CollationKey> ones, List<CollationKey> others) {
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            int order = ones.get(i).compareTo(others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ones.size(), others.size());
    }

    /** Sorts a list; works with the same keys stay in their order. */
    static <T> List<T> sorted(List<T> works, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(works);
        Collections.sort(sorted, order);
        return sorted;
    }
}
