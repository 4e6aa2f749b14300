package colophon.write;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Publishes an output tree to a folder, all or nothing, and never touches a file that Colophon did not write. What did not change keeps
 * its time stamp; what is made from the same things as before is not even made.
 */
public final class SiteWriter {
    private static final int MOST_NAMED = 3;
    /** Up to so many files are renamed one by one even in a small site. */
    private static final int FEW = 64;

    private static final int FEW_OF = 8;
    private static final int PIECE_BYTES = 1 << 17;

    private final Path output;
    private final String shown;
    private final Supplier<WrittenFiles> memory;
    private final Path lock;
    private final Exchange exchange;
    private final Map<String, Entry> present = new HashMap<>();
    private byte[] manifestSeen = {};
    /** The times of the folders there; those into which this build puts something get a later one by that. */
    private Map<String, Long> folders = Map.of();

    /**
     * @param output the folder to publish to; need not exist
     * @param shown its name for people
     * @param memory gives what the last build wrote there
     */
    public SiteWriter(Path output, String shown, Supplier<WrittenFiles> memory) throws IOException {
        Path absolute = output.toAbsolutePath().normalize();
        this.output = Files.isSymbolicLink(absolute) && Files.exists(absolute) ? absolute.toRealPath() : absolute;
        this.shown = shown;
        this.memory = memory;
        this.lock = this.output.resolveSibling("." + this.output.getFileName() + ".colophon-lock");
        this.exchange = new Exchange(this.output);
    }

    /**
     * Looks whether the folder may be written, and at what is in it, before the work of making a site is done.
     *
     * @param site the folder that holds the content
     */
    public void check(Path site, Problems problems) {
        try {
            checkFolder(site, problems);
        } catch (IOException e) {
            unwritable(reason(e), "allow this user to read and write there, then run this again", problems);
        }
    }

