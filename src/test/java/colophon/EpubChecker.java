package colophon;

import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

/** EPUBCheck, the checker of the W3C, asked for everything it has to say. */
final class EpubChecker {
    private EpubChecker() {}

    /** Errors, warnings and remarks. Its grammars need a deeper stack than the tests are given. */
    static List<String> check(byte[] epub) throws Exception {
        FutureTask<List<String>> task = new FutureTask<>(() -> {
            Findings findings = new Findings();
            new EpubCheck(new ByteArrayInputStream(epub), findings, "book.epub").doValidate();
            return findings.found;
        });
        new Thread(null, task, "epub-checker", 64L << 20).start();
        return task.get();
    }

    private static final class Findings extends MasterReport {
        private final List<String> found = new ArrayList<>();

        @Override
        public void message(Message message, EPUBLocation place, Object... arguments) {
            if (message.getSeverity() != Severity.SUPPRESSED && message.getSeverity() != Severity.USAGE) {
                found.add(message.getSeverity() + " " + message.getID() + " " + place.getPath() + ":" + place.getLine()
                        + ":" + place.getColumn() + ": " + message.getMessage(arguments));
            }
        }

        @Override
        public void info(String resource, FeatureEnum feature, String value) {}

        @Override
        public int generate() {
            return 0;
        }

        @Override
        public void initialize() {}
    }
}
