package colophon.cache;

import java.util.Arrays;

/** A stretch of bytes in an array that nobody changes any more; thousands of them lie in that of one file. */
public record Block(byte[] bytes, int start, int length) {
    public static Block of(byte[] bytes) {
        return new Block(bytes, 0, bytes.length);
    }

    /** An array of its own. */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, start, start + length);
    }
}
