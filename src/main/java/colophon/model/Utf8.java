package colophon.model;

import java.util.Arrays;

/** Text as the bytes it will be published as. Every sign is looked at once. */
public final class Utf8 {
    /** For one sign more, in UTF-8. */
    private static final int MOST_BYTES = 4;

    private byte[] bytes;
    private int size;

    /** @param expected bytes, roughly */
    public Utf8(int expected) {
        bytes = new byte[expected];
    }

    public void append(char[] text, int from, int to) {
        byte[] out = room(to - from);
        int at = size;
        int i = from;
        while (i < to) {
            if (i + 4 <= to && (text[i] | text[i + 1] | text[i + 2] | text[i + 3]) < 0x80) {
                out[at++] = (byte) text[i++];
                out[at++] = (byte) text[i++];
                out[at++] = (byte) text[i++];
                out[at++] = (byte) text[i++];
            } else if (text[i] < 0x80) {
                out[at++] = (byte) text[i++];
            } else {
                // Most signs take one byte; there is room for all that follow if they do.
                size = at;
                out = room(MOST_BYTES + to - i);
                boolean pair = i + 1 < to && Character.isSurrogatePair(text[i], text[i + 1]);
                append(pair ? Character.toCodePoint(text[i], text[i + 1]) : text[i]);
                i += pair ? 2 : 1;
                at = size;
            }
        }
        size = at;
    }

    /** A sign that takes several bytes. */
    private void append(int point) {
        if (point < 0x800) {
            bytes[size++] = (byte) (0xC0 | point >> 6);
        } else if (point < 0x10000) {
            if (Character.isSurrogate((char) point)) {
                // Half a sign has no place in UTF-8.
                bytes[size++] = '?';
                return;
            }
            bytes[size++] = (byte) (0xE0 | point >> 12);
            bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
        } else {
            bytes[size++] = (byte) (0xF0 | point >> 18);
            bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
            bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
        }
        bytes[size++] = (byte) (0x80 | point & 0x3F);
    }

    /** Text that is encoded already. */
    public void append(byte[] text, int from, int to) {
        System.arraycopy(text, from, room(to - from), size, to - from);
        size += to - from;
    }

    private byte[] room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
        return bytes;
    }

    public int size() {
        return size;
    }

    /** What was written so far. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** What was written. Nothing may be written any more. */
    public byte[] finish() {
        return size == bytes.length ? bytes : bytes();
    }

    /** Forgets what was written, to write another text in the same place. */
    public void clear() {
        size = 0;
    }
}
