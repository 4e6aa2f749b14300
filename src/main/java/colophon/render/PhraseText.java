package colophon.render;

import colophon.model.Inline;
import colophon.model.Inline.Styled.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * The characters of a whole paragraph, whatever elements they stand in: what a mark means, and whether a line may end at a space, depends
 * on what surrounds it. Code, images, addresses and the like take the place of one letter.
 */
final class PhraseText implements Inline.Visitor {
    private static final int USUAL_CHARS = 1024;

    private char[] chars = new char[USUAL_CHARS];
    private int length;

    /** Takes over another paragraph. */
    void read(List<Inline> content) {
        length = 0;
        inlines(content);
    }

    /** Takes over a text by itself. */
    void read(String text) {
        length = 0;
        append(text);
    }

    /** The characters; what lies after the last one has no meaning. */
    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** The paragraph with changes in its texts and line breaks. */
    static List<Inline> changed(List<Inline> content, List<Change> changes) {
        return new Changer(changes).inlines(content);
    }

    /**
     * Some characters in the place of others.
     *
     * @param at index in the whole paragraph
     */
    record Change(int at, int length, String text) {
        int end() {
            return at + length;
        }
    }

    private void inlines(List<Inline> inlines) {
        for (Inline inline : inlines) {
            inline.accept(this);
        }
    }

    private void append(String text) {
        room(text.length());
        text.getChars(0, text.length(), chars, length);
        length += text.length();
    }

    private void append(char c) {
        room(1);
        chars[length++] = c;
    }

    private void room(int more) {
        if (length + more > chars.length) {
            char[] larger = new char[(length + more) * 2];
            System.arraycopy(chars, 0, larger, 0, length);
            chars = larger;
        }
    }

    @Override
    public void text(Inline.Text text) {
        append(text.text());
    }

    @Override
    public void literal(Inline.Literal literal) {
        append(QuotationMarks.PLACEHOLDER);
    }

    @Override
    public void emphasis(Inline.Emphasis emphasis) {
        inlines(emphasis.content());
    }

    @Override
    public void strong(Inline.Strong strong) {
        inlines(strong.content());
    }

    @Override
    public void struck(Inline.Struck struck) {
        inlines(struck.content());
    }

    @Override
    public void span(Inline.Span span) {
        if (isForeign(span)) {
            append(QuotationMarks.PLACEHOLDER);
        } else {
            inlines(span.content());
        }
    }

    /** Whether words are in a language of their own, whose rules hold for them. */
    private static boolean isForeign(Inline.Span span) {
        return span.attributes().value("lang").isPresent() && !span.content().isEmpty();
    }

    /** What is typed stays as it is. */
    @Override
    public void styled(Inline.Styled styled) {
        if (styled.style() == Style.KEYBOARD) {
            append(QuotationMarks.PLACEHOLDER);
        } else {
            inlines(styled.content());
        }
    }

    @Override
    public void abbreviation(Inline.Abbreviation abbreviation) {
        inlines(abbreviation.content());
    }

    @Override
    public void code(Inline.Code code) {
        append(QuotationMarks.PLACEHOLDER);
    }

    @Override
    public void link(Inline.Link link) {
        if (isSet(link)) {
            inlines(link.content());
        } else {
            append(QuotationMarks.PLACEHOLDER);
        }
    }

    @Override
    public void image(Inline.Image image) {
        append(QuotationMarks.PLACEHOLDER);
    }

    /** A footnote reference parts nothing from what surrounds it. */
    @Override
    public void call(Inline.Call call) {
        // It takes no room.
    }

    @Override
    public void citation(Inline.Citation citation) {
        append(QuotationMarks.PLACEHOLDER);
    }

    @Override
    public void term(Inline.Term term) {
        append(QuotationMarks.PLACEHOLDER);
    }

    @Override
    public void lineBreak(Inline.LineBreak lineBreak) {
        append(lineBreak.hard() ? '\u2028' : '\n');
    }

