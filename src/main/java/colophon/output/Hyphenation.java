package colophon.output;

import com.openhtmltopdf.context.StyleReference;
import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.newmatch.CascadedStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Puts soft hyphens into the words of a document that is about to be laid out, where its style sheet says {@code hyphens: auto}, by the
 * language of each element.
 *
 * <p>The layout engine has a door for that, too, but does not say there which language a text is in. Left whole are the last word of a
 * paragraph, abbreviations, addresses and compounds, and names: words with a capital, but for those of German.
 */
final class Hyphenation {
    /** Of letters only, between spaces and marks. */
    private static final Pattern WORD =
            Pattern.compile("(?<![^\\s\u201C\u2018\u2019\"'(\\[\u2013\u2014])\\p{L}+(?=(?:[\u2019']s)?"
                    + "[.,;:!?)\\]\u201D\u2019\"]*(?:[\\s\u2013\u2014]|$))");

    /** A text of a paragraph, and by which language it may be broken. */
    private record Piece(Text text, int start, Optional<Hyphenator> hyphenator) {
        int end() {
            return start + text.getLength();
        }
    }

    private final StyleReference styles;
    private final TypeCase type;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();

    private Hyphenation(StyleReference styles, TypeCase type) {
        this.styles = styles;
        this.type = type;
    }

    /** @param type knows the words of documents before this one */
    static void prepare(PdfBoxRenderer renderer, TypeCase type) {
        new Hyphenation(renderer.getSharedContext().getCss(), type)
                .walk(renderer.getDocument().getDocumentElement(), "", IdentValue.MANUAL);
    }

    /** What is declared is asked for, not the style that follows from it: as that is worked out the engine counts notes. */
    private void walk(Element element, String languageAround, IdentValue hyphensAround) {
        CascadedStyle style = styles.getCascadedStyle(element, false);
        boolean isBlock = !isInline(style);
        if (isBlock) {
            endParagraph();
        }
        String language = element.hasAttribute("lang") ? element.getAttribute("lang") : languageAround;
        IdentValue hyphens = Optional.ofNullable(style.getIdent(CSSName.HYPHENS))
                .filter(declared -> declared != IdentValue.INHERIT)
                .orElse(hyphensAround);
        Optional<Hyphenator> hyphenator = hyphens == IdentValue.AUTO ? Hyphenator.of(language) : Optional.empty();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                pieces.add(new Piece(text, paragraph.length(), hyphenator));
                paragraph.append(text.getData());
            } else if (child instanceof Element inside) {
                if (inside.getTagName().equals("br")) {
                    paragraph.append('\n');
                }
                walk(inside, language, hyphens);
            }
        }
        if (isBlock) {
            endParagraph();
        }
    }

    private static boolean isInline(CascadedStyle style) {
        IdentValue display = style.getIdent(CSSName.DISPLAY);
        IdentValue floats = style.getIdent(CSSName.FLOAT);
        return (display == null || display == IdentValue.INLINE) && (floats == null || floats == IdentValue.NONE);
    }

    private void endParagraph() {
        if (pieces.stream().anyMatch(piece -> piece.hyphenator().isPresent())) {
            int lastWord = paragraph.toString().stripTrailing().length();
            while (lastWord > 0 && !Character.isWhitespace(paragraph.charAt(lastWord - 1))) {
                lastWord--;
            }
            int end = lastWord;
            pieces.forEach(piece -> hyphenate(piece, end));
        }
        pieces.clear();
        paragraph.setLength(0);
    }

    private void hyphenate(Piece piece, int lastWord) {
        piece.hyphenator().ifPresent(hyphenator -> {
            StringBuilder broken = new StringBuilder();
            // What stands around a text counts: its first and last letters may be parts of a longer word.
            Matcher word = WORD.matcher(paragraph).useTransparentBounds(true).useAnchoringBounds(false);
            word.region(piece.start(), piece.end());
            int done = piece.start();
            while (word.find() && word.start() < lastWord) {
                if (mayBreak(word.group(), hyphenator)) {
                    broken.append(paragraph, done, word.start()).append(type.hyphenate(word.group(), hyphenator));
                    done = word.end();
                }
            }
            if (done > piece.start()) {
                piece.text().setData(broken.append(paragraph, done, piece.end()).toString());
            }
        });
    }

    private static boolean mayBreak(String word, Hyphenator hyphenator) {
        boolean startsSmall = Character.isLowerCase(word.charAt(0)) || hyphenator.capitalsAreUsual();
        String rest = word.substring(1);
        return startsSmall && rest.equals(rest.toLowerCase(Locale.ROOT));
    }
}
