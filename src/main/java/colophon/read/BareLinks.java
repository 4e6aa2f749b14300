package colophon.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the addresses that stand in a text without brackets, by the rules of GFM (section 6.9, "Autolinks"). */
final class BareLinks {
    private static final String[] SCHEMES = {"http://", "https://", "ftp://"};
    private static final String WWW = "www.";
    private static final String BEFORE = " \t\r\n*_~(";
    private static final String AFTER = "?!.,:*_~'\"";

    private final String text;
    private final List<Found> found = new ArrayList<>();

    private BareLinks(String text) {
        this.text = text;
    }

    /**
     * An address.
     *
     * @param start offset in the text
     * @param end offset after it
     * @param prefix what has to be written before it to make a complete one
     */
    record Found(int start, int end, String prefix) {}

    /** All of them, from first to last. */
    static List<Found> in(String text) {
        BareLinks links = new BareLinks(text);
        for (String scheme : SCHEMES) {
            links.find(scheme, scheme.length(), "");
        }
        links.find(WWW, 0, "http://");
        links.mail();
        links.found.sort(Comparator.comparingInt(Found::start));
        return links.found;
    }

    private void find(String beginning, int domain, String prefix) {
        int at = text.indexOf(beginning);
        while (at >= 0) {
            int end = begins(at) ? end(at + domain) : -1;
            if (end > at + beginning.length()) {
                found.add(new Found(at, end, prefix));
            }
            at = text.indexOf(beginning, Math.max(at + 1, end));
        }
    }

    private boolean begins(int at) {
        return at == 0 || BEFORE.indexOf(text.charAt(at - 1)) >= 0;
    }

    /** The offset after an address whose domain begins here; -1 if none does. */
    private int end(int domain) {
        int at = domain;
        while (at < text.length() && isDomain(text.charAt(at))) {
            at++;
        }
        String name = text.substring(domain, at);
        int last = name.lastIndexOf('.');
        int first = name.lastIndexOf('.', last - 1);
        if (last < 1 || name.indexOf('_', first + 1) >= 0) {
            return -1;
        }
        while (at < text.length() && isAddress(text.charAt(at))) {
            at++;
        }
        return trimmed(domain, at);
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }

    /** Quotation marks, dashes and stops outside of ASCII are those of the sentence. */
    private static boolean isAddress(char c) {
        return c < 0x80 ? c > ' ' && c != '<' : !Flanking.isPunctuation(c) && !Flanking.isSpace(c);
    }

    /** Without the marks that end the sentence, brackets that nothing opened, and an entity. */
    private int trimmed(int start, int limit) {
        int end = limit;
        while (end > start) {
            char c = text.charAt(end - 1);
            if (AFTER.indexOf(c) >= 0 || c == ')' && closesMore(start, end)) {
                end--;
            } else if (c == ';') {
                end = entityStart(start, end);
            } else {
                break;
            }
        }
        return end;
    }

    private boolean closesMore(int start, int end) {
        int depth = 0;
        for (int i = start; i < end; i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
        }
        return depth < 0;
    }

    private int entityStart(int start, int end) {
        int at = end - 2;
        while (at > start && Character.isLetterOrDigit(text.charAt(at))) {
            at--;
        }
        return at < end - 2 && text.charAt(at) == '&' ? at : end - 1;
    }

    private void mail() {
        int at = text.indexOf('@');
        while (at >= 0) {
            int start = at;
            while (start > 0 && isLocal(text.charAt(start - 1))) {
                start--;
            }
            while (start < at && !isLetterOrDigit(text.charAt(start))) {
                start++;
            }
            int end = at + 1;
            int dot = -1;
            while (end < text.length() && isMailDomain(text.charAt(end))) {
                dot = text.charAt(end) == '.' && end + 1 < text.length() && isLetterOrDigit(text.charAt(end + 1))
                        ? end
                        : dot;
                end++;
            }
            while (end > at && text.charAt(end - 1) == '.') {
                end--;
            }
            boolean ended = "-_@".indexOf(end < text.length() ? text.charAt(end) : ' ') < 0;
            if (start < at && dot > at + 1 && ended && "-_".indexOf(text.charAt(end - 1)) < 0) {
                found.add(new Found(start, end, "mailto:"));
            }
            at = text.indexOf('@', at + 1);
        }
    }

    private static boolean isLocal(char c) {
        return isLetterOrDigit(c) || ".-_+".indexOf(c) >= 0;
    }

    private static boolean isMailDomain(char c) {
        return isLetterOrDigit(c) || ".-_".indexOf(c) >= 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
