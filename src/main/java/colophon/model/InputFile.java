package colophon.model;

import colophon.diag.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;

/** A file to build from. Its bytes are read when they are first asked for, once: much of a theme or of an unchanged site is not needed. */
public final class InputFile {
    /** Gives a file's bytes. */
    public interface Loader {
        byte[] load() throws IOException;

        /** Whether somebody may be editing the file: then what is known of it is compared with what is read. */
        default boolean mayChange() {
            return false;
        }

        /** Called when they are not those whose digest was known: what else is known of the file is not true any more. */
        default void changed() {}
    }

    /** What the disk says of a file without opening it. {@code modified} is in nanoseconds; nothing in it says what the file holds. */
    public record Stamp(long bytes, long modified) {
        public static final Stamp NONE = new Stamp(-1, -1);

        // Written out, as in PageId.

        @Override
        public boolean equals(Object other) {
            return other instanceof Stamp stamp && bytes == stamp.bytes && modified == stamp.modified;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(modified);
        }
    }

    private final String path;
    private final Stamp stamp;
    private final Loader loader;
    private byte[] bytes;
    private OptionalLong digest;

    public InputFile(String path, Stamp stamp, Loader loader) {
        this.path = path;
        this.stamp = stamp;
        this.loader = loader;
        this.digest = OptionalLong.empty();
    }

    /** A file whose digest is known already. */
    public InputFile(String path, Stamp stamp, long digest, Loader loader) {
        this(path, stamp, loader);
        this.digest = OptionalLong.of(digest);
    }

    /** As people see it: {@code content/brief.md}. */
    public String path() {
        return path;
    }

    public Stamp stamp() {
        return stamp;
    }

    /** @throws UncheckedIOException when the file cannot be read, or holds something else than what is known of it */
    public synchronized byte[] bytes() {
        if (bytes == null) {
            try {
                bytes = loader.load();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (digest.isPresent() && loader.mayChange() && Digest.of(bytes) != digest.getAsLong()) {
                bytes = null;
                loader.changed();
                throw new UncheckedIOException(
                        new IOException(path + " was changed while the site was built; run this again"));
            }
        }
        return bytes;
    }

    /** Makes room: who needs the bytes again, has them read again. */
    public synchronized void forget() {
        digest();
        bytes = null;
    }

    /** Whether its digest is known without opening it. */
    public synchronized boolean hasDigest() {
        return digest.isPresent();
    }

    /** The {@link Digest} of its bytes. */
    public synchronized long digest() {
        if (digest.isEmpty()) {
            digest = OptionalLong.of(Digest.of(bytes()));
        }
        return digest.getAsLong();
    }

    /** For problems that concern the file as a whole. */
    public Source asSource() {
        return Source.ofFile(path);
    }
}
