package colophon.model;

import colophon.diag.Source;
import java.util.function.Supplier;

/** A file to build from. Its bytes are read when they are first asked for, once: large fonts are often not needed. */
public final class InputFile {
    private final String path;
    private Supplier<byte[]> loader;
    private byte[] bytes;

    public InputFile(String path, Supplier<byte[]> loader) {
        this.path = path;
        this.loader = loader;
    }

    /** As people see it: {@code content/brief.md}. */
    public String path() {
        return path;
    }

    public synchronized byte[] bytes() {
        if (bytes == null) {
            bytes = loader.get();
            loader = null;
        }
        return bytes;
    }

    /** For problems that concern the file as a whole. */
    public Source asSource() {
        return Source.ofFile(path);
    }
}
