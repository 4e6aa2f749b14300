package colophon.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in running text to be copied: addresses, identifiers, paths and names of files. */
final class Verbatim {
    private static final Pattern START = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])(?:[a-z][a-z0-9+.-]*://|www\\.|(?:doi|mailto|urn|hdl|arxiv|tel):|10\\.\\d{4,9}/|(?:\\.{1,2}|~)?/(?=[^/\\s])|[a-z]:\\\\|\\\\\\\\)");
    private static final Pattern MAIL = Pattern.compile("[^\\s\"<>()]+@[^\\s\"<>()@]+\\.[^\\s\"<>()@]+");
    private static final Pattern FILE = Pattern.compile("(?:[\\w.~-]+/)*[\\w.~-]*--+[\\w.~-]*\\.[a-z][a-z0-9]{0,7}");
    private static final String ENDINGS = "?!.,:;*_~'’”»…";

    private Verbatim() {}

    /** Whether a character belongs to such a word. */
    static boolean holds(char[] text, int length, int at) {
        int start = at;
        while (start > 0 && !isEnd(text[start - 1])) {
            start--;
        }
        int end = at;
        while (end < length && !isEnd(text[end])) {
            end++;
        }
        String word = new String(text, start, end - start);
        return mayHold(word) && holds(word, at - start);
    }

    private static boolean isEnd(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '"'
                || c == '<'
                || c == '>'
                || c == '\uFFFC';
    }

    private static boolean mayHold(String word) {
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            if (c == '/' || c == ':' || c == '@' || c == '\\' || c == '.') {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String word, int at) {
        Matcher start = START.matcher(word);
        if (start.find()) {
            return start.start() <= at && at < end(word, start.start());
        }
        int opening = opening(word);
        String bare = word.substring(opening, end(word, opening));
        int offset = at - opening;
        return offset >= 0
                && offset < bare.length()
                && (MAIL.matcher(bare).matches() || FILE.matcher(bare).matches());
    }

    private static int opening(String word) {
        int start = 0;
        while (start < word.length() && "([{'“‘„«".indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    /** The end of an address, without the marks of the sentence after it and a bracket that it does not open. */
    private static int end(String word, int start) {
        int end = word.length();
        while (end > start) {
            char last = word.charAt(end - 1);
            boolean isBracket = last == ')' || last == ']' || last == '}';
            if (ENDINGS.indexOf(last) < 0 && !(isBracket && isSurplus(word, start, end, last))) {
                return end;
            }
            end--;
        }
        return start;
    }

    private static boolean isSurplus(String word, int start, int end, char closing) {
        char opening = closing == ')' ? '(' : closing == ']' ? '[' : '{';
        int depth = 0;
        for (int at = start; at < end; at++) {
            depth += word.charAt(at) == opening ? 1 : word.charAt(at) == closing ? -1 : 0;
        }
        return depth < 0;
    }
}
