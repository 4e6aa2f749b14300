package colophon.render;

import colophon.model.Bibliography;
import colophon.model.Digest;
import colophon.model.Reference;
import colophon.model.Reference.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The works that a citation could take for one another, so that one of them can change what is printed of the other: a letter after the
 * year, a given name, a title. They share a name or a title; works with neither share that.
 */
final class Lookalikes {
    private final Bibliography bibliography;
    private final Map<String, List<String>> works = new HashMap<>();
    private final Map<String, Long> ofWorks = new HashMap<>();
    private final Map<String, Long> digests = new ConcurrentHashMap<>();

    /** @param cited the keys of the works that the site cites, in its order */
    Lookalikes(Bibliography bibliography, Collection<String> cited) {
        this.bibliography = bibliography;
        for (String key : cited) {
            bibliography.find(key).ifPresent(work -> {
                ofWorks.put(key, work.digest());
                handles(work)
                        .forEach(handle -> works.computeIfAbsent(handle, it -> new ArrayList<>())
                                .add(key));
            });
        }
    }

    private static Set<String> handles(Reference work) {
        Set<String> handles = new TreeSet<>();
        for (List<Name> names : work.names().values()) {
            names.forEach(name -> handles.add(name.literal().isEmpty() ? name.family() : name.literal()));
        }
        for (String variable : List.of("title", "title-short", "container-title", "publisher")) {
            handles.add(work.text(variable));
        }
        boolean anonymous = !work.names().containsKey("author") || !work.texts().containsKey("title");
        handles.remove("");
        if (anonymous) {
            handles.add("");
        }
        return handles;
    }

    /** Of all that could be taken for a work; works with one publisher may be many, and are on many pages. */
    long digest(String key) {
        return digests.computeIfAbsent(key, this::compute);
    }

    private long compute(String key) {
        Set<String> alike = new LinkedHashSet<>();
        bibliography
                .find(key)
                .ifPresent(work ->
                        handles(work).forEach(handle -> alike.addAll(works.getOrDefault(handle, List.of()))));
        Digest digest = new Digest();
        alike.forEach(other -> digest.add(ofWorks.get(other)));
        return digest.value();
    }
}
