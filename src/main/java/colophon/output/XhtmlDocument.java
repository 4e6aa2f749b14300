package colophon.output;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A document of a book as a tree that can be completed. */
final class XhtmlDocument {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n";
    /** What XHTML writes without an end tag; in everything else an empty element has one. */
    private static final Set<String> EMPTY = Set.of(
            "br", "hr", "img", "link", "meta", "source", "col", "wbr", "input", "area", "base", "embed", "track");

    private final Document tree;

    private XhtmlDocument(Document tree) {
        this.tree = tree;
    }

    /** @throws SAXException when the text is not well-formed XML */
    static XhtmlDocument parse(String xhtml) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new XhtmlDocument(builder.parse(new InputSource(new StringReader(xhtml))));
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    Element body() {
        return elements("body").get(0);
    }

    /** All elements of a name, in order. */
    List<Element> elements(String name) {
        NodeList found = tree.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>(found.getLength());
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    boolean has(String element) {
        return tree.getElementsByTagNameNS("*", element).getLength() > 0;
    }

    Element create(String name) {
        return tree.createElementNS(tree.getDocumentElement().getNamespaceURI(), name);
    }

    /** The whole document as a file. */
    byte[] bytes() {
        StringBuilder out = new StringBuilder(DECLARATION);
        write(tree.getDocumentElement(), out);
        return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Node node, StringBuilder out) {
        if (node instanceof Text text) {
            escape(text.getData(), out);
        } else if (node instanceof Element element) {
            out.append('<').append(element.getTagName());
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                out.append(' ').append(attributes.item(i).getNodeName()).append("=\"");
                escape(attributes.item(i).getNodeValue(), out);
                out.append('"');
            }
            if (!element.hasChildNodes() && EMPTY.contains(element.getTagName())) {
                out.append("/>");
                return;
            }
            out.append('>');
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                write(child, out);
            }
            out.append("</").append(element.getTagName()).append('>');
        }
    }

    static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
