package colophon.model;

import java.util.function.Supplier;

/** A value that is worked out when it is first asked for, once. Safe for use by several threads. */
public final class Lazy<T> implements Supplier<T> {
    private Supplier<T> maker;
    private volatile T value;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        if (value == null) {
            make();
        }
        return value;
    }

    private synchronized void make() {
        if (value == null) {
            value = maker.get();
            maker = null;
        }
    }
}
