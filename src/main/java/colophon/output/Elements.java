package colophon.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What documents are searched and changed with. */
final class Elements {
    private static final Set<String> INLINE =
            Set.of("a", "abbr", "cite", "code", "del", "em", "i", "kbd", "small", "span", "strong", "sub", "sup");

    private Elements() {}

    /** All elements within a node, in order. */
    static List<Element> within(Node root) {
        List<Element> elements = new ArrayList<>();
        Node node = root;
        while (node != null) {
            if (node instanceof Element element && node != root) {
                elements.add(element);
            }
            node = next(node, root);
        }
        return elements;
    }

    private static Node next(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (up != null && up != root && up.getNextSibling() == null) {
            up = up.getParentNode();
        }
        return up == null || up == root ? null : up.getNextSibling();
    }

    /** The elements right in an element. */
    static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inside) {
                children.add(inside);
            }
        }
        return children;
    }

    /** The element that comes after another in the same element. */
    static Optional<Element> next(Element element) {
        Node next = element.getNextSibling();
        while (next != null && !(next instanceof Element)) {
            next = next.getNextSibling();
        }
        return Optional.ofNullable((Element) next);
    }

    /** The nearest element around a node that has this name. */
    static Optional<Element> around(Node node, String name) {
        Node around = node.getParentNode();
        while (around != null
                && !(around instanceof Element element && element.getTagName().equals(name))) {
            around = around.getParentNode();
        }
        return Optional.ofNullable((Element) around);
    }

    static void addClass(Element element, String name) {
        element.setAttribute("class", (element.getAttribute("class") + " " + name).strip());
    }

    /** @param declaration such as {@code width: 3pt} */
    static void addStyle(Element element, String declaration) {
        String style = element.getAttribute("style");
        element.setAttribute("style", style.isEmpty() ? declaration : style + "; " + declaration);
    }

    /** Whether an element is one of those that stand within lines. */
    static boolean isInline(Element element) {
        return INLINE.contains(element.getTagName());
    }

    /** The same element once more, in its place: the layout engine remembers the style of one that it was asked about. */
    static Element renew(Element element) {
        Element renewed = (Element) element.cloneNode(false);
        renewed.setUserData(PrintedDocument.NUMBER, element.getUserData(PrintedDocument.NUMBER), null);
        while (element.getFirstChild() != null) {
            renewed.appendChild(element.getFirstChild());
        }
        element.getParentNode().replaceChild(renewed, element);
        return renewed;
    }
}
