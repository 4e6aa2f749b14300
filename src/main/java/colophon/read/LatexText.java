package colophon.read;

import colophon.model.RichText;
import colophon.model.RichText.Mark;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with the commands of LaTeX that bibliographies use, as text with markup. Braces that do not enclose the argument of a command keep
 * the case of what is in them, as in BibTeX. What a command encloses is kept; a command that is not known is reported and never printed.
 */
final class LatexText {
    /** What a bibliography knows. */
    interface Context {
        /** @param offset of the backslash in the text */
        void unknown(String command, int offset);

        /** The word for a key of BibLaTeX. */
        String word(String key);
    }

    private static final Pattern HTML = Pattern.compile(
            "<(/?)(i|b|em|strong|sub|sup|sc|scp|inf)>|&(?:#\\d{1,7}|#[xX]\\p{XDigit}{1,6}|\\p{Alpha}\\p{Alnum}{1,31});");

    private static final Set<String> RELATIONS =
            Set.of("≤ ≥ ≠ ≈ ∼ ≃ ≅ ≡ ∝ ≪ ≫ → ⟶ ← ↔ ⇒ ⇐ ⇔ ↦ ∈ ∉ ⊂ ⊆ × ÷ ± ∓ ∪ ∩ ∧ ∨ ⊕ ⊗".split(" "));

    private final String text;
    private final Context context;
    private final RichTextBuilder out;
    private boolean mathematics;
    /** Whether this is an exponent or an index. */
    private boolean scripts;
    /** Whether nothing of the formula was read so far. */
    private boolean fresh;
    /** Whether a space is due before what follows in the formula. */
    private boolean gap;

    private int at;
    /** Where the text ends, or the group that is being read. */
    private int limit;

    private LatexText(String text, Context context, RichTextBuilder out) {
        this.text = text;
        this.context = context;
        this.out = out;
        this.limit = text.length();
    }

    static RichText rich(String text, Context context) {
        RichTextBuilder out = new RichTextBuilder();
        LatexText reader = new LatexText(text, context, out);
        while (reader.at < text.length()) {
            reader.next();
        }
        return out.build();
    }

    private void next() {
        char c = text.charAt(at);
        switch (c) {
            case '\\' -> command();
            case '{' -> group();
            case '}' -> at++;
            case '$' -> dollar();
            case '~' -> {
                out.append('\u00A0');
                at++;
            }
            default -> {
                if (mathematics) {
                    mathematical(c);
                } else if (!("-`'?!".indexOf(c) >= 0 && ligature()) && !("<&".indexOf(c) >= 0 && html())) {
                    out.append(c);
                    at++;
                }
            }
        }
    }

    /** Tags and entities of HTML, which libraries put into BibTeX, where they mean nothing else. */
    private boolean html() {
        Matcher html = HTML.matcher(text).region(at, limit);
        if (!html.lookingAt()) {
            return false;
        }
        if (html.group(2) == null) {
            out.append(CslMarkup.entity(html.group()));
        } else if (html.group(1).isEmpty()) {
            out.open(CslMarkup.TAGS.get(html.group(2)));
        } else {
            out.close(Math.max(0, out.depth() - 1));
        }
        at = html.end();
        return true;
    }

    /** Words that begin after a space and end before one, as people quote who do not know LaTeX: 'words', but not 't Hooft. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?<![^\\s(\\[{])'(?=\\p{L}[^\\s'-])[^'{}]*(?:\\p{L}'\\p{L}[^'{}]*)*(?<=\\S)'(?!['\\p{L}\\p{N}])");

    private boolean ligature() {
        return ligature("---", "—")
                || ligature("--", "–")
                || ligature("``", "“")
                || ligature("''", "”")
                || ligature("?`", "¿")
                || ligature("!`", "¡")
                || ligature("`", "‘")
                || ligature(
                        "'",
                        QUOTED.matcher(text)
                                        .region(at, limit)
                                        .useTransparentBounds(true)
                                        .lookingAt()
                                ? "‘"
                                : "’");
    }

    private boolean ligature(String written, String meant) {
        boolean here = text.startsWith(written, at);
        if (here) {
            out.append(meant);
            at += written.length();
        }
        return here;
    }

    /** Braces keep the case of what they enclose, unless it begins with a command, such as that of an accent. */
    private void group() {
        int end = end(at);
        boolean protects = !mathematics && !text.startsWith("\\", at + 1) && !out.isOpen(Mark.NO_CASE);
        enclosed(at + 1, end, protects ? Mark.NO_CASE : null);
    }

