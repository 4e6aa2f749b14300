package colophon.read;

import colophon.diag.Characters;
import com.vladsch.flexmark.util.sequence.Html5Entities;

/** Backslashes and entities of Markdown. */
final class MarkdownEscapes {
    private static final int MAX_DECIMAL_DIGITS = 7;
    private static final int MAX_HEX_DIGITS = 6;
    private static final int REPLACEMENT = 0xFFFD;

    private MarkdownEscapes() {}

    /** A stretch of Markdown with its backslashes and entities resolved. */
    static String resolve(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '&' ? entityEnd(text, at) : -1;
            if (end > 0) {
                resolved.append(character(text.substring(at, end)));
                at = end;
            } else if (c == '\\' && at + 1 < text.length() && isPunctuation(text.charAt(at + 1))) {
                resolved.append(text.charAt(at + 1));
                at += 2;
            } else {
                resolved.append(c);
                at++;
            }
        }
        return resolved.toString();
    }

    /** Whether a backslash before it takes its meaning away. */
    static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }

    /** The offset after the entity that begins at an ampersand; -1 if none does. */
    static int entityEnd(String text, int start) {
        int at = start + 1;
        boolean number = at < text.length() && text.charAt(at) == '#';
        boolean hex = number && at + 1 < text.length() && (text.charAt(at + 1) | 0x20) == 'x';
        int first = at + (hex ? 2 : number ? 1 : 0);
        at = first;
        while (at < text.length() && (hex ? isHex(text.charAt(at)) : isWordChar(text.charAt(at), number))) {
            at++;
        }
        if (at == first || at == text.length() || text.charAt(at) != ';') {
            return -1;
        }
        boolean tooLong = number && at - first > (hex ? MAX_HEX_DIGITS : MAX_DECIMAL_DIGITS);
        boolean known = number || isKnown(text.substring(start, at + 1));
        return known && !tooLong ? at + 1 : -1;
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }

    private static boolean isWordChar(char c, boolean number) {
        return c >= '0' && c <= '9' || !number && (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80;
    }

    private static boolean isKnown(String entity) {
        return !Html5Entities.entityToString(entity).equals(entity);
    }

    private static String character(String entity) {
        if (entity.charAt(1) != '#') {
            return Html5Entities.entityToString(entity);
        }
        boolean hex = (entity.charAt(2) | 0x20) == 'x';
        int code = Integer.parseInt(entity.substring(hex ? 3 : 2, entity.length() - 1), hex ? 16 : 10);
        boolean valid = code > 0 && Character.isValidCodePoint(code) && (code < 0xD800 || code > 0xDFFF);
        String character = Character.toString(valid ? code : REPLACEMENT);
        return Characters.firstForbidden(character) < 0 ? character : Character.toString(REPLACEMENT);
    }
}
