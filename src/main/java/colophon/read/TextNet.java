package colophon.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The net below all readers of a text: they note every stretch that they take, whether it is text for the page or something that they leave
 * out on purpose, such as an address, a label or a comment. A letter or digit in no such stretch was lost, and nobody would know.
 */
final class TextNet {
    private static final int USUAL_STRETCHES = 256;

    /** A stretch of the text between two offsets. */
    record Stretch(int start, int end) {}

    /** Each stretch as one number, so that they can be sorted: where it starts, where it ends, and whether it is text for the page. */
    private long[] stretches = new long[USUAL_STRETCHES];

    private int count;
    private boolean sorted = true;

    /** Notes a stretch that became text of the page. */
    void takeText(int start, int end) {
        take(start, end, 1);
    }

    /** Notes a stretch that is left out on purpose, or was reported. */
    void takeAside(int start, int end) {
        take(start, end, 0);
    }

    private void take(int start, int end, int kind) {
        if (start >= end) {
            return;
        }
        long stretch = (long) start << Integer.SIZE | (long) end << 1 | kind;
        if (count > 0 && stretches[count - 1] > stretch) {
            sorted = false;
        }
        if (count == stretches.length) {
            stretches = Arrays.copyOf(stretches, 2 * count);
        }
        stretches[count++] = stretch;
    }

    /** What nothing took between two offsets of a text: each from its first letter or digit to its last one in that line. */
    List<Stretch> gaps(String text, int start, int end) {
        if (!sorted) {
            Arrays.sort(stretches, 0, count);
            sorted = true;
        }
        List<Stretch> gaps = new ArrayList<>();
        int done = start;
        for (int i = 0; i < count; i++) {
            int from = (int) (stretches[i] >>> Integer.SIZE);
            find(text, done, Math.min(from, end), gaps);
            done = Math.max(done, end(stretches[i]));
        }
        find(text, done, end, gaps);
        return gaps;
    }

    private static int end(long stretch) {
        return (int) (stretch & 0xFFFF_FFFFL) >>> 1;
    }

    /** The stretches that became text of the page, each as its two offsets. */
    List<Stretch> texts() {
        return Arrays.stream(stretches, 0, count)
                .filter(stretch -> (stretch & 1) == 1)
                .mapToObj(stretch -> new Stretch((int) (stretch >>> Integer.SIZE), end(stretch)))
                .toList();
    }

    private static void find(String text, int start, int end, List<Stretch> gaps) {
        int first = start;
        while (first < end && !isWord(text, first)) {
            first += Character.charCount(text.codePointAt(first));
        }
        if (first >= end) {
            return;
        }
        int last = first;
        for (int at = first; at < end && text.charAt(at) != '\n'; at += Character.charCount(text.codePointAt(at))) {
            if (isWord(text, at)) {
                last = at + Character.charCount(text.codePointAt(at));
            }
        }
        gaps.add(new Stretch(first, last));
    }

    private static boolean isWord(String text, int at) {
        return Character.isLetterOrDigit(text.codePointAt(at));
    }
}
