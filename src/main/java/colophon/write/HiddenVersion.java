package colophon.write;

import colophon.write.Folder.Walked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the hidden version differs from the output folder. Both have the same files where neither changed; that is seen by their numbers on
 * the disk, and not even looked for in folders whose times are those that the last build left.
 *
 * @param usable whether there is one
 * @param state of its folder
 * @param folders its folders
 * @param different files of the output folder that are missing here, or are others
 * @param surplus files that the output folder does not have
 * @param foreign those among them that Colophon did not write: somebody had the folder open when it was exchanged
 */
record HiddenVersion(
        boolean usable,
        Optional<FileState> state,
        Walked folders,
        Set<String> different,
        Set<String> surplus,
        Set<String> foreign) {
    static final HiddenVersion NONE =
            new HiddenVersion(false, Optional.empty(), Walked.NOTHING, Set.of(), Set.of(), Set.of());

    /**
     * Compares.
     *
     * @param there the folders of the output
     * @param inodes the numbers of the files there
     * @param known the times of folders here, when they held the same files as those there
     * @throws IOException if the hidden version cannot be used
     */
    static HiddenVersion compare(Path hidden, Walked there, Map<String, Long> inodes, Map<String, Long> known)
            throws IOException {
        if (!WorkPlace.exists(hidden)) {
            return NONE;
        }
        FileState state = FileState.of(hidden);
        if (!state.isFolder()) {
            throw new IOException("not a folder");
        }
        Map<String, Long> trusted = new HashMap<>(known);
        trusted.replaceAll((folder, time) ->
                there.folders().containsKey(folder) && !there.opened().contains(folder) ? time : Folder.UNKNOWN);
        Map<String, Long> here = new HashMap<>();
        Walked folders = Folder.walk(hidden, trusted, Set.of(), (path, file, found) -> here.put(path, found.inode()));
        here.remove(Manifest.FILE);
        Set<String> different = new TreeSet<>();
        inodes.forEach((path, inode) -> {
            String folder = Folder.parent(path);
            boolean same = folders.folders().containsKey(folder)
                    && (!folders.opened().contains(folder) || inode.equals(here.get(path)));
            if (!same) {
                different.add(path);
            }
        });
        Set<String> surplus = new TreeSet<>(here.keySet());
        surplus.removeAll(inodes.keySet());
        return new HiddenVersion(true, Optional.of(state), folders, different, surplus, foreign(hidden, surplus));
    }

    private static Set<String> foreign(Path hidden, Set<String> surplus) throws IOException {
        Path list = hidden.resolve(Manifest.FILE);
        if (surplus.isEmpty() || !Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            return Set.of();
        }
        Set<String> foreign = new TreeSet<>(surplus);
        Manifest.read(Files.readAllBytes(list)).ifPresent(ours -> foreign.removeIf(ours::lists));
        return foreign;
    }

    /** The times of its folders, for the next comparison; 0 of those that do not hold the same files as the output folder. */
    Map<String, Long> times() {
        Map<String, Long> times = folders.times();
        for (Set<String> files : List.of(different, surplus)) {
            for (String file : files) {
                times.computeIfPresent(Folder.parent(file), (folder, time) -> Folder.UNKNOWN);
            }
        }
        return times;
    }
}
