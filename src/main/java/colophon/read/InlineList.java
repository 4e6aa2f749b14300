package colophon.read;

import colophon.model.Inline;
import java.util.ArrayList;
import java.util.List;

/** Running text while it is put together: words that come one after another are one text. */
final class InlineList {
    private final List<Inline> inlines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    void text(CharSequence text) {
        words.append(text);
    }

    void text(CharSequence text, int start, int end) {
        words.append(text, start, end);
    }

    /** Takes the spaces from the end, and tells how many there were. */
    int cutSpaces() {
        int end = words.length();
        while (end > 0 && words.charAt(end - 1) == ' ') {
            end--;
        }
        int spaces = words.length() - end;
        words.setLength(end);
        return spaces;
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
