package colophon.render.cite;

import colophon.render.cite.Cite.Part;
import colophon.render.cite.Cite.Position;
import colophon.render.cite.Node.Branch;
import colophon.render.cite.Node.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Tells works apart whose citations would look the same: by more names, by more of the names, by what a style prints under the condition
 * "disambiguate", and by letters after the year (CSL 1.0.2, "Disambiguation"). A step is kept only if it makes a difference.
 */
final class Disambiguation {
    private static final Set<Position> LATER = Set.of(Position.SUBSEQUENT, Position.NEAR_NOTE);

    private final StyleSheet sheet;
    private final NameRegistry registry;
    private final BiFunction<Cite, Distinction, Node> cite;
    private final NodeRenderer renderer;
    private final boolean addsNames;
    private final boolean addsGivenNames;
    private final boolean addsYearSuffix;
    private final Map<String, Distinction> distinctions = new HashMap<>();

    /** @param cite evaluates a citation */
    Disambiguation(StyleSheet sheet, NameRegistry registry, BiFunction<Cite, Distinction, Node> cite) {
        this.sheet = sheet;
        this.registry = registry;
        this.cite = cite;
        this.renderer = new NodeRenderer(sheet.fields(), sheet.locale().javaLocale());
        StyleElement citation = sheet.citation();
        this.addsNames = citation.isTrue("disambiguate-add-names");
        this.addsGivenNames = citation.isTrue("disambiguate-add-givenname") && !registry.isActive();
        this.addsYearSuffix = citation.isTrue("disambiguate-add-year-suffix");
    }

    /**
     * What each work adds; none for those that add nothing.
     *
     * @param items in the order of the list of references
     */
    Map<String, Distinction> of(Collection<Item> items) {
        boolean none = !addsNames
                && !addsGivenNames
                && !addsYearSuffix
                && !registry.isActive()
                && !sheet.hasDisambiguateCondition();
        if (none) {
            return Map.of();
        }
        if (registry.isActive()) {
            registry.open();
            items.forEach(item -> node(item, Distinction.NONE));
            registry.close();
        }
        for (List<Item> alike : groups(new ArrayList<>(items), Distinction.NONE).values()) {
            if (alike.size() > 1) {
                distinguish(alike);
            }
        }
        return distinctions;
    }

    private Node node(Item item, Distinction distinction) {
        return cite.apply(Cite.of(item.key(), Part.WHOLE, LATER), distinction);
    }

    private Map<String, List<Item>> groups(List<Item> items, Distinction distinction) {
        Map<String, List<Item>> groups = new LinkedHashMap<>();
        for (Item item : items) {
            String text = renderer.render(node(item, distinction)).plain();
            // What prints nothing is not taken for another work that prints nothing.
            String key = text.isEmpty() ? "\0" + item.key() : text;
            groups.computeIfAbsent(key, it -> new ArrayList<>()).add(item);
        }
        return groups;
    }

    private void distinguish(List<Item> alike) {
        List<UnaryOperator<Distinction>> steps = new ArrayList<>();
        if (addsNames || addsGivenNames) {
            steps(alike, steps);
        }
        distinguish(alike, Distinction.NONE, 0, steps);
    }

    /** Name by name: first its initials, then its given name, then the name after it. */
    private void steps(List<Item> alike, List<UnaryOperator<Distinction>> steps) {
        List<Integer> sizes = new ArrayList<>();
        for (Item item : alike) {
            int list = 0;
            for (Branch names : node(item, Distinction.NONE).all(Role.NAMES)) {
                int size = names.tag().people().size();
                if (size == 0) {
                    continue;
                }
                if (list < sizes.size()) {
                    sizes.set(list, Math.max(sizes.get(list), size));
                } else {
                    sizes.add(size);
                }
                list++;
            }
        }
        for (int i = 0; i < sizes.size(); i++) {
            for (int j = 0; j < sizes.get(i); j++) {
                int list = i;
                int name = j;
                if (addsNames) {
                    steps.add(it -> it.withNames(list, name + 1));
                }
                if (addsGivenNames) {
                    steps.add(it -> it.withLevel(list, name, 1));
                    steps.add(it -> it.withLevel(list, name, 2));
                }
            }
        }
    }

    private void distinguish(List<Item> alike, Distinction best, int from, List<UnaryOperator<Distinction>> steps) {
        if (alike.size() == 1) {
            distinctions.put(alike.get(0).key(), best);
            return;
        }
        Distinction names = best;
        for (int i = from; i < steps.size(); i++) {
            Distinction trial = steps.get(i).apply(names);
            Map<String, List<Item>> parts = groups(alike, trial);
            if (parts.size() > 1) {
                for (List<Item> part : parts.values()) {
                    distinguish(part, trial, i + 1, steps);
                }
                return;
            }
            // More names may be needed for a later step; more of a name that makes no difference is not.
            names = names.withNamesOf(trial);
        }
        extra(alike, best);
    }

    private void extra(List<Item> alike, Distinction best) {
        if (sheet.hasDisambiguateCondition() && !best.condition()) {
            Distinction more = best.withCondition(true);
            Map<String, List<Item>> parts = groups(alike, more);
            if (parts.size() > 1) {
                for (List<Item> part : parts.values()) {
                    years(part, more);
                }
                return;
            }
        }
        years(alike, best);
    }

    private void years(List<Item> alike, Distinction best) {
        int number = 0;
        for (Item item : alike) {
            number++;
            boolean lettered = addsYearSuffix && alike.size() > 1;
            distinctions.put(item.key(), lettered ? best.withYearSuffix(number) : best);
        }
    }
}
