package colophon.write;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Walks a published site. It has a folder for each page, and what Java has for walking takes half again as long over so many. */
final class Folder {
    private static final char UNREADABLE = '\uFFFD';

    private Folder() {}

    /** Told every file, and every link, which is not followed. */
    interface Visitor {
        void visit(Path file, BasicFileAttributes attributes) throws IOException;
    }

    static void walk(Path folder, Visitor visitor) throws IOException {
        String[] names = folder.toFile().list();
        if (names == null || !areReadable(names)) {
            // Says why it cannot be opened, and finds files whose names are no text.
            walkSlowly(folder, visitor);
            return;
        }
        for (String name : names) {
            Path file = folder.resolve(name);
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                walk(file, visitor);
            } else {
                visitor.visit(file, attributes);
            }
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

    private static void walkSlowly(Path folder, Visitor visitor) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                visitor.visit(file, attributes);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
