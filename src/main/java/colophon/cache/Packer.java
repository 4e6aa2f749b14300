package colophon.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes values one after another into bytes; {@link Unpacker} reads them in the same order. */
public final class Packer {
    private static final int USUAL_BYTES = 1024;

    private byte[] bytes;
    private int size;

    public Packer() {
        this(USUAL_BYTES);
    }

    /** @param expected number of bytes there will perhaps be */
    public Packer(int expected) {
        bytes = new byte[expected];
    }

    public Packer number(long value) {
        room(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** A number that is usually small: seven bits a byte, as many as it takes. */
    public Packer count(int value) {
        room(Integer.BYTES + 1);
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    public Packer flag(boolean value) {
        return count(value ? 1 : 0);
    }

    public Packer text(String value) {
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    public Packer block(byte[] block) {
        return block(Block.of(block));
    }

    public Packer block(Block block) {
        count(block.length());
        room(block.length());
        System.arraycopy(block.bytes(), block.start(), bytes, size, block.length());
        size += block.length();
        return this;
    }

    public <T> Packer optional(Optional<T> value, Consumer<T> present) {
        flag(value.isPresent());
        value.ifPresent(present);
        return this;
    }

    public Packer text(Optional<String> value) {
        return optional(value, this::text);
    }

    public <T> Packer list(Collection<T> values, Consumer<T> each) {
        count(values.size());
        values.forEach(each);
        return this;
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The same without a copy. Nothing may be written any more. */
    public Block packed() {
        return new Block(bytes, 0, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
