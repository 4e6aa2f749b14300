package colophon.render;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A list whose entries are made when a template asks for them, and that tells when one does: every page could list all others, few do.
 *
 * @param <S> what the entries are made from
 * @param <T> the entries
 */
final class AskedList<S, T> extends AbstractList<T> {
    private final Supplier<List<S>> sources;
    private final Function<S, T> entry;
    private final Runnable asked;

    /** @param asked told when a template looks at the list */
    AskedList(List<S> sources, Function<S, T> entry, Runnable asked) {
        this(() -> sources, entry, asked);
    }

    /** @param sources found out when a template looks at the list, each time */
    AskedList(Supplier<List<S>> sources, Function<S, T> entry, Runnable asked) {
        this.sources = sources;
        this.entry = entry;
        this.asked = asked;
    }

    @Override
    public T get(int index) {
        asked.run();
        return entry.apply(sources.get().get(index));
    }

    @Override
    public int size() {
        asked.run();
        return sources.get().size();
    }
}
