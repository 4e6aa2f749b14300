package colophon.output;

import colophon.model.InputFile;
import colophon.model.Theme;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The type cases of a build, as many as documents are set at the same time. Safe for use by several threads. */
final class TypeCases {
    private final Theme theme;
    private final Queue<TypeCase> free = new ConcurrentLinkedQueue<>();

    TypeCases(Theme theme) {
        this.theme = theme;
    }

    /** A case that nobody else takes from. */
    TypeCase take() {
        TypeCase used = free.poll();
        return used == null ? new TypeCase(this::file) : used;
    }

    /** Keeps a case for the next document. One that something went wrong with is not put back. */
    void putBack(TypeCase done) {
        free.add(done);
    }

    private byte[] file(String name) {
        InputFile asset = theme.assets().get(name);
        return asset == null ? null : asset.bytes();
    }
}
