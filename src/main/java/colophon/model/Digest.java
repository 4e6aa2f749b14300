package colophon.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Boils values down to 64 bits, to tell whether anything changed: two checksums side by side, of which the machine computes gigabytes
 * a second without warming up. Against chance and mistakes, not against somebody who wants two texts to look the same.
 */
public final class Digest {
    private static final int ROOM = 128;

    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();
    /** What the checksums have not seen yet: they are quick with many bytes at a time. */
    private final ByteBuffer waiting = ByteBuffer.allocate(ROOM);

    public static long of(byte[] bytes) {
        CRC32 one = new CRC32();
        CRC32C other = new CRC32C();
        one.update(bytes, 0, bytes.length);
        other.update(bytes, 0, bytes.length);
        return value(one, other);
    }

    public static long of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public Digest add(long value) {
        room(Long.BYTES);
        waiting.putLong(value);
        return this;
    }

    private void room(int bytes) {
        if (waiting.remaining() < bytes) {
            update(waiting.array(), waiting.position());
            waiting.clear();
        }
    }

    private void update(byte[] bytes, int length) {
        one.update(bytes, 0, length);
        other.update(bytes, 0, length);
    }

    /** Adds a text with its length, so that two texts in a row are not taken for another two. */
    public Digest add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        room(bytes.length);
        if (bytes.length > waiting.remaining()) {
            update(bytes, bytes.length);
        } else {
            waiting.put(bytes);
        }
        return this;
    }

    public Digest add(Optional<?> value) {
        return value.isPresent() ? add(1).add(text(value.get())) : add(0);
    }

    public Digest add(Collection<?> values) {
        add(values.size());
        values.forEach(value -> add(text(value)));
        return this;
    }

    /** Only what prints the same wherever it is the same. */
    private static String text(Object value) {
        if (value instanceof CharSequence
                || value instanceof Number
                || value instanceof TemporalAccessor
                || value instanceof Enum<?>) {
            return value.toString();
        }
        throw new IllegalArgumentException("no digest of a " + value.getClass());
    }

    public long value() {
        room(ROOM);
        return value(one, other);
    }

    private static long value(CRC32 one, CRC32C other) {
        return one.getValue() << 32 | other.getValue();
    }

    /** Sixteen digits. */
    public static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
