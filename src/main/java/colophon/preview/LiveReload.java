package colophon.preview;

import colophon.LiveSite.State;
import colophon.model.SitePath;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells open pages when they have changed. */
final class LiveReload {
    /** Long enough to be quiet, short enough that nothing between gives the connection up. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(25);

    private final Supplier<State> site;
    private final Set<SitePath> watched = ConcurrentHashMap.newKeySet();

    LiveReload(Supplier<State> site) {
        this.site = site;
    }

    /** The files that somebody looks at. */
    Set<SitePath> watched() {
        return Set.copyOf(watched);
    }

    /** Tells all who wait that there is a new version. */
    synchronized void changed() {
        notifyAll();
    }

    /**
     * Waits until a page is not what it was, or a while.
     *
     * @param since the version of the site that the page shows
     * @return a JSON object: the version there is now, and what to do
     */
    String news(String since, SitePath page) {
        long seen = number(since);
        watched.add(page);
        State state = await(page, seen);
        watched.remove(page);
        String version = "{\"version\":" + state.version();
        if (!differs(state, page, seen)) {
            return version + "}";
        }
        boolean stylesOnly = state.judged() <= seen && state.changedByAssetsOnly(page) && !state.scriptsSince(seen);
        return version + (stylesOnly ? ",\"styles\":" + styles(state) : ",\"reload\":true") + "}";
    }

    /** A page differs when its file changed, and when there are other problems to show over it. */
    private static boolean differs(State state, SitePath page, long seen) {
        return state.changed(page) > seen || state.judged() > seen;
    }

    /** The addresses of all style sheets. */
    private static String styles(State state) {
        return state.files().paths().stream()
                .filter(path -> path.value().endsWith(".css"))
                .sorted()
                .map(path -> "\"" + path.below(URI.create(state.base())) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private synchronized State await(SitePath page, long seen) {
        long begun = System.nanoTime();
        State state = site.get();
        while (!differs(state, page, seen)) {
            long left = LONGEST_NANOS - (System.nanoTime() - begun);
            if (left <= 0) {
                break;
            }
            try {
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            state = site.get();
        }
        return state;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
