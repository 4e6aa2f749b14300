package colophon.render;

import colophon.model.Utf8;
import java.io.Writer;

/** Collects what a template writes as the bytes it will be published as. */
final class Utf8Writer extends Writer {
    private static final int USUAL_BYTES = 32_768;

    private final Utf8 out;
    private char[] chars = new char[1024];

    Utf8Writer() {
        this(USUAL_BYTES);
    }

    /** @param expected bytes, roughly */
    Utf8Writer(int expected) {
        out = new Utf8(expected);
    }

    /** Writes text that is encoded already. */
    void write(byte[] utf8) {
        out.append(utf8, 0, utf8.length);
    }

    @Override
    public void write(String text) {
        write(text, 0, text.length());
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

    /** Begins another text in the place of the one before. */
    void clear() {
        out.clear();
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
