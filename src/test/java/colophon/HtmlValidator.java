package colophon;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker, the one that validator.w3.org runs, in this process. Its set-up takes seconds: make one and use it for all. */
final class HtmlValidator {
    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);
    private final List<String> found = new ArrayList<>();

    HtmlValidator() throws Exception {
        System.setProperty("nu.validator.datatype.warn", "true");
        Findings findings = new Findings();
        validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new SystemErrErrorHandler());
        validator.setUpValidatorAndParsers(findings, true, false);
    }

    /** What is wrong with a page, errors and warnings. */
    List<String> check(String path, byte[] html) throws Exception {
        found.clear();
        InputSource source = new InputSource(new ByteArrayInputStream(html));
        source.setEncoding("UTF-8");
        source.setSystemId("https://example.org/" + path);
        validator.checkHtmlInputSource(source);
        return found.stream().map(message -> path + ":" + message).toList();
    }

    private final class Findings implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            add("warning", e);
        }

        @Override
        public void error(SAXParseException e) {
            add("error", e);
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            add("fatal error", e);
        }

        private void add(String severity, SAXParseException e) {
            found.add(e.getLineNumber() + ":" + e.getColumnNumber() + ": " + severity + ": " + e.getMessage());
        }
    }
}
