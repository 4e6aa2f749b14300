package colophon.preview;

import colophon.BuildOptions;
import colophon.LiveSite;
import colophon.LiveSite.Change;
import colophon.LiveSite.State;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Shows a site while it is written: builds it, serves it from memory, watches its files and makes again what changed. The published folder
 * is never touched.
 */
public final class Preview implements AutoCloseable {
    /** Told what happens, for the terminal. */
    public interface Listener {
        /** The site can be looked at. */
        void ready(String address, State state);

        /** Something changed and was made again, or cannot be. */
        void changed(Change change, State state, long nanos);
    }

    /** Something to be done by the one thread that may change the site. */
    private interface Task {
        Optional<Change> run() throws IOException;
    }

    /** A few hundred edits, after which the next takes no less time. */
    private static final long PRACTICE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Listener listener;
    private final LiveSite site;
    private final LiveReload reload;
    private final PreviewServer server;
    private final SourceWatcher watcher;
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    /** What is asked of it after the end of the preview is not done, and nobody misses it. */
    private final ExecutorService background = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
                Thread thread = new Thread(task, "background");
                thread.setDaemon(true);
                thread.setPriority(Thread.MIN_PRIORITY);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    private long restMadeFor = -1;
    /** Whether nothing was to be done yet. */
    private volatile boolean idle = true;

    private volatile boolean ended;

    /** @param port the first one tried */
    public Preview(BuildOptions options, int port, Listener listener) throws IOException {
        this.listener = listener;
        this.watcher = new SourceWatcher(options.site());
        this.site = new LiveSite(options);
        site.open();
        this.reload = new LiveReload(site::state);
        this.server = new PreviewServer(port, site::state, reload);
        listener.ready(server.address(), site.state());
    }

    public String address() {
        return server.address();
    }

    /** Goes on until it is closed, or interrupted: then it finishes the edit that has been begun. */
    public void run() throws IOException {
        UntilInterrupted.run(this::follow, this::end);
    }

    private Void follow() throws IOException, InterruptedException {
        Thread watching = new Thread(this::watch, "watcher");
        watching.setDaemon(true);
        watching.start();
        run(site::complete);
        makeTheRest();
        practise();
        while (!ended) {
            Task task = tasks.take();
            idle = false;
            if (run(task)) {
                makeTheRest();
            }
        }
        return null;
    }

    /** Does something and tells what came of it, if anything did. */
    private boolean run(Task task) throws IOException {
        long begun = System.nanoTime();
        Optional<Change> change = task.run();
        if (change.isPresent()) {
            reload.changed();
            listener.changed(change.get(), site.state(), System.nanoTime() - begun);
        }
        return change.isPresent();
    }

    private void end() {
        ended = true;
        // Who waits for something to do finds out.
        tasks.add(Optional::empty);
    }

    private void watch() {
        try {
            for (Optional<SourceWatcher.Change> change = watcher.next(); change.isPresent(); change = watcher.next()) {
                SourceWatcher.Change seen = change.get();
                tasks.add(() -> site.update(seen.changed(), reload.watched()));
            }
        } catch (IOException e) {
            tasks.add(() -> {
                throw e;
            });
        }
    }

    /** What nobody waits for is made after what somebody does, once for each version. */
    private void makeTheRest() {
        inBackground(this::rest);
    }

    /** Prepares for the first edit, until it comes. */
    private void practise() {
        inBackground(() -> {
            long begun = System.nanoTime();
            for (int turn = 0; idle && System.nanoTime() - begun < PRACTICE_NANOS; turn++) {
                site.practise(turn);
            }
        });
    }

    private void inBackground(Runnable work) {
        background.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                // The end of the preview ends this too; anything else is a defect, for the main thread to tell.
                if (!background.isShutdown()) {
                    tasks.add(() -> {
                        throw e;
                    });
                }
            }
        });
    }

    private void rest() {
        State state = site.state();
        if (state.version() == restMadeFor) {
            return;
        }
        restMadeFor = state.version();
        site.makeTheRest().filter(LiveSite.Rest::isNews).ifPresent(rest -> tasks.add(() -> site.show(rest)));
    }

    @Override
    public void close() throws IOException {
        end();
        watcher.close();
        server.close();
        background.shutdownNow();
        site.close();
    }
}
