package colophon.write;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Publishes an output tree to a folder, all or nothing, and never touches a file that Colophon did not write.
 *
 * <p>The new site is written beside the folder and takes its place by renaming; what did not change is linked over and keeps its
 * time stamp. A build that was killed between the two renames is put right by the next one.
 */
public final class SiteWriter {
    private static final int MOST_NAMED = 3;

    private final Path output;
    private final String shown;
    private final Path staging;
    private final Path old;
    private final Path lock;

    /**
     * @param output the folder to publish to; need not exist
     * @param shown its name for people
     */
    public SiteWriter(Path output, String shown) throws IOException {
        Path absolute = output.toAbsolutePath().normalize();
        this.output = Files.isSymbolicLink(absolute) && Files.exists(absolute) ? absolute.toRealPath() : absolute;
        this.shown = shown;
        String name = "." + this.output.getFileName() + ".colophon-";
        this.staging = this.output.resolveSibling(name + "new");
        this.old = this.output.resolveSibling(name + "old");
        this.lock = this.output.resolveSibling(name + "lock");
    }

    /**
     * Looks whether the folder may be written, before the work of making a site is done.
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
        if (Files.isDirectory(old)) {
            alone(this::recover);
        }
        if (Files.exists(output, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(output)) {
            foreign("this is a file, not a folder", problems);
        } else if (Files.isDirectory(output)) {
            checkOwned(problems);
        }
    }

    /** Every file in the folder must be one that Colophon wrote, as it wrote it. */
    private void checkOwned(Problems problems) throws IOException {
        Optional<Manifest> manifest = Manifest.read(output);
        List<String> unknown = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Path file : files(output)) {
            String path = relative(file);
            if (path.equals(Manifest.FILE) && manifest.isPresent()) {
                continue;
            }
            String expected =
                    manifest.map(list -> list.hashesByPath().get(path)).orElse(null);
            if (expected == null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                unknown.add(path);
            } else if (!expected.equals(Manifest.hash(Files.readAllBytes(file)))) {
                changed.add(path);
            }
        }
        if (!unknown.isEmpty()) {
            foreign("it holds " + names(unknown) + ", which Colophon did not write", problems);
        }
        if (!changed.isEmpty()) {
            foreign("somebody changed " + names(changed) + " after Colophon wrote it", problems);
        }
    }

    private void foreign(String message, Problems problems) {
        problems.add(
                Rule.OUTPUT_FOREIGN,
                Source.ofFile(shown).whole(),
                message,
                "move it away, or publish to another folder with --output");
    }

    private static String names(List<String> paths) {
        List<String> some = paths.subList(0, Math.min(MOST_NAMED, paths.size()));
        int more = paths.size() - some.size();
        return String.join(", ", some) + (more > 0 ? " and " + more + " more" : "");
    }

    /**
     * Publishes. The folder holds either the old site or the new one at any time but for the moment between two renames.
     *
     * @return nothing when it could not be written; the old site is then untouched
     */
    public Optional<WriteReport> write(OutputTree tree, Problems problems) {
        try {
            Files.createDirectories(output.getParent());
            Optional<WriteReport> report = alone(() -> replace(tree));
            if (report.isEmpty()) {
                unwritable("another Colophon is writing here", "wait for it to end, then run this again", problems);
            }
            return report;
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

    private WriteReport replace(OutputTree tree) throws IOException {
        SortedMap<String, String> before = Files.isDirectory(output)
                ? Manifest.read(output).map(Manifest::hashesByPath).orElse(new TreeMap<>())
                : new TreeMap<>();
        delete(staging);
        try {
            WriteReport report = stage(tree, before);
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
            return report;
        } catch (IOException e) {
            delete(staging);
            throw e;
        }
    }

    private WriteReport stage(OutputTree tree, SortedMap<String, String> before) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        int unchanged = 0;
        Files.createDirectory(staging);
        for (OutputFile file : tree.files()) {
            String path = file.path().value();
            String hash = Manifest.hash(file.bytes());
            hashes.put(path, hash);
            Path target = staging.resolve(path);
            Files.createDirectories(target.getParent());
            if (hash.equals(before.get(path))) {
                unchanged++;
                keep(output.resolve(path), target, file.bytes());
            } else {
                Files.write(target, file.bytes());
            }
        }
        Files.write(staging.resolve(Manifest.FILE), new Manifest(hashes).bytes());
        int removed = (int) before.keySet().stream()
                .filter(path -> !hashes.containsKey(path))
                .count();
        return new WriteReport(hashes.size() - unchanged, unchanged, removed);
    }

    /** The same file in both folders; where the disk has no links, a copy with the old time stamp. */
    private static void keep(Path existing, Path target, byte[] bytes) throws IOException {
        try {
            Files.createLink(target, existing);
        } catch (UnsupportedOperationException | IOException e) {
            Files.write(target, bytes);
            if (Files.exists(existing)) {
                Files.setLastModifiedTime(target, Files.getLastModifiedTime(existing));
            }
        }
    }

    /** Finishes what a killed build began: without a site in its place, the old one returns. */
    private boolean recover() throws IOException {
        if (Files.exists(output)) {
            delete(old);
        } else if (Files.isDirectory(old)) {
            Files.move(old, output, StandardCopyOption.ATOMIC_MOVE);
        }
        return true;
    }

    private String relative(Path file) {
        return output.relativize(file).toString().replace(output.getFileSystem().getSeparator(), "/");
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
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
