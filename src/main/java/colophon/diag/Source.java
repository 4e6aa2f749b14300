package colophon.diag;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A text file that was read, and the only place that turns an offset into a line and a column.
 *
 * <p>A line ends at LF, CRLF or a lone CR. Offsets count UTF-16 units of {@link #text()} from 0.
 */
public final class Source {
    private final String path;
    private final int length;
    private final Supplier<String> loader;
    private WeakReference<String> loaded = new WeakReference<>(null);
    private int[] lineStarts;
    /** The offsets of the second units of characters that have two. */
    private int[] pairs;

    /**
     * @param path as people see it: relative to the site's folder, with {@code /}
     * @param text the whole file, without a byte order mark
     */
    public Source(String path, String text) {
        this(path, text.length(), () -> text);
    }

    /**
     * A text that is not kept: of thousands of pages few have a problem to show.
     *
     * @param length of the text, in UTF-16 units
     * @param loader gives the same text each time
     */
    public Source(String path, int length, Supplier<String> loader) {
        this.path = path;
        this.length = length;
        this.loader = loader;
    }

    /** The same for a text that is at hand just now. */
    public Source(String path, String text, Supplier<String> loader) {
        this(path, text.length(), loader);
        loaded = new WeakReference<>(text);
    }

    /** A source for a thing that has no text of its own, such as a folder or an image. */
    public static Source ofFile(String path) {
        return new Source(path, "");
    }

    public String path() {
        return path;
    }

    public synchronized String text() {
        String text = loaded.get();
        if (text == null) {
            text = loader.get();
            loaded = new WeakReference<>(text);
        }
        return text;
    }

    /** The length of the text, in UTF-16 units. */
    public int length() {
        return length;
    }

    public Position position(int offset) {
        int[] starts = lineStarts();
        int found = Arrays.binarySearch(starts, offset);
        int index = found >= 0 ? found : -found - 2;
        int second = pairsBefore(offset) - pairsBefore(starts[index]);
        return new Position(index + 1, offset - starts[index] - second + 1);
    }

    /** The offset at which a line begins, counted from 1. */
    int lineStart(int number) {
        return lineStarts()[number - 1];
    }

    /** The offset of a place; a line or column beyond the text gives the nearest offset in it. */
    public int offset(int line, int column) {
        int[] starts = lineStarts();
        int index = Math.max(0, Math.min(line - 1, starts.length - 1));
        return Math.min(length, starts[index] + Math.max(0, column - 1));
    }

    /** The text of a line, counted from 1, without its end. */
    public String line(int number) {
        int start = lineStarts()[number - 1];
        return text().substring(start, lineEnd(start));
    }

    /** The offset at which the line of an offset ends, before LF, CRLF or CR. */
    public int lineEnd(int offset) {
        int[] starts = lineStarts();
        int number = position(offset).line();
        if (number == starts.length) {
            return length;
        }
        int end = starts[number] - 1;
        boolean crlf = end > starts[number - 1] && text().charAt(end) == '\n' && text().charAt(end - 1) == '\r';
        return Math.max(offset, crlf ? end - 1 : end);
    }

    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    /** The very beginning, for problems that concern the whole file. */
    public Span whole() {
        return new Span(this, 0, 0);
    }

    /** How many characters of two UTF-16 units end before an offset. */
    private synchronized int pairsBefore(int offset) {
        if (pairs == null) {
            String text = text();
            int[] found = new int[8];
            int count = 0;
            for (int at = 1; at < text.length(); at++) {
                if (text.charAt(at) >= Character.MIN_LOW_SURROGATE
                        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))) {
                    found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
                    found[count++] = at;
                }
            }
            pairs = Arrays.copyOf(found, count);
        }
        int found = Arrays.binarySearch(pairs, offset);
        return found >= 0 ? found : -found - 1;
    }

    private synchronized int[] lineStarts() {
        if (lineStarts == null) {
            lineStarts = lineStarts(text());
        }
        return lineStarts;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    @Override
    public String toString() {
        return path;
    }
}
