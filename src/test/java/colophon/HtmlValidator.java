package colophon;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker, the one that validator.w3.org runs, in this process. Its set-up takes seconds: give it all pages at once. */
final class HtmlValidator {
    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);
    private final List<String> found = new ArrayList<>();

    private HtmlValidator() throws Exception {
        validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new SystemErrErrorHandler());
        validator.setUpValidatorAndParsers(new Findings(), true, false);
    }

    /** What is wrong with pages, errors and warnings. Its grammar needs a deeper stack than the tests are given. */
    static List<String> check(Map<String, byte[]> pages) throws Exception {
        FutureTask<List<String>> task = new FutureTask<>(() -> {
            HtmlValidator validator = new HtmlValidator();
            List<String> all = new ArrayList<>();
            for (Map.Entry<String, byte[]> page : pages.entrySet()) {
                all.addAll(validator.check(page.getKey(), page.getValue()));
            }
            return all;
        });
        new Thread(null, task, "html-validator", 64L << 20).start();
        return task.get();
    }

    private List<String> check(String path, byte[] html) throws Exception {
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
