package colophon.output;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Independent pieces of work on several threads, with their results in order. */
final class Parallel {
    private Parallel() {}

    /** The results that are there. A task that throws has a defect. */
    static <T> List<T> all(ExecutorService workers, List<Callable<Optional<T>>> tasks) {
        List<T> results = new ArrayList<>(tasks.size());
        try {
            for (Future<Optional<T>> future : workers.invokeAll(tasks)) {
                future.get().ifPresent(results::add);
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }
}
