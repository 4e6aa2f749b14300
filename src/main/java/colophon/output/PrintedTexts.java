package colophon.output;

import com.openhtmltopdf.context.StyleReference;
import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.newmatch.CascadedStyle;
import com.openhtmltopdf.css.sheet.PropertyDeclaration;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Reads a document that is about to be laid out paragraph by paragraph. Footnotes and running heads are paragraphs of their own. */
final class PrintedTexts {
    /** In a paragraph, a character in the place of an image. */
    static final char IMAGE = '\uFFFC';

    /** In a paragraph, what keeps a footnote reference at its word. (U+2060) */
    static final char WORD_JOINER = '\u2060';

    private static final String NOTE_CALL = "note-call";

    /**
     * A text of a paragraph.
     *
     * @param start its index in the paragraph
     * @param language BCP 47; empty where none is given
     * @param hyphenated whether the style sheet says {@code hyphens: auto}
     */
    record Piece(Text text, int start, String language, boolean hyphenated) {
        int end() {
            return start + text.getLength();
        }
    }

    /** @param text all its pieces, with spaces for what is space */
    record Paragraph(List<Piece> pieces, String text) {}

    /** A paragraph that is being read. */
    private static final class Open {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
    }

    private final StyleReference styles;
    private final Consumer<Paragraph> reader;
    private Open open = new Open();

    private PrintedTexts(StyleReference styles, Consumer<Paragraph> reader) {
        this.styles = styles;
        this.reader = reader;
    }

    /** The reader may change the texts of the paragraph it is given. */
    static void read(PdfBoxRenderer renderer, Consumer<Paragraph> reader) {
        new PrintedTexts(renderer.getSharedContext().getCss(), reader)
                .walk(renderer.getDocument().getDocumentElement(), "", IdentValue.MANUAL);
    }

    private void walk(Element element, String languageAround, IdentValue hyphensAround) {
        CascadedStyle style = styles.getCascadedStyle(element, false);
        Open around = open;
        boolean inFlow = isInFlow(style);
        boolean isBlock = !inFlow || !isInline(style);
        if (!inFlow) {
            open = new Open();
        } else if (isBlock) {
            finish();
        }
        String language = element.hasAttribute("lang") ? element.getAttribute("lang") : languageAround;
        IdentValue hyphens = Optional.ofNullable(style.getIdent(CSSName.HYPHENS))
                .filter(declared -> declared != IdentValue.INHERIT)
                .orElse(hyphensAround);
        if (PrintedFlow.hasClass(element, NOTE_CALL)) {
            open.text.append(WORD_JOINER);
        }
        content(element, language, hyphens);
        if (isBlock) {
            finish();
        }
        if (!inFlow) {
            open = around;
        }
    }

    private void content(Element element, String language, IdentValue hyphens) {
        Node next;
        for (Node child = element.getFirstChild(); child != null; child = next) {
            // A paragraph that ends here may be changed.
            next = child.getNextSibling();
            if (child instanceof Text text) {
                open.pieces.add(new Piece(text, open.text.length(), language, hyphens == IdentValue.AUTO));
                open.text.append(text.getData().replace('\n', ' ').replace('\t', ' '));
            } else if (child instanceof Element inside) {
                if (inside.getTagName().equals("br")) {
                    open.text.append('\n');
                } else if (inside.getTagName().equals("img")) {
                    open.text.append(IMAGE);
                }
                walk(inside, language, hyphens);
            }
        }
    }

    private static boolean isInFlow(CascadedStyle style) {
        IdentValue floats = style.getIdent(CSSName.FLOAT);
        return (floats == null || floats == IdentValue.NONE) && !isRunning(style);
    }

    private static boolean isRunning(CascadedStyle style) {
        PropertyDeclaration position = style.propertyByName(CSSName.POSITION);
        return position != null && position.getValue().getCssText().startsWith("running");
    }

    private static boolean isInline(CascadedStyle style) {
        IdentValue display = style.getIdent(CSSName.DISPLAY);
        return display == null || display == IdentValue.INLINE;
    }

    private void finish() {
        if (!open.pieces.isEmpty()) {
            reader.accept(new Paragraph(List.copyOf(open.pieces), open.text.toString()));
        }
        open.pieces.clear();
        open.text.setLength(0);
    }
}
