package colophon.read;

import colophon.model.Inline;
import colophon.model.Inline.Cite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Finds citations as Pandoc writes them: {@code [see @key, p. 12; -@other]}, and {@code @key} within a sentence. A key of other characters
 * than letters, digits and a few signs is in braces.
 */
final class CitationScanner {
    private final CharSequence text;
    private final int limit;
    private final IntUnaryOperator offset;

    /**
     * @param limit where the stretch ends that is read as one
     * @param offset the place in the file of an index of {@code text}
     */
    CitationScanner(CharSequence text, int limit, IntUnaryOperator offset) {
        this.text = text;
        this.limit = limit;
        this.offset = offset;
    }

    /** A citation and the index after it. */
    record Found(Inline.Citation citation, int end) {}

    /** The citation that begins at a bracket or an at sign, if one does. */
    Optional<Found> at(int index) {
        return text.charAt(index) == '[' ? bracketed(index) : inSentence(index);
    }

    private Optional<Found> bracketed(int open) {
        int close = open + 1;
        boolean key = false;
        int depth = 0;
        while (close < limit && (depth > 0 || text.charAt(close) != ']')) {
            char c = text.charAt(close);
            if (c == '`' || c == '\\' || c == '[' && !key) {
                return Optional.empty();
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            boolean here = c == '@' && isKey(close, open + 1);
            key |= here;
            close = here ? Math.max(close, braced(close + 1)) + 1 : close + 1;
        }
        boolean isLink = close + 1 < limit && text.charAt(close + 1) == '(';
        if (!key || close == limit || isLink) {
            return Optional.empty();
        }
        return Optional.of(found(cites(open + 1, close), false, open, close + 1));
    }

    /** The works between semicolons. */
    private List<Cite> cites(int from, int close) {
        List<Cite> cites = new ArrayList<>();
        int start = from;
        for (int at = start; at <= close; at++) {
            if (at == close || text.charAt(at) == ';') {
                cites.add(cite(start, at));
                start = at + 1;
            } else if (text.charAt(at) == '@' && isKey(at, start)) {
                at = Math.max(at, braced(at + 1));
            }
        }
        return cites;
    }

    private Found found(List<Cite> cites, boolean inSentence, int start, int end) {
        String written = words(start, end);
        return new Found(
                new Inline.Citation(
                        List.copyOf(cites),
                        inSentence,
                        written,
                        offset.applyAsInt(start),
                        offset.applyAsInt(end - 1) + 1),
                end);
    }

    /** One of the works between semicolons; without a key where the author wrote none. */
    private Cite cite(int start, int end) {
        int at = start;
        while (at < end && !(text.charAt(at) == '@' && isKey(at, start))) {
            at++;
        }
        if (at == end) {
            return new Cite("", words(start, end), "", false, offset.applyAsInt(start), offset.applyAsInt(end - 1) + 1);
        }
        int braced = braced(at + 1);
        int keyStart = braced < 0 ? at + 1 : at + 2;
        int keyEnd = braced < 0 ? keyEnd(at + 1, end) : braced;
        boolean withoutAuthor = at > start && text.charAt(at - 1) == '-';
        return new Cite(
                words(keyStart, keyEnd),
                words(start, withoutAuthor ? at - 1 : at),
                suffix(braced < 0 ? keyEnd : braced + 1, end),
                withoutAuthor,
                offset.applyAsInt(keyStart),
                offset.applyAsInt(keyEnd - 1) + 1);
    }

    private Optional<Found> inSentence(int at) {
        if (!isKey(at, 0) || at > 0 && text.charAt(at - 1) == '-') {
            return Optional.empty();
        }
        int braced = braced(at + 1);
        int start = braced < 0 ? at + 1 : at + 2;
        int end = braced < 0 ? keyEnd(at + 1, limit) : braced;
        int behind = braced < 0 ? end : braced + 1;
        int close = placeEnd(behind);
        List<Cite> cites = new ArrayList<>();
        List<Cite> others = close < 0 ? List.of() : cites(behind + 2, close);
        String suffix = others.isEmpty() || !others.get(0).key().isEmpty()
                ? ""
                : others.get(0).prefix();
        cites.add(new Cite(
                words(start, end), "", suffix, false, offset.applyAsInt(start), offset.applyAsInt(end - 1) + 1));
        cites.addAll(others.subList(suffix.isEmpty() ? 0 : 1, others.size()));
        return Optional.of(found(cites, true, at, close < 0 ? behind : close + 1));
    }

    /** The end of the brackets after a key in a sentence, {@code @key [p. 12]}; -1 where there are none, or they are those of a link. */
    private int placeEnd(int from) {
        if (from + 2 >= limit || text.charAt(from) != ' ' || text.charAt(from + 1) != '[') {
            return -1;
        }
        int close = from + 2;
        while (close < limit && "[]`\\^!".indexOf(text.charAt(close)) < 0) {
            close++;
        }
        boolean ends = close < limit && text.charAt(close) == ']' && close > from + 2;
        boolean isLink = ends && close + 1 < limit && "([{".indexOf(text.charAt(close + 1)) >= 0;
        boolean isCitation = ends && (text.charAt(from + 2) == '@' || text.charAt(from + 2) == '-');
        return ends && !isLink && !isCitation ? close : -1;
    }

    /** What follows a key: without the comma before it, or with a space where there is none. */
    private String suffix(int start, int end) {
        String words = words(start, end);
        if (words.startsWith(",")) {
            return words.substring(1).strip();
        }
        boolean apart = !words.isEmpty() && start < end && text.charAt(start) <= ' ';
        return apart ? " " + words : words;
    }

    /** Whether a key begins at an at sign: not within a word, such as an address of mail. */
    private boolean isKey(int at, int start) {
        boolean opens = at == start || " \t\r\n\u00A0(-–—*“‘\"'（「『【、。，；：".indexOf(text.charAt(at - 1)) >= 0;
        return opens && at + 1 < limit && (isLetterOrDigit(text.charAt(at + 1)) || braced(at + 1) >= 0);
    }

    /** The index of the brace that ends a key in braces; -1 where none begins. */
    private int braced(int open) {
        if (open >= limit || text.charAt(open) != '{') {
            return -1;
        }
        int close = open + 1;
        while (close < limit && "{}[]\n\r".indexOf(text.charAt(close)) < 0) {
            close++;
        }
        boolean key = close < limit && text.charAt(close) == '}' && close > open + 1;
        return key ? close : -1;
    }

    /** A key as a citation writes it. */
    static String written(String key) {
        return key.matches("[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}_:.#/+-]*[\\p{L}\\p{Nd}])?") ? "@" + key : "@{" + key + "}";
    }

    /** The index after a key; a stop at its end belongs to the sentence. */
    private int keyEnd(int start, int end) {
        int at = start;
        while (at < end && (isLetterOrDigit(text.charAt(at)) || "_:.#/+-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        while (!isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isLetterOrDigit(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** A stretch in one line. */
    private String words(int start, int end) {
        StringBuilder words = new StringBuilder(end - start);
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            boolean space = c <= ' ';
            if (!space) {
                words.append(c);
            } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }
}
