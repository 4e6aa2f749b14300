package colophon.read;

import java.util.HashMap;
import java.util.Map;

/** The runs of backticks in a text, and which of them enclose code: one of the same length closes a run, as CommonMark has it. */
final class Backticks {
    private final String text;
    /** Where the last run of each length begins; empty until it is needed. */
    private final Map<Integer, Integer> lastRuns = new HashMap<>();

    Backticks(String text) {
        this.text = text;
    }

    /** The number of backticks from an offset on. */
    int run(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end - from;
    }

    /** The offset of the next run of a length; -1 if there is none, which is known without a second search. */
    int next(int from, int length) {
        if (lastRuns.isEmpty()) {
            findRuns();
        }
        if (lastRuns.getOrDefault(length, -1) < from) {
            return -1;
        }
        int at = text.indexOf('`', from);
        while (run(at) != length) {
            at = text.indexOf('`', at + run(at));
        }
        return at;
    }

    private void findRuns() {
        int at = text.indexOf('`');
        while (at >= 0) {
            int length = run(at);
            lastRuns.put(length, at);
            at = text.indexOf('`', at + length);
        }
    }
}
