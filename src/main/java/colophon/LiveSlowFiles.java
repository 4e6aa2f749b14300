package colophon;

import colophon.output.SlowFiles;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The slow files of a site in memory: what earlier builds left on the disk, and what was made since and is still wanted. */
final class LiveSlowFiles implements SlowFiles {
    private final SlowFiles onDisk;
    private final Map<String, Slow> made = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    LiveSlowFiles(SlowFiles onDisk) {
        this.onDisk = onDisk;
    }

    @Override
    public Optional<Slow> find(String name) {
        asked.add(name);
        return Optional.ofNullable(made.get(name)).or(() -> onDisk.find(name));
    }

    @Override
    public boolean has(String name) {
        asked.add(name);
        return made.containsKey(name) || onDisk.has(name);
    }

    @Override
    public void keep(String name, Slow file) {
        made.put(name, file);
    }

    /** The names of what was made. */
    Set<String> names() {
        return Set.copyOf(made.keySet());
    }

    /** Lets go of what nobody asked for since the last time: each edit of a long report makes another PDF. */
    void forgetTheRest() {
        made.keySet().retainAll(asked);
        asked.clear();
    }
}
