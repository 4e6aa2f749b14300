package colophon.output;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Blocks that are taller than a page although a style sheet wants them on one. The layout engine (openhtmltopdf 1.1.65) first makes the
 * pages for such a block further down, keeps them as it moves the block up again, and so puts a table that wants a turned page on one of
 * them that is not. In a document with turned pages these blocks may break.
 */
final class TallBlocks {
    private final Set<Integer> numbers = new HashSet<>();

    /** Lets those that were seen break. */
    void open(Document copy) {
        if (!numbers.isEmpty()) {
            for (Element element : Elements.within(copy)) {
                Integer number = (Integer) element.getUserData(PrintedDocument.NUMBER);
                if (number != null && numbers.contains(number)) {
                    Elements.addStyle(element, "page-break-inside: auto");
                }
            }
        }
    }

    /** Looks for them in a document that is laid out, and says whether there are more than before. */
    boolean look(PdfBoxRenderer renderer) {
        boolean turns = Elements.within(renderer.getDocument()).stream()
                .anyMatch(element -> PrintedFlow.hasClass(element, TableFit.TURNED));
        int before = numbers.size();
        if (turns) {
            collect(renderer.getRootBox(), renderer.getRootBox().getLayer().getPages());
        }
        return numbers.size() > before;
    }

    private void collect(Box box, List<PageBox> pages) {
        if (box instanceof BlockBox block
                && block.getElement() != null
                && block.getStyle().isAvoidPageBreakInside()
                && pages.stream()
                        .anyMatch(page ->
                                page.getBottom() > box.getAbsY() && page.getBottom() < box.getAbsY() + box.getHeight())
                && block.getElement().getUserData(PrintedDocument.NUMBER) instanceof Integer number) {
            numbers.add(number);
        }
        for (Box child : box.getChildren()) {
            collect(child, pages);
        }
    }
}
