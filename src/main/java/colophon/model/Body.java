package colophon.model;

import colophon.diag.Source;
import colophon.diag.Span;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parsed Markdown, and what was gathered from it before anything is rendered. With {@link PlainText} the only type here that knows
 * Flexmark.
 *
 * <p>A body is drawn by several threads at once. Flexmark's tree may be walked by them, but not asked for options or definitions: it
 * keeps the answers. Whatever rendering needs of that kind is gathered here.
 *
 * @param document the tree
 * @param place where the text stands
 * @param headings in reading order
 * @param notes footnotes in the order of their first call
 * @param definitions the links and pictures written as references, with what they refer to
 * @param tight the paragraphs of tight lists, which are written without being paragraphs
 * @param words number of words in the running text, for reading times
 */
public record Body(
        Document document,
        Place place,
        List<Heading> headings,
        List<Reference> links,
        List<Reference> images,
        List<Note> notes,
        Map<Node, Definition> definitions,
        Set<Node> tight,
        int words) {
    /** A text's place in its file: {@code whole} where the text was folded or quoted by YAML and has no offsets of its own. */
    public record Place(Source source, Optional<Span> whole) {
        public Span span(int start, int end) {
            return whole.orElseGet(() -> source.span(start, end));
        }
    }

    /** A heading. {@code level} is 1 to 6 as written. */
    public record Heading(int level, String id, String text, Span span, Node node) {}

    /** A link or an image as written: the address, not yet decoded, and the whole construct. */
    public record Reference(String target, Span span) {}

    /** What a reference refers to: {@code [name]: url "title"}. */
    public record Definition(String url, String title) {}

    /** A footnote. {@code number} counts from 1; {@code calls} are the nodes that refer to it. */
    public record Note(int number, Node definition, List<Node> calls) {}

    public Body {
        headings = List.copyOf(headings);
        links = List.copyOf(links);
        images = List.copyOf(images);
        notes = List.copyOf(notes);
    }

    /** The ids of the headings, in reading order. */
    public List<String> anchors() {
        return headings.stream().map(Heading::id).toList();
    }

    /** The ids of headings by their nodes, for rendering. */
    public Map<Node, String> headingIds() {
        Map<Node, String> ids = new IdentityHashMap<>();
        headings.forEach(heading -> ids.put(heading.node(), heading.id()));
        return ids;
    }
}
