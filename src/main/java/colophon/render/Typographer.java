package colophon.render;

import colophon.model.Prose;
import colophon.model.SignBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes words as a typesetter would: quotation marks and apostrophes of the language, dashes, ellipses, and no line break where one would
 * part a number from its unit or from what it numbers. It reads one paragraph or heading after another; marks may open in one piece of a
 * paragraph and close in another.
 *
 * <p>Units follow ISO 80000-1 (a space, and no break, between a number and its unit); that a million and "Fig." stay with their number is
 * what the Chicago Manual of Style advises (7.41, 6.121). Primes are no quotation marks: what follows a digit stays as it is.
 */
final class Typographer {
    /**
     * Quotation marks, as CLDR 42 has them.
     *
     * @param space within them
     */
    private record Marks(String open, String close, String innerOpen, String innerClose, String space) {}

    private static final char NO_BREAK = '\u00A0';
    private static final char NARROW = '\u202F';
    private static final Marks ENGLISH = marks("“”‘’");
    private static final Marks GERMAN = marks("„“‚‘");
    private static final Marks SPANISH = marks("«»“”");
    private static final Map<String, Marks> MARKS = Map.ofEntries(
            Map.entry("en", ENGLISH),
            Map.entry("pt", ENGLISH),
            Map.entry("tr", ENGLISH),
            Map.entry("da", ENGLISH),
            Map.entry("vi", ENGLISH),
            Map.entry("id", ENGLISH),
            Map.entry("ms", ENGLISH),
            Map.entry("nl", marks("‘’“”")),
            Map.entry("de", GERMAN),
            Map.entry("cs", GERMAN),
            Map.entry("sk", GERMAN),
            Map.entry("sl", GERMAN),
            Map.entry("fr", new Marks("«", "»", "«", "»", String.valueOf(NARROW))),
            Map.entry("es", SPANISH),
            Map.entry("it", SPANISH),
            Map.entry("el", SPANISH),
            Map.entry("nb", marks("«»‘’")),
            Map.entry("no", marks("«»‘’")),
            Map.entry("sv", marks("””’’")),
            Map.entry("fi", marks("””’’")),
            Map.entry("pl", marks("„”«»")),
            Map.entry("ro", marks("„”«»")),
            Map.entry("hu", marks("„”»«")),
            Map.entry("ru", marks("«»„“")),
            Map.entry("uk", marks("«»„“")));

    private static final String BEFORE_OPENING = "([{–—-/“‘„‚«‹\u00A0\u202F";
    /** Words that begin with an apostrophe. */
    private static final Set<String> SHORTENED = Set.of("tis", "twas", "em", "til", "cause", "n");

    private static final Set<String> NUMBERED = Set.of(
            "Fig", "Figs", "fig", "figs", "No", "Nos", "no", "nos", "p", "pp", "chap", "chaps", "Chap", "Art", "art",
            "vol", "Vol");
    /** Units and numerals that do not begin a line. */
    private static final Set<String> UNITS = Set.of(
            "%",
            "‰",
            "°C",
            "km",
            "m",
            "cm",
            "mm",
            "km²",
            "m²",
            "m³",
            "ha",
            "kg",
            "g",
            "mg",
            "t",
            "Mt",
            "Gt",
            "l",
            "GW",
            "MW",
            "kW",
            "TWh",
            "GWh",
            "MWh",
            "kWh",
            "Hz",
            "GHz",
            "MHz",
            "bn",
            "million",
            "billion",
            "trillion");

    private static final char NONE = '\0';
    /** The signs in whose place another one may have to stand. */
    private static final boolean[] SETTABLE = signs(" .-'\"");
    /** These, and those that HTML cannot hold as they are. */
    private static final boolean[] LOOKED_AT = lookedAt();
    /** The signs of ASCII that a space may have to stay with. */
    private static final boolean[] BINDING = signs(".0123456789");

    private final Optional<Marks> marks;
    private final boolean french;
    /** The sign before what is set next; a space at the beginning. */
    private char last = ' ';

    private int open;
    private int innerOpen;
    private final SignBuffer buffer;

    private Typographer(Optional<Marks> marks, boolean french, SignBuffer buffer) {
        this.marks = marks;
        this.french = french;
        this.buffer = buffer;
    }

    /** One for texts in a language; those in a language without a rule here stay as they are written. */
    static Typographer of(String language) {
        int end = language.indexOf('-');
        String base = (end < 0 ? language : language.substring(0, end)).toLowerCase(Locale.ROOT);
        return new Typographer(Optional.ofNullable(MARKS.get(base)), base.equals("fr"), new SignBuffer());
    }

    /** One for another paragraph or heading. */
    Typographer anew() {
        return new Typographer(marks, french, buffer);
    }

    /** Whether each sign of ASCII is one of these. */
    private static boolean[] signs(String some) {
        boolean[] signs = new boolean[128];
        for (char c : some.toCharArray()) {
            signs[c] = true;
        }
        return signs;
    }

    private static boolean[] lookedAt() {
        boolean[] signs = SETTABLE.clone();
        for (char c = 0; c < signs.length; c++) {
            signs[c] |= Html.isSpecial(c);
        }
        return signs;
    }

