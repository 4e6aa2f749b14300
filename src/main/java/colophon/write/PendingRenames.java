package colophon.write;

import colophon.model.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Replaces files of a folder one by one, where the folder as a whole cannot be exchanged. What is to be done is written down before, in a
 * folder within, with the new files and the old ones; the next command finishes what was begun. Until then the list of files that Colophon
 * wrote names both, so that whatever happens to the notes, the next build knows the files as its own.
 *
 * <p>The notes are input like any other: they may only put files into their folder that have the digest they tell, over files that have
 * the digest they tell.
 */
final class PendingRenames {
    static final String FOLDER = ".colophon-pending";
    private static final String HEAD = "Colophon renames 1 ";
    private static final String NONE = "-";
    private static final int DIGITS = 16;

    private final Path output;
    private final Path folder;
    private final Path fresh;
    private final Path old;
    private final Path notes;
    private boolean torn;

    /** @param output the folder whose files are replaced */
    PendingRenames(Path output) {
        this.output = output;
        this.folder = output.resolve(FOLDER);
        this.fresh = folder.resolve("new");
        this.old = folder.resolve("old");
        this.notes = folder.resolve("renames");
    }

    /**
     * A file to be replaced, added or removed.
     *
     * @param before digest of the one that is there
     * @param after digest of the new one
     */
    record Step(String path, OptionalLong before, OptionalLong after) {
        private String line() {
            return text(before) + " " + text(after) + " " + path + "\n";
        }

        private static String text(OptionalLong digest) {
            return digest.isPresent() ? Digest.hex(digest.getAsLong()) : NONE.repeat(DIGITS);
        }

        static Step read(String line) {
            return new Step(
                    line.substring(2 * DIGITS + 2),
                    digest(line.substring(0, DIGITS)),
                    digest(line.substring(DIGITS + 1, 2 * DIGITS + 1)));
        }

