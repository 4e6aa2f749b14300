package colophon.model;

import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.MarkdownTree.Typesetter;
import colophon.model.Prose.Form;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private final int start;
    private final Outline outline;
    private final Supplier<MarkdownTree> tree;
    private final Typesetter typesetter;
    private volatile Prose block;
    private volatile Prose inline;
    private final Map<String, Prose> heads = new ConcurrentHashMap<>();

    /**
     * @param start where the text starts in its file; 0 for the value of a field
     * @param tree the parsed text, or what parses it again
     */
    public Body(int start, Outline outline, Supplier<MarkdownTree> tree, Typesetter typesetter) {
        this.start = start;
        this.outline = outline;
        this.tree = tree;
        this.typesetter = typesetter;
    }

    /** The same text with its web page written, for when its tree will not be at hand any more. */
    public Body written(MarkdownTree parsed) {
        block = typesetter.set(parsed, Form.WEB_BLOCK);
        outline.heads().forEach(head -> heads.put(head.name(), typesetter.head(parsed, Form.WEB_INLINE, head.name())));
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

    /** A text at the head of the page as HTML; empty where it is nothing but words with emphasis, which any place shows alike. */
    public Optional<Prose> head(Form form, String name) {
        return outline.head(name)
                .map(head -> form.isShared()
                        ? heads.computeIfAbsent(name, key -> typesetter.head(tree.get(), form, key))
                        : typesetter.head(tree.get(), form, name));
    }

    /** The text as it was parsed. */
    public MarkdownTree tree() {
        return tree.get();
    }

    public int start() {
        return start;
    }

    public Outline outline() {
        return outline;
    }
}
