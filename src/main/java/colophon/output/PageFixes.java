package colophon.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What a compositor would change in pages that were laid out, by the numbers of elements in the document. It only grows from one layout
 * of a document to the next.
 *
 * @param breaks elements that must begin a page
 * @param kept elements of which more lines must stay together
 * @param lastLines how many lines of a paragraph are on its last page, at least
 * @param whole elements whose words are not broken, because too many were
 * @param moves figures that stand after text that follows them in the document, in the order in which they are moved
 * @param scales images that are set smaller, and by what factor
 * @param opened tables and boxes that may go on over a page
 */
record PageFixes(
        Set<Integer> breaks,
        Set<Integer> kept,
        Map<Integer, Integer> lastLines,
        Set<Integer> whole,
        List<Move> moves,
        Map<Integer, Double> scales,
        Set<Integer> opened) {
    /** A figure, and how many elements go before it. */
    record Move(int figure, int elements) {}

    static PageFixes none() {
        return new PageFixes(
                new HashSet<>(),
                new HashSet<>(),
                new HashMap<>(),
                new HashSet<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new HashSet<>());
    }

    /** The same once more, to be added to. */
    PageFixes copy() {
        return new PageFixes(
                new HashSet<>(breaks),
                new HashSet<>(kept),
                new HashMap<>(lastLines),
                new HashSet<>(whole),
                new ArrayList<>(moves),
                new HashMap<>(scales),
                new HashSet<>(opened));
    }

    boolean isMoved(int figure) {
        return moves.stream().anyMatch(move -> move.figure() == figure);
    }

    /** @param elements of the document, by their numbers */
    void apply(List<Element> elements) {
        breaks.forEach(number -> Elements.addClass(elements.get(number), PrintedDocument.BEGINS_PAGE));
        kept.forEach(number -> Elements.addClass(elements.get(number), "kept-lines"));
        whole.forEach(number -> Elements.addClass(elements.get(number), "whole-words"));
        opened.forEach(number -> Elements.addStyle(elements.get(number), "page-break-inside: auto"));
        lastLines.forEach((number, lines) -> Elements.addStyle(elements.get(number), "widows: " + lines));
        moves.forEach(move -> Floats.move(elements.get(move.figure()), move.elements()));
    }
}
