package colophon.read;

import colophon.model.RichText;
import colophon.model.RichText.Mark;
import colophon.model.RichText.Run;
import java.util.ArrayList;
import java.util.List;

/** Collects characters with their marks. White space is one space, and none at the ends. */
final class RichTextBuilder {
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Mark> open = new ArrayList<>();
    /** Whether white space was read that is not in the text yet. */
    private boolean space;
    /** Whether a space would be the second, or the first character of all. */
    private boolean blank = true;

    void append(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            append(characters.charAt(i));
        }
    }

    void append(char c) {
        if (c <= ' ') {
            space = true;
            return;
        }
        space();
        text.append(c);
        blank = false;
    }

    private void space() {
        if (space && !blank) {
            text.append(' ');
            blank = true;
        }
        space = false;
    }

    void append(RichText rich) {
        for (Run run : rich.runs()) {
            int depth = depth();
            run.marks().forEach(this::open);
            append(run.text());
            close(depth);
        }
    }

    /** What follows has a mark more. */
    void open(Mark mark) {
        flush();
        open.add(mark);
    }

    boolean isOpen(Mark mark) {
        return open.contains(mark);
    }

    int depth() {
        return open.size();
    }

    /** What follows has only the marks that were open at a depth. */
    void close(int depth) {
        if (open.size() > depth) {
            flush();
            open.subList(depth, open.size()).clear();
        }
    }

    /** Ends a run; a space that waits belongs to the text before it, so that no mark begins with one. */
    private void flush() {
        space();
        if (text.length() > 0) {
            add(new Run(text.toString(), open));
            text.setLength(0);
        }
    }

    private void add(Run run) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.marks().equals(run.marks())) {
            runs.set(runs.size() - 1, new Run(last.text() + run.text(), run.marks()));
        } else {
            runs.add(run);
        }
    }

    RichText build() {
        space = false;
        flush();
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).text().endsWith(" ")) {
            String text = runs.get(last).text().stripTrailing();
            Run run = runs.remove(last);
            if (!text.isEmpty()) {
                runs.add(new Run(text, run.marks()));
            }
        }
        return new RichText(runs);
    }
}
