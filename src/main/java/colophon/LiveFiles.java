package colophon;

import colophon.model.SitePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of one version of a site. An edit makes another version in which one of thousands is another: that shares the paths with the
 * one before, and nothing is looked up to make it.
 */
public final class LiveFiles {
    static final LiveFiles NONE = of(List.of());

    private final Map<SitePath, Integer> places;
    private final List<LiveFile> files;

    private LiveFiles(Map<SitePath, Integer> places, List<LiveFile> files) {
        this.places = places;
        this.files = Collections.unmodifiableList(files);
    }

    /** @param files no two with the same path */
    static LiveFiles of(List<LiveFile> files) {
        Map<SitePath, Integer> places = new HashMap<>(2 * files.size());
        for (int i = 0; i < files.size(); i++) {
            places.put(files.get(i).file().path(), i);
        }
        return new LiveFiles(places, new ArrayList<>(files));
    }

    /** The same with another file in the place of the one with its path, which must be there. */
    LiveFiles with(LiveFile file) {
        List<LiveFile> others = new ArrayList<>(files);
        others.set(places.get(file.file().path()), file);
        return new LiveFiles(places, others);
    }

    List<LiveFile> all() {
        return files;
    }

    Optional<LiveFile> get(SitePath path) {
        Integer place = places.get(path);
        return place == null ? Optional.empty() : Optional.of(files.get(place));
    }

    /** Where its files are. */
    public Set<SitePath> paths() {
        return Collections.unmodifiableSet(places.keySet());
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }
}
