package colophon.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * A folder of files that may be deleted at any time. Each starts with the name of the program that wrote it and a checksum; whatever is
 * not exactly that is dropped with a remark, never trusted.
 */
public final class CacheFolder {
    private static final String MAGIC = "Colophon cache 1";
    private static final int PIECE_BYTES = 1 << 17;
    /** Says to programs that save or search disks that nothing here is worth it (bford.info/cachedir). */
    private static final String TAG = "CACHEDIR.TAG";

    private static final String TAG_TEXT = "Signature: 8a477f597d28d172789f06886806bc55\n"
            + "# This folder belongs to Colophon. It makes the next build quick and may be deleted at any time.\n";

    private final Path folder;
    private final String shown;
    private final String program;
    private final List<String> remarks = new ArrayList<>();

    /**
     * @param folder need not exist
     * @param program tells this version of the program from every other
     */
    public CacheFolder(Path folder, String program) {
        this.folder = folder;
        this.shown = folder.getFileName().toString();
        this.program = program;
    }

    /** What people should know of the cache, a line each; several threads may have found it. */
    public synchronized List<String> remarks() {
        return remarks.stream().sorted().toList();
    }

    /**
     * The time by the clock of this folder's disk, in nanoseconds; 0 when nothing can be written there. To compare
     * with the time stamps of files, no other clock will do.
     */
    public long time() {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("time");
            Files.write(file, new byte[0]);
            return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Whether there is a file; what it holds may still turn out not to be trusted. */
    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** Reads a file; nothing when there is none, or none to be trusted. */
    public Optional<Block> read(String name) {
        try {
            return open(name, Files.readAllBytes(folder.resolve(name)));
        } catch (IOException e) {
            // Nearly always there is none; what cannot be read cannot be written either, and that is told then.
            return Optional.empty();
        }
    }

    private Optional<Block> open(String name, byte[] bytes) {
        byte[] head = head();
        int start = head.length + Long.BYTES;
        if (bytes.length < start || !startsWith(bytes, MAGIC.getBytes(StandardCharsets.US_ASCII))) {
            damaged(name);
            return Optional.empty();
        }
        if (!startsWith(bytes, head)) {
            remark("What is in " + shown + "/ is from another version of Colophon or Java and is not used.");
            return Optional.empty();
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, start, bytes.length - start);
        if (ByteBuffer.wrap(bytes).getLong(head.length) != checksum.getValue()) {
            damaged(name);
            return Optional.empty();
        }
        return Optional.of(new Block(bytes, start, bytes.length - start));
    }

    /** To be called when a file that was read turns out to make no sense. */
    public void damaged(String name) {
        remark(shown + "/" + name + " is damaged and is not used.");
    }

    /** Writes a file, all or nothing. A folder that cannot be written is worth a remark, no more; then this is false. */
    public boolean write(String name, Block content) {
        try {
            Path target = folder.resolve(name);
            if (!Files.isDirectory(target.getParent())) {
                Files.createDirectories(target.getParent());
            }
            sign();
            byte[] head = head();
            CRC32C checksum = new CRC32C();
            checksum.update(content.bytes(), content.start(), content.length());
            ByteBuffer start = ByteBuffer.allocate(head.length + Long.BYTES);
            start.put(head).putLong(checksum.getValue());
            Path draft = target.resolveSibling(target.getFileName() + ".new");
            try {
                try (OutputStream out = Files.newOutputStream(draft)) {
                    out.write(start.array());
                    // Java makes a copy of what it is given, however large.
                    int end = content.start() + content.length();
                    for (int at = content.start(); at < end; at += PIECE_BYTES) {
                        out.write(content.bytes(), at, Math.min(PIECE_BYTES, end - at));
                    }
                }
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
            return true;
        } catch (IOException e) {
            remark("The next build takes longer: " + shown + "/ cannot be written.");
            return false;
        }
    }

    /** Deletes the files of a kind that are not wanted any more. */
    public void keepOnly(String kind, Set<String> names) {
        Path of = folder.resolve(kind);
        if (!Files.isDirectory(of)) {
            return;
        }
        Set<Path> old = new TreeSet<>();
        try (Stream<Path> files = Files.list(of)) {
            files.filter(file -> !names.contains(file.getFileName().toString())).forEach(old::add);
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            remark("Old files in " + shown + "/" + kind + "/ cannot be deleted.");
        }
    }

    /** Keeps the folder out of backups and of version control. */
    private void sign() throws IOException {
        if (!Files.exists(folder.resolve(TAG))) {
            Files.writeString(folder.resolve(TAG), TAG_TEXT);
            Files.writeString(folder.resolve(".gitignore"), "*\n");
        }
    }

    private byte[] head() {
        return (MAGIC + "\n" + program + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private synchronized void remark(String remark) {
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }
}
