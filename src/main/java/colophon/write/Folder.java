package colophon.write;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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
    private final Map<String, Long> times = new HashMap<>();

    private Folder(Path root, Map<String, Long> known, Visitor visitor) {
        this.root = root;
        this.known = known;
        this.visitor = visitor;
    }

    /** Told every file, and every link, which is not followed. */
    interface Visitor {
        /** @param path of the file in the folder that is walked, with slashes */
        void visit(String path, Path file, BasicFileAttributes attributes) throws IOException;
    }

    /**
     * Walks a folder and all below it.
     *
     * @param known the times of folders when they held nothing but {@code files} and one another, each by its path in the folder that is
     *     walked, which itself is ""; may be empty
     * @param files paths of files
     * @return the times of all folders, from before they were opened
     */
    static Map<String, Long> walk(Path root, Map<String, Long> known, Collection<String> files, Visitor visitor)
            throws IOException {
        Folder folder = new Folder(root, known, visitor);
        folder.walk("", root, attributes(root));
        for (String path : known.keySet()) {
            folder.walkKnown(path);
        }
        for (String path : files) {
            if (folder.holdsTheSame(parent(path))) {
                folder.visit(path);
            }
        }
        return folder.times;
    }

    /** The path of the folder that something lies in. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private void walkKnown(String path) throws IOException {
        Path folder = root.resolve(path);
        try {
            BasicFileAttributes attributes = attributes(folder);
            if (!attributes.isDirectory()) {
                visitor.visit(path, folder, attributes);
            } else if (!path.isEmpty()) {
                walk(path, folder, attributes);
            }
        } catch (NoSuchFileException e) {
            // It is gone with all that was in it.
        }
    }

    private void walk(String path, Path folder, BasicFileAttributes attributes) throws IOException {
        long time = modified(attributes);
        times.put(path, time);
        if (!holdsTheSame(path)) {
            open(path, folder);
        }
    }

    /** Whether a folder that was walked needed not be opened. */
    private boolean holdsTheSame(String path) {
        Long now = times.get(path);
        return now != null && now != UNKNOWN && now.equals(known.get(path));
    }

    private void open(String path, Path folder) throws IOException {
        String[] names = folder.toFile().list();
        if (names == null || !areReadable(names)) {
            // Says why it cannot be opened, and finds files whose names are no text.
            times.put(path, UNKNOWN);
            walkSlowly(folder);
            return;
        }
        for (String name : names) {
            String inner = path.isEmpty() ? name : path + "/" + name;
            if (!known.containsKey(inner)) {
                Path file = folder.resolve(name);
                BasicFileAttributes attributes = attributes(file);
                if (attributes.isDirectory()) {
                    walk(inner, file, attributes);
                } else {
                    visitor.visit(inner, file, attributes);
                }
            }
        }
    }

    private void visit(String path) throws IOException {
        Path file = root.resolve(path);
        try {
            visitor.visit(path, file, attributes(file));
        } catch (NoSuchFileException e) {
            // A disk that does not keep the times of folders: the file is gone all the same.
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** A time stamp in nanoseconds. */
    static long modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
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
                visitor.visit(relative(file), file, attributes);
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
