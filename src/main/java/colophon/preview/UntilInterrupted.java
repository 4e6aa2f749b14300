package colophon.preview;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that goes on until its caller is interrupted. It has a thread of its own, because an interrupt cuts off whatever waits or reads at
 * that moment, in the middle of a build too: here, what has been begun is finished.
 */
public final class UntilInterrupted {
    private UntilInterrupted() {}

    /**
     * Runs some work and gives what comes of it; what it throws is thrown here.
     *
     * @param end tells the work to come to its end; called on each interrupt, which the caller finds set afterwards
     */
    public static <T> T run(Callable<T> work, Closeable end) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "until-interrupted");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    end.close();
                }
            }
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrown(Throwable cause) throws IOException {
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException defect ? defect : new IllegalStateException(cause);
    }
}
