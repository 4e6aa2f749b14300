package colophon.render.cite;

import colophon.render.cite.Rich.Kind;
import colophon.render.cite.Rich.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Upper and lower case as styles ask for them. What is marked as a name or is set small keeps its case. */
final class TextCase {
    /** Words that stay small within a title (CSL 1.0.2, and the prepositions of citeproc-js). */
    private static final Set<String> STOP_WORDS = Set.of(
            ("a about above across afore after against al along alongside amid amidst among amongst an and anenst apropos apud"
                            + " around as aside astride at athwart atop barring before behind below beneath beside besides between beyond"
                            + " but by c ca circa contra d de despite down during et except for forenenst from given in inside into l lest"
                            + " like modulo near next nor notwithstanding of off on onto or out over per plus pro qua sans since so than the"
                            + " through thru throughout thruout till to toward towards under underneath until unto up upon v van versus via"
                            + " von vs with within without yet")
                    .split(" "));

    private final StringBuilder text = new StringBuilder();
    private final boolean[] kept;
    private final List<Run> runs;
    private final Locale locale;

    private TextCase(Rich rich, Locale locale) {
        this.runs = rich.runs();
        this.locale = locale;
        runs.forEach(run -> text.append(run.text()));
        this.kept = new boolean[text.length()];
        int at = 0;
        for (Run run : runs) {
            boolean keeps = run.isIn(Kind.NO_CASE)
                    || run.isIn(Kind.SUPERSCRIPT)
                    || run.isIn(Kind.SUBSCRIPT)
                    || run.isIn(Kind.SMALL_CAPS);
            for (int i = 0; i < run.text().length(); i++) {
                kept[at++] = keeps;
            }
        }
    }

    static Rich apply(Rich rich, String textCase, Locale locale) {
        if (rich.isEmpty() || textCase.isEmpty()) {
            return rich;
        }
        TextCase changed = new TextCase(rich, locale);
        switch (textCase) {
            case "lowercase" -> changed.lower(0);
            case "uppercase" -> changed.upper();
            case "capitalize-first" -> changed.capitalizeFirst();
            case "capitalize-all" -> changed.capitalizeAll();
            case "sentence" -> changed.sentence();
            case "title" -> changed.title();
            default -> {
                return rich;
            }
        }
        return changed.rich();
    }

    private Rich rich() {
        List<Run> changed = new ArrayList<>(runs.size());
        int at = 0;
        for (Run run : runs) {
            int end = at + run.text().length();
            changed.add(run.with(text.substring(at, end)));
            at = end;
        }
        return new Rich(changed);
    }

    private void lower(int start) {
        for (int i = start; i < text.length(); i++) {
            set(i, one(text.charAt(i), false));
        }
    }

    private void upper() {
        for (int i = 0; i < text.length(); i++) {
            set(i, one(text.charAt(i), true));
        }
    }

    private void set(int index, char c) {
        if (!kept[index]) {
            text.setCharAt(index, c);
        }
    }

    /** Letters whose other case is two letters keep theirs. */
    private char one(char c, boolean upper) {
        String other = upper
                ? String.valueOf(c).toUpperCase(locale)
                : String.valueOf(c).toLowerCase(locale);
        return other.length() == 1 ? other.charAt(0) : c;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private int wordStart(int from) {
        int start = from;
        while (start < text.length() && !isWord(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private int wordEnd(int start) {
        int end = start;
        while (end < text.length()
                && (isWord(text.charAt(end))
                        || isApostrophe(text.charAt(end)) && end + 1 < text.length() && isWord(text.charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    private static boolean isApostrophe(char c) {
        return c == '’' || c == '\'' || c == '`';
    }

    private boolean hasUpper(int start, int end) {
        return text.substring(start, end).chars().anyMatch(Character::isUpperCase);
    }

    private void capitalizeFirst() {
        int start = wordStart(0);
        if (start < text.length() && !hasUpper(start, wordEnd(start))) {
            set(start, one(text.charAt(start), true));
        }
    }

    private void capitalizeAll() {
        int end;
        for (int start = wordStart(0); start < text.length(); start = wordStart(end)) {
            end = wordEnd(start);
            if (!hasUpper(start, end)) {
                set(start, one(text.charAt(start), true));
            }
        }
    }

    private boolean isAllUpper() {
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            if (!kept[i]) {
                any |= Character.isUpperCase(text.charAt(i));
                if (Character.isLowerCase(text.charAt(i))) {
                    return false;
                }
            }
        }
        return any;
    }

    /** Names in capitals and words such as iPhone stay; other words become small, as in citeproc-js. */
    private void sentence() {
        boolean all = isAllUpper();
        boolean first = true;
        int end;
        for (int start = wordStart(0); start < text.length(); start = wordStart(end)) {
            end = wordEnd(start);
            boolean begins = first || begins(start);
            boolean capitalized = !hasUpper(start + 1, end);
            if (all || capitalized) {
                for (int i = start; i < end; i++) {
                    set(i, one(text.charAt(i), begins && i == start));
                }
            }
            first = false;
        }
    }

    private void title() {
        int end;
        boolean first = true;
        for (int start = wordStart(0); start < text.length(); start = wordStart(end)) {
            end = wordEnd(start);
            boolean last = wordStart(end) >= text.length();
            String word = text.substring(start, end);
            boolean hyphenated = end < text.length() && text.charAt(end) == '-' && !isHyphen(start - 1);
            boolean stop = STOP_WORDS.contains(word) && !hyphenated;
            boolean letter = word.length() == 1;
            if (!hasUpper(start, end) && (first || begins(start) || !letter && (last || !stop))) {
                set(start, one(text.charAt(start), true));
            }
            first = false;
        }
    }

    private boolean isHyphen(int index) {
        return index >= 0 && text.charAt(index) == '-';
    }

    /** Whether a new sentence begins: after a colon, a question mark or an exclamation mark. */
    private boolean begins(int start) {
        int at = start - 1;
        boolean space = false;
        while (at >= 0 && !isWord(text.charAt(at))) {
            char c = text.charAt(at);
            if (space && (c == ':' || c == '?' || c == '!')) {
                return true;
            }
            space |= Character.isWhitespace(c);
            at--;
        }
        return false;
    }
}
