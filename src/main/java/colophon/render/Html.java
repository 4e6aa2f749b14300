package colophon.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;

/** Text as HTML. */
final class Html {
    private Html() {}

    /** Escapes text for content and for attributes in double quotes, also where the result is read as XML. */
    static String escape(String text) {
        if (firstSpecial(text, 0) == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        escape(text, out);
        return out.toString();
    }

    static void escape(String text, StringBuilder out) {
        int done = 0;
        for (int at = firstSpecial(text, 0); at < text.length(); at = firstSpecial(text, done)) {
            out.append(text, done, at).append(escaped(text.charAt(at)));
            done = at + 1;
        }
        out.append(text, done, text.length());
    }

    /** Where the next sign stands that cannot be written as it is; the length of the text when there is none. */
    private static int firstSpecial(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= '>' && (c == '&' || c == '<' || c == '>' || c == '"' || c < ' ' && isIllegal(c))
                    || c >= '\uFFFE') {
                return i;
            }
        }
        return text.length();
    }

    private static String escaped(char c) {
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

    /** Finished HTML for a template, which must not escape it again. */
    static TemplateHTMLOutputModel markup(String html) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(html);
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }
}
