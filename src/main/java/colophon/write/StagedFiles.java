package colophon.write;

import colophon.model.Batches;
import colophon.model.Digest;
import colophon.model.Fingerprint;
import colophon.model.OutputFile;
import colophon.model.OutputFile.Made;
import colophon.model.OutputTree;
import colophon.write.WriteReport.Remade;
import colophon.write.WrittenFiles.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The files of a version: those that were made and are ready to be published, and those that stay. */
final class StagedFiles {
    /** Up to this number of new files a build waits until they are on the disk. */
    private static final int MAX_SYNCED = 64;

    private final PublishedFolder there;
    private final WrittenFiles last;
    private final NextTree next;
    private final Map<String, Entry> entries;
    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final Queue<Remade> made = new ConcurrentLinkedQueue<>();

    private StagedFiles(int files, PublishedFolder there, WrittenFiles last, NextTree next) {
        this.entries = new ConcurrentHashMap<>(files);
        this.there = there;
        this.last = last;
        this.next = next;
    }

    /** Has the files made that are not as they would be made now, and writes those whose bytes are new. */
    static StagedFiles make(
            OutputTree tree, PublishedFolder there, WrittenFiles last, NextTree next, ExecutorService workers)
            throws IOException {
        StagedFiles staged = new StagedFiles(tree.files().size(), there, last, next);
        List<Future<Void>> tasks = new ArrayList<>();
        for (List<OutputFile> some : Batches.of(tree.files())) {
            tasks.add(workers.submit(() -> staged.stage(some)));
        }
        all(tasks);
        return staged;
    }

    /** Waits for all tasks; what one of them throws is thrown here. */
    private static void all(List<Future<Void>> tasks) throws IOException {
        Optional<Throwable> failed = Optional.empty();
        try {
            for (Future<Void> task : tasks) {
                try {
                    task.get();
                } catch (ExecutionException e) {
                    failed = failed.or(() -> Optional.of(e.getCause()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
        if (failed.isEmpty()) {
            return;
        }
        if (failed.get() instanceof IOException io) {
            throw io;
        }
        if (failed.get() instanceof UncheckedIOException io) {
            throw io.getCause();
        }
        throw new IllegalStateException(failed.get().getMessage(), failed.get());
    }

    /**
     * What a file there was made from. A build that was killed may have published without remembering it: what is remembered must be of
     * the very file that is there.
     */
    private Optional<Fingerprint> madeFrom(String path, Entry present) {
        Entry known = last.entries().get(path);
        return known != null && present != null && known.digest() == present.digest() ? known.from() : Optional.empty();
    }

    /** Whether a file is there that was made from the same things; then it is as it would be made now. */
    private boolean stays(OutputFile file) {
        String path = file.path().value();
        Entry present = there.present().get(path);
        Optional<Fingerprint> madeFrom = madeFrom(path, present);
        if (madeFrom.isEmpty() || file.fingerprint().isEmpty()) {
            return false;
        }
        Fingerprint now = file.fingerprint().get();
        if (!now.changedSince(madeFrom.get()).isEmpty()) {
            return false;
        }
        entries.put(path, present.from(Optional.of(now.keeping(madeFrom.get()))));
        return true;
    }

    private Void stage(List<OutputFile> files) throws IOException {
        for (OutputFile file : files) {
            if (!stays(file)) {
                stage(file);
            }
        }
        return null;
    }

    /** Makes a file, and writes it if its bytes are new. */
    private void stage(OutputFile file) throws IOException {
        String path = file.path().value();
        Entry present = there.present().get(path);
        Optional<Made> result = file.make();
        if (result.isEmpty()) {
            return;
        }
        if (file.fingerprint().isPresent()) {
            Set<Fingerprint.Part> because = madeFrom(path, present)
                    .map(file.fingerprint().get()::changedSince)
                    .orElse(Set.of());
            made.add(new Remade(file.path(), file.madeFrom(), because));
        }
        Optional<Fingerprint> from = result.get().from();
        // Worked out now, where others work too, and not when everything waits for what is remembered.
        from.ifPresent(Fingerprint::digest);
        byte[] bytes = result.get().bytes();
        long digest = Digest.of(bytes);
        if (present != null && present.digest() == digest && present.bytes() == bytes.length) {
            entries.put(path, present.from(from));
            return;
        }
        next.write(path, bytes);
        written.add(path);
        entries.put(path, new Entry(from, digest, FileState.of(next.path().resolve(path))));
    }

    /** Takes note of a file that stays and was given another name. */
    void linked(String path, FileState state) {
        entries.computeIfPresent(path, (same, entry) -> entry.as(state));
    }

    /** Waits until the new files are on the disk, where they are few. */
    void sync() throws IOException {
        if (written.size() <= MAX_SYNCED) {
            next.sync(new TreeSet<>(written));
            next.sync(Set.of(Manifest.FILE));
        }
    }

    Map<String, Entry> entries() {
        return entries;
    }

    /** The paths of the files that were written. */
    Set<String> written() {
        return written;
    }

    /** The digests of all files, in the order of their paths. */
    Map<String, Long> digests(OutputTree tree) {
        Map<String, Long> digests = new LinkedHashMap<>();
        for (OutputFile file : tree.files()) {
            String path = file.path().value();
            Entry entry = entries.get(path);
            if (entry != null) {
                digests.put(path, entry.digest());
            }
        }
        return digests;
    }

    /**
     * What was done.
     *
     * @param folders the times of the folders of the output
     * @param hidden those of the hidden version
     */
    WriteReport report(int removed, byte[] list, Map<String, Long> folders, Map<String, Long> hidden) {
        long bytes = entries.values().stream().mapToLong(Entry::bytes).sum();
        List<Remade> inOrder = made.stream()
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .toList();
        return new WriteReport(
                entries.size(),
                bytes,
                written.size(),
                removed,
                inOrder,
                new WrittenFiles(Digest.of(list), entries, folders, hidden));
    }
}
