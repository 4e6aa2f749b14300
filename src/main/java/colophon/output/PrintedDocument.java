package colophon.output;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A document to be printed. Where it asks for the number of a page, that is filled in once it is known:
 *
 * <ul>
 *   <li>{@code <span class="page-of" data-href="#id"></span>} becomes the number of the page of that place;
 *   <li>{@code <span class="pages-of" data-one="page" data-many="pages">} holds empty links: those to the same page become one.
 * </ul>
 */
final class PrintedDocument {
    /** Under this an element keeps its number, from 0, in the order of the document. */
    static final String NUMBER = "number";

    /** The class of an element that the printer saw must begin a page. */
    static final String BEGINS_PAGE = "begins-page";

    /** Stands for a number that is not known yet. */
    static final String UNKNOWN = "00";

    private static final String PAGE_OF = "page-of";
    static final String PAGES_OF = "pages-of";

    private final Document source;
    private final Set<String> wanted = new LinkedHashSet<>();

    PrintedDocument(Document source) {
        this.source = source;
        for (Element element : elements(source)) {
            if (PrintedFlow.hasClass(element, PAGE_OF)) {
                target(element.getAttribute("data-href")).ifPresent(wanted::add);
            } else if (PrintedFlow.hasClass(element, PAGES_OF)) {
                links(element).forEach(link -> target(link.getAttribute("href")).ifPresent(wanted::add));
            }
        }
    }

    /** The ids of the places whose pages are asked for. */
    Set<String> wanted() {
        return wanted;
    }

    /**
     * A copy to lay out: the layout engine changes what it is given.
     *
     * @param late leaves the numbers to the moment of painting, when they cannot move anything any more
     */
    Document copy(PdfProof proof, boolean late) {
        Document copy = (Document) source.cloneNode(true);
        List<Element> elements = elements(copy);
        for (int number = 0; number < elements.size(); number++) {
            elements.get(number).setUserData(NUMBER, number, null);
        }
        for (Element element : elements) {
            if (PrintedFlow.hasClass(element, PAGE_OF)) {
                if (late) {
                    addClass(element, "page-late");
                } else {
                    join(element, number(element.getAttribute("data-href"), proof));
                }
            } else if (PrintedFlow.hasClass(element, PAGES_OF)) {
                list(element, proof, late);
            }
        }
        mend(elements, proof);
        return copy;
    }

    /** The number becomes a part of the words around it: the printer may break a line wherever an element ends. */
    private static void join(Element element, String number) {
        Node around = element.getParentNode();
        around.replaceChild(element.getOwnerDocument().createTextNode(number), element);
        around.normalize();
    }

    private static void mend(List<Element> elements, PdfProof proof) {
        proof.breaks().forEach(number -> addClass(elements.get(number), BEGINS_PAGE));
        proof.kept().forEach(number -> addClass(elements.get(number), "kept-lines"));
        proof.whole().forEach(number -> addClass(elements.get(number), "whole-words"));
        proof.lastWords().forEach(number -> LineEnds.carryLastWord(elements.get(number)));
        proof.brackets().forEach(number -> LineEnds.carryBracket(elements.get(number)));
        proof.floats().forEach((number, paragraphs) -> Floats.move(elements.get(number), paragraphs));
        for (int page = 0; page < proof.fronts().size(); page++) {
            if (proof.fronts().get(page) != PdfProof.NOTHING) {
                numberFront(elements.get(proof.fronts().get(page)), page);
            }
        }
    }

    /** Puts the number of a page before what comes first on it. The engine's own small roman numbers depend on the machine's locale. */
    private static void numberFront(Element first, int page) {
        Element folio = first.getOwnerDocument().createElementNS(first.getNamespaceURI(), "div");
        folio.setAttribute("class", "folio-front");
        folio.setTextContent(PdfProof.roman(page + 1));
        first.getParentNode().insertBefore(folio, first);
    }

    /** As wide as the number will be, as long as it is not known. */
    private static String number(String href, PdfProof proof) {
        return target(href).flatMap(proof::label).orElse(UNKNOWN);
    }

    private static Optional<String> target(String href) {
        return href.startsWith("#") ? Optional.of(href.substring(1)) : Optional.empty();
    }

    /** "pages 4, 11": a page stands in it once. */
    private static void list(Element list, PdfProof proof, boolean late) {
        Set<String> numbers = new LinkedHashSet<>();
        List<Element> links = links(list);
        for (Element link : links) {
            String number = number(link.getAttribute("href"), proof);
            if (!numbers.add(number)) {
                list.removeChild(link);
                continue;
            }
            if (numbers.size() > 1) {
                list.insertBefore(list.getOwnerDocument().createTextNode(", "), link);
            }
            link.setTextContent(late ? "" : number);
            link.setAttribute("title", list.getAttribute("data-one") + " " + number);
            if (late) {
                addClass(link, "page-late");
            }
        }
        if (!links.isEmpty()) {
            String word = list.getAttribute(numbers.size() > 1 ? "data-many" : "data-one");
            list.insertBefore(list.getOwnerDocument().createTextNode(word + "\u00A0"), links.get(0));
        }
    }

    private static void addClass(Element element, String name) {
        element.setAttribute("class", (element.getAttribute("class") + " " + name).strip());
    }

    private static List<Element> links(Element list) {
        return elements(list).stream()
                .filter(element -> element.getTagName().equals("a"))
                .toList();
    }

    /** All elements within a node, in order. */
    private static List<Element> elements(Node root) {
        List<Element> elements = new ArrayList<>();
        Node node = root;
        while (node != null) {
            if (node instanceof Element element) {
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
}
