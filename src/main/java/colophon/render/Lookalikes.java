package colophon.render;

import colophon.model.Bibliography;
import colophon.model.Digest;
import colophon.model.Reference;
import colophon.model.Reference.Name;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The works that a citation could take for one another, so that one of them can change what is printed of the other: a letter after the
 * year, a given name, a title. They share a name or a title; works with neither share that.
 */
final class Lookalikes {
    private final Bibliography bibliography;
    /** Of the works that share a name or a title. */
    private final Map<String, Digest> digests = new HashMap<>();

    /** @param cited the keys of the works that the site cites, in its order */
    Lookalikes(Bibliography bibliography, Collection<String> cited) {
        this.bibliography = bibliography;
        for (String key : cited) {
            bibliography.find(key).ifPresent(work -> {
                long digest = work.digest();
                handles(work)
                        .forEach(handle -> digests.computeIfAbsent(handle, it -> new Digest())
                                .add(digest));
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

    /** Of all that could be taken for a work. */
    long digest(String key) {
        Digest digest = new Digest();
        bibliography
                .find(key)
                .ifPresent(work -> handles(work).stream()
                        .filter(digests::containsKey)
                        .forEach(handle -> digest.add(digests.get(handle).value())));
        return digest.value();
    }
}
