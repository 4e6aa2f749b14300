package colophon.model;

import java.util.Arrays;

/** Text as the bytes it will be published as. Every sign is looked at once. */
public final class Utf8 {
    private static final int MOST_BYTES = 3;

    private byte[] bytes;
    private int size;

    /** @param expected bytes, roughly */
    public Utf8(int expected) {
        bytes = new byte[expected];
    }

    public void append(char[] text, int from, int to) {
        byte[] out = room((to - from) * MOST_BYTES);
        int at = size;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c < 0x80) {
                out[at++] = (byte) c;
            } else if (c < 0x800) {
                out[at++] = (byte) (0xC0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text[i + 1])) {
                int point = Character.toCodePoint(c, text[++i]);
                out[at++] = (byte) (0xF0 | point >> 18);
                out[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                out[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | point & 0x3F);
            } else if (Character.isSurrogate(c)) {
                // Half a sign has no place in UTF-8.
                out[at++] = '?';
            } else {
                out[at++] = (byte) (0xE0 | c >> 12);
                out[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | c & 0x3F);
            }
        }
        size = at;
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

    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
