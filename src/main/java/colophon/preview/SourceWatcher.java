package colophon.preview;

import colophon.read.SourceTree;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Notices what changes in the folders a site is made from: files, new folders, renamed ones, and editors that save by putting a new file in
 * the place of the old one. What happens within a few milliseconds is told as one change.
 */
public final class SourceWatcher implements AutoCloseable {
    /** A save is rarely one event; so long nothing more must come. */
    private static final long QUIET_MILLIS = 2;

    /** A copy of many files is told piece by piece. */
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Path site;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /**
     * @param changed files and folders; empty when there were too many to tell
     */
    public record Change(Set<Path> changed) {}

    /** @param site the folder that holds {@code content/} */
    public SourceWatcher(Path site) throws IOException {
        this.site = site;
        this.service = site.getFileSystem().newWatchService();
        watch(site);
        for (String name : SourceTree.FOLDERS) {
            watchAll(site.resolve(name));
        }
    }

    /** Waits for a change; nothing when the watcher was closed. */
    public Optional<Change> next() throws IOException {
        try {
            Set<Path> changed = new HashSet<>();
            boolean complete = note(service.take(), changed);
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < LONGEST_NANOS) {
                WatchKey key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
                if (key == null) {
                    break;
                }
                complete &= note(key, changed);
            }
            return complete && changed.isEmpty() ? next() : Optional.of(new Change(complete ? changed : Set.of()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ClosedWatchServiceException e) {
            return Optional.empty();
        }
    }

    /** Adds what a key tells; false when it lost some of it. */
    private boolean note(WatchKey key, Set<Path> changed) throws IOException {
        Path folder = folders.get(key);
        boolean complete = true;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                complete = false;
                watchAll(folder);
                continue;
            }
            Path file = folder.resolve((Path) event.context());
            if (folder.equals(site)
                    && !SourceTree.FOLDERS.contains(file.getFileName().toString())) {
                continue;
            }
            changed.add(file);
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                watchAll(file);
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
        return complete;
    }

    private void watchAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                watch(visited);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // It is told when the site is read.
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void watch(Path folder) throws IOException {
        try {
            WatchKey key = folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            folders.put(key, folder);
        } catch (NoSuchFileException | NotDirectoryException e) {
            // It went as quickly as it came, and its parent tells of that.
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
