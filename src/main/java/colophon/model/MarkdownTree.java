package colophon.model;

import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parsed Markdown. With {@link PlainText} the only type here that knows Flexmark.
 *
 * <p>Flexmark's tree may be walked by several threads, but not asked for options or definitions: it keeps the answers. Whatever writing
 * it needs of that kind is gathered here while it is read.
 *
 * @param headingIds the ids of the headings
 * @param notes footnotes in the order of their first call
 * @param definitions the links and pictures written as references, with what they refer to
 * @param tight the paragraphs of tight lists, which are written without being paragraphs
 */
public record MarkdownTree(
        Document document,
        Map<Node, String> headingIds,
        List<Note> notes,
        Map<Node, Definition> definitions,
        Set<Node> tight) {
    /** What a reference refers to: {@code [name]: url "title"}. */
    public record Definition(String url, String title) {}

    /** A footnote. {@code number} counts from 1; {@code calls} are the nodes that refer to it. */
    public record Note(int number, Node definition, List<Node> calls) {}

    public MarkdownTree {
        notes = List.copyOf(notes);
    }

    /** Writes a tree as HTML. */
    public interface Typesetter {
        Prose set(MarkdownTree tree, Prose.Form form);
    }
}
