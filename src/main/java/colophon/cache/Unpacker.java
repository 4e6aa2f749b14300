package colophon.cache;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what a {@link Packer} wrote.
 *
 * <p>Throws {@link IndexOutOfBoundsException} or {@link IllegalArgumentException} where the bytes are something else; whoever unpacks
 * then goes on without them.
 */
public final class Unpacker {
    private final byte[] bytes;
    private final int end;
    private int at;

    public Unpacker(byte[] bytes) {
        this(Block.of(bytes));
    }

    public Unpacker(Block block) {
        this.bytes = block.bytes();
        this.at = block.start();
        this.end = block.start() + block.length();
    }

    public long number() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | bytes[at++] & 0xFF;
        }
        return value;
    }

    public int count() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte part = bytes[at++];
            value |= (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("no number ends here");
    }

    public boolean flag() {
        return count() != 0;
    }

    public String text() {
        int length = length();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    public Block block() {
        int length = length();
        at += length;
        return new Block(bytes, at - length, length);
    }

    public <T> Optional<T> optional(Supplier<T> present) {
        return flag() ? Optional.of(present.get()) : Optional.empty();
    }

    public Optional<String> optionalText() {
        return optional(this::text);
    }

    public <T> List<T> list(Supplier<T> each) {
        int size = length();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(each.get());
        }
        return values;
    }

    /** A number of things that follow, none of which takes less than a byte. */
    public int length() {
        int length = count();
        if (length < 0 || length > end - at) {
            throw new IllegalArgumentException("longer than what is left");
        }
        return length;
    }
}
