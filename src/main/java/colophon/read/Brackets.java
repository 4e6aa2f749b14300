package colophon.read;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The pairs of square brackets in a text, found once: to look for the partner of each of many brackets would take time that grows with the
 * square of their number. Brackets after a backslash are none.
 */
final class Brackets {
    private static final int NONE = -1;

    /** For each opening bracket its partner. */
    private final int[] closing;
    /** For each character the innermost opening bracket before it that has not been closed there. */
    private final int[] around;

    private Brackets(int length) {
        closing = new int[length];
        around = new int[length];
        Arrays.fill(closing, NONE);
    }

    /** All brackets of a text. */
    static Brackets of(String text) {
        return of(text, false);
    }

    /** The brackets of a text that are not in code. */
    static Brackets outsideCode(String text) {
        return of(text, true);
    }

    private static Brackets of(String text, boolean skipCode) {
        Brackets brackets = new Brackets(text.length());
        Backticks ticks = new Backticks(text);
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            int next = at + 1;
            if (c == '\\') {
                next++;
            } else if (c == '`' && skipCode) {
                int length = ticks.run(at);
                int close = ticks.next(at + length, length);
                next = close < 0 ? at + length : close + length;
            }
            int enclosing = open.isEmpty() ? NONE : open.peek();
            Arrays.fill(brackets.around, at, Math.min(next, text.length()), enclosing);
            if (c == '[') {
                open.push(at);
            } else if (c == ']' && !open.isEmpty()) {
                brackets.closing[open.pop()] = at;
            }
            at = next;
        }
        return brackets;
    }

    /** The index of the bracket that closes one; -1 if none does. */
    int closing(int open) {
        return closing[open];
    }

    /** The index of the bracket that closes the innermost pair around a character; -1 if there is none. */
    int closingAround(int at) {
        return around[at] < 0 ? NONE : closing[around[at]];
    }
}
