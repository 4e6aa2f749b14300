package colophon.write;

import colophon.model.Digest;
import colophon.model.Fingerprint;
import colophon.write.Folder.Walked;
import colophon.write.WrittenFiles.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What lies in an output folder: every file must be one that Colophon wrote, as it wrote it. */
final class PublishedFolder {
    private final Path output;
    private final byte[] list;
    private final Optional<FileState> root;
    private final Manifest manifest;
    private final Map<String, Entry> present = new HashMap<>();
    private final Map<String, Long> inodes = new HashMap<>();
    private final Map<String, Long> damagedDigests = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> edited = new TreeSet<>();
    private final Set<String> damaged = new TreeSet<>();
    private Walked walked = Walked.NOTHING;
    private HiddenVersion hidden = HiddenVersion.NONE;

    private PublishedFolder(Path output, byte[] list, Optional<FileState> root, Manifest manifest) {
        this.output = output;
        this.list = list;
        this.root = root;
        this.manifest = manifest;
    }

    /** One that is not there yet. */
    static PublishedFolder none(Path output) {
        return new PublishedFolder(output, new byte[0], Optional.empty(), new Manifest("", Map.of()));
    }

    /**
     * Looks at a folder that is there.
     *
     * @param last what the last build wrote there
     */
    static PublishedFolder look(Path output, WrittenFiles last, OlderVersion older) throws IOException {
        byte[] list = list(output);
        boolean isLast = list.length > 0 && last.manifest() == Digest.of(list);
        Optional<Manifest> listed = isLast
                ? Optional.of(new Manifest(Manifest.site(list), last.digests()))
                : list.length > 0 && isEmptied(list) ? lastList(last) : Manifest.read(list);
        Manifest manifest = listed.orElse(new Manifest("", Map.of()));
        for (Manifest other : older.lists()) {
            manifest = manifest.and(other);
        }
        PublishedFolder folder = new PublishedFolder(output, list, Optional.of(FileState.of(output)), manifest);
        folder.walk(isLast ? last : new WrittenFiles(0, last.entries(), Map.of(), Map.of()), listed.isPresent());
        return folder;
    }

    private static Optional<Manifest> lastList(WrittenFiles last) {
        return last.entries().isEmpty() ? Optional.empty() : Optional.of(new Manifest("", last.digests()));
    }

    private static byte[] list(Path output) throws IOException {
        Path file = output.resolve(Manifest.FILE);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readAllBytes(file) : new byte[0];
    }

    private void walk(WrittenFiles last, boolean hasList) throws IOException {
        Map<String, Entry> remembered = last.entries();
        walked = Folder.walk(output, last.folders(), remembered.keySet(), (path, file, state) -> {
            if (path.equals(Manifest.FILE) && hasList) {
                return;
            }
            Entry entry = remembered.get(path);
            if (!manifest.lists(path) || !state.isFile()) {
                unknown.add(path);
            } else if (entry != null && entry.looksLike(state) && manifest.lists(path, entry.digest())) {
                add(path, entry, state);
            } else {
                look(path, file, state);
            }
        });
    }

    private void look(String path, Path file, FileState state) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long digest = Digest.of(bytes);
        if (manifest.lists(path, digest)) {
            add(path, new Entry(Optional.<Fingerprint>empty(), digest, state), state);
        } else if (isEmptied(bytes)) {
            damaged.add(path);
            damagedDigests.put(path, digest);
        } else {
            edited.add(path);
        }
    }

    private void add(String path, Entry entry, FileState state) {
        present.put(path, entry);
        inodes.put(path, state.inode());
    }

    /** A power cut leaves files of no bytes or of zeros. Nobody writes such, and nobody loses anything with them. */
    private static boolean isEmptied(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    /** Compares it with the hidden version. */
    void compare(Path hiddenFolder, WrittenFiles last) throws IOException {
        boolean isLast = last.manifest() == Digest.of(list);
        hidden = HiddenVersion.compare(hiddenFolder, walked, inodes, isLast ? last.hidden() : Map.of());
    }

    void forgetHidden() {
        hidden = HiddenVersion.NONE;
    }

    /** Whether nothing became of it, or of the hidden version, since. */
    boolean isStillSo(Path hiddenFolder) throws IOException {
        return isSame(root, output) && isSame(hidden.state(), hiddenFolder) && Arrays.equals(list, list(output));
    }

    private static boolean isSame(Optional<FileState> before, Path file) throws IOException {
        return before.isPresent()
                ? WorkPlace.exists(file) && FileState.of(file).isAsBefore(before.get())
                : !WorkPlace.exists(file);
    }

    /** Whether a file is as it was looked at, or gone. */
    boolean isStillSo(String path) throws IOException {
        Path file = output.resolve(path);
        if (!WorkPlace.exists(file)) {
            return true;
        }
        // A folder whose files are all gone in the next version may become a file.
        Entry entry = present.get(path);
        return entry == null
                ? damaged.contains(path)
                        || walked.folders().containsKey(path)
                                && present.keySet().stream().anyMatch(ours -> ours.startsWith(path + "/"))
                : isSame(path, entry, FileState.of(file));
    }

    /** It may have lost its other name, in the hidden version. */
    private boolean isSame(String path, Entry entry, FileState state) {
        return inodes.get(path) == state.inode()
                && entry.bytes() == state.bytes()
                && entry.modified() == state.modified();
    }

    boolean exists() {
        return root.isPresent();
    }

    Optional<FileState> root() {
        return root;
    }

    /** The address and title of the site whose output it is; empty if that is not known. */
    String site() {
        return manifest.site();
    }

    Manifest manifest() {
        return manifest;
    }

    /** Whether its list of files has these bytes. */
    boolean hasList(byte[] bytes) {
        return Arrays.equals(list, bytes);
    }

    /** The files that are as Colophon wrote them. */
    Map<String, Entry> present() {
        return present;
    }

    /** The digests of the files that may be replaced. */
    Map<String, Long> digests() {
        Map<String, Long> digests = new HashMap<>(damagedDigests);
        present.forEach((path, entry) -> digests.put(path, entry.digest()));
        return digests;
    }

    Walked walked() {
        return walked;
    }

    HiddenVersion hidden() {
        return hidden;
    }

    /** Files that Colophon did not write. */
    Set<String> unknown() {
        return unknown;
    }

    /** Files that somebody changed. */
    Set<String> edited() {
        return edited;
    }

    /** Files that a power cut emptied. */
    Set<String> damaged() {
        return damaged;
    }
}
