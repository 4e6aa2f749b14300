package colophon.read;

import colophon.model.Inline;

/**
 * A stretch of Markdown with its escapes and entities resolved. A straight mark, a hyphen or a full stop that its author wrote with a
 * backslash or as an entity is to stay as it is, whatever typography would make of it.
 */
final class EscapedText {
    private EscapedText() {}

    static void read(String text, InlineList content) {
        if (text.indexOf('\\') < 0 && text.indexOf('&') < 0) {
            content.text(text);
            return;
        }
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = end(text, at);
            String written = end > at ? MarkdownEscapes.resolve(text.substring(at, end)) : "";
            if (isSettable(written, text, end)) {
                content.text(MarkdownEscapes.resolve(text.substring(done, at)));
                content.add(new Inline.Literal(written));
                done = end;
            }
            at = Math.max(at, end - 1);
        }
        content.text(MarkdownEscapes.resolve(text.substring(done)));
    }

    /** The end of an escape or entity; where there is none, the place itself. */
    private static int end(String text, int at) {
        if (text.charAt(at) == '\\') {
            return Math.min(at + 2, text.length());
        }
        return text.charAt(at) == '&' ? Math.max(at, MarkdownEscapes.entityEnd(text, at)) : at;
    }

    /** Whether typography would put another character in the place of one: of hyphens and full stops, only beside another. */
    private static boolean isSettable(String written, String text, int end) {
        if (written.length() != 1) {
            return false;
        }
        char c = written.charAt(0);
        boolean isRepeated = text.startsWith(written, end) || text.startsWith("\\" + written, end);
        return c == '"' || c == '\'' || (c == '-' || c == '.') && isRepeated;
    }
}
