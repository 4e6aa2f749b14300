package colophon.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Markdown written as HTML, with holes where the rest of the site shows through: a link needs to know where its page is published, a
 * picture how large it is. So a text is parsed and written once, while it is read, and its tree is not kept.
 */
public final class Prose {
    /** What the text is for: on the web notes stand in the margin and at the end, on paper at the foot of the page. */
    public enum Medium {
        WEB,
        PRINT
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
        PICTURE_SIZE
    }

    /**
     * A place to be filled in.
     *
     * @param offset in bytes
     * @param address as written in the Markdown
     */
    public record Hole(int offset, Want want, String address) {}

    private final byte[] html;
    private final List<Hole> holes;

    private Prose(byte[] html, List<Hole> holes) {
        this.html = html;
        this.holes = List.copyOf(holes);
    }

    /** The whole text, with every hole filled. The filler gives finished HTML. */
    public String fill(Function<Hole, String> filler) {
        StringBuilder text = new StringBuilder(html.length + holes.size() * 32);
        int done = 0;
        for (Hole hole : holes) {
            text.append(new String(html, done, hole.offset() - done, StandardCharsets.UTF_8));
            text.append(filler.apply(hole));
            done = hole.offset();
        }
        return text.append(new String(html, done, html.length - done, StandardCharsets.UTF_8))
                .toString();
    }

    /** Marks holes while a text is written. */
    public static final class Writer {
        private record Mark(int index, Want want, String address) {}

        private final StringBuilder out;
        private final List<Mark> marks = new ArrayList<>();

        /** @param out what the text is written to; only its end may change after a hole was marked */
        public Writer(StringBuilder out) {
            this.out = out;
        }

        /** Leaves a hole at the end of what is written. */
        public void hole(Want want, String address) {
            marks.add(new Mark(out.length(), want, address));
        }

        public Prose prose() {
            List<Hole> holes = new ArrayList<>(marks.size());
            byte[][] parts = new byte[marks.size() + 1][];
            int done = 0;
            int bytes = 0;
            for (int i = 0; i < marks.size(); i++) {
                Mark mark = marks.get(i);
                parts[i] = out.substring(done, mark.index()).getBytes(StandardCharsets.UTF_8);
                bytes += parts[i].length;
                holes.add(new Hole(bytes, mark.want(), mark.address()));
                done = mark.index();
            }
            parts[marks.size()] = out.substring(done).getBytes(StandardCharsets.UTF_8);
            byte[] html = new byte[bytes + parts[marks.size()].length];
            int at = 0;
            for (byte[] part : parts) {
                System.arraycopy(part, 0, html, at, part.length);
                at += part.length;
            }
            return new Prose(html, holes);
        }
    }
}
