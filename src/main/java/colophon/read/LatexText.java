package colophon.read;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Text with the commands of LaTeX that bibliographies use for letters and signs, as plain text. The parser that comes with the formatter
 * of citations drops letters that it does not know, such as ł and ç. What a command encloses is kept, but for addresses behind a text.
 */
final class LatexText {
    /** Marks over and under letters. */
    private static final Map<String, String> ACCENTS = pairs(
            "\" \u0308 ' \u0301 ` \u0300 ^ \u0302 ~ \u0303 = \u0304 . \u0307 u \u0306 v \u030C H \u030B c \u0327 k \u0328 r \u030A d \u0323"
                    + " b \u0331");

    private static final Map<String, String> SIGNS =
            pairs("ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł ss ß SS ẞ i ı j ȷ"
                    + " dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ textendash – textemdash — textquoteleft ‘ textquoteright ’"
                    + " textquotedblleft “ textquotedblright ” guillemotleft « guillemotright » dots … ldots … textellipsis …"
                    + " P ¶ S § pounds £ textsterling £ texteuro € euro € textyen ¥ copyright © textcopyright © textregistered ®"
                    + " texttrademark ™ textdegree ° textasciitilde ~ textbackslash \\ textbar | textless < textgreater > slash /"
                    + " textordfeminine ª textordmasculine º quad \u2003 nobreakspace \u00A0 times × pm ± cdot ·");

    /** Commands without an argument that change how the rest of their group looks. */
    private static final Set<String> LOOKS = Set.of(
            "em",
            "it",
            "bf",
            "sc",
            "sf",
            "tt",
            "rm",
            "sl",
            "itshape",
            "bfseries",
            "scshape",
            "upshape",
            "normalfont",
            "protect",
            "relax",
            "noopsort",
            "bibstring",
            "par");

    private final String text;
    private final StringBuilder plain = new StringBuilder();
    private int at;

    private LatexText(String text) {
        this.text = text;
    }

    private static Map<String, String> pairs(String list) {
        String[] words = list.split(" ");
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            pairs.put(words[i], words[i + 1]);
        }
        return pairs;
    }

    static String plain(String text) {
        LatexText latex = new LatexText(text);
        while (latex.at < text.length()) {
            latex.next();
        }
        return latex.plain.toString();
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\\') {
            at++;
            command();
        } else if (c == '$' && text.indexOf('$', at + 1) > 0) {
            int end = text.indexOf('$', at + 1);
            plain.append(plain(text.substring(at + 1, end).replaceAll("(?<!\\\\)[_^]", "")));
            at = end + 1;
        } else if (!sign("---", "—") && !sign("--", "–") && !sign("``", "“") && !sign("''", "”")) {
            if (c == '~') {
                plain.append('\u00A0');
            } else if (c != '{' && c != '}') {
                plain.append(c);
            }
            at++;
        }
    }

    private boolean sign(String written, String meant) {
        boolean here = text.startsWith(written, at);
        if (here) {
            plain.append(meant);
            at += written.length();
        }
        return here;
    }

    private void command() {
        int start = at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            if (at < text.length()) {
                symbol(text.substring(at, ++at));
            }
            return;
        }
        String name = text.substring(start, at);
        skipSpace();
        boolean group = at < text.length() && text.charAt(at) == '{';
        if (ACCENTS.containsKey(name)) {
            accent(name);
        } else if (SIGNS.containsKey(name)) {
            plain.append(SIGNS.get(name));
        } else if (name.equals("enquote") || name.equals("mkbibquote")) {
            plain.append('“').append(argument()).append('”');
        } else if (name.equals("href")) {
            argument();
        } else if (!group && !LOOKS.contains(name)) {
            plain.append(name);
        }
    }

    private void symbol(String sign) {
        if (ACCENTS.containsKey(sign)) {
            accent(sign);
        } else if (" ,;:\\\n\r\t".contains(sign)) {
            plain.append(' ');
        } else if (!"-/!@".contains(sign)) {
            plain.append(sign);
        }
    }

    private void accent(String name) {
        String letters = argument().replace('ı', 'i').replace('ȷ', 'j');
        if (!letters.isEmpty()) {
            int first = Character.charCount(letters.codePointAt(0));
            String letter = letters.substring(0, first) + ACCENTS.get(name);
            plain.append(Normalizer.normalize(letter, Normalizer.Form.NFC)).append(letters, first, letters.length());
        }
    }

    /** What follows a command: a group, a command or a letter. */
    private String argument() {
        skipSpace();
        if (at >= text.length() || text.charAt(at) == '}') {
            return "";
        }
        int start = at;
        if (text.charAt(at) == '{') {
            int depth = 0;
            do {
                char c = text.charAt(at++);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                at += c == '\\' && at < text.length() ? 1 : 0;
            } while (depth > 0 && at < text.length());
            return plain(text.substring(start + 1, depth > 0 ? at : at - 1));
        }
        int before = plain.length();
        if (text.charAt(at) == '\\') {
            next();
        } else {
            plain.appendCodePoint(text.codePointAt(at));
            at += Character.charCount(text.codePointAt(start));
        }
        String argument = plain.substring(before);
        plain.setLength(before);
        return argument;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
