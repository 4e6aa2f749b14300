package colophon;

import colophon.model.Batches;
import colophon.model.OutputTree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Threads for a build: one for each processor, each with a stack that deeply nested text does not exhaust. */
final class Workers implements AutoCloseable {
    /** Reserved, not used, until text is nested that deep. */
    private static final long STACK_BYTES = 256L << 20;

    private static final int MOST_THREADS = 8;

    private final ExecutorService executor;

    Workers() {
        this(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), Thread.NORM_PRIORITY);
    }

    /** One thread for what must not get in the way of others. */
    static Workers single() {
        return new Workers(1, Thread.MIN_PRIORITY);
    }

    private Workers(int threads, int priority) {
        AtomicInteger number = new AtomicInteger();
        executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(null, task, "worker-" + number.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            thread.setPriority(priority);
            return thread;
        });
    }

    ExecutorService executor() {
        return executor;
    }

    /** Starts a piece of work that gives something. */
    <T> Future<T> call(Callable<T> work) {
        return executor.submit(work);
    }

    /** Starts a piece of work. */
    Future<?> run(Runnable work) {
        return executor.submit(work);
    }

    /** Starts a piece of work on a thread of its own: those of the pool are kept for many small ones. */
    static <T> Future<T> beside(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "beside");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** Waits for a piece of work; what it throws is thrown here. */
    static <T> T await(Future<T> work) {
        return Batches.result(work);
    }

    /** Makes every file once and keeps none, so that all problems are found. */
    void makeAll(OutputTree tree) {
        List<Future<?>> tasks = new ArrayList<>();
        tree.files().forEach(file -> tasks.add(executor.submit(file::make)));
        tasks.forEach(Workers::await);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
