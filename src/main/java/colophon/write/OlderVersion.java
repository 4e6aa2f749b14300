package colophon.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** What a build of Colophon before 1.0 left beside the output folder when it was killed. */
final class OlderVersion {
    private static final List<String> NAMES = List.of("new", "old", "orders", "orders.new", "lock");

    private final Path output;
    private final List<Path> left = new ArrayList<>();

    OlderVersion(Path output) {
        this.output = output;
        if (output.getFileName() != null) {
            for (String name : NAMES) {
                Path file = beside(name);
                if (WorkPlace.exists(file)) {
                    left.add(file);
                }
            }
        }
    }

    private Path beside(String name) {
        return output.resolveSibling("." + output.getFileName() + ".colophon-" + name);
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    /** Brings the site back that was put away for a moment. */
    void recover() throws IOException {
        if (!WorkPlace.exists(output) && Files.isDirectory(beside("old"), LinkOption.NOFOLLOW_LINKS)) {
            Files.move(beside("old"), output, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The lists of the files it was about to exchange. */
    List<Manifest> lists() throws IOException {
        List<Manifest> lists = new ArrayList<>();
        for (String name : List.of("new", "old")) {
            Path list = beside(name).resolve(Manifest.FILE);
            if (Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
                Manifest.read(Files.readAllBytes(list)).ifPresent(lists::add);
            }
        }
        return lists;
    }

    /** Deletes what is of no use any more. */
    void delete() throws IOException {
        for (Path file : left) {
            WorkPlace.delete(file);
        }
    }
}