    private static Marks marks(String signs) {
        return new Marks(signs.substring(0, 1), signs.substring(1, 2), signs.substring(2, 3), signs.substring(3), "");
    }

    /** Takes note of something that is not set here, such as code: it ends like this. */
    void pass(char end) {
        last = end;
    }

    /** A piece of the paragraph as it is to be printed. */
    String set(String text) {
        if (marks.isEmpty() || text.isEmpty()) {
            return text;
        }
        Prose.Writer set = new Prose.Writer(text.length() + 8);
        return set(text, set, false) ? set.toString() : text;
    }

    /** The same as HTML. */
    void set(String text, Prose.Writer out) {
        set(text, out, true);
    }

    /**
     * Most texts of a site come through here: each sign is looked at once.
     *
     * @return whether any sign is another now
     */
    private boolean set(String text, Prose.Writer out, boolean escaping) {
        int done = 0;
        char before = last;
        char[] signs = buffer.of(text);
        int end = text.length();
        for (int at = 0; at < end; at++) {
            char c = signs[at];
            if (c < LOOKED_AT.length ? !LOOKED_AT[c] || c == ' ' && isPlainSpace(before) : c < Html.FIRST_ILLEGAL) {
                before = c;
                continue;
            }
            boolean settable = c < SETTABLE.length && SETTABLE[c] && marks.isPresent();
            int length = settable && (c == '.' || c == '-') ? run(signs, at, end) : 1;
            String instead = settable ? instead(c, before, text, at, at + length) : null;
            before = instead == null ? c : instead.charAt(instead.length() - 1);
            if (instead == null && escaping && Html.isSpecial(c)) {
                instead = Html.escaped(c);
            }
            if (instead != null) {
                out.append(signs, done, at).append(instead);
                done = at + length;
            }
            at += length - 1;
        }
        last = before;
        out.append(signs, done, end);
        return done > 0;
    }

    /** Whether a space stays one, as nearly all do: it stands behind a letter or a comma. */
    private boolean isPlainSpace(char before) {
        return !french && before < BINDING.length && !BINDING[before];
    }

    private static int run(char[] signs, int start, int last) {
        int end = start + 1;
        while (end < last && signs[end] == signs[start]) {
            end++;
        }
        return end - start;
    }

    /** What stands in the place of some signs; null where they stay. */
    private String instead(char c, char before, String text, int start, int end) {
        char next = end < text.length() ? text.charAt(end) : NONE;
        return switch (c) {
            case '.' -> end - start == 3 ? "…" : null;
            case '-' -> dash(end - start, before, next);
            case ' ' -> space(before, next, text, start);
            case '"' -> quotation(before, next);
            default -> single(before, next, text, end);
        };
    }

    /** Arrows and the options of commands are no dashes. */
    private static String dash(int length, char before, char next) {
        boolean option = length == 2 && Character.isWhitespace(before) && Character.isLetter(next);
        if (option || next == '>' || before == '<' || before == '!') {
            return null;
        }
        return length == 2 ? "–" : length == 3 ? "—" : null;
    }

    private String space(char before, char next, String text, int at) {
        if (before == '§' || french && next == ':') {
            return String.valueOf(NO_BREAK);
        }
        if (french && (before == '«' || next != NONE && ";!?»".indexOf(next) >= 0)) {
            return String.valueOf(NARROW);
        }
        boolean joined = Character.isDigit(before)
                ? UNITS.contains(unit(text, at + 1))
                : before == '.' && Character.isDigit(next) && NUMBERED.contains(word(text, at - 1));
        return joined ? String.valueOf(NO_BREAK) : null;
    }

    private static String unit(String text, int start) {
        int end = start;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "%‰°²³".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return text.substring(start, end);
    }

    /** The word before a place; empty where it may begin elsewhere. */
    private String word(String text, int end) {
        int start = end;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start <= 0 && Character.isLetter(last) || end < 0 ? "" : text.substring(start, end);
    }

    private String quotation(char before, char next) {
        Marks own = marks.orElseThrow();
        boolean beginning = isBeginning(before);
        if (beginning && !Character.isWhitespace(next)) {
            open++;
            return own.open() + own.space();
        }
        if (open > 0) {
            open--;
            return own.space() + own.close();
        }
        return beginning || Character.isDigit(before) ? null : own.space() + own.close();
    }

    private String single(char before, char next, String text, int end) {
        Marks own = marks.orElseThrow();
        if (Character.isLetterOrDigit(before) && Character.isLetter(next)) {
            return "’";
        }
        boolean beginning = isBeginning(before);
        if (beginning && !Character.isWhitespace(next)) {
            if (isShortened(text, end)) {
                return "’";
            }
            innerOpen++;
            return own.innerOpen() + own.space();
        }
        if (innerOpen > 0) {
            innerOpen--;
            return own.space() + own.innerClose();
        }
        return beginning || Character.isDigit(before) ? null : "’";
    }

    private static boolean isBeginning(char before) {
        return Character.isWhitespace(before) || BEFORE_OPENING.indexOf(before) >= 0;
    }

    /** A year without its century, or a word without its beginning. */
    private static boolean isShortened(String text, int start) {
        String word = unit(text, start);
        return word.matches("\\d\\ds?") || SHORTENED.contains(word.toLowerCase(Locale.ROOT));
    }
}
