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
import java.util.Optional;

/**
 * Keeps two builds from publishing to one folder at the same time. The file stays, because another build may have opened it already; its
 * inode shows whether the name still leads to the file that was locked. It holds the number of the process.
 *
 * <p>Builds of one process follow one another: POSIX gives up the lock of a process as soon as that closes any channel to the file.
 */
final class BuildLock implements AutoCloseable {
    private static final int MAX_TRIES = 100;

    private final Path path;
    private final FileChannel channel;
    private final long inode;

    private BuildLock(Path path, FileChannel channel, long inode) {
        this.path = path;
        this.channel = channel;
        this.inode = inode;
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
            if (!Files.exists(path)) {
                Files.write(path, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            Optional<BuildLock> taken = take(path, FileState.of(path).inode());
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        throw new HeldException("");
    }

    /** Empty if the name came to lead to another file meanwhile. */
    private static Optional<BuildLock> take(Path path, long inode) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!lock(channel)) {
                throw new HeldException(holder(path));
            }
            BuildLock taken = new BuildLock(path, channel, inode);
            if (taken.isHeld()) {
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
                return Optional.of(taken);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
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
            return text.matches("\\d+\n") ? " (process " + text.strip() + ")" : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** False if somebody deleted the file: then another build may be running by now. */
    boolean isHeld() {
        try {
            // To open and close the file would give up the lock, as POSIX has it.
            return FileState.of(path).inode() == inode;
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
