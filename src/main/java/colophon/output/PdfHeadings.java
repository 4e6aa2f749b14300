package colophon.output;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/**
 * Tags headings without a gap: the first is of level 1, and one below another is of the level after that (ISO 14289-1, 7.4.2). How a
 * heading looks stays as its author wrote it.
 */
final class PdfHeadings {
    private static final int MAX_LEVEL = 6;

    /** The written levels of the headings that the next one is within. */
    private final Deque<Integer> around = new ArrayDeque<>();

    private PdfHeadings() {}

    static void close(PDStructureNode tree) {
        new PdfHeadings().walk(tree);
    }

    private void walk(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                int level = level(element.getStructureType());
                if (level > 0) {
                    element.setStructureType("H" + tagged(level));
                }
                walk(element);
            }
        }
    }

    private int tagged(int written) {
        while (!around.isEmpty() && around.peek() >= written) {
            around.pop();
        }
        around.push(written);
        return around.size();
    }

    /** The level of a heading; 0 for anything else. */
    private static int level(String type) {
        boolean heading = type != null && type.length() == 2 && type.charAt(0) == 'H';
        int level = heading ? type.charAt(1) - '0' : 0;
        return level >= 1 && level <= MAX_LEVEL ? level : 0;
    }
}
