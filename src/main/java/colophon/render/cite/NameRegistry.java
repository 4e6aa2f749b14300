package colophon.render.cite;

import colophon.render.cite.Evaluation.Purpose;
import colophon.render.cite.Evaluation.Task;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The people that citations name, for styles that give more of a name wherever another person has the same family name (CSL 1.0.2,
 * "givenname-disambiguation-rule", all but "by-cite").
 */
final class NameRegistry {
    private final String rule;
    private final boolean active;
    private final boolean primary;
    private final Map<String, Map<String, Set<String>>> known = new HashMap<>();
    private boolean open;

    NameRegistry(StyleSheet sheet) {
        StyleElement citation = sheet.citation();
        this.rule = citation.get("givenname-disambiguation-rule", "by-cite");
        this.active = citation.isTrue("disambiguate-add-givenname") && !rule.equals("by-cite");
        this.primary = rule.startsWith("primary-name");
    }

    boolean isActive() {
        return active;
    }

    /** From here on the names that are printed are remembered, until {@link #close()}. */
    void open() {
        open = active;
    }

    void close() {
        open = false;
    }

    void add(List<PersonName> people, Task task) {
        if (!open || task.purpose() != Purpose.CITATION) {
            return;
        }
        for (PersonName person : primary ? people.subList(0, 1) : people) {
            if (!person.isLiteral()) {
                known.computeIfAbsent(family(person), key -> new HashMap<>())
                        .computeIfAbsent(Initials.of(person.given(), "", true, false), key -> new HashSet<>())
                        .add(person.given().replaceAll("[ .]", "") + "|" + person.suffix());
            }
        }
    }

    private static String family(PersonName person) {
        return (person.particle() + " " + person.family()).strip();
    }

    /** How much of a name is printed at least: 1 for initials, 2 for given names. */
    int level(PersonName person, int index, NameForm form, int list) {
        if (!active || open || person.isLiteral() || primary && (index > 0 || list > 0)) {
            return 0;
        }
        Map<String, Set<String>> initials = known.getOrDefault(family(person), Map.of());
        int level = initials.size() > 1 ? 1 : 0;
        boolean full = rule.equals("all-names") || rule.equals("primary-name");
        if (full) {
            Set<String> same = initials.getOrDefault(Initials.of(person.given(), "", true, false), Set.of());
            level = same.size() > 1 ? 2 : level;
        }
        return level == 1 && !form.hasInitials() ? 2 : level;
    }
}
