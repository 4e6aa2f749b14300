package colophon.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Many small pieces of work, some at a time: handing each by itself to another thread takes longer than doing it. Where there are few,
 * each is handed over by itself, so that all threads have something to do.
 */
public final class Batches {
    private static final int FEW = 64;
    private static final int MOST = 16;

    private Batches() {}

    /** All of them in order, neighbours together. */
    public static <T> List<List<T>> of(Collection<T> all) {
        List<T> list = List.copyOf(all);
        int size = Math.max(1, Math.min(MOST, list.size() / FEW));
        List<List<T>> batches = new ArrayList<>(list.size() / size + 1);
        for (int start = 0; start < list.size(); start += size) {
            batches.add(list.subList(start, Math.min(list.size(), start + size)));
        }
        return batches;
    }
}
