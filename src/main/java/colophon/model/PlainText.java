package colophon.model;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** The words of a piece of text without its marks and notes, and the ids made from them. */
public final class PlainText {
    /** Below it nothing combines with anything (Unicode 15, block Combining Diacritical Marks). */
    private static final char FIRST_COMBINING = '\u0300';

    private PlainText() {}

    /** Letters and digits of any script in lower case, with dashes between words. */
    public static String slug(String text) {
        StringBuilder slug = new StringBuilder(text.length());
        String composed = composed(text).toLowerCase(Locale.ROOT);
        for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
            int c = composed.codePointAt(i);
            if (Character.isLetterOrDigit(c) || c == '_') {
                slug.appendCodePoint(c);
            } else if ((Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-' || c == '–')
                    && slug.length() > 0
                    && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        while (slug.length() > 0 && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.length() == 0 ? "section" : slug.toString();
    }

    /** Letters with their accents as one sign each; the tables for it need not be loaded for the signs that have none. */
    public static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /** The words of running text. */
    public static String of(List<Inline> inlines) {
        if (inlines.size() == 1 && inlines.get(0) instanceof Inline.Text only) {
            return only.text();
        }
        Collector collector = new Collector();
        collector.inlines(inlines);
        return collector.words.toString();
    }

    /** The words of a block. */
    public static String of(Block block) {
        Collector collector = new Collector();
        block.accept(collector);
        return collector.words.toString().strip();
    }

    private static final class Collector extends TextWalk {
        private final StringBuilder words = new StringBuilder();

        /** What is in two blocks, items or cells is apart, so that no words grow together. */
        private void apart() {
            if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }

        @Override
        public void heading(Block.Heading heading) {
            apart();
            super.heading(heading);
        }

        @Override
        public void paragraph(Block.Paragraph paragraph) {
            apart();
            super.paragraph(paragraph);
        }

        @Override
        public void definitionList(Block.DefinitionList list) {
            for (Block.Entry entry : list.entries()) {
                apart();
                if (entry instanceof Block.Term term) {
                    inlines(term.content());
                } else if (entry instanceof Block.Meaning meaning) {
                    blocks(meaning.blocks());
                }
            }
        }

        @Override
        public void table(Block.Table table) {
            table.caption().ifPresent(this::inlines);
            for (List<Block.Row> rows : List.of(table.head(), table.body())) {
                for (Block.Row row : rows) {
                    for (Block.Cell cell : row.cells()) {
                        apart();
                        inlines(cell.content());
                    }
                }
            }
        }

        @Override
        public void codeBlock(Block.CodeBlock code) {
            apart();
            words.append(code.text());
        }

        @Override
        public void text(Inline.Text text) {
            words.append(text.text());
        }

        @Override
        public void code(Inline.Code code) {
            words.append(code.text());
        }

        @Override
        public void term(Inline.Term term) {
            words.append(term.text());
        }

        @Override
        public void image(Inline.Image image) {
            words.append(image.alt());
        }

        @Override
        public void lineBreak(Inline.LineBreak lineBreak) {
            words.append(' ');
        }
    }
}
