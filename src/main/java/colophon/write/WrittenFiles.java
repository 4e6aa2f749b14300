package colophon.write;

import colophon.cache.Block;
import colophon.cache.Packer;
import colophon.cache.Unpacker;
import colophon.model.Fingerprint;
import colophon.model.Fingerprint.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a build remembers of the files it published, so that the next one can tell without opening them that they are as it left them,
 * and need not be made again.
 *
 * @param manifest digest of the list of them, as it lies in that folder
 * @param entries by path in the output folder
 * @param folders the times of the folders there, in nanoseconds, when they held nothing but the files and one another; 0 where that is not certain. By path in the
 *     output folder, which itself is "".
 * @param hidden the times of the folders of the hidden version, when they held the same files
 */
public record WrittenFiles(
        long manifest, Map<String, Entry> entries, Map<String, Long> folders, Map<String, Long> hidden) {
    private static final int PARTS = Part.values().length;
    /** What an entry takes, roughly. */
    private static final int ENTRY_BYTES = 256;

    /**
     * A file as it was written.
     *
     * @param from what it was made from; nothing for files that are made each time
     * @param digest of its bytes
     * @param modified its time stamp, in nanoseconds
     * @param changed when anything about it changed last, which nobody can set
     */
    public record Entry(Optional<Fingerprint> from, long digest, long bytes, long modified, long changed) {
        Entry(Optional<Fingerprint> from, long digest, FileState state) {
            this(from, digest, state.bytes(), state.modified(), state.changed());
        }

        /** Whether the disk says the same of a file. */
        boolean looksLike(FileState state) {
            return bytes == state.bytes() && modified == state.modified() && changed == state.changed();
        }

        /** The same file with another fingerprint. */
        Entry from(Optional<Fingerprint> other) {
            return new Entry(other, digest, bytes, modified, changed);
        }

        /** The same after it was given another name. */
        Entry as(FileState state) {
            return new Entry(from, digest, state);
        }
    }

    public static WrittenFiles none() {
        return new WrittenFiles(0, Map.of(), Map.of(), Map.of());
    }

    /** What the list says. */
    Map<String, Long> digests() {
        Map<String, Long> digests = new HashMap<>(2 * entries.size());
        entries.forEach((path, entry) -> digests.put(path, entry.digest()));
        return digests;
    }

    /** Throws what {@link Unpacker} throws. */
    public static WrittenFiles unpack(Unpacker in) {
        long manifest = in.number();
        int count = in.length();
        Map<String, Entry> entries = new HashMap<>(2 * count);
        for (int i = count; i > 0; i--) {
            String path = in.text();
            Optional<Fingerprint> from = in.optional(() -> fingerprint(in));
            entries.put(path, new Entry(from, in.number(), in.number(), in.number(), in.number()));
        }
        return new WrittenFiles(manifest, entries, times(in), times(in));
    }

    private static Map<String, Long> times(Unpacker in) {
        int count = in.length();
        Map<String, Long> times = new HashMap<>(2 * count);
        for (int i = count; i > 0; i--) {
            times.put(in.text(), in.number());
        }
        return times;
    }

    /** @param certain nanoseconds; a folder with a later time may have got something since that the clock of the disk does not tell */
    public Block pack(long certain) {
        Packer out = new Packer(ENTRY_BYTES * (entries.size() + folders.size() + hidden.size()));
        out.number(manifest).count(entries.size());
        entries.forEach((path, entry) -> {
            out.text(path).optional(entry.from(), from -> pack(from, out));
            out.number(entry.digest()).number(entry.bytes());
            out.number(entry.modified()).number(entry.changed());
        });
        for (Map<String, Long> times : List.of(folders, hidden)) {
            out.list(
                    times.entrySet(),
                    folder -> out.text(folder.getKey())
                            .number(folder.getValue() <= certain ? folder.getValue() : Folder.UNKNOWN));
        }
        return out.packed();
    }

    private static void pack(Fingerprint from, Packer out) {
        for (Part part : Part.values()) {
            out.number(from.digest(part));
        }
    }

    private static Fingerprint fingerprint(Unpacker in) {
        long[] digests = new long[PARTS];
        for (int i = 0; i < PARTS; i++) {
            digests[i] = in.number();
        }
        return Fingerprint.of(digests);
    }
}
