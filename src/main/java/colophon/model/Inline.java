package colophon.model;

import java.util.List;

/** What running text is made of. Texts are as readers see them: escapes and entities are resolved. */
public sealed interface Inline {
    /** Calls the method for what this is. */
    void accept(Visitor visitor);

    /** One method for each kind. */
    interface Visitor {
        void text(Text text);

        /** By default like any other text. */
        default void literal(Literal literal) {
            text(new Text(literal.text()));
        }

        void emphasis(Emphasis emphasis);

        void strong(Strong strong);

        void struck(Struck struck);

        void styled(Styled styled);

        void span(Span span);

        void abbreviation(Abbreviation abbreviation);

        void code(Code code);

        void link(Link link);

        void image(Image image);

        void call(Call call);

        void citation(Citation citation);

        void term(Term term);

        void lineBreak(LineBreak lineBreak);
    }

    /** Words. No two of these stand side by side. */
    record Text(String text) implements Inline {
        @Override
        public void accept(Visitor visitor) {
            visitor.text(this);
        }
    }

    /** A character that stays as it is written, such as a straight mark after a backslash: no typography changes it. */
    record Literal(String text) implements Inline {
        @Override
        public void accept(Visitor visitor) {
            visitor.literal(this);
        }
    }

    record Emphasis(List<Inline> content) implements Inline {
        @Override
        public void accept(Visitor visitor) {
            visitor.emphasis(this);
        }
    }

    record Strong(List<Inline> content) implements Inline {
        @Override
        public void accept(Visitor visitor) {
            visitor.strong(this);
        }
    }

    record Struck(List<Inline> content) implements Inline {
        @Override
        public void accept(Visitor visitor) {
            visitor.struck(this);
        }
    }

    /** Words that are set apart by their place or form. */
    record Styled(Style style, List<Inline> content) implements Inline {
        /** What they are. */
        public enum Style {
            /** Below the line, such as the 2 of H₂O. */
            SUBSCRIPT,
            /** Above the line, such as the 3 of 10³. */
            SUPERSCRIPT,
            /** A key of a keyboard, or what is typed. */
            KEYBOARD
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.styled(this);
        }
    }

    /**
     * An abbreviation that the author explains at its place.
     *
     * @param whole what it stands for; empty if that is not said
     */
    record Abbreviation(String whole, List<Inline> content) implements Inline {
        @Override
        public void accept(Visitor visitor) {
            visitor.abbreviation(this);
        }
    }

    /**
     * Words of which something is said, {@code [words]{lang=ar}}, or a place without words that links may lead to, {@code []{#clause-3}}.
     *
     * @param attributes a label, the language and the direction, as far as they are given
     * @param start offset in the text of the whole construct
     * @param end offset after it
     */
    record Span(Attributes attributes, List<Inline> content, int start, int end) implements Inline {
        @Override
        public void accept(Visitor visitor) {
            visitor.span(this);
        }
    }

    record Code(String text) implements Inline {
        @Override
        public void accept(Visitor visitor) {
            visitor.code(this);
        }
    }

    /**
     * A link.
     *
     * @param address as written, not yet resolved
     * @param title empty when there is none
     * @param start offset in the text of the whole construct
     * @param end offset after it
     */
    record Link(String address, String title, List<Inline> content, int start, int end) implements Inline {
        @Override
        public void accept(Visitor visitor) {
            visitor.link(this);
        }

        /** Whether its words are its address. */
        public boolean showsAddress() {
            return content.size() == 1 && content.get(0) instanceof Text text && address.endsWith(text.text());
        }
    }

    /**
     * A picture.
     *
     * @param address as written, not yet resolved
     * @param caption what is printed below it, from its title; empty when there is none
     * @param alt what it says, for those who do not see it
     * @param attributes what stands in braces behind it
     * @param start offset in the text of the whole construct
     * @param end offset after it
     */
    record Image(String address, List<Inline> caption, String alt, Attributes attributes, int start, int end)
            implements Inline {
        @Override
        public void accept(Visitor visitor) {
            visitor.image(this);
        }
    }

    /** A reference to a note: {@code [^name]}. */
    record Call(String name, int start, int end) implements Inline {
        @Override
        public void accept(Visitor visitor) {
            visitor.call(this);
        }
    }

    /**
     * A citation: {@code [see @key, p. 12; @other]}, or {@code @key} as a part of the sentence.
     *
     * @param inSentence whether the sentence names the author
     * @param text as written
     * @param start offset in the text of the whole construct
     * @param end offset after it
     */
    record Citation(List<Cite> cites, boolean inSentence, String text, int start, int end) implements Inline {
        @Override
        public void accept(Visitor visitor) {
            visitor.citation(this);
        }
    }

    /**
     * One work of a citation.
     *
     * @param prefix words before it, such as "see"
     * @param suffix words behind it, such as "p. 12"
     * @param withoutAuthor whether the sentence has already named its author: {@code [-@key]}
     * @param start offset in the text of the key
     * @param end offset after it
     */
    record Cite(String key, String prefix, String suffix, boolean withoutAuthor, int start, int end) {}

    /**
     * A term or abbreviation of the glossary.
     *
     * @param text as written
     * @param id of its entry
     * @param whole what an abbreviation stands for
     */
    record Term(String text, String id, Shown shown, String whole) implements Inline {
        /** What is shown. */
        public enum Shown {
            /** The term as written, which leads to its entry. */
            LINKED,
            /** What the abbreviation stands for, which leads to its entry, and then the abbreviation in brackets. */
            EXPANDED,
            /** The same within brackets. */
            EXPANDED_IN_BRACKETS,
            /** The abbreviation, marked as one. */
            ABBREVIATED
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.term(this);
        }
    }

    /** The end of a line; {@code hard} where the author wants readers to see it. */
    record LineBreak(boolean hard) implements Inline {
        public static final LineBreak SOFT = new LineBreak(false);
        public static final LineBreak HARD = new LineBreak(true);

        @Override
        public void accept(Visitor visitor) {
            visitor.lineBreak(this);
        }
    }
}
