package colophon.render.cite;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An element of a style or of a locale. */
final class StyleElement {
    private final String name;
    private final Map<String, String> attributes;
    private final List<StyleElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Format format;

    private StyleElement(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
        this.format = Format.of(this);
    }

    static StyleElement of(String name, Map<String, String> attributes, StyleElement... children) {
        StyleElement element = new StyleElement(name, Map.copyOf(attributes));
        element.children.addAll(List.of(children));
        return element;
    }

    /** Reads a document and gives its root. */
    static StyleElement parse(String xml) {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Reader reader = new Reader();
            factory.newSAXParser().parse(new InputSource(new StringReader(xml)), reader);
            return reader.root;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("a style that was checked cannot be parsed", e);
        }
    }

    String name() {
        return name;
    }

    boolean is(String other) {
        return name.equals(other);
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** The value of an attribute; empty if it is missing. */
    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    String get(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    /** The words of an attribute that is a list. */
    List<String> words(String attribute) {
        String value = get(attribute).strip();
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }

    boolean isTrue(String attribute) {
        return get(attribute).equals("true");
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<StyleElement> children() {
        return children;
    }

    /** The first child of a name; null if there is none. */
    StyleElement child(String other) {
        for (StyleElement child : children) {
            if (child.is(other)) {
                return child;
            }
        }
        return null;
    }

    String text() {
        return text.toString();
    }

    Format format() {
        return format;
    }

    /** Whether the element or one below it has an attribute with a value. */
    boolean contains(String attribute, String value) {
        return get(attribute).equals(value) || children.stream().anyMatch(child -> child.contains(attribute, value));
    }

    private static final class Reader extends DefaultHandler {
        private final Deque<StyleElement> open = new ArrayDeque<>();
        private StyleElement root;

        @Override
        public void startElement(String uri, String local, String qualified, Attributes attributes) {
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                values.put(attributes.getQName(i), attributes.getValue(i));
            }
            StyleElement element = new StyleElement(qualified.substring(qualified.indexOf(':') + 1), values);
            if (open.isEmpty()) {
                root = element;
            } else {
                open.peek().children.add(element);
            }
            open.push(element);
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            open.peek().text.append(characters, start, length);
        }

        @Override
        public void endElement(String uri, String local, String qualified) {
            open.pop();
        }

        @Override
        public void error(org.xml.sax.SAXParseException e) {
            // Only what is not well-formed is of interest, and that is fatal.
        }
    }
}
