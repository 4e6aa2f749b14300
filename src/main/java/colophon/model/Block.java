package colophon.model;

import java.util.List;
import java.util.Optional;

/** What a text is made of: paragraphs, headings, lists and so on. */
public sealed interface Block {
    /** Calls the method for what this is. */
    void accept(Visitor visitor);

    /** One method for each kind. */
    interface Visitor {
        void heading(Heading heading);

        void paragraph(Paragraph paragraph);

        void quote(Quote quote);

        void bulletList(BulletList list);

        void numberedList(NumberedList list);

        void definitionList(DefinitionList list);

        void codeBlock(CodeBlock code);

        void rule(Rule rule);

        void table(Table table);

        void directive(Directive directive);

        void division(Division division);
    }

    /**
     * A heading.
     *
     * @param level 1 to 6, as written
     * @param id the one its author chose
     * @param start offset in the text
     * @param end offset after it
     */
    record Heading(int level, Optional<String> id, List<Inline> content, int start, int end) implements Block {
        @Override
        public void accept(Visitor visitor) {
            visitor.heading(this);
        }
    }

    /** A paragraph; {@code tight} in a list without blank lines, where it is written without being one. */
    record Paragraph(List<Inline> content, boolean tight) implements Block {
        @Override
        public void accept(Visitor visitor) {
            visitor.paragraph(this);
        }

        /** The picture, where there is nothing else in the paragraph: then it is a figure. */
        public Optional<Inline.Image> figure() {
            return content.size() == 1 && content.get(0) instanceof Inline.Image image
                    ? Optional.of(image)
                    : Optional.empty();
        }

        /** Whether it says where a table or figure before it comes from. */
        public boolean isSourceLine() {
            if (content.isEmpty() || !(content.get(0) instanceof Inline.Text first)) {
                return false;
            }
            String text = first.text();
            return text.startsWith("Source:")
                    || text.startsWith("Sources:")
                    || text.startsWith("Note:")
                    || text.startsWith("Notes:");
        }
    }

    record Quote(List<Block> blocks) implements Block {
        @Override
        public void accept(Visitor visitor) {
            visitor.quote(this);
        }
    }

    record BulletList(List<Item> items) implements Block {
        @Override
        public void accept(Visitor visitor) {
            visitor.bulletList(this);
        }
    }

    /** A numbered list; {@code first} is the number of its first item. */
    record NumberedList(int first, List<Item> items) implements Block {
        @Override
        public void accept(Visitor visitor) {
            visitor.numberedList(this);
        }
    }

    /** An item of a list. */
    record Item(List<Block> blocks) {}

    /** A list of terms, each with what it means. */
    record DefinitionList(List<Entry> entries) implements Block {
        @Override
        public void accept(Visitor visitor) {
            visitor.definitionList(this);
        }
    }

    /** A part of a definition list: a term, or what the terms before it mean. */
    sealed interface Entry {}

    record Term(List<Inline> content) implements Entry {}

    record Meaning(List<Block> blocks) implements Entry {}

    /** Text that keeps its lines. {@code language} is empty when none was named. */
    record CodeBlock(String language, String text) implements Block {
        @Override
        public void accept(Visitor visitor) {
            visitor.codeBlock(this);
        }
    }

    /** A line between two parts of a text. */
    record Rule() implements Block {
        @Override
        public void accept(Visitor visitor) {
            visitor.rule(this);
        }
    }

    /**
     * A table.
     *
     * @param label the id its author chose
     * @param start offset in the text
     * @param end offset after its first line
     */
    record Table(
            Optional<List<Inline>> caption, Optional<String> label, List<Row> head, List<Row> body, int start, int end)
            implements Block {
        /** The same table with a label. */
        public Table labelled(Optional<String> name) {
            return new Table(caption, name, head, body, start, end);
        }

        @Override
        public void accept(Visitor visitor) {
            visitor.table(this);
        }
    }

    /**
     * Blocks in a language or direction of their own: {@code ::: {lang=fr}} … {@code :::}.
     *
     * @param attributes {@code lang}, {@code dir} or both
     */
    record Division(Attributes attributes, List<Block> blocks) implements Block {
        @Override
        public void accept(Visitor visitor) {
            visitor.division(this);
        }
    }

    /**
     * What a template draws: {@code ::: name key="value" {#label}} … {@code :::}.
     *
     * @param blocks what stands inside
     * @param start offset in the text of its first line
     * @param end offset after that line
     */
    record Directive(String name, Attributes attributes, List<Block> blocks, int start, int end) implements Block {
        @Override
        public void accept(Visitor visitor) {
            visitor.directive(this);
        }
    }

    record Row(List<Cell> cells) {}

    record Cell(Alignment alignment, List<Inline> content) {}

    /** Where the text of a cell stands. */
    enum Alignment {
        NONE,
        LEFT,
        CENTRE,
        RIGHT
    }
}
