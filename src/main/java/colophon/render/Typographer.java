package colophon.render;

import colophon.model.Inline;
import colophon.render.PhraseText.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Writes words as a typesetter would: quotation marks and apostrophes of the language, dashes, ellipses, and no line break where one would
 * part a number from its unit or from what it numbers. It reads a whole paragraph or heading at once, whatever elements its words are in.
 * Addresses, paths and the options of commands stay as they are written.
 */
final class Typographer {
    private static final String NO_BREAK = "\u00A0";
    private static final int ELLIPSIS_DOTS = 3;
    private static final int EM_DASH_HYPHENS = 3;
    private static final int EN_DASH_HYPHENS = 2;
    /** The characters of ASCII in whose place others may have to stand. */
    private static final boolean[] SETTABLE = ascii(" \n.-'\"");

    private final Optional<LanguageMarks> marks;
    private final boolean isFrench;
    private final PhraseText phrase = new PhraseText();
    /** What is changed in the paragraph that is set now; a mark of quotation has no text until all are known. */
    private final List<Change> changes = new ArrayList<>();

    private final Verbatim verbatim = new Verbatim();

    private int[] straight = new int[16];
    private int straightMarks;

    private Typographer(Optional<LanguageMarks> marks, boolean isFrench) {
        this.marks = marks;
        this.isFrench = isFrench;
    }

    /** One for texts in a language; those in a language without a rule here stay as they are written. */
    static Typographer of(String language) {
        Optional<LanguageMarks> marks = LanguageMarks.of(language);
        return new Typographer(marks, marks.isPresent() && !marks.get().space().isEmpty());
    }

    private static boolean[] ascii(String some) {
        boolean[] ascii = new boolean[128];
        for (char c : some.toCharArray()) {
            ascii[c] = true;
        }
        return ascii;
    }

    /** A paragraph or heading as it is to be printed. */
    List<Inline> set(List<Inline> content) {
        if (marks.isEmpty()) {
            return content;
        }
        phrase.read(content);
        find(marks.get());
        return changes.isEmpty() ? content : PhraseText.changed(content, changes);
    }

    /** A text by itself. */
    String set(String text) {
        if (marks.isEmpty() || text.isEmpty()) {
            return text;
        }
        phrase.read(text);
        find(marks.get());
        if (changes.isEmpty()) {
            return text;
        }
        StringBuilder set = new StringBuilder(text.length() + 8);
        int done = 0;
        for (Change change : changes) {
            set.append(text, done, change.at()).append(change.text());
            done = change.end();
        }
        return set.append(text, done, text.length()).toString();
    }

    /** Whether a text may begin with this character after a quotation: the number of a note stands after it. */
    boolean closesQuotation(char c) {
        return marks.filter(
                        own -> own.close().indexOf(c) >= 0 || own.innerClose().indexOf(c) >= 0)
                .isPresent();
    }

    /** Most texts of a site come through here: each character is checked once. */
    private void find(LanguageMarks own) {
        changes.clear();
        straightMarks = 0;
        char[] chars = phrase.chars();
        int end = phrase.length();
        verbatim.read(chars, end);
        for (int at = 0; at < end; at++) {
            char c = chars[at];
            if (c >= SETTABLE.length || !SETTABLE[c]) {
                continue;
            }
            switch (c) {
                case ' ', '\n' -> space(own, chars, end, at);
                case '.', '-' -> at = run(chars, end, at) - 1;
                default -> mark(at);
            }
        }
        if (straightMarks > 0) {
            quotations(own, chars, end);
        }
    }

    private void mark(int at) {
        if (verbatim.holds(at)) {
            return;
        }
        if (straightMarks == straight.length) {
            straight = Arrays.copyOf(straight, straightMarks * 2);
        }
        straight[straightMarks++] = at;
        changes.add(new Change(at, 1, ""));
    }

    /** Gives the marks of quotation their texts. */
    private void quotations(LanguageMarks own, char[] chars, int end) {
        String[] settings = QuotationMarks.settings(own, chars, end, Arrays.copyOf(straight, straightMarks));
        int mark = 0;
        int kept = 0;
        for (Change change : changes) {
            String text = change.text().isEmpty() ? settings[mark++] : change.text();
            if (text != null) {
                changes.set(kept++, new Change(change.at(), change.length(), text));
            }
        }
        changes.subList(kept, changes.size()).clear();
    }

    /** Full stops or hyphens that may be an ellipsis or a dash. Gives the index after them. */
    private int run(char[] chars, int length, int start) {
        int end = start + 1;
        while (end < length && chars[end] == chars[start]) {
            end++;
        }
        String instead = null;
        if (chars[start] == '.' && end - start == ELLIPSIS_DOTS) {
            instead = "…";
        } else if (chars[start] == '-') {
            instead = dash(chars, length, start, end);
        }
        if (instead != null && !verbatim.holds(start)) {
            changes.add(new Change(start, end - start, instead));
        }
        return end;
    }

    /** Arrows and the options of commands are no dashes. */
    private static String dash(char[] chars, int length, int start, int end) {
        char before = start == 0 ? ' ' : chars[start - 1];
        char next = end == length ? ' ' : chars[end];
        boolean isOption = end - start == EN_DASH_HYPHENS && begins(chars, start) && Character.isLetter(next);
        if (isOption || next == '>' || before == '<' || before == '!') {
            return null;
        }
        return end - start == EN_DASH_HYPHENS ? "–" : end - start == EM_DASH_HYPHENS ? "—" : null;
    }

    /** Whether something begins at a place: after a space, an opening bracket or an opening mark. */
    private static boolean begins(char[] chars, int at) {
        int last = at - 1;
        while (last >= 0 && (chars[last] == '"' || chars[last] == '\'')) {
            last--;
        }
        return last < 0 || Character.isWhitespace(chars[last]) || "([{“‘„‚«‹".indexOf(chars[last]) >= 0;
    }

    private void space(LanguageMarks own, char[] chars, int length, int at) {
        char before = at == 0 ? ' ' : chars[at - 1];
        char next = at + 1 == length ? ' ' : chars[at + 1];
        String instead = null;
        if (isFrench && next == ':') {
            instead = NO_BREAK;
        } else if (isFrench && (before == '«' || ";!?»".indexOf(next) >= 0)) {
            instead = LanguageMarks.NARROW_SPACE;
        } else if (mayBind(before, next) && NoBreaks.isBound(chars, length, at)
                || !own.bound().isEmpty() && isBoundWord(own, chars, at)) {
            instead = NO_BREAK;
        }
        if (instead != null) {
            changes.add(new Change(at, 1, instead));
        }
    }

    /** Whether a space may have to stay with what is around it, as few do. */
    private static boolean mayBind(char before, char next) {
        return next >= '0' && next <= '9'
                || next >= 'A' && next <= 'Z'
                || before >= '0' && before <= '9'
                || before == '.'
                || before >= '\u00A7';
    }

    private static boolean isBoundWord(LanguageMarks own, char[] chars, int at) {
        return at > 0
                && (at == 1 || !Character.isLetterOrDigit(chars[at - 2]) && "-.'’".indexOf(chars[at - 2]) < 0)
                && own.bound().contains(String.valueOf(chars[at - 1]));
    }
}
