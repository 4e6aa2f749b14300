package colophon.read;

import colophon.model.Inline;
import java.util.ArrayList;
import java.util.List;

/** Running text while it is put together: words that come one after another are one text. */
final class InlineList {
    private final List<Inline> inlines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    /** Adds words; spaces that begin a line are none of them. */
    void text(String more) {
        int start = 0;
        if (words.length() == 0 && !inlines.isEmpty() && inlines.get(inlines.size() - 1) instanceof Inline.LineBreak) {
            while (start < more.length() && more.charAt(start) == ' ') {
                start++;
            }
        }
        words.append(more, start, more.length());
    }

    void add(Inline inline) {
        flush();
        inlines.add(inline);
    }

    private void flush() {
        if (words.length() > 0) {
            inlines.add(new Inline.Text(words.toString()));
            words.setLength(0);
        }
    }

    List<Inline> inlines() {
        flush();
        return inlines;
    }
}
