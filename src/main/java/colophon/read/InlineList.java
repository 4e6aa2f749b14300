package colophon.read;

import colophon.model.Inline;
import java.util.ArrayList;
import java.util.List;

/** Running text while it is put together: words that come one after another are one text. */
final class InlineList {
    private final List<Inline> inlines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    /** The last words, while they still lie together in the text they come from. */
    private char[] text = {};

    private int from;
    private int to;

    void text(String more) {
        settle();
        words.append(more);
    }

    void text(char[] more, int start, int end) {
        if (text == more && to == start) {
            to = end;
        } else {
            settle();
            text = more;
            from = start;
            to = end;
        }
    }

    private void settle() {
        words.append(text, from, to - from);
        from = to;
    }

    /** Takes the spaces from the end, and tells how many there were. */
    int cutSpaces() {
        int spaces = 0;
        while (to > from && text[to - 1] == ' ') {
            to--;
            spaces++;
        }
        if (to == from) {
            int end = words.length();
            while (end > 0 && words.charAt(end - 1) == ' ') {
                end--;
                spaces++;
            }
            words.setLength(end);
        }
        return spaces;
    }

    void add(Inline inline) {
        flush();
        inlines.add(inline);
    }

    private void flush() {
        if (words.length() > 0) {
            settle();
            inlines.add(new Inline.Text(words.toString()));
            words.setLength(0);
        } else if (to > from) {
            inlines.add(new Inline.Text(Chars.string(text, from, to)));
        }
        from = to;
    }

    List<Inline> inlines() {
        flush();
        return inlines;
    }
}
