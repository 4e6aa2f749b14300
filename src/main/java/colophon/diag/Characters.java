package colophon.diag;

import java.util.Locale;

/** Characters that no page, book or feed may hold: XML and HTML forbid them, and nothing shows them. */
public final class Characters {
    private Characters() {}

    /** Whether a UTF-16 unit is a control character other than a tab or a line end, or no character at all. */
    private static boolean isForbidden(char c) {
        if (c < ' ') {
            return c != '\t' && c != '\n' && c != '\r';
        }
        return c >= '\u007F' && c <= '\u009F' && c != '\u0085' || c >= '\uFDD0' && c <= '\uFDEF' || c >= '\uFFFE';
    }

    /** The index of the first one of a text; -1 if there is none. */
    public static int firstForbidden(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= ' ' && c < '\u007F' || c == '\n') {
                continue;
            }
            boolean isAlone = Character.isHighSurrogate(c)
                            && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1)))
                    || Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
            if (isForbidden(c) || isAlone) {
                return at;
            }
        }
        return -1;
    }

    /** Reports the first one of a file. */
    public static void report(Source source, String text, Problems problems) {
        int at = firstForbidden(text);
        if (at >= 0) {
            problems.add(
                    Rule.CHARACTER_INVALID,
                    source.span(at, at + 1),
                    name(text.charAt(at)) + ", which nothing can show",
                    "remove it; editors show such characters on request");
        }
    }

    /** "the control character U+001B". */
    public static String name(char c) {
        String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return (c < '\u00A0' ? "the control character U+" : "the code U+") + "0".repeat(4 - hex.length()) + hex;
    }
}
