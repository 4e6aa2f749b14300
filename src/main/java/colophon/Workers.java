package colophon;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for a build: one for each processor, each with a stack that deeply nested text does not exhaust. */
final class Workers implements AutoCloseable {
    /** Reserved, not used, until text is nested that deep. */
    private static final long STACK_BYTES = 256L << 20;

    private static final int MOST_THREADS = 8;

    private final ExecutorService executor;

    Workers() {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        AtomicInteger number = new AtomicInteger();
        executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(null, task, "worker-" + number.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }

    ExecutorService executor() {
        return executor;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
