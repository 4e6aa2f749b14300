package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.diag.Suggestion;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Looks through a style of somebody's own for what would keep it from printing (CSL 1.0.2, "File Types", "Macro", "Choose"). */
final class StyleFile extends DefaultHandler {
    private record Use(String macro, Span span) {}

    private final Source source;
    private final Problems problems;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> macros = new LinkedHashSet<>();
    private final List<Use> uses = new ArrayList<>();
    private boolean style;
    private boolean dependent;
    private boolean layout;
    private boolean good = true;
    private Locator at;

    private StyleFile(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Whether the style can print citations; if not, the problems tell why. */
    static boolean isUsable(Source source, Problems problems) {
        return new StyleFile(source, problems).check();
    }

    private boolean check() {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new StringReader(source.text())), this);
        } catch (SAXParseException e) {
            int offset = source.offset(e.getLineNumber(), e.getColumnNumber());
            invalid(
                    source.span(Math.max(0, offset - 1), offset),
                    "this style is no XML from here on",
                    "close each tag that is opened, and write &amp; for &; or download the style again");
            return false;
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
        if (!style || !layout && !dependent) {
            invalid(
                    source.whole(),
                    style ? "a style that prints no citations" : "this file is no style",
                    "take an independent style of CSL 1.0, which has <citation> with a <layout>");
        }
        for (Use use : uses) {
            if (!macros.contains(use.macro())) {
                invalid(
                        use.span(),
                        "the style has no macro named \"" + use.macro() + "\"",
                        Suggestion.help(use.macro(), macros));
            }
        }
        return good;
    }

    private void invalid(Span span, String message, String help) {
        good = false;
        problems.add(Rule.CITATION_STYLE_UNKNOWN, span, message, help);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        at = locator;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        String parent = open.isEmpty() ? "" : open.peek();
        style |= parent.isEmpty() && name.equals("style");
        dependent |= name.equals("link") && "independent-parent".equals(attributes.getValue("rel"));
        layout |= parent.equals("citation") && name.equals("layout");
        String macro = attributes.getValue(name.equals("macro") ? "name" : "macro");
        if (macro != null && name.equals("macro")) {
            macros.add(macro);
        } else if (macro != null) {
            uses.add(new Use(macro, span(macro)));
        }
        open.push(name);
    }

    /** The last place of a word before the end of the tag that was read. */
    private Span span(String word) {
        int end = source.offset(at.getLineNumber(), at.getColumnNumber());
        int start = Math.max(0, source.text().lastIndexOf('"' + word + '"', end) + 1);
        return source.span(start, start + word.length());
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        open.pop();
    }
}
