package colophon.render;

import colophon.model.Prose;

/** Text as HTML. */
final class Html {
    /** The first of the last signs of Unicode that no text may have. */
    static final char FIRST_ILLEGAL = '\uFFFE';

    private Html() {}

    /** Escapes text for content and for attributes in double quotes, also where the result is read as XML. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isSpecial(text.charAt(at))) {
                out.append(text, done, at).append(escaped(text.charAt(at)));
                done = at + 1;
            }
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    /** The same, written to a text. */
    static void escape(String text, Prose.Writer out) {
        char[] chars = text.toCharArray();
        int done = 0;
        for (int at = 0; at < chars.length; at++) {
            if (isSpecial(chars[at])) {
                out.append(chars, done, at).append(escaped(chars[at]));
                done = at + 1;
            }
        }
        out.append(chars, done, chars.length);
    }

    /** Whether a sign cannot be written as it is. */
    static boolean isSpecial(char c) {
        return c <= '>' && (c == '&' || c == '<' || c == '>' || c == '"' || c < ' ' && isIllegal(c))
                || c >= FIRST_ILLEGAL;
    }

    /** What stands for such a sign. */
    static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "\uFFFD";
        };
    }

    /** Characters that neither HTML nor XML may hold, in no notation. */
    private static boolean isIllegal(char c) {
        return c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == '\uFFFE' || c == '\uFFFF';
    }

    /** The words of a piece of HTML, as far as a look at its end needs them. */
    static String text(String html) {
        StringBuilder text = new StringBuilder(html.length());
        boolean inTag = false;
        for (int at = 0; at < html.length(); at++) {
            char c = html.charAt(at);
            inTag |= c == '<';
            if (!inTag) {
                text.append(c);
            }
            inTag &= c != '>';
        }
        return text.toString();
    }
}
