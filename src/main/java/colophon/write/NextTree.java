package colophon.write;

import colophon.model.Batches;
import colophon.write.Folder.Walked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * The folder that is to take the place of the output folder. It is the version before last: what changed since is linked from the output
 * folder or written, and all else is there already, as another name of the same file. Nothing in it is visible before it is exchanged.
 */
final class NextTree {
    private static final int PIECE_BYTES = 1 << 17;

    private final Path output;
    private final WorkPlace place;
    private final Path path;
    private final boolean reuses;
    private final FolderExchange exchange;
    private final Set<Path> foldersMade = ConcurrentHashMap.newKeySet();
    private boolean begun;

    /**
     * @param path where it is made
     * @param reuses whether the hidden version becomes it
     */
    NextTree(Path output, WorkPlace place, Path path, boolean reuses) {
        this.output = output;
        this.place = place;
        this.path = path;
        this.reuses = reuses;
        this.exchange = new FolderExchange(place.folder());
    }

    Path path() {
        return path;
    }

    private synchronized void begin() throws IOException {
        if (begun) {
            return;
        }
        if (reuses) {
            Files.move(place.hidden(), path, StandardCopyOption.ATOMIC_MOVE);
            // A tree without a list was never published: nobody has a file of their own in it.
            Files.deleteIfExists(path.resolve(Manifest.FILE));
        } else {
            Files.createDirectories(path);
        }
        if (!path.startsWith(output) && WorkPlace.exists(output)) {
            Thread thread = new Thread(exchange::prepare, "exchange");
            thread.setDaemon(true);
            thread.start();
        }
        begun = true;
    }

