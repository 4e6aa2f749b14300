package colophon.output;

import colophon.output.PrintedTexts.Paragraph;
import colophon.output.PrintedTexts.Piece;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Text;

/**
 * Keeps words together that consist of several elements, such as a word and its footnote reference, or emphasis and the comma after it.
 *
 * <p>The layout engine breaks a line wherever an element ends and the next one does not fit; that belongs upstream (InlineBoxing would
 * have to ask the line breaker about the text of the whole paragraph). Here the first part of such a word gets room for the others at
 * its end, and the second moves back into that room.
 */
final class Junctions {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    /** Longer words, such as addresses, are broken after all. */
    private static final int MAX_DOTS = (int) (70 * PrintedMeasures.DOTS_PER_MM);

    /** So that rounding parts nothing. */
    private static final int SLACK_DOTS = 4;

    private final PrintedMeasures measures;
    /** Elements whose margins and paddings are ours. */
    private final Set<Element> adjusted = new HashSet<>();

    private Junctions(PrintedMeasures measures) {
        this.measures = measures;
    }

    static void prepare(PdfBoxRenderer renderer) {
        PrintedTexts.read(renderer, new Junctions(new PrintedMeasures(renderer))::join);
        PrintedTexts.read(renderer, Junctions::order);
    }

    /**
     * Texts after elements become elements: the engine paints the texts of an element before the elements in it, and a reader that
     * takes the text out of the file finds them in that order. That belongs upstream, too (InlineLayoutBox).
     */
    private static void order(Paragraph paragraph) {
        for (Piece piece : paragraph.pieces()) {
            Text text = piece.text();
            if (text.getPreviousSibling() instanceof Element && !text.getData().isBlank()) {
                wrap(text, 0, text.getLength());
            }
        }
    }

    private void join(Paragraph paragraph) {
        List<Piece> pieces = paragraph.pieces().stream()
                .filter(piece -> piece.text().getLength() > 0)
                .toList();
        // From the end: the beginning of a piece is wrapped after its end was cut off.
        for (int last = pieces.size() - 1; last > 0; ) {
            int first = first(pieces, last, paragraph.text());
            if (first < last) {
                join(pieces.subList(first, last + 1), paragraph.text());
            }
            last = first == last ? last - 1 : first;
        }
    }

    /** The piece that the word begins in which the last one belongs to. */
    private static int first(List<Piece> pieces, int last, String text) {
        int first = last;
        while (first > 0
                && isJoined(pieces.get(first - 1), pieces.get(first), text)
                && (first == last
                        || lastBreak(pieces.get(first), text)
                                == pieces.get(first).start())) {
            first--;
        }
        return first;
    }

    private static boolean isJoined(Piece before, Piece piece, String text) {
        String between = text.substring(before.end(), piece.start());
        return between.indexOf(PrintedTexts.IMAGE) < 0
                && !Character.isWhitespace(text.charAt(piece.start()))
                && !LineBreaks.mayBreak(text, before.end())
                && !LineBreaks.mayBreak(text, piece.start());
    }

    private static int lastBreak(Piece piece, String text) {
        int index = piece.end() - 1;
        while (index > piece.start() && !isBreak(text, index)) {
            index--;
        }
        return index;
    }

    private static int firstBreak(Piece piece, String text) {
        int index = piece.start() + 1;
        while (index < piece.end() && !isBreak(text, index)) {
            index++;
        }
        return index;
    }

    /** Where a word may be hyphenated does not count: the engine draws hyphens only within a text. */
    private static boolean isBreak(String text, int index) {
        return LineBreaks.mayBreak(text, index) && text.charAt(index - 1) != Hyphenator.SOFT_HYPHEN;
    }

    private void join(List<Piece> word, String text) {
        Piece first = word.get(0);
        Piece last = word.get(word.size() - 1);
        int end = firstBreak(last, text);
        int room = SLACK_DOTS;
        for (Piece piece : word.subList(1, word.size())) {
            int to = piece == last ? end : piece.end();
            // The engine wants room for the space at the end of a line, too.
            room += measures.width((Element) piece.text().getParentNode(), text.substring(piece.start(), to));
        }
        int start = lastBreak(first, text);
        if (room > MAX_DOTS || text.substring(start, first.end()).isBlank()) {
            return;
        }
        Piece second = word.get(1);
        moveBack(second.text(), (second == last ? end : second.end()) - second.start(), room);
        keepRoom(first.text(), start - first.start(), first.end() - first.start(), room);
    }

    private void keepRoom(Text text, int from, int to, int room) {
        boolean isElement = from == 0
                && to == text.getLength()
                && text.getPreviousSibling() == null
                && text.getNextSibling() == null
                && isBare((Element) text.getParentNode());
        Element kept = isElement ? Elements.renew((Element) text.getParentNode()) : wrap(text, from, to);
        adjusted.add(kept);
        Elements.addStyle(kept, "padding-right: " + PrintedMeasures.points(room));
    }

    /** An element that begins with the text moves as a whole, so that a link lies where its words are. */
    private void moveBack(Text text, int to, int room) {
        Element moved =
                text.getPreviousSibling() == null ? Elements.renew((Element) text.getParentNode()) : wrap(text, 0, to);
        adjusted.add(moved);
        Elements.addStyle(moved, "margin-left: -" + PrintedMeasures.points(room));
    }

    /** Whether an element within lines has no margins and paddings of its own. */
    private boolean isBare(Element element) {
        return adjusted.contains(element) || Elements.isInline(element) && measures.sides(element, 0) == 0;
    }

    private static Element wrap(Text text, int from, int to) {
        if (to < text.getLength()) {
            text.splitText(to);
        }
        Text part = from > 0 ? text.splitText(from) : text;
        Element span = text.getOwnerDocument().createElementNS(XHTML, "span");
        part.getParentNode().replaceChild(span, part);
        span.appendChild(part);
        return span;
    }
}
