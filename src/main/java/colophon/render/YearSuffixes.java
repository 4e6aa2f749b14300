package colophon.render;

import colophon.model.Reference;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The letters that tell works of the same authors and year apart: 2018a, 2018b. */
final class YearSuffixes {
    private YearSuffixes() {}

    /** By key; works that need none have none. */
    static Map<String, String> of(Collection<Reference> references) {
        Map<String, List<Reference>> groups = new TreeMap<>();
        references.forEach(reference -> groups.merge(group(reference), List.of(reference), YearSuffixes::both));
        Map<String, String> suffixes = new HashMap<>();
        for (List<Reference> group : groups.values()) {
            if (group.size() > 1) {
                List<Reference> sorted = group.stream()
                        .sorted(Comparator.comparing((Reference it) -> it.text("title"))
                                .thenComparing(Reference::key))
                        .toList();
                for (int i = 0; i < sorted.size(); i++) {
                    suffixes.put(sorted.get(i).key(), letters(i));
                }
            }
        }
        return suffixes;
    }

    private static List<Reference> both(List<Reference> some, List<Reference> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** What a reader sees of it in a sentence: who wrote it, and in which year. */
    static String group(Reference reference) {
        Object names = reference.names().containsKey("author")
                ? reference.names().get("author")
                : reference.names().containsKey("editor")
                        ? reference.names().get("editor")
                        : reference.texts().containsKey("title") ? reference.text("title") : reference.key();
        Reference.Date issued = reference.dates().get("issued");
        String year = issued == null || issued.from().isEmpty()
                ? ""
                : Integer.toString(issued.from().year());
        return names + "\n" + year;
    }

    /** a, b, … z, aa, ab. */
    private static String letters(int index) {
        return index < 26 ? String.valueOf((char) ('a' + index)) : letters(index / 26 - 1) + letters(index % 26);
    }
}