    /** Whether the words of a link are words, and not its address. */
    private static boolean isSet(Inline.Link link) {
        return !link.content().isEmpty() && !link.showsAddress();
    }

    /** Writes the changes into the tree; what none of them touches stays the same object. */
    private static final class Changer implements Inline.Visitor {
        private final List<Change> changes;
        private int next;
        /** Where the next inline begins in the whole paragraph. */
        private int at;

        private Inline result;

        private Changer(List<Change> changes) {
            this.changes = changes;
        }

        private List<Inline> inlines(List<Inline> inlines) {
            List<Inline> changed = null;
            for (int i = 0; i < inlines.size(); i++) {
                result = inlines.get(i);
                inlines.get(i).accept(this);
                if (changed == null && result != inlines.get(i)) {
                    changed = new ArrayList<>(inlines);
                }
                if (changed != null) {
                    changed.set(i, result);
                }
            }
            return changed == null ? inlines : changed;
        }

        private boolean isChanged(int end) {
            return next < changes.size() && changes.get(next).at() < end;
        }

        @Override
        public void text(Inline.Text text) {
            int start = at;
            at += text.text().length();
            if (!isChanged(at)) {
                return;
            }
            StringBuilder set = new StringBuilder(text.text().length() + 8);
            int done = start;
            while (isChanged(at)) {
                Change change = changes.get(next++);
                set.append(text.text(), done - start, change.at() - start).append(change.text());
                done = change.end();
            }
            result = new Inline.Text(
                    set.append(text.text(), done - start, at - start).toString());
        }

        @Override
        public void literal(Inline.Literal literal) {
            at++;
        }

        @Override
        public void emphasis(Inline.Emphasis emphasis) {
            List<Inline> content = inlines(emphasis.content());
            result = content == emphasis.content() ? emphasis : new Inline.Emphasis(content);
        }

        @Override
        public void strong(Inline.Strong strong) {
            List<Inline> content = inlines(strong.content());
            result = content == strong.content() ? strong : new Inline.Strong(content);
        }

        @Override
        public void struck(Inline.Struck struck) {
            List<Inline> content = inlines(struck.content());
            result = content == struck.content() ? struck : new Inline.Struck(content);
        }

        @Override
        public void span(Inline.Span span) {
            if (isForeign(span)) {
                at++;
                return;
            }
            List<Inline> content = inlines(span.content());
            result = content == span.content()
                    ? span
                    : new Inline.Span(span.attributes(), content, span.start(), span.end());
        }

        @Override
        public void styled(Inline.Styled styled) {
            if (styled.style() == Style.KEYBOARD) {
                at++;
                return;
            }
            List<Inline> content = inlines(styled.content());
            result = content == styled.content() ? styled : new Inline.Styled(styled.style(), content);
        }

        @Override
        public void abbreviation(Inline.Abbreviation abbreviation) {
            List<Inline> content = inlines(abbreviation.content());
            result = content == abbreviation.content()
                    ? abbreviation
                    : new Inline.Abbreviation(abbreviation.whole(), content);
        }

        @Override
        public void code(Inline.Code code) {
            at++;
        }

        @Override
        public void link(Inline.Link link) {
            if (!isSet(link)) {
                at++;
                return;
            }
            List<Inline> content = inlines(link.content());
            result = content == link.content()
                    ? link
                    : new Inline.Link(link.address(), link.title(), content, link.start(), link.end());
        }

        @Override
        public void image(Inline.Image image) {
            at++;
        }

        @Override
        public void call(Inline.Call call) {
            // It takes no room.
        }

        @Override
        public void citation(Inline.Citation citation) {
            at++;
        }

        @Override
        public void term(Inline.Term term) {
            at++;
        }

        @Override
        public void lineBreak(Inline.LineBreak lineBreak) {
            at++;
            if (isChanged(at)) {
                result = new Inline.Text(changes.get(next++).text());
            }
        }
    }
}
