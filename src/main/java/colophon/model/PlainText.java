package colophon.model;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The words of a piece of Markdown without its marks, and the ids made from them. */
public final class PlainText {
    private PlainText() {}

    /** A stretch of Markdown with its escapes and entities resolved. */
    public static String unescaped(BasedSequence chars) {
        String text = chars.toString();
        return text.indexOf('\\') < 0 && text.indexOf('&') < 0 ? text : chars.unescape();
    }

    /** The id in {@code ## Title {#id}}. */
    public static Optional<String> explicit(Heading heading) {
        return heading.getLastChild() instanceof Text text
                ? Optional.ofNullable(idAtEnd(text.getChars().toString()))
                : Optional.empty();
    }

    private static String idAtEnd(String text) {
        int open = text.lastIndexOf("{#");
        if (open < 0 || !text.endsWith("}") || text.length() < open + 4) {
            return null;
        }
        String id = text.substring(open + 2, text.length() - 1);
        return id.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.:".indexOf(c) >= 0) ? id : null;
    }

    /** Letters and digits of any script in lower case, with dashes between words. */
    public static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        composed.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '_') {
                slug.appendCodePoint(c);
            } else if ((Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-' || c == '–')
                    && slug.length() > 0
                    && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        });
        while (slug.length() > 0 && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.length() == 0 ? "section" : slug.toString();
    }

    /** The words of a node without marks, notes and explicit ids. */
    public static String text(Node node) {
        StringBuilder text = new StringBuilder();
        collect(node, text);
        String all = text.toString();
        int open = node instanceof Heading heading && explicit(heading).isPresent() ? all.lastIndexOf("{#") : -1;
        return (open < 0 ? all : all.substring(0, open)).strip();
    }

    private static void collect(Node node, StringBuilder text) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text || child instanceof HtmlEntity) {
                text.append(unescaped(child.getChars()));
            } else if (child instanceof Code code) {
                text.append(code.getText());
            } else if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
                text.append(' ');
            } else if (!(child instanceof Footnote)) {
                collect(child, text);
            }
        }
    }
}
