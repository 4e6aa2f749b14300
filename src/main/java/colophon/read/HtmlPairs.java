package colophon.read;

import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The elements of HTML that are read among the children of a node: which tag closes which. */
final class HtmlPairs {
    private record Place(Node node, int index) {}

    private final Map<Node, Place> closing = new IdentityHashMap<>();
    private final Map<Node, Integer> indexes = new IdentityHashMap<>();

    private HtmlPairs() {}

    static HtmlPairs among(Node parent, FlexmarkHtml html) {
        HtmlPairs pairs = new HtmlPairs();
        Map<String, Deque<Node>> open = new HashMap<>();
        int index = 0;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            Optional<HtmlTag> tag = html.read(node);
            if (tag.isPresent()) {
                Deque<Node> opened = open.computeIfAbsent(tag.get().name(), name -> new ArrayDeque<>());
                if (!tag.get().closing()) {
                    opened.push(node);
                } else if (!opened.isEmpty()) {
                    pairs.closing.put(opened.pop(), new Place(node, index));
                    pairs.indexes.put(node, index);
                }
            }
            index++;
        }
        return pairs;
    }

    /** The node that closes an element; null if there is none before the end, which is such a node itself, or null for the last node. */
    Node closing(Node open, Node end) {
        Place place = closing.get(open);
        boolean isWithin = place != null && (end == null || place.index() < indexes.get(end));
        return isWithin ? place.node() : null;
    }
}