    /** Writes a file. */
    void write(String name, byte[] bytes) throws IOException {
        begin();
        Path target = path.resolve(name);
        if (!reuses && foldersMade.add(target.getParent())) {
            Files.createDirectories(target.getParent());
        }
        try {
            writeNew(target, bytes);
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            // A new folder, or one that another thread is about to make; or the file of an older version.
            makeRoom(target);
            writeNew(target, bytes);
        } catch (FileSystemException e) {
            makeRoom(target);
            writeNew(target, bytes);
        } catch (IOException e) {
            throw new IOException(name + " (" + bytes.length + " bytes): " + e.getMessage(), e);
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

    /** Removes what has the name of a file, or of a folder that it needs. */
    private synchronized void makeRoom(Path target) throws IOException {
        WorkPlace.delete(target);
        Path relative = path.relativize(target);
        Path folder = path;
        for (Path name : relative.getParent() == null ? Path.of("") : relative.getParent()) {
            folder = folder.resolve(name);
            if (WorkPlace.exists(folder) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(folder);
            }
        }
        Files.createDirectories(target.getParent());
    }

    /**
     * Completes it with what stays as it is.
     *
     * @param there the output folder
     * @param stays paths of files there that stay and are not the same file here yet
     * @param gone paths of files that are here, or only there, and not in the new version
     * @param hidden the folders that were here at the beginning
     * @param isFile whether a path is that of a file of the new version
     * @return what the disk says now of the files that were linked
     */
    Map<String, FileState> complete(
            Walked there,
            Collection<String> stays,
            Collection<String> gone,
            Walked hidden,
            Predicate<String> isFile,
            Executor workers)
            throws IOException {
        begin();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, FileState> folder : there.folders().entrySet()) {
            FileState here = hidden.folders().get(folder.getKey());
            if (here == null) {
                missing.add(folder.getKey());
            } else if (!here.isLike(folder.getValue()) && !isBelow(folder.getKey(), isFile)) {
                like(path.resolve(folder.getKey()), folder.getValue(), here);
            }
        }
        missing.removeIf(folder -> isBelow(folder, isFile));
        missing.sort(Comparator.naturalOrder());
        for (String folder : missing) {
            Path made = path.resolve(folder);
            if (!Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS)) {
                makeRoom(made.resolve("x"));
            }
            like(made, there.folders().get(folder), FileState.of(made));
        }
        Map<String, FileState> linked = new HashMap<>();
        try {
            Batches.share(stays, workers, this::link).forEach(linked::putAll);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Set<Path> emptied = new TreeSet<>(Comparator.reverseOrder());
        for (String file : gone) {
            Path old = path.resolve(file);
            if (Files.exists(old, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(old);
            }
            emptied.add(old.getParent());
        }
        for (String folder : hidden.folders().keySet()) {
            if (!there.folders().containsKey(folder)) {
                emptied.add(path.resolve(folder));
            }
        }
        for (Path folder : emptied) {
            PendingRenames.removeEmpty(path, folder);
        }
        return linked;
    }

    private static boolean isBelow(String folder, Predicate<String> isFile) {
        for (String at = folder; !at.isEmpty(); at = Folder.parent(at)) {
            if (isFile.test(at)) {
                return true;
            }
        }
        return false;
    }

    private Map<String, FileState> link(List<String> files) {
        Map<String, FileState> states = new HashMap<>();
        try {
            for (String file : files) {
                Path target = path.resolve(file);
                Path existing = output.resolve(file);
                try {
                    Files.createLink(target, existing);
                } catch (FileAlreadyExistsException e) {
                    WorkPlace.delete(target);
                    Files.createLink(target, existing);
                }
                states.put(file, FileState.of(existing));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return states;
    }

    /** Gives the folder itself the permissions of another. */
    void permissions(FileState wanted) throws IOException {
        like(path, wanted, FileState.of(path));
    }

    /** Gives a folder the permissions of another, and the owner where this user may. */
    private static void like(Path folder, FileState wanted, FileState now) throws IOException {
        if (wanted.isLike(now)) {
            return;
        }
        if (wanted.owner() != now.owner() || wanted.group() != now.group()) {
            try {
                Files.setAttribute(folder, "unix:gid", wanted.group());
                Files.setAttribute(folder, "unix:uid", wanted.owner());
            } catch (FileSystemException e) {
                // Only the administrator may give a folder away.
                return;
            }
        }
        if (wanted.permissions() != now.permissions()) {
            Files.setAttribute(folder, "unix:mode", wanted.permissions());
        }
    }

    /**
     * Makes sure that files are on the disk and not only on their way. To wait for many would take longer than to build them; after a power
     * cut those that were lost are made again.
     */
    void sync(Collection<String> files) throws IOException {
        for (String file : files) {
            try (FileChannel channel = FileChannel.open(path.resolve(file), StandardOpenOption.WRITE)) {
                channel.force(false);
            }
        }
    }

    /** Takes the place of the output folder, which becomes the hidden version; empty, or what is left over. */
    Optional<String> publish() throws IOException {
        if (!WorkPlace.exists(output)) {
            Files.move(path, output, StandardCopyOption.ATOMIC_MOVE);
            return Optional.empty();
        }
        Path before = path;
        if (!exchange.exchange(path, output)) {
            before = place.away();
            Files.move(output, before, StandardCopyOption.ATOMIC_MOVE);
            try {
                Files.move(path, output, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.move(before, output, StandardCopyOption.ATOMIC_MOVE);
                throw e;
            }
        }
        try {
            if (!reuses) {
                WorkPlace.delete(place.hidden());
            }
            Files.move(before, place.hidden(), StandardCopyOption.ATOMIC_MOVE);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "The site is published. Its version before could not be kept for the next build, which takes longer: "
                            + before + " may be deleted.");
        }
    }

    /** Gives up. What was made stays hidden, for the next build. */
    void abandon() {
        try {
            if (begun && !path.startsWith(output)) {
                if (reuses) {
                    Files.move(path, place.hidden(), StandardCopyOption.ATOMIC_MOVE);
                } else {
                    WorkPlace.delete(path);
                }
            }
        } catch (IOException e) {
            // The next build takes it up.
        }
    }
}