    private void checkFolder(Path site, Problems problems) throws IOException {
        Path root = site.toAbsolutePath().normalize();
        boolean overInput = List.of("content", "templates", "site-assets").stream()
                .map(root::resolve)
                .anyMatch(input -> output.startsWith(input) || input.startsWith(output));
        if (overInput || root.startsWith(output)) {
            problems.add(
                    Rule.OUTPUT_OVERLAPS,
                    Source.ofFile(shown).whole(),
                    "the site cannot be written here: it would replace what it is made from",
                    "choose a folder of its own, such as --output public");
            return;
        }
        if (exchange.isUnfinished()) {
            alone(() -> {
                exchange.recover();
                return true;
            });
        }
        if (Files.exists(output, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(output)) {
            foreign("this is a file, not a folder", problems);
        } else if (Files.isDirectory(output)) {
            checkOwned(memory.get().folders(), problems);
        }
    }

    /** Every file in the folder must be one that Colophon wrote, as it wrote it. */
    private void checkOwned(Map<String, Long> known, Problems problems) throws IOException {
        present.clear();
        manifestSeen = manifestBytes();
        Optional<Map<String, Long>> manifest = listed();
        Map<String, Long> listed = manifest.orElse(Map.of());
        Map<String, Entry> remembered = memory.get().entries();
        Set<String> unknown = new TreeSet<>();
        Set<String> changed = new TreeSet<>();
        folders = Folder.walk(output, known, remembered.keySet(), (path, file, attributes) -> {
            if (path.equals(Manifest.FILE) && manifest.isPresent()) {
                return;
            }
            Entry entry = remembered.get(path);
            boolean same = entry != null && entry.looksLike(attributes.size(), Folder.modified(attributes));
            Long expected = listed.get(path);
            if (expected == null || !attributes.isRegularFile()) {
                unknown.add(path);
            } else if (same && entry.digest() == expected) {
                present.put(path, entry);
            } else if (!same && Digest.of(Files.readAllBytes(file)) == expected) {
                present.put(path, entry(Optional.empty(), expected, attributes));
            } else {
                changed.add(path);
            }
        });
        if (!unknown.isEmpty()) {
            foreign("it holds " + names(unknown) + ", which Colophon did not write", problems);
        }
        if (!changed.isEmpty()) {
            foreign("somebody changed " + names(changed) + " after Colophon wrote it", problems);
        }
    }

    /** What the list in the folder says. When it is the one that the last build left, that build remembers it. */
    private Optional<Map<String, Long>> listed() {
        WrittenFiles last = memory.get();
        return manifestSeen.length > 0 && last.manifest() == Digest.of(manifestSeen)
                ? Optional.of(last.digests())
                : Manifest.read(manifestSeen).map(Manifest::digestsByPath);
    }

    private byte[] manifestBytes() throws IOException {
        Path file = output.resolve(Manifest.FILE);
        return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    }

    private static Entry entry(Optional<Fingerprint> from, long digest, BasicFileAttributes attributes) {
        return new Entry(from, digest, attributes.size(), Folder.modified(attributes));
    }

    private void foreign(String message, Problems problems) {
        problems.add(
                Rule.OUTPUT_FOREIGN,
                Source.ofFile(shown).whole(),
                message,
                "move it away, or publish to another folder with --output");
    }

    private static String names(Set<String> paths) {
        List<String> some = paths.stream().limit(MOST_NAMED).toList();
        int more = paths.size() - some.size();
        return String.join(", ", some) + (more > 0 ? " and " + more + " more" : "");
    }

    /**
     * Publishes, after {@link #check}. Files are made on the way; when one cannot be made or something else is found wrong, the old site
     * stays as it is.
     *
     * @param workers threads to make files with
     * @param mayPublish asked when all files are made
     * @return nothing when it was not published
     */
    public Optional<WriteReport> write(
            OutputTree tree, ExecutorService workers, BooleanSupplier mayPublish, Problems problems) {
        try {
            Files.createDirectories(output.getParent());
            Optional<Optional<WriteReport>> report = alone(() -> {
                if (!Arrays.equals(manifestSeen, manifestBytes())) {
                    checkOwned(memory.get().folders(), problems);
                }
                return mayPublish.getAsBoolean() ? replace(tree, workers, mayPublish, problems) : Optional.empty();
            });
            if (report.isEmpty()) {
                unwritable("another Colophon is writing here", "wait for it to end, then run this again", problems);
            }
            return report.flatMap(it -> it);
        } catch (IOException e) {
            unwritable(reason(e), "make room or allow this user to write there, then run this again", problems);
            return Optional.empty();
        }
    }

    /** Work on the disk. */
    private interface Work<T> {
        T run() throws IOException;
    }

    /** Does something while no other build can; nothing when another one is at it. Only who holds the lock may remove it. */
    private <T> Optional<T> alone(Work<T> work) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = tryLock(channel)) {
            if (held == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.run());
            } finally {
                Files.deleteIfExists(lock);
            }
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void unwritable(String message, String help, Problems problems) {
        problems.add(Rule.OUTPUT_UNWRITABLE, Source.ofFile(shown).whole(), message, help);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "not allowed to write " + denied.getFile();
        }
        if (e instanceof NoSuchFileException missing) {
            return "cannot write " + missing.getFile();
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file is in the way of this folder";
        }
        return "cannot write the site: " + e.getMessage();
    }

    private Optional<WriteReport> replace(
            OutputTree tree, ExecutorService workers, BooleanSupplier mayPublish, Problems problems)
            throws IOException {
        exchange.begin();
        try {
            Staged staged = new Staged(tree.files().size());
            List<Future<Void>> tasks = new ArrayList<>();
            for (List<OutputFile> some : Batches.of(tree.files())) {
                tasks.add(workers.submit(() -> stage(some, staged)));
            }
            all(tasks);
            List<String> removed = present.keySet().stream()
                    .filter(path -> !staged.entries.containsKey(path))
                    .sorted()
                    .toList();
            int changes = staged.written.size() + removed.size();
            boolean oneByOne = Files.isDirectory(output) && changes <= Math.max(FEW, staged.entries.size() / FEW_OF);
            if (!oneByOne && !memory.get().folders().isEmpty()) {
                // Whatever lies in the old folder is thrown away, and not every disk tells in the time of a folder what
                // came into it.
                checkOwned(Map.of(), problems);
            }
            if (!mayPublish.getAsBoolean()) {
                exchange.abandon();
                return Optional.empty();
            }
            byte[] manifest = manifest(tree, staged);
            if (oneByOne && changes == 0 && Arrays.equals(manifest, manifestSeen)) {
                exchange.abandon();
            } else {
                Files.write(exchange.staging().resolve(Manifest.FILE), manifest);
                publish(staged, removed, oneByOne);
            }
            return Optional.of(staged.report(removed.size(), Digest.of(manifest), folders));
        } catch (IOException | RuntimeException e) {
            exchange.abandon();
            throw e;
        }
    }

    private static byte[] manifest(OutputTree tree, Staged staged) {
        Map<String, Long> digests = new LinkedHashMap<>();
        for (OutputFile file : tree.files()) {
            String path = file.path().value();
            Entry entry = staged.entries.get(path);
            if (entry != null) {
                digests.put(path, entry.digest());
            }
        }
        return new Manifest(digests).bytes();
    }

    private void publish(Staged staged, List<String> removed, boolean oneByOne) throws IOException {
        if (oneByOne) {
            exchange.replaceFiles(removed);
        } else {
            List<String> unchanged = staged.entries.keySet().stream()
                    .filter(path -> !staged.written.contains(path))
                    .toList();
            exchange.replaceFolder(unchanged);
        }
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
    private Optional<Fingerprint> madeFrom(String path, Entry there) {
        Entry known = memory.get().entries().get(path);
        return known != null && there != null && known.digest() == there.digest() ? known.from() : Optional.empty();
    }

    /** Whether a file is there that was made from the same things; then it is as it would be made now. */
    private boolean stays(OutputFile file, Staged staged) {
        String path = file.path().value();
        Entry there = present.get(path);
        Optional<Fingerprint> madeFrom = madeFrom(path, there);
        if (madeFrom.isEmpty() || file.fingerprint().isEmpty()) {
            return false;
        }
        Fingerprint now = file.fingerprint().get();
        if (!now.changedSince(madeFrom.get()).isEmpty()) {
            return false;
        }
        Optional<Fingerprint> from = Optional.of(now.keeping(madeFrom.get()));
        staged.entries.put(path, new Entry(from, there.digest(), there.bytes(), there.modified()));
        return true;
    }

    private Void stage(List<OutputFile> files, Staged staged) throws IOException {
        for (OutputFile file : files) {
            if (!stays(file, staged)) {
                stage(file, staged);
            }
        }
        return null;
    }

    /** Makes a file, and writes it if its bytes are new. */
    private void stage(OutputFile file, Staged staged) throws IOException {
        String path = file.path().value();
        Entry there = present.get(path);
        Optional<Made> made = file.make();
        if (made.isEmpty()) {
            return;
        }
        if (file.fingerprint().isPresent()) {
            Set<Fingerprint.Part> because = madeFrom(path, there)
                    .map(file.fingerprint().get()::changedSince)
                    .orElse(Set.of());
            staged.made.add(new Remade(file.path(), file.madeFrom(), because));
        }
        // Worked out now, where others work too, and not when everything waits for what is remembered.
        made.get().from().ifPresent(Fingerprint::digest);
        byte[] bytes = made.get().bytes();
        long digest = Digest.of(bytes);
        if (there != null && there.digest() == digest && there.bytes() == bytes.length) {
            staged.entries.put(path, new Entry(made.get().from(), digest, there.bytes(), there.modified()));
            return;
        }
        Path target = exchange.staging().resolve(path);
        if (staged.folders.add(target.getParent())) {
            Files.createDirectories(target.getParent());
        }
        write(target, bytes);
        staged.written.add(path);
        staged.entries.put(
                path, entry(made.get().from(), digest, Files.readAttributes(target, BasicFileAttributes.class)));
    }

    private static void write(Path target, byte[] bytes) throws IOException {
        try {
            writeNew(target, bytes);
        } catch (NoSuchFileException e) {
            // Another thread noted the folder and is about to make it.
            Files.createDirectories(target.getParent());
            writeNew(target, bytes);
        }
    }

    /** As {@code Files.write}, which hands over eight kilobytes at a time: most pages are longer, and fit into one piece. */
    private static void writeNew(Path target, byte[] bytes) throws IOException {
        try (FileChannel file = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int at = 0; at < bytes.length; ) {
                at += file.write(ByteBuffer.wrap(bytes, at, Math.min(PIECE_BYTES, bytes.length - at)));
            }
        }
    }

    /** What lies ready to be published, and what stays. */
    private static final class Staged {
        private final Map<String, Entry> entries;
        private final Set<String> written = ConcurrentHashMap.newKeySet();
        private final Set<Path> folders = ConcurrentHashMap.newKeySet();
        private final Queue<Remade> made = new ConcurrentLinkedQueue<>();

        /** @param files how many there will be */
        Staged(int files) {
            entries = new ConcurrentHashMap<>(files);
        }

        WriteReport report(int removed, long manifest, Map<String, Long> folders) {
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
                    new WrittenFiles(manifest, entries, folders));
        }
    }
}
