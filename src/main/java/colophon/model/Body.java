package colophon.model;

import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.MarkdownTree.Typesetter;
import colophon.model.Prose.Form;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A Markdown text: what was gathered from it before anything is drawn, and the text itself, written when it is asked for. Safe for use
 * by several threads.
 */
public final class Body {
    /** A text's place in its file: {@code whole} where the text was folded or quoted by YAML and has no offsets of its own. */
    public record Place(Source source, Optional<Span> whole) {
        public Span span(int start, int end) {
            return whole.orElseGet(() -> source.span(start, end));
        }
    }

    /** A heading. {@code level} is 1 to 6 as written. */
    public record Heading(int level, String id, String text, Span span) {}

    /** A link or an image as written: the address, not yet decoded, and the whole construct. */
    public record Reference(String target, Span span) {}

    private final int start;
    private final List<Heading> headings;
    private final List<Reference> links;
    private final List<Reference> images;
    private final int words;
    private final Supplier<MarkdownTree> tree;
    private final Typesetter typesetter;
    private volatile Prose block;
    private volatile Prose inline;

    /**
     * @param start where the text starts in its file; 0 for the value of a field
     * @param headings in reading order
     * @param words number of words in the running text, for reading times
     * @param tree the parsed text, or what parses it again
     */
    public Body(
            int start,
            List<Heading> headings,
            List<Reference> links,
            List<Reference> images,
            int words,
            Supplier<MarkdownTree> tree,
            Typesetter typesetter) {
        this.start = start;
        this.headings = List.copyOf(headings);
        this.links = List.copyOf(links);
        this.images = List.copyOf(images);
        this.words = words;
        this.tree = tree;
        this.typesetter = typesetter;
    }

    /** The same text with its web page written, for when its tree will not be at hand any more. */
    public Body written(MarkdownTree parsed) {
        block = typesetter.set(parsed, Form.WEB_BLOCK);
        return this;
    }

    /** The text as HTML. What the web needs is kept: many pages show the same text. */
    public Prose prose(Form form) {
        if (form.isShared() && !form.inline()) {
            if (block == null) {
                block = typesetter.set(tree.get(), form);
            }
            return block;
        }
        if (form.isShared()) {
            if (inline == null) {
                inline = typesetter.set(tree.get(), form);
            }
            return inline;
        }
        return typesetter.set(tree.get(), form);
    }

    public int start() {
        return start;
    }

    public List<Heading> headings() {
        return headings;
    }

    public List<Reference> links() {
        return links;
    }

    public List<Reference> images() {
        return images;
    }

    public int words() {
        return words;
    }

    /** The ids of the headings, in reading order. */
    public List<String> anchors() {
        return headings.stream().map(Heading::id).toList();
    }
}
