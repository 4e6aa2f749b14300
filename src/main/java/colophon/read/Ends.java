package colophon.read;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds what ends something, from offsets that only grow, and remembers what is not there any more: else each of many beginnings would look
 * for its end through the whole text.
 */
final class Ends {
    private final String text;
    private final Set<String> missing = new HashSet<>();

    Ends(String text) {
        this.text = text;
    }

    /** The offset of the next end from an offset on; -1 if there is none. */
    int next(String end, int from) {
        int found = missing.contains(end) ? -1 : text.indexOf(end, from);
        if (found < 0) {
            missing.add(end);
        }
        return found;
    }
}
