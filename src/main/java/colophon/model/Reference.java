package colophon.model;

import colophon.diag.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A work in the bibliography, in the terms of the Citation Style Language 1.0.2: a type, and variables by their names there, such as
 * {@code container-title}.
 *
 * @param key what citations call it
 * @param type such as {@code article-journal}
 * @param texts the variables that are texts or numbers
 * @param names the variables that are people or bodies, such as {@code author}
 * @param dates the variables that are dates, such as {@code issued}
 * @param span where it is defined
 */
public record Reference(
        String key,
        String type,
        SortedMap<String, String> texts,
        SortedMap<String, List<Name>> names,
        SortedMap<String, Date> dates,
        Span span) {
    /** A person, or with nothing but a literal a body or a name whose order is not to be changed. */
    public record Name(String given, String particle, String family, String suffix, String literal) {
        public static Name literal(String name) {
            return new Name("", "", "", "", name);
        }
    }

    /**
     * A day, a month or a year, or the time between two.
     *
     * @param from year, month and day as far as they are known
     * @param to the same for the end; empty for a date by itself
     * @param literal what is written where there is no date to speak of
     */
    public record Date(List<Integer> from, List<Integer> to, boolean circa, String literal) {
        public Date {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    public Reference {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        dates = Collections.unmodifiableSortedMap(new TreeMap<>(dates));
    }

    /** A digest of all that can be printed of it. */
    public long digest() {
        Digest digest = new Digest().add(key).add(type);
        for (Map<String, ?> variables : List.of(texts, names, dates)) {
            variables.forEach((name, value) -> digest.add(name).add(value.toString()));
        }
        return digest.value();
    }
}
