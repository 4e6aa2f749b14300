package colophon.render;

import colophon.model.Utf8;
import java.io.Writer;
import java.util.Map;

/** Collects what a template writes as the bytes it will be published as. */
final class Utf8Writer extends Writer {
    private static final int USUAL_BYTES = 32_768;
    /** Of shorter ones looking takes as long as encoding. */
    private static final int LONG = 256;

    private final Utf8 out = new Utf8(USUAL_BYTES);
    private final Map<String, byte[]> encoded;
    private char[] chars = new char[1024];

    /** @param encoded texts that may be written, by identity, as the bytes they will be */
    Utf8Writer(Map<String, byte[]> encoded) {
        this.encoded = encoded;
    }

    @Override
    public void write(String text) {
        byte[] utf8 = text.length() < LONG ? null : encoded.get(text);
        if (utf8 == null) {
            write(text, 0, text.length());
        } else {
            out.append(utf8, 0, utf8.length);
        }
    }

    @Override
    public void write(String text, int offset, int length) {
        if (length > chars.length) {
            chars = new char[Math.max(length, chars.length * 2)];
        }
        text.getChars(offset, offset + length, chars, 0);
        out.append(chars, 0, length);
    }

    @Override
    public void write(char[] text, int offset, int length) {
        out.append(text, offset, offset + length);
    }

    @Override
    public void write(int character) {
        chars[0] = (char) character;
        out.append(chars, 0, 1);
    }

    byte[] bytes() {
        return out.bytes();
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
