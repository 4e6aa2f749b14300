package colophon.read;

import colophon.model.InputFile.Stamp;
import colophon.read.SourceTree.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Files that somebody is saving. Many editors empty a file and then write it; who reads in between gets nothing, or half of it, and cannot
 * see that in the text. The size and the time of the file show it.
 */
final class SettlingFiles {
    /** So long a save may take between two steps. */
    private static final long STEP_MILLIS = 5;

    /** Files changed longer ago than this are not being saved. */
    private static final long RECENT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final int MAX_STEPS = 60;
    /** For a file that is empty: nobody means it to be. */
    private static final int MAX_EMPTY_STEPS = 20;

    private SettlingFiles() {}

    /**
     * Looks at files again that were changed a moment ago, until they rest.
     *
     * @param now the time of the disk, in nanoseconds
     */
    static void settle(List<Found> files, long now) {
        List<Integer> recent = IntStream.range(0, files.size())
                .filter(i -> files.get(i).stamp().modified() > now - RECENT_NANOS)
                .boxed()
                .toList();
        boolean rests = recent.isEmpty();
        for (int i = 0; !rests && i < MAX_STEPS && pause(); i++) {
            rests = true;
            for (int index : recent) {
                Found file = files.get(index);
                Stamp stamp = stampOrSame(file);
                rests &= stamp.equals(file.stamp()) && (stamp.bytes() > 0 || i >= MAX_EMPTY_STEPS);
                files.set(index, new Found(file.path(), file.file(), stamp));
            }
        }
    }

    private static Stamp stampOrSame(Found file) {
        try {
            return stamp(file.file());
        } catch (IOException e) {
            // The reason is reported when it is read.
            return file.stamp();
        }
    }

    /** The bytes of a file that nobody wrote to while it was read. */
    static byte[] bytes(Found file) throws IOException {
        Stamp before = file.stamp();
        for (int i = 0; ; i++) {
            byte[] bytes = Files.readAllBytes(file.file());
            Stamp after = stamp(file.file());
            boolean rests = after.equals(before) && after.bytes() == bytes.length;
            if (rests && (bytes.length > 0 || i == 0 || i >= MAX_EMPTY_STEPS) || i >= MAX_STEPS || !pause()) {
                return bytes;
            }
            before = stamp(file.file());
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new Stamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    /** False if this thread was interrupted. */
    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
