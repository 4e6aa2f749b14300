package colophon.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts files that lie finished beside the output folder into their places, all or none of them.
 *
 * <p>Where most of a site is new, a whole folder takes the place of the old one by renaming. Where little changed, each file is renamed
 * into place, so that thousands of others are not touched and a server that looks into the folder goes on; a list of what is to be done
 * is written before, and a build that was killed on the way is finished by the next one.
 */
final class Exchange {
    private final Path output;
    private final Path staging;
    private final Path old;
    /** While it is there, everything in the staging folder is to be moved, and what it lists is to be removed. */
    private final Path orders;
    /** Orders that are not written to the end yet. */
    private final Path draft;

    /** @param output the folder to publish to */
    Exchange(Path output) {
        this.output = output;
        String name = "." + output.getFileName() + ".colophon-";
        this.staging = output.resolveSibling(name + "new");
        this.old = output.resolveSibling(name + "old");
        this.orders = output.resolveSibling(name + "orders");
        this.draft = output.resolveSibling(name + "orders.new");
    }

    /** Where new files are written. */
    Path staging() {
        return staging;
    }

    /** An empty staging folder. */
    void begin() throws IOException {
        abandon();
        Files.createDirectory(staging);
    }

    /** Forgets what was staged. */
    void abandon() throws IOException {
        Files.deleteIfExists(draft);
        delete(staging);
    }

    /** Whether an earlier build was killed while it moved files. */
    boolean isUnfinished() {
        return Files.exists(orders) || Files.isDirectory(old);
    }

    /** Finishes what a killed build began. */
    void recover() throws IOException {
        if (Files.exists(orders)) {
            List<String> removed = Files.readAllLines(orders, StandardCharsets.UTF_8);
            move(files(staging));
            remove(removed);
            finish();
        } else if (Files.exists(output)) {
            delete(old);
        } else if (Files.isDirectory(old)) {
            Files.move(old, output, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The staging folder becomes the output folder. What did not change is linked over, and keeps its time stamp. */
    void replaceFolder(Collection<String> unchanged) throws IOException {
        for (String path : unchanged) {
            Path target = staging.resolve(path);
            Files.createDirectories(target.getParent());
            link(output.resolve(path), target);
        }
        boolean replaces = Files.exists(output);
        if (replaces) {
            Files.move(output, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(staging, output, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaces) {
                Files.move(old, output, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        delete(old);
    }

    /** Every staged file goes to its place in the output folder. When one cannot, all that were there come back. */
    void replaceFiles(Collection<String> removed) throws IOException {
        List<Path> staged = files(staging);
        prepare(staged, removed);
        Deque<Path> moved = new ArrayDeque<>();
        try {
            for (Path file : staged) {
                moved.push(file);
                move(List.of(file));
            }
            remove(removed);
        } catch (IOException e) {
            takeBack(moved);
            throw e;
        }
        finish();
    }

    /** Writes down what is to be done, and how it was before. */
    private void prepare(List<Path> staged, Collection<String> removed) throws IOException {
        try {
            Files.createDirectory(old);
            for (Path file : staged) {
                keepOld(staging.relativize(file).toString());
            }
            for (String path : removed) {
                keepOld(path);
            }
            Files.write(draft, removed, StandardCharsets.UTF_8);
            Files.move(draft, orders, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(old);
            throw e;
        }
    }

    private void keepOld(String path) throws IOException {
        Path file = output.resolve(path);
        if (Files.exists(file)) {
            Path kept = old.resolve(path);
            Files.createDirectories(kept.getParent());
            link(file, kept);
        }
    }

    private void move(List<Path> staged) throws IOException {
        for (Path file : staged) {
            Path target = output.resolve(staging.relativize(file));
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void remove(Collection<String> paths) throws IOException {
        for (String path : paths) {
            Files.deleteIfExists(output.resolve(path));
            removeEmpty(output.resolve(path).getParent());
        }
    }

    private void removeEmpty(Path folder) throws IOException {
        if (folder.equals(output) || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
        removeEmpty(folder.getParent());
    }

    private void takeBack(Deque<Path> moved) throws IOException {
        for (Path file : moved) {
            Path relative = staging.relativize(file);
            if (!Files.exists(old.resolve(relative))) {
                Files.deleteIfExists(output.resolve(relative));
                removeEmpty(output.resolve(relative).getParent());
            }
        }
        for (Path kept : files(old)) {
            Path target = output.resolve(old.relativize(kept));
            Files.createDirectories(target.getParent());
            Files.move(kept, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        finish();
    }

    private void finish() throws IOException {
        Files.deleteIfExists(orders);
        delete(old);
        delete(staging);
    }

    /** The same file in two places; where the disk has no links, a copy with the same time stamp. */
    private static void link(Path existing, Path target) throws IOException {
        try {
            Files.createLink(target, existing);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(existing, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /** Deletes one of our own working folders. Links in it are removed, not followed. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
