package colophon.write;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Walks a published site. It has a folder for each page, and what Java has for walking takes half again as long over so many. To open a
 * folder takes longer than to ask for its time, and that tells whether a name in it came or went since it was opened last.
 */
final class Folder {
    /** The time of a folder that has to be opened, whatever the disk says. */
    static final long UNKNOWN = 0;

    private static final char UNREADABLE = '\uFFFD';

    private final Path root;
    private final Map<String, Long> known;
    private final Visitor visitor;
    private final Map<String, FileState> folders = new HashMap<>();
    private final Set<String> opened = new TreeSet<>();
    private final Set<String> nested = new TreeSet<>();

    private Folder(Path root, Map<String, Long> known, Visitor visitor) {
        this.root = root;
        this.known = known;
        this.visitor = visitor;
    }

    /** Told every file, and every link, which is not followed. */
    interface Visitor {
        /** @param path of the file in the folder that is walked, with slashes */
        void visit(String path, Path file, FileState state) throws IOException;
    }

    /**
     * What a walk found.
     *
     * @param folders all folders, as they were before they were opened
     * @param opened those that were opened: of the others it is known what they hold
     * @param nested folders that are the output of another site, with its hidden files; they were not opened
     */
    record Walked(Map<String, FileState> folders, Set<String> opened, Set<String> nested) {
        static final Walked NOTHING = new Walked(Map.of(), Set.of(), Set.of());

        /** The times of the folders, for the next walk. */
        Map<String, Long> times() {
            Map<String, Long> times = new HashMap<>(2 * folders.size());
            if (nested.isEmpty()) {
                folders.forEach((path, state) -> times.put(path, state.changed()));
            }
            return times;
        }
    }

    /**
     * Walks a folder and all below it.
     *
     * @param known the times of folders when they held nothing but {@code files} and one another, each by its path in the folder that is
     *     walked, which itself is ""; may be empty
     * @param files paths of files, each of which is visited where its folder need not be opened
     */
    static Walked walk(Path root, Map<String, Long> known, Collection<String> files, Visitor visitor)
            throws IOException {
        Folder folder = new Folder(root, known, visitor);
        folder.walk("", root, FileState.of(root));
        for (String path : known.keySet()) {
            folder.walkKnown(path);
        }
        for (String path : files) {
            String parent = parent(path);
            if (folder.folders.containsKey(parent) && !folder.opened.contains(parent)) {
                folder.visit(path);
            }
        }
        return new Walked(folder.folders, folder.opened, folder.nested);
    }

    /** The path of the folder that something lies in. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private void walkKnown(String path) throws IOException {
        Path folder = root.resolve(path);
        try {
            FileState state = FileState.of(folder);
            if (!state.isFolder()) {
                visitor.visit(path, folder, state);
            } else if (!path.isEmpty()) {
                walk(path, folder, state);
            }
        } catch (NoSuchFileException e) {
            // It is gone with all that was in it.
        }
    }

    private void walk(String path, Path folder, FileState state) throws IOException {
        folders.put(path, state);
        Long before = known.get(path);
        if (before == null || before != state.changed()) {
            open(path, folder);
        }
    }

    private void open(String path, Path folder) throws IOException {
        String[] names = folder.toFile().list();
        opened.add(path);
        if (names == null || !areReadable(names)) {
            // Says why it cannot be opened, and finds files whose names are no text.
            walkSlowly(folder);
            return;
        }
        List<String> all = Arrays.asList(names);
        if (!path.isEmpty() && all.contains(Manifest.FILE)) {
            nested.add(path);
            folders.remove(path);
            return;
        }
        for (String name : all) {
            String inner = path.isEmpty() ? name : path + "/" + name;
            if (!known.containsKey(inner) && !isOurs(path, folder, name)) {
                Path file = folder.resolve(name);
                FileState state = FileState.of(file);
                if (state.isFolder()) {
                    walk(inner, file, state);
                } else {
                    visitor.visit(inner, file, state);
                }
            }
        }
    }

    /** Whether it is a working file of ours, here or of a site below. */
    private boolean isOurs(String path, Path folder, String name) {
        if (name.equals(WorkPlace.MEMORY)
                && Files.isDirectory(folder.resolve(name).resolve(WorkPlace.TREES))) {
            nested.add(path.isEmpty() ? name : path + "/" + name);
            return true;
        }
        return path.isEmpty() && (name.equals(PendingRenames.FOLDER) || name.equals(WorkPlace.LOCK_WITHIN));
    }

    private void visit(String path) throws IOException {
        Path file = root.resolve(path);
        try {
            visitor.visit(path, file, FileState.of(file));
        } catch (NoSuchFileException e) {
            // A disk that does not keep the times of folders: the file is gone all the same.
        }
    }

    private static boolean areReadable(String[] names) {
        for (String name : names) {
            if (name.indexOf(UNREADABLE) >= 0) {
                return false;
            }
        }
        return true;
    }

    private void walkSlowly(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                visitor.visit(relative(file), file, FileState.of(file));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private String relative(Path file) {
        String path = root.relativize(file).toString();
        String separator = root.getFileSystem().getSeparator();
        return separator.equals("/") ? path : path.replace(separator, "/");
    }
}
