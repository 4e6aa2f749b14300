package colophon.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The works that texts can cite. */
public final class Bibliography {
    private final Map<String, Reference> references = new LinkedHashMap<>();
    private final CslStyle style;

    /**
     * @param references the first of those with one key counts
     * @param style how they are cited
     */
    public Bibliography(List<Reference> references, CslStyle style) {
        this.style = style;
        references.forEach(reference -> this.references.putIfAbsent(reference.key(), reference));
    }

    public CslStyle style() {
        return style;
    }

    public Optional<Reference> find(String key) {
        return Optional.ofNullable(references.get(key));
    }

    public Collection<String> keys() {
        return Collections.unmodifiableSet(references.keySet());
    }

    /** In the order of the file. */
    public Collection<Reference> references() {
        return Collections.unmodifiableCollection(references.values());
    }
}
