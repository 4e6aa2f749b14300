package colophon.write;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Where hidden files lie that belong to an output folder: in the memory beside it, which may be deleted at any time. */
final class WorkPlace {
    /** The folder of the memory of builds. */
    static final String MEMORY = ".colophon";

    /** The lock, where there can be no folder beside the output. */
    static final String LOCK_WITHIN = ".colophon-lock";

    /** In it, one with what belongs to each output. */
    static final String TREES = "trees";

    private static final String WORK = "work-";

    private final Path output;
    private final Path folder;

    /** @param output an absolute path */
    WorkPlace(Path output) {
        this.output = output;
        String name = output.getFileName() == null ? "" : output.getFileName().toString();
        this.folder = output.resolveSibling(MEMORY).resolve(TREES).resolve(name);
    }

    /** Makes the folder; false if it cannot be. */
    boolean prepare() {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /** The version of the site before the one in the output folder. */
    Path hidden() {
        return folder.resolve("hidden");
    }

    /** The output folder while another one takes its place, where two folders cannot be exchanged in one step. */
    Path away() {
        return folder.resolve("away");
    }

    Path lock() {
        return Files.isDirectory(folder) ? folder.resolve("lock") : output.resolve(LOCK_WITHIN);
    }

    /** Which site was published here: its folder, as seen from the output. */
    Path site() {
        return folder.resolve("site");
    }

    /** A folder for the next version. No other build has the same, even one that was started after somebody deleted the lock. */
    Path newWork() {
        return folder.resolve(WORK + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()));
    }

    /** Takes up what builds left that were killed; to be called by the only build that is running. */
    void tidy() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (exists(away())) {
            if (!exists(output)) {
                Files.move(away(), output, StandardCopyOption.ATOMIC_MOVE);
            } else if (!exists(hidden())) {
                Files.move(away(), hidden(), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        List<Path> left;
        try (Stream<Path> entries = Files.list(folder)) {
            left = entries.filter(file -> !List.of(hidden(), lock(), site()).contains(file))
                    .sorted()
                    .toList();
        }
        for (Path file : left) {
            if (file.getFileName().toString().startsWith(WORK) && !exists(hidden())) {
                Files.move(file, hidden(), StandardCopyOption.ATOMIC_MOVE);
            } else {
                delete(file);
            }
        }
    }

    /** Whether the output folder was put away and not yet brought back. */
    boolean isOutputAway() {
        return !exists(output) && exists(away());
    }

    static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Deletes one of our own working files or folders. Links in it are removed, not followed. */
    static void delete(Path folder) throws IOException {
        if (!exists(folder)) {
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
