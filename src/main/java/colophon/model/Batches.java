package colophon.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Many small pieces of work, some at a time: handing each by itself to another thread takes longer than doing it. Where there are few,
 * each is handed over by itself, so that all threads have something to do.
 */
public final class Batches {
    private static final int FEW = 64;
    private static final int MOST = 16;

    private Batches() {}

    /**
     * What comes of each batch, in their order. Who asks works too, so that it does not matter whether the threads have time, or are those
     * that ask.
     *
     * @param work may be done by several threads at a time
     */
    public static <T, R> List<R> share(Collection<T> all, Executor workers, Function<List<T>, R> work) {
        if (all.size() <= FEW) {
            return List.of(work.apply(List.copyOf(all)));
        }
        List<FutureTask<R>> tasks = new ArrayList<>();
        for (List<T> some : of(all)) {
            tasks.add(new FutureTask<>(() -> work.apply(some)));
        }
        tasks.forEach(workers::execute);
        List<R> results = new ArrayList<>(tasks.size());
        for (FutureTask<R> task : tasks) {
            // Does nothing where another thread has begun.
            task.run();
            results.add(result(task));
        }
        return results;
    }

    /** Waits for a piece of work; what it throws is thrown here. */
    public static <R> R result(Future<R> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        }
    }

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
