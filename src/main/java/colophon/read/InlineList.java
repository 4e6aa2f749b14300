package colophon.read;

import colophon.model.Inline;
import java.util.ArrayList;
import java.util.List;

/** Running text while it is put together: words that come one after another are one text. */
final class InlineList {
    private final List<Inline> inlines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    /** Whether a space would be the second one, or begin a line. */
    private boolean isAfterSpace;
    /** Whether something was left out after the last words. */
    private boolean isAfterGap;

    /** Adds words; spaces that begin a line are none of them. */
    void text(String more) {
        int start = 0;
        if (isAfterSpace && (words.length() == 0 || words.charAt(words.length() - 1) == ' ')) {
            while (start < more.length() && more.charAt(start) == ' ') {
                start++;
            }
        }
        isAfterSpace &= start == more.length();
        isAfterGap &= start == more.length();
        words.append(more, start, more.length());
    }

    /** What is left out here, such as a comment, leaves no second space, and none at the beginning. */
    void gap() {
        isAfterGap = true;
        isAfterSpace = isAfterSpace || inlines.isEmpty() && words.length() == 0 || endsWithSpace();
    }

    private boolean endsWithSpace() {
        return words.length() > 0 && words.charAt(words.length() - 1) == ' ';
    }

    void add(Inline inline) {
        flush();
        inlines.add(inline);
        isAfterSpace = inline instanceof Inline.LineBreak;
        isAfterGap = false;
    }

    private void flush() {
        if (words.length() > 0) {
            inlines.add(new Inline.Text(words.toString()));
            words.setLength(0);
        }
    }

    List<Inline> inlines() {
        while (isAfterGap && endsWithSpace()) {
            words.setLength(words.length() - 1);
        }
        flush();
        return inlines;
    }
}