        private static OptionalLong digest(String text) {
            return text.equals(NONE.repeat(DIGITS))
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseUnsignedLong(text, 16));
        }
    }

    /** Whether an earlier build left something. */
    boolean isUnfinished() {
        return WorkPlace.exists(folder);
    }

    /** The folder for new files, empty. */
    Path begin() throws IOException {
        WorkPlace.delete(folder);
        return Files.createDirectories(fresh);
    }

    /**
     * Replaces files. If one cannot be replaced, all are put back.
     *
     * @param work where the new files are; any folder, on any disk
     * @param steps without the list of files
     * @param both the list of old and new files
     * @param list the list of new files
     */
    void replace(Path work, List<Step> steps, Manifest both, byte[] list) throws IOException {
        byte[] listBefore = read(output.resolve(Manifest.FILE));
        List<Step> all = new ArrayList<>(steps);
        all.add(new Step(Manifest.FILE, OptionalLong.of(Digest.of(both.bytes())), OptionalLong.of(Digest.of(list))));
        if (!work.equals(fresh)) {
            begin();
            for (Step step : steps) {
                if (step.after().isPresent()) {
                    transfer(work.resolve(step.path()), inFolder(fresh, step.path()));
                }
            }
        }
        Files.write(fresh.resolve(Manifest.FILE), list);
        for (Step step : steps) {
            Path file = output.resolve(step.path());
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                keep(file, inFolder(old, step.path()));
            }
        }
        write(notes, text(all));
        Deque<Step> done = new ArrayDeque<>();
        try {
            putList(both.bytes());
            for (Step step : all) {
                done.push(step);
                run(step);
            }
        } catch (IOException e) {
            takeBack(done, listBefore, e);
            throw e;
        }
    }

    /** Deletes the notes of what is done. */
    void tidy() throws IOException {
        WorkPlace.delete(folder);
    }

    private void putList(byte[] list) throws IOException {
        Path draft = folder.resolve("list");
        write(draft, list);
        Files.move(draft, output.resolve(Manifest.FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(Step step) throws IOException {
        if (step.after().isPresent()) {
            Files.move(fresh.resolve(step.path()), inFolder(output, step.path()), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.deleteIfExists(output.resolve(step.path()));
            removeEmpty(output, output.resolve(step.path()).getParent());
        }
    }

    /** Puts back what was there. If that fails too, the notes stay, and the next command finishes what was begun. */
    private void takeBack(Deque<Step> done, byte[] listBefore, IOException failure) {
        try {
            for (Step step : done) {
                Path kept = old.resolve(step.path());
                if (WorkPlace.exists(kept)) {
                    Files.move(kept, inFolder(output, step.path()), StandardCopyOption.ATOMIC_MOVE);
                } else if (!step.path().equals(Manifest.FILE)
                        && step.after().isPresent()
                        && digest(output.resolve(step.path())).equals(step.after())) {
                    Files.delete(output.resolve(step.path()));
                    removeEmpty(output, output.resolve(step.path()).getParent());
                }
            }
            if (listBefore.length > 0) {
                putList(listBefore);
            } else {
                Files.deleteIfExists(output.resolve(Manifest.FILE));
            }
            tidy();
        } catch (IOException e) {
            torn = true;
            failure.addSuppressed(e);
        }
    }

    /** Whether files were replaced that could not be put back, or might have been. */
    boolean isTorn() {
        return torn;
    }

    /**
     * Finishes what an earlier build began. What does not fit the notes is left as it is: it is somebody's file.
     *
     * @throws IOException if it cannot be finished now
     */
    void recover() throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            List<Step> steps = steps();
            // Until the list of both is in its place, nothing was replaced.
            boolean begun = steps.stream().anyMatch(step -> step.path().equals(Manifest.FILE))
                    && steps.get(steps.size() - 1).before().equals(digest(output.resolve(Manifest.FILE)));
            for (Step step : begun ? steps : List.<Step>of()) {
                if (isOurs(step)) {
                    run(step);
                }
            }
        }
        tidy();
    }

    /** Whether a step leads from the file that is there to the one that is to be. */
    private boolean isOurs(Step step) throws IOException {
        Path target = output.resolve(step.path());
        if (!isWithin(output, step.path())) {
            return false;
        }
        OptionalLong there = digest(target);
        boolean fits = !WorkPlace.exists(target) || there.isPresent() && there.equals(step.before());
        if (step.after().isEmpty()) {
            return fits;
        }
        return fits
                && isWithin(fresh, step.path())
                && digest(fresh.resolve(step.path())).equals(step.after());
    }

    /** Whether a path leads to a place in a folder, and over no link. */
    private static boolean isWithin(Path folder, String path) {
        try {
            Path relative = Path.of(path);
            if (path.isEmpty() || relative.isAbsolute() || !relative.toString().equals(path)) {
                return false;
            }
            Path parent = folder;
            for (Path name : relative) {
                if (List.of(".", "..").contains(name.toString())
                        || WorkPlace.exists(parent) && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
                    return false;
                }
                parent = parent.resolve(name);
            }
            return !relative.startsWith(FOLDER);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static OptionalLong digest(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? OptionalLong.of(Digest.of(Files.readAllBytes(file)))
                : OptionalLong.empty();
    }

    private static String text(List<Step> steps) {
        StringBuilder text = new StringBuilder();
        steps.forEach(step -> text.append(step.line()));
        return HEAD + Digest.hex(Digest.of(text.toString())) + "\n" + text;
    }

    /** What is written down; empty if that is not whole. */
    private List<Step> steps() throws IOException {
        String text = new String(read(notes), StandardCharsets.UTF_8);
        int start = text.indexOf('\n') + 1;
        String body = text.substring(start);
        if (!text.startsWith(HEAD) || !text.substring(0, start).equals(HEAD + Digest.hex(Digest.of(body)) + "\n")) {
            return List.of();
        }
        try {
            return body.lines().map(Step::read).toList();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return List.of();
        }
    }

    private static byte[] read(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readAllBytes(file) : new byte[0];
    }

    private static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
    }

    private static Path inFolder(Path folder, String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    private static void transfer(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** The same file in two places; where there can be no such, a copy. */
    private static void keep(Path file, Path kept) throws IOException {
        try {
            Files.createLink(kept, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, kept, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes a folder in which nothing is left, and those it is in. */
    static void removeEmpty(Path root, Path folder) throws IOException {
        for (Path at = folder;
                !at.equals(root) && Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS);
                at = at.getParent()) {
            try (Stream<Path> entries = Files.list(at)) {
                if (entries.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(at);
        }
    }

    /** The steps from one version to the next. */
    static List<Step> steps(
            Collection<String> written, Collection<String> removed, Map<String, Long> after, Map<String, Long> before) {
        List<Step> steps = new ArrayList<>();
        for (String path : written) {
            steps.add(new Step(path, digest(path, before), digest(path, after)));
        }
        for (String path : removed) {
            steps.add(new Step(path, digest(path, before), OptionalLong.empty()));
        }
        return steps;
    }

    private static OptionalLong digest(String path, Map<String, Long> digests) {
        return Optional.ofNullable(digests.get(path)).map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
