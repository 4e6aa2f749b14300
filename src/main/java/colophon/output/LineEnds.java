package colophon.output;

import colophon.output.PrintedFlow.Item;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Stops and brackets that a line break parted from their word. The layout engine breaks a line wherever an element ends; what was parted
 * so goes to the next line as a whole.
 */
final class LineEnds {
    private static final String CLOSING = ".,;:!?)]”’";
    private static final String OPENING = "([“‘";

    private LineEnds() {}

    /** A text in a line, and the element it stands in. */
    private record Piece(String text, Element element) {}

    /** Adds the numbers of elements whose last word, with what follows, belongs to the next line, and of those with a bracket before them. */
    static void look(List<Item> lines, Set<Integer> last, Set<Integer> first) {
        for (int i = 1; i < lines.size(); i++) {
            List<Piece> above = pieces(lines.get(i - 1).box());
            List<Piece> below = pieces(lines.get(i).box());
            if (above.isEmpty() || below.isEmpty()) {
                continue;
            }
            Piece end = above.get(above.size() - 1);
            Piece start = below.get(0);
            if (end.element() != start.element()) {
                if (CLOSING.indexOf(start.text().charAt(0)) >= 0) {
                    number(end).ifPresent(last::add);
                } else if (OPENING.indexOf(end.text().charAt(end.text().length() - 1)) >= 0) {
                    number(start).ifPresent(first::add);
                }
            }
        }
    }

    /** Whether a line waits for the number of a page. */
    static boolean waits(List<Item> lines) {
        return lines.stream()
                .flatMap(line -> pieces(line.box()).stream())
                .anyMatch(piece -> piece.text().contains("\u00A0" + PrintedDocument.UNKNOWN));
    }

    private static Optional<Integer> number(Piece piece) {
        return Optional.ofNullable((Integer) piece.element().getUserData(PrintedDocument.NUMBER));
    }

    private static List<Piece> pieces(Box line) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < line.getChildCount(); i++) {
            collect(line.getChild(i), pieces);
        }
        return pieces;
    }

    private static void collect(Box box, List<Piece> pieces) {
        if (box instanceof InlineLayoutBox inline) {
            for (Object child : inline.getInlineChildren()) {
                if (child instanceof InlineText text && !text.getSubstring().isBlank()) {
                    Box around = inline;
                    while (around.getElement() == null && around.getParent() != null) {
                        around = around.getParent();
                    }
                    if (around.getElement() != null) {
                        pieces.add(new Piece(text.getSubstring(), around.getElement()));
                    }
                } else if (child instanceof Box inside) {
                    collect(inside, pieces);
                }
            }
        }
    }

    /** Begins a line with the last word of an element. */
    static void carryLastWord(Element element) {
        Node text = element.getLastChild();
        while (text != null && text.getLastChild() != null) {
            text = text.getLastChild();
        }
        if (text instanceof Text words && words.getData().strip().matches("(?s).*\\s.*")) {
            breakBeforeLastWord(words);
        } else if (element.getPreviousSibling() instanceof Text before && endsWithSpace(before)) {
            element.getParentNode().insertBefore(lineBreak(element.getOwnerDocument()), element);
        }
    }

    /** Begins a line with the bracket before an element. */
    static void carryBracket(Element element) {
        if (element.getPreviousSibling() instanceof Text before && !endsWithSpace(before)) {
            breakBeforeLastWord(before);
        }
    }

    private static boolean endsWithSpace(Text text) {
        return !text.getData().isEmpty()
                && Character.isWhitespace(text.getData().charAt(text.getLength() - 1));
    }

    private static void breakBeforeLastWord(Text words) {
        String all = words.getData();
        int start = all.stripTrailing().length();
        while (start > 0 && !Character.isWhitespace(all.charAt(start - 1))) {
            start--;
        }
        if (start > 0) {
            Text word = words.splitText(start);
            word.getParentNode().insertBefore(lineBreak(word.getOwnerDocument()), word);
        }
    }

    private static Element lineBreak(Document document) {
        return document.createElementNS("http://www.w3.org/1999/xhtml", "br");
    }
}
