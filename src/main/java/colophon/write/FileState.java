package colophon.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the disk says of a file, a folder or a link, which is not followed. Times are in nanoseconds.
 *
 * @param mode kind and permissions as Unix has them
 * @param modified when the content was written last; anybody can set it
 * @param changed when anything about it changed last, its permissions and its names too; nobody can set it. Where the disk does not say,
 *     the same as {@code modified}.
 * @param inode two names with one number are one file; 0 where the disk does not say
 */
record FileState(int mode, long bytes, long modified, long changed, long device, long inode, int owner, int group) {
    private static final String ATTRIBUTES = "unix:mode,size,lastModifiedTime,ctime,dev,ino,uid,gid";
    private static final int KIND = 0170000;
    private static final int FILE = 0100000;
    private static final int FOLDER = 0040000;
    private static final int LINK = 0120000;

    static FileState of(Path file) throws IOException {
        try {
            Map<String, Object> read = Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            return new FileState(
                    (Integer) read.get("mode"),
                    (Long) read.get("size"),
                    nanos((FileTime) read.get("lastModifiedTime")),
                    nanos((FileTime) read.get("ctime")),
                    (Long) read.get("dev"),
                    (Long) read.get("ino"),
                    (Integer) read.get("uid"),
                    (Integer) read.get("gid"));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return basic(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private static FileState basic(BasicFileAttributes read) {
        int kind = read.isDirectory() ? FOLDER : read.isRegularFile() ? FILE : read.isSymbolicLink() ? LINK : 0;
        long modified = nanos(read.lastModifiedTime());
        return new FileState(kind, read.size(), modified, modified, 0, 0, 0, 0);
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    boolean isFile() {
        return (mode & KIND) == FILE;
    }

    boolean isFolder() {
        return (mode & KIND) == FOLDER;
    }

    /** The permissions, and the bits that a folder hands down. */
    int permissions() {
        return mode & ~KIND;
    }

    /** Whether both have the same owner and permissions. */
    boolean isLike(FileState other) {
        return mode == other.mode && owner == other.owner && group == other.group;
    }

    /** Whether it is the same file, and nothing about it changed. */
    boolean isAsBefore(FileState before) {
        return inode == before.inode
                && changed == before.changed
                && modified == before.modified
                && bytes == before.bytes;
    }
}
