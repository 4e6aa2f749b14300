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
    private final boolean broken;

    /**
     * @param references the first of those with one key counts
     * @param style how they are cited
     */
    public Bibliography(List<Reference> references, CslStyle style) {
        this(references, style, false);
    }

    private Bibliography(List<Reference> references, CslStyle style, boolean broken) {
        this.style = style;
        this.broken = broken;
        references.forEach(reference -> this.references.putIfAbsent(reference.key(), reference));
    }

    /** One that cannot be read, so that nobody knows what is in it. */
    public static Bibliography broken(CslStyle style) {
        return new Bibliography(List.of(), style, true);
    }

    public boolean isBroken() {
        return broken;
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
