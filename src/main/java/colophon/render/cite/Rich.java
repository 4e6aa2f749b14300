package colophon.render.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Text with fonts, quotation marks and links: runs of characters, each within the frames around it. What is a frame inside one of its own
 * kind, such as italics within italics, is decided when the text is written.
 */
final class Rich {
    static final Rich EMPTY = new Rich(List.of());

    /** What surrounds characters. */
    enum Kind {
        ITALIC,
        UPRIGHT,
        BOLD,
        NORMAL_WEIGHT,
        SMALL_CAPS,
        NORMAL_VARIANT,
        UNDERLINE,
        NO_UNDERLINE,
        SUPERSCRIPT,
        SUBSCRIPT,
        BASELINE,
        QUOTES,
        NO_CASE,
        /** After a quotation in the same text: its marks stay where an author has put them. */
        AS_WRITTEN,
        LINK,
        DISPLAY
    }

    /** One frame; two that look the same are still two. */
    static final class Frame {
        final Kind kind;
        final String value;

        /** @param value the address of a link, the way of a display; empty for the others */
        Frame(Kind kind, String value) {
            this.kind = kind;
            this.value = value;
        }
    }

    /** @param frames the outermost first */
    record Run(String text, List<Frame> frames) {
        Run with(String other) {
            return new Run(other, frames);
        }

        boolean isIn(Kind kind) {
            for (Frame frame : frames) {
                if (frame.kind == kind) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Run> runs;

    Rich(List<Run> runs) {
        this.runs = runs;
    }

    static Rich of(String text) {
        return text.isEmpty() ? EMPTY : new Rich(List.of(new Run(text, List.of())));
    }

    List<Run> runs() {
        return runs;
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The characters alone, without quotation marks that are frames. */
    String plain() {
        if (runs.size() == 1) {
            return runs.get(0).text();
        }
        StringBuilder plain = new StringBuilder();
        runs.forEach(run -> plain.append(run.text()));
        return plain.toString();
    }

    /** The first character; 0 if there is none. */
    char first() {
        return runs.isEmpty() ? 0 : runs.get(0).text().charAt(0);
    }

    /** The last character; 0 if there is none. */
    char last() {
        if (runs.isEmpty()) {
            return 0;
        }
        String text = runs.get(runs.size() - 1).text();
        return text.charAt(text.length() - 1);
    }

    Rich within(Kind kind) {
        return within(new Frame(kind, ""));
    }

    Rich within(Frame frame) {
        List<Run> framed = new ArrayList<>(runs.size());
        for (Run run : runs) {
            List<Frame> frames = new ArrayList<>(run.frames().size() + 1);
            frames.add(frame);
            frames.addAll(run.frames());
            framed.add(new Run(run.text(), frames));
        }
        return new Rich(framed);
    }

    Rich plus(Rich other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        List<Run> all = new ArrayList<>(runs.size() + other.runs.size());
        all.addAll(runs);
        all.addAll(other.runs);
        return new Rich(all);
    }

    /** Each text changed by itself. */
    Rich map(UnaryOperator<String> change) {
        List<Run> changed = new ArrayList<>(runs.size());
        for (Run run : runs) {
            String text = change.apply(run.text());
            if (!text.isEmpty()) {
                changed.add(run.with(text));
            }
        }
        return new Rich(changed);
    }

    /** Without all characters of a kind at the start. */
    Rich withoutFirst(char character) {
        if (first() != character) {
            return this;
        }
        List<Run> rest = new ArrayList<>(runs);
        String text = rest.get(0).text();
        int start = 0;
        while (start < text.length() && text.charAt(start) == character) {
            start++;
        }
        if (start == text.length()) {
            rest.remove(0);
        } else {
            rest.set(0, rest.get(0).with(text.substring(start)));
        }
        return new Rich(rest);
    }

    /** Without all characters of a kind at the end. */
    Rich withoutLast(char character) {
        if (last() != character) {
            return this;
        }
        List<Run> rest = new ArrayList<>(runs);
        int index = rest.size() - 1;
        String text = rest.get(index).text();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == character) {
            end--;
        }
        if (end == 0) {
            rest.remove(index);
        } else {
            rest.set(index, rest.get(index).with(text.substring(0, end)));
        }
        return new Rich(rest);
    }

    @Override
    public String toString() {
        return plain();
    }
}
