package colophon.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps two builds from publishing to one folder at the same time. The file stays, because another build may have opened it already; what
 * the holder wrote into it tells whether the name still leads to the file that was locked.
 */
final class BuildLock implements AutoCloseable {
    private static final int MAX_TRIES = 100;

    private final Path path;
    private final FileChannel channel;
    private final String mark;

    private BuildLock(Path path, FileChannel channel, String mark) {
        this.path = path;
        this.channel = channel;
        this.mark = mark;
    }

    /** Another build holds the lock. */
    static final class HeldException extends IOException {
        private static final long serialVersionUID = 1;

        HeldException(String holder) {
            super("another build is running here" + holder);
        }
    }

    /** Takes the lock. Throws {@link HeldException} if another build has it. */
    static BuildLock take(Path path) throws IOException {
        for (int i = 0; i < MAX_TRIES; i++) {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (!lock(channel)) {
                    throw new HeldException(holder(path));
                }
                String mark = ProcessHandle.current().pid() + " " + Long.toHexString(System.nanoTime()) + "\n";
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII)), 0);
                BuildLock taken = new BuildLock(path, channel, mark);
                if (taken.isHeld()) {
                    return taken;
                }
                channel.close();
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }
        throw new HeldException("");
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            // Until the channel is closed.
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String holder(Path path) {
        try {
            String text = Files.readString(path, StandardCharsets.US_ASCII);
            return text.matches("\\d+ [0-9a-f]+\n") ? " (process " + text.substring(0, text.indexOf(' ')) + ")" : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** False if somebody deleted the file: then another build may be running by now. */
    boolean isHeld() {
        try {
            return Files.readString(path, StandardCharsets.US_ASCII).equals(mark);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (path.endsWith(WorkPlace.LOCK_WITHIN)) {
            Files.deleteIfExists(path);
        }
        channel.close();
    }
}
