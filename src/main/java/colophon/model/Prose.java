package colophon.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Markdown written as HTML, with holes where the rest of the site shows through: a link needs to know where its page is published, a
 * picture how large it is. So a text is parsed and written once, while it is read, and its tree is not kept.
 */
public final class Prose {
    /**
     * What the text is for: on the web notes stand in the margin and at the end, on paper at the foot of the page, in a book for
     * e-readers at the end of the chapter, from where many of them bring a note up beside its call.
     */
    public enum Medium {
        WEB,
        PRINT,
        EPUB;

        /** Whether its documents are read as XML. */
        public boolean isXml() {
            return this != WEB;
        }
    }

    /**
     * How a text is written.
     *
     * @param inline a text of one paragraph without the paragraph around it, for use within a sentence or a heading
     * @param idPrefix what all ids of this text start with, where several texts share a document
     */
    public record Form(Medium medium, boolean inline, String idPrefix) {
        public static final Form WEB_BLOCK = new Form(Medium.WEB, false, "");
        public static final Form WEB_INLINE = new Form(Medium.WEB, true, "");

        /** Whether a text looks the same wherever it is written so: on the web, with ids of its own. */
        boolean isShared() {
            return medium == Medium.WEB && idPrefix.isEmpty();
        }

        /** An id of the text, as it is in the document. */
        public String id(String id) {
            return idPrefix + id;
        }
    }

    /** What a hole wants. */
    public enum Want {
        /** The address of a link. */
        LINK,
        /** The address of a picture. */
        PICTURE,
        /** The attributes for the size of a picture, with a space before them. */
        PICTURE_SIZE,
        /** The attributes with the other widths of a picture, with a space before them. */
        PICTURE_WIDTHS,
        /** What stands before a picture that is also there in another format. */
        PICTURE_START,
        /** What stands after it. */
        PICTURE_END,
        /** What a link without a text leads to: "Figure 3". */
        REFERENCE,
        /** The number of what a link leads to: "3". */
        REFERENCE_NUMBER,
        /** The title of what a link leads to. */
        REFERENCE_TITLE,
        /** On which page of the printed document a link leads, in brackets of its own. */
        PAGE,
        /** The same within brackets that are there already. */
        PAGE_WITHIN,
        /** The number of a figure or table before its caption; the address is its place among the items. */
        NUMBER,
        /** The address of an entry in the glossary; its own address is the id. */
        TERM,
        /** A directive; the address is its place among the items. */
        DIRECTIVE,
        /** A citation; the address is its place among the citations. */
        CITATION,
        /** A citation in the margin, which only repeats one for the eye. */
        MARGIN_CITATION,
        /** Who wrote what a sentence cites; the address is the place of the citation. */
        CITED_AUTHOR
    }

    /**
     * A place to be filled in.
     *
     * @param offset in bytes
     * @param address as written in the Markdown, or a place in a list of the {@link Outline}
     * @param inside what stands inside a directive
     * @param texts the arguments of a directive that are Markdown
     */
    public record Hole(int offset, Want want, String address, Optional<Prose> inside, Map<String, Prose> texts) {
        /** The place that the address is. */
        public int place() {
            return Integer.parseInt(address);
        }
    }

    private final byte[] html;
    private final List<Hole> holes;

    private Prose(byte[] html, List<Hole> holes) {
        this.html = html;
        this.holes = List.copyOf(holes);
    }

    /** The whole text in UTF-8, with every hole filled. The filler gives finished HTML. */
    public byte[] fill(Function<Hole, String> filler) {
        String[] fillings = new String[holes.size()];
        int length = html.length;
        for (int i = 0; i < fillings.length; i++) {
            fillings[i] = filler.apply(holes.get(i));
            length += fillings[i].length();
        }
        Utf8 out = new Utf8(length);
        int done = 0;
        for (int i = 0; i < fillings.length; i++) {
            int offset = holes.get(i).offset();
            out.append(html, done, offset);
            out.append(fillings[i].toCharArray(), 0, fillings[i].length());
            done = offset;
        }
        out.append(html, done, html.length);
        return out.finish();
    }

    /** Puts a text together, and marks the holes in it. */
    public static final class Writer {
        private record Mark(int index, Want want, String address, Optional<Prose> inside, Map<String, Prose> texts) {}

        private static final int USUAL_CHARS = 16_384;

        private char[] chars;
        private int length;
        private final List<Mark> marks = new ArrayList<>();

        public Writer() {
            this(USUAL_CHARS);
        }

        /** @param expected number of characters there will perhaps be */
        public Writer(int expected) {
            chars = new char[expected];
        }

        /** Finished HTML. */
        public Writer append(String html) {
            int more = html.length();
            room(more);
            html.getChars(0, more, chars, length);
            length += more;
            return this;
        }

        public Writer append(char html) {
            room(1);
            chars[length++] = html;
            return this;
        }

        public Writer append(int number) {
            return append(Integer.toString(number));
        }

        public Writer append(char[] html, int from, int to) {
            room(to - from);
            System.arraycopy(html, from, chars, length, to - from);
            length += to - from;
            return this;
        }

        /** Puts something before what was written last. Nothing behind it may have a hole. */
        public Writer insert(int index, String html) {
            int more = html.length();
            room(more);
            System.arraycopy(chars, index, chars, index + more, length - index);
            html.getChars(0, more, chars, index);
            length += more;
            return this;
        }

        private void room(int more) {
            if (length + more > chars.length) {
                chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + more));
            }
        }

        /** The index of the last hole; 0 when there is none. */
        public int lastHole() {
            return marks.isEmpty() ? 0 : marks.get(marks.size() - 1).index();
        }

        /** What is written so far. */
        @Override
        public String toString() {
            return new String(chars, 0, length);
        }

        public int length() {
            return length;
        }

        public char charAt(int index) {
            return chars[index];
        }

        public boolean endsWith(String html) {
            int start = length - html.length();
            for (int i = 0; i < html.length(); i++) {
                if (start < 0 || chars[start + i] != html.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        /** Takes away what was written last. Nothing of it may have a hole. */
        public void cut(int newLength) {
            length = newLength;
        }

        /** Leaves a hole at the end of what is written. */
        public void hole(Want want, String address) {
            marks.add(new Mark(length, want, address, Optional.empty(), Map.of()));
        }

        /** Leaves a hole for a directive. */
        public void directive(int place, Prose inside, Map<String, Prose> texts) {
            marks.add(new Mark(length, Want.DIRECTIVE, Integer.toString(place), Optional.of(inside), texts));
        }

        public Prose prose() {
            Utf8 bytes = new Utf8(length + length / 8);
            List<Hole> holes = new ArrayList<>(marks.size());
            int done = 0;
            for (Mark mark : marks) {
                bytes.append(chars, done, mark.index());
                holes.add(new Hole(bytes.size(), mark.want(), mark.address(), mark.inside(), mark.texts()));
                done = mark.index();
            }
            bytes.append(chars, done, length);
            return new Prose(bytes.finish(), holes);
        }
    }
}