    /** Reads what lies between two braces; declarations in it end with it. */
    private void enclosed(int from, int end, Mark mark) {
        int depth = out.depth();
        boolean mathematical = mathematics;
        if (mark != null) {
            out.open(mark);
        }
        read(from, end);
        at = Math.min(end + 1, limit);
        mathematics = mathematical;
        out.close(depth);
    }

    private void read(int from, int end) {
        int outer = limit;
        limit = end;
        at = from;
        while (at < limit) {
            next();
        }
        limit = outer;
    }

    /** The offset of the brace that closes one; the end of the text when none does. */
    private int end(int open) {
        int depth = 0;
        for (int i = open; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return limit;
    }

    /** A dollar sign without a second one is an amount of money. */
    private void dollar() {
        int open = text.startsWith("$$", at) ? 2 : 1;
        int end = text.indexOf('$', at + open);
        if (end < 0 || end >= limit || open == 1 && isMoney(end)) {
            out.append('$');
            at++;
            return;
        }
        mathematics(at + open, end);
        at = Math.min(limit, at + open);
    }

    /** Whether the dollar sign here and the next are amounts, as in "from $5 to $10". */
    private boolean isMoney(int end) {
        boolean digit = end + 1 < limit && Character.isDigit(text.charAt(end + 1));
        boolean spaced = text.charAt(at + 1) <= ' ' || text.charAt(end - 1) <= ' ';
        return (digit || spaced) && text.substring(at + 1, end).chars().noneMatch(c -> "\\^_{".indexOf(c) >= 0);
    }

    private void mathematics(int from, int end) {
        int depth = out.depth();
        boolean before = mathematics;
        mathematics = true;
        fresh = true;
        gap = false;
        read(from, end);
        mathematics = before;
        gap = false;
        out.close(depth);
    }

    /** Letters of formulas are italic; a formula has no spaces of its own. */
    private void mathematical(char c) {
        at++;
        if (c == '^' || c == '_') {
            script(c == '^' ? Mark.SUPERSCRIPT : Mark.SUBSCRIPT);
            return;
        }
        if ("=<>".indexOf(c) >= 0) {
            relation(String.valueOf(c));
            return;
        }
        if (c <= ' ') {
            return;
        }
        gap();
        if (isLetter(c)) {
            int depth = out.depth();
            out.open(Mark.ITALIC);
            out.append(c);
            out.close(depth);
        } else if (c == '\'') {
            out.append('′');
        } else if (c == '-') {
            out.append('−');
        } else {
            out.append(c);
        }
    }

    private void script(Mark mark) {
        boolean before = scripts;
        scripts = true;
        argument(mark);
        scripts = before;
    }

    /** Relations, and signs between numbers, have space around them, but not in exponents nor at the ends of a formula. */
    private void relation(String sign) {
        if (!fresh && !scripts) {
            out.append(' ');
        }
        out.append(sign);
        gap = !scripts && !fresh;
        fresh = false;
    }

    private void gap() {
        if (gap) {
            out.append(' ');
        }
        gap = false;
        fresh = false;
    }

    private void command() {
        int start = at++;
        while (at < limit && isLetter(text.charAt(at))) {
            at++;
        }
        if (at == start + 1) {
            if (at < limit) {
                symbol(text.substring(at, ++at));
            }
            return;
        }
        String name = text.substring(start + 1, at);
        if (at < limit && text.charAt(at) == '*') {
            at++;
        }
        skipSpace();
        if (LatexCommands.ACCENTS.containsKey(name)) {
            accent(name);
        } else if (LatexCommands.CHARACTERS.containsKey(name)) {
            out.append(LatexCommands.CHARACTERS.get(name));
        } else if (LatexCommands.MATHEMATICS.containsKey(name)) {
            String sign = LatexCommands.MATHEMATICS.get(name);
            if (mathematics && RELATIONS.contains(sign)) {
                relation(sign);
            } else {
                gap();
                out.append(sign);
            }
        } else if (LatexCommands.MARKED.containsKey(name)) {
            argument(LatexCommands.MARKED.get(name));
        } else if (LatexCommands.SWITCHES.containsKey(name)) {
            out.open(LatexCommands.SWITCHES.get(name));
        } else if (LatexCommands.AROUND.containsKey(name)) {
            List<String> around = LatexCommands.AROUND.get(name);
            out.append(around.get(0));
            argument(null);
            out.append(around.get(1));
        } else if (LatexCommands.SPACES.contains(name)) {
            out.append(' ');
        } else if (LatexCommands.DROPPED.contains(name)) {
            skipArgument();
        } else if (LatexCommands.SECOND.contains(name)) {
            skipArgument();
            argument(null);
        } else {
            special(name, start);
        }
    }

    private void special(String name, int start) {
        switch (name) {
            case "url", "nolinkurl", "path" -> out.append(address(verbatim()));
            case "bibstring", "bibsstring", "biblstring", "bibcpstring", "bibcplstring", "bibcpsstring" ->
                out.append(context.word(verbatim()));
            case "frac", "tfrac", "dfrac" -> {
                argument(null);
                out.append('⁄');
                argument(null);
            }
            case "text", "textrm", "textup", "textnormal", "mbox", "mathrm", "mathsf", "operatorname" -> upright();
            case "ensuremath" -> {
                skipSpace();
                if (at < limit && text.charAt(at) == '{') {
                    boolean before = mathematics;
                    mathematics = true;
                    argument(null);
                    mathematics = before;
                }
            }
            default -> {
                if (!LatexCommands.PLAIN.contains(name)) {
                    context.unknown(name, start);
                }
                if (at < limit && text.charAt(at) == '{') {
                    argument(null);
                }
            }
        }
    }

    /** Words in a formula, whose letters are not those of variables. */
    private void upright() {
        boolean before = mathematics;
        mathematics = false;
        argument(null);
        mathematics = before;
    }

    private void symbol(String sign) {
        if (LatexCommands.ACCENTS.containsKey(sign)) {
            accent(sign);
        } else if (sign.equals("(")) {
            int end = text.indexOf("\\)", at);
            mathematics(at, end < 0 ? limit : Math.min(end, limit));
            at = Math.min(limit, at + 2);
        } else if (" \\\n\r\t".contains(sign)) {
            out.append(' ');
        } else if (",;:".contains(sign)) {
            out.append(sign.equals(",") ? '\u00A0' : ' ');
        } else if (!"-/!@)[]".contains(sign)) {
            out.append(sign);
        }
    }

    private void accent(String name) {
        int depth = out.depth();
        String letters = letters().replace('ı', 'i').replace('ȷ', 'j');
        if (!letters.isEmpty()) {
            int first = Character.charCount(letters.codePointAt(0));
            String letter = letters.substring(0, first) + LatexCommands.ACCENTS.get(name);
            if (mathematics && isLetter(letters.charAt(0))) {
                out.open(Mark.ITALIC);
            }
            out.append(Normalizer.normalize(letter, Normalizer.Form.NFC));
            out.append(letters.substring(first));
        }
        out.close(depth);
    }

    /** What follows an accent: a group, a command or a letter. */
    private String letters() {
        skipSpace();
        if (at >= limit || text.charAt(at) == '}') {
            return "";
        }
        RichTextBuilder argument = new RichTextBuilder();
        LatexText reader = new LatexText(text, context, argument);
        reader.at = at;
        reader.limit = limit;
        reader.token();
        at = reader.at;
        return argument.build().plain();
    }

    private void argument(Mark mark) {
        skipSpace();
        if (at < limit && text.charAt(at) == '{') {
            enclosed(at + 1, end(at), mark);
            return;
        }
        int depth = out.depth();
        if (mark != null) {
            out.open(mark);
        }
        token();
        out.close(depth);
    }

    /** A group, a command with its argument, or a character. */
    private void token() {
        if (at >= limit || text.charAt(at) == '}') {
            return;
        }
        char c = text.charAt(at);
        if (c == '{' || c == '\\') {
            next();
        } else if (mathematics && c != '^' && c != '_') {
            mathematical(c);
        } else {
            int code = text.codePointAt(at);
            at += Character.charCount(code);
            out.append(Character.toString(code));
        }
    }

    private void skipArgument() {
        skipSpace();
        if (at < limit && text.charAt(at) == '{') {
            at = Math.min(limit, end(at) + 1);
        }
        skipSpace();
    }

    private String verbatim() {
        if (at >= limit || text.charAt(at) != '{') {
            return "";
        }
        int start = at + 1;
        int end = end(at);
        at = Math.min(limit, end + 1);
        return text.substring(start, end);
    }

    /** An address: characters that LaTeX wants escaped are meant as they are, and there are no spaces and braces in it. */
    static String address(String value) {
        return value.replaceAll(
                        "\\\\(?:textasciitilde|sim|~)(?:\\{\\}|\\s)?|\\$\\\\sim\\$|\\{\\\\textasciitilde\\}", "~")
                .replaceAll("\\\\textunderscore(?:\\{\\}|\\s)?", "_")
                .replaceAll("\\\\(?:url|href|nolinkurl|path)\\b", "")
                .replaceAll("\\\\([^\\p{Alpha}])", "$1")
                .replaceAll("[\\s{}]", "");
    }

    private void skipSpace() {
        while (at < limit && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
