package colophon.output;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * A document to be printed. Where it asks for the number of a page, that is filled in once it is known:
 *
 * <ul>
 *   <li>{@code <span class="page-of" data-href="#id"></span>} becomes the number of the page of that place; what it stands in,
 *       {@code <span class="page-reference">}, is left out on that page itself;
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
    private static final String CONTENTS = "toc";
    private static final String PAGE_REFERENCE = "page-reference";
    static final String PAGES_OF = "pages-of";

    private final Document source;
    private final Set<String> wanted = new LinkedHashSet<>();

    PrintedDocument(Document source) {
        this.source = source;
        for (Element element : Elements.within(source)) {
            decodeTarget(element, "href");
            decodeTarget(element, "data-href");
            if (PrintedFlow.hasClass(element, PAGE_OF)) {
                target(element.getAttribute("data-href")).ifPresent(wanted::add);
                around(element).ifPresent(this::wantPlace);
            } else if (PrintedFlow.hasClass(element, PAGES_OF)) {
                links(element).forEach(link -> target(link.getAttribute("href")).ifPresent(wanted::add));
            }
        }
    }

    /** The page of a reference is asked for, too. */
    private void wantPlace(Element reference) {
        Element link = (Element) reference.getParentNode();
        if (!link.hasAttribute("id")) {
            link.setAttribute("id", "reference-" + wanted.size());
        }
        wanted.add(link.getAttribute("id"));
    }

    private static Optional<Element> around(Element pageOf) {
        return pageOf.getParentNode() instanceof Element around && PrintedFlow.hasClass(around, PAGE_REFERENCE)
                ? Optional.of(around)
                : Optional.empty();
    }

    /** The ids of the places whose pages are asked for. */
    Set<String> wanted() {
        return wanted;
    }

    /**
     * A copy to lay out: the layout engine changes what it is given.
     *
     * @param sizes of its images and tables
     * @param late leaves the numbers to the moment of painting, when they cannot move anything any more
     */
    Document copy(PrintedSizes sizes, PdfProof proof, boolean late) {
        Document copy = (Document) source.cloneNode(true);
        List<Element> elements = Elements.within(copy);
        for (int number = 0; number < elements.size(); number++) {
            elements.get(number).setUserData(NUMBER, number, null);
        }
        for (Element element : elements) {
            if (PrintedFlow.hasClass(element, PAGE_OF)) {
                pageOf(element, proof, late);
            } else if (PrintedFlow.hasClass(element, PAGES_OF)) {
                list(element, proof, late);
            } else if (element.getTagName().equals("a") && isInContents(element)) {
                keepNumber(element);
            }
        }
        mend(elements, proof);
        sizes.apply(elements, proof.fixes().scales());
        return copy;
    }

    private static boolean isInContents(Element link) {
        return link.getParentNode() instanceof Element line
                && line.getParentNode() instanceof Element list
                && PrintedFlow.hasClass(list, CONTENTS);
    }

    /** The last word of a line of the contents keeps room for the number of the page, which is never alone in a line. */
    private static void keepNumber(Element link) {
        Node last = link.getLastChild();
        while (last != null && last.getLastChild() != null) {
            last = last.getLastChild();
        }
        if (last instanceof Text text) {
            int start = text.getData().stripTrailing().length() - 1;
            while (start > 0 && !LineBreaks.mayBreak(text.getData(), start)) {
                start--;
            }
            Text word = start > 0 ? text.splitText(start) : text;
            Element kept = text.getOwnerDocument().createElementNS(link.getNamespaceURI(), "span");
            kept.setAttribute("class", "before-page");
            word.getParentNode().replaceChild(kept, word);
            kept.appendChild(word);
        }
    }

    private static void pageOf(Element element, PdfProof proof, boolean late) {
        Optional<Element> reference = around(element);
        String href = element.getAttribute("data-href");
        if (reference.isPresent() && isHere(reference.get(), href, proof)) {
            reference.get().getParentNode().removeChild(reference.get());
        } else if (late) {
            Elements.addClass(element, "page-late");
        } else {
            join(element, number(href, proof));
            reference.ifPresent(it -> join(it, it.getTextContent()));
        }
    }

    private static boolean isHere(Element reference, String href, PdfProof proof) {
        Integer page = proof.pages().get(((Element) reference.getParentNode()).getAttribute("id"));
        return page != null && page.equals(target(href).map(proof.pages()::get).orElse(null));
    }

    /** Text becomes a part of the words around it. */
    private static void join(Element element, String text) {
        Node around = element.getParentNode();
        around.replaceChild(element.getOwnerDocument().createTextNode(text), element);
        around.normalize();
    }

    private static void mend(List<Element> elements, PdfProof proof) {
        proof.fixes().apply(elements);
        for (int page = 0; page < proof.fronts().size(); page++) {
            if (proof.fronts().get(page) != PdfProof.NOTHING) {
                numberFront(elements.get(proof.fronts().get(page)), page);
            }
        }
    }

    /**
     * Puts the number of a page into an element that begins on it: there the number stays with the first line. The engine's own lower
     * case roman numbers depend on the machine's locale.
     */
    private static void numberFront(Element begins, int page) {
        Element folio = begins.getOwnerDocument().createElementNS(begins.getNamespaceURI(), "div");
        folio.setAttribute("class", "folio-front");
        folio.setTextContent(PdfProof.roman(page + 1));
        begins.insertBefore(folio, begins.getFirstChild());
    }

    /** As wide as the number will be, as long as it is not known. */
    private static String number(String href, PdfProof proof) {
        return target(href).flatMap(proof::label).orElse(UNKNOWN);
    }

    private static Optional<String> target(String href) {
        return href.startsWith("#") ? Optional.of(href.substring(1)) : Optional.empty();
    }

    /** Addresses have other letters than those of ASCII encoded, ids have them as they are, and so has the layout engine. */
    private static void decodeTarget(Element element, String attribute) {
        String href = element.getAttribute(attribute);
        if (href.startsWith("#") && href.indexOf('%') >= 0) {
            element.setAttribute(attribute, URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
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
                Elements.addClass(link, "page-late");
            }
        }
        if (!links.isEmpty()) {
            String word = list.getAttribute(numbers.size() > 1 ? "data-many" : "data-one");
            list.insertBefore(list.getOwnerDocument().createTextNode(word + "\u00A0"), links.get(0));
        }
    }

    private static List<Element> links(Element list) {
        return Elements.within(list).stream()
                .filter(element -> element.getTagName().equals("a"))
                .toList();
    }
}
