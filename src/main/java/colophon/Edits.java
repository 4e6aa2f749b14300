package colophon;

import colophon.model.InputFile.Stamp;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What happened to the files of a site between two looks at them.
 *
 * @param kinds by the path of the file
 */
public record Edits(SortedMap<String, Kind> kinds) {
    /** The kinds of thing that happen to a file. */
    public enum Kind {
        NEW("is new"),
        CHANGED("changed"),
        DELETED("was deleted");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people: "was deleted". */
        public String words() {
            return words;
        }
    }

    public Edits {
        kinds = Collections.unmodifiableSortedMap(kinds);
    }

    static Edits none() {
        return new Edits(new TreeMap<>());
    }

    /**
     * Of files that are different.
     *
     * @param before whether there was such a file at the first look
     * @param now whether there is one
     */
    static Edits of(Collection<String> different, Predicate<String> before, Predicate<String> now) {
        SortedMap<String, Kind> kinds = new TreeMap<>();
        different.forEach(
                file -> kinds.put(file, !now.test(file) ? Kind.DELETED : before.test(file) ? Kind.CHANGED : Kind.NEW));
        return new Edits(kinds);
    }

    /** As far as the disk tells without opening files. */
    static Edits between(Map<String, Stamp> before, Map<String, Stamp> now) {
        SortedSet<String> different = new TreeSet<>(before.keySet());
        different.addAll(now.keySet());
        different.removeIf(file -> now.containsKey(file) && now.get(file).equals(before.get(file)));
        return of(different, before::containsKey, now::containsKey);
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }
}
