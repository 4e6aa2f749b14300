package colophon.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in running text to be copied: addresses, identifiers, paths and names of files.
 *
 * <p>A word is read once, however many of its characters are asked for.
 */
final class Verbatim {
    /** No scheme is longer than thirty characters; without a limit each of many hyphens would begin a search through the whole word. */
    private static final Pattern START = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])(?:[a-z][a-z0-9+.-]{0,29}://|www\\.|(?:doi|mailto|urn|hdl|arxiv|tel):|10\\.\\d{4,9}/|(?:\\.{1,2}|~)?/(?=[^/\\s])|[a-z]:\\\\|\\\\\\\\)");

    private static final Pattern EXTENSION = Pattern.compile("[a-z][a-z0-9]{0,7}");
    private static final String ENDINGS = "?!.,:;*_~'’”»…";
    private static final String OPENING_BRACKETS = "([{";
    private static final String CLOSING_BRACKETS = ")]}";

    private char[] text = {};
    private int length;
    /** The word that was read last, and what of it is to be copied. */
    private int wordStart;

    private int wordEnd;
    private int start;
    private int end;

    /** Begins with a paragraph. */
    void read(char[] paragraph, int chars) {
        text = paragraph;
        length = chars;
        wordStart = 0;
        wordEnd = 0;
    }

    /** Whether a character belongs to such a word. */
    boolean holds(int at) {
        if (isEnd(text[at])) {
            return false;
        }
        if (at < wordStart || at >= wordEnd) {
            readWord(at);
        }
        return start <= at && at < end;
    }

    private void readWord(int at) {
        wordStart = at;
        while (wordStart > 0 && !isEnd(text[wordStart - 1])) {
            wordStart--;
        }
        wordEnd = at;
        while (wordEnd < length && !isEnd(text[wordEnd])) {
            wordEnd++;
        }
        start = wordStart;
        end = wordStart;
        if (mayHold()) {
            find(new String(text, wordStart, wordEnd - wordStart));
        }
    }

    private static boolean isEnd(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '"'
                || c == '<'
                || c == '>'
                || c == '\uFFFC';
    }

    private boolean mayHold() {
        for (int at = wordStart; at < wordEnd; at++) {
            char c = text[at];
            if (c == '/' || c == ':' || c == '@' || c == '\\' || c == '.') {
                return true;
            }
        }
        return false;
    }

    private void find(String word) {
        Matcher address = START.matcher(word);
        boolean isAddress = address.find();
        int from = isAddress ? address.start() : opening(word);
        int to = end(word, from);
        String bare = word.substring(from, to);
        if (isAddress || isMail(bare) || isFile(bare)) {
            start = wordStart + from;
            end = wordStart + to;
        }
    }

    /** A name, the last @, and a domain with a full stop in it. */
    private static boolean isMail(String word) {
        int at = word.lastIndexOf('@');
        int stop = word.indexOf('.', at + 2);
        return at > 0 && stop > 0 && stop < word.length() - 1 && word.indexOf('(') < 0 && word.indexOf(')') < 0;
    }

    /** Perhaps folders, a name with hyphens that would become a dash, and an extension. */
    private static boolean isFile(String word) {
        int dot = word.lastIndexOf('.');
        int hyphens = word.indexOf("--", word.lastIndexOf('/') + 1);
        return hyphens >= 0
                && hyphens + 1 < dot
                && EXTENSION.matcher(word).region(dot + 1, word.length()).matches()
                && word.charAt(0) != '/'
                && !word.contains("//")
                && word.chars().allMatch(Verbatim::isInPath);
    }

    private static boolean isInPath(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "_.~-/".indexOf(c) >= 0);
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
        int[] surplus = surplus(word, start);
        int end = word.length();
        while (end > start) {
            char last = word.charAt(end - 1);
            int bracket = CLOSING_BRACKETS.indexOf(last);
            boolean isSurplus = bracket >= 0 && surplus[bracket] > 0;
            if (ENDINGS.indexOf(last) < 0 && !isSurplus) {
                return end;
            }
            if (isSurplus) {
                surplus[bracket]--;
            }
            end--;
        }
        return start;
    }

    /** How many more brackets of each kind are closed than opened. */
    private static int[] surplus(String word, int start) {
        int[] surplus = new int[CLOSING_BRACKETS.length()];
        for (int at = start; at < word.length(); at++) {
            int opened = OPENING_BRACKETS.indexOf(word.charAt(at));
            int closed = CLOSING_BRACKETS.indexOf(word.charAt(at));
            if (opened >= 0) {
                surplus[opened]--;
            } else if (closed >= 0) {
                surplus[closed]++;
            }
        }
        return surplus;
    }
}
