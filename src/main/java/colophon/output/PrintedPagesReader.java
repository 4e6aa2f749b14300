package colophon.output;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.InlineLayoutBox;
import com.openhtmltopdf.render.InlineText;
import com.openhtmltopdf.render.LineBox;
import com.openhtmltopdf.render.PageBox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.w3c.dom.Element;

/**
 * Reads from a laid-out document where its pages begin. Notes at the foot, running heads, and what a style sheet adds to the text are
 * passed over: other editions have them elsewhere, or not at all. So are figures that float; a page that begins with one begins with the
 * words below it.
 */
final class PrintedPagesReader {
    /** The class of a reference to a footnote. */
    private static final String NOTE_CALL = "note-call";

    private final List<PageBox> pages;
    private final List<PrintedPages.Section> sections = new ArrayList<>();
    private final List<PrintedPages.Start> starts = new ArrayList<>();
    private final String[] labels;
    private Letters letters = new Letters();
    /** Of a word that goes on in the next line. */
    private int lettersOfBroken;

    private PrintedPagesReader(List<PageBox> pages, String[] labels) {
        this.pages = pages;
        this.labels = labels;
    }

    /** @param document the finished file, which says how its pages are numbered */
    static PrintedPages of(PdfBoxRenderer laidOut, PDDocument document) throws IOException {
        BlockBox root = laidOut.getRootBox();
        PrintedPagesReader reader = new PrintedPagesReader(root.getLayer().getPages(), labels(document));
        reader.section("");
        reader.box(root);
        reader.endBlock();
        while (reader.starts.size() < reader.labels.length) {
            reader.start();
        }
        return new PrintedPages(reader.sections, reader.starts);
    }

    private static String[] labels(PDDocument document) throws IOException {
        PDPageLabels told = document.getDocumentCatalog().getPageLabels();
        if (told != null) {
            return told.getLabelsByPageIndices();
        }
        String[] numbers = new String[document.getNumberOfPages()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = String.valueOf(i + 1);
        }
        return numbers;
    }

    private void box(Box box) {
        boolean isRunning = box.getStyle() != null && box.getStyle().isRunning();
        if (isRunning || box.getElement() != null && Floats.isMoved(box.getElement())) {
            return;
        }
        Optional<Element> section = section(box);
        section.ifPresent(it -> section(name(it)));
        boolean isBlock = box instanceof BlockBox;
        if (isBlock) {
            endBlock();
        }
        if (isBlock && isPicture(box)) {
            words(box.getElement().getAttribute("alt"), box.getAbsY());
        } else {
            children(box);
        }
        if (isBlock) {
            endBlock();
        }
        section.ifPresent(it -> section(""));
    }

    private void children(Box box) {
        for (Box child : box.getChildren()) {
            if (child instanceof LineBox line) {
                line.getChildren().forEach(inline -> inLine(inline, line));
            } else {
                box(child);
            }
        }
    }

    private void inLine(Object content, LineBox line) {
        if (content instanceof InlineText text) {
            words(text.getSubstring(), line.getAbsY());
        } else if (content instanceof InlineLayoutBox inline) {
            if (!isAdded(inline) && !isOfPrint(inline)) {
                inline.getInlineChildren().forEach(child -> inLine(child, line));
            }
        } else if (content instanceof BlockBox block) {
            box(block);
        }
    }

    /** Whether a text is not in the document: the engine gives what the style sheet adds to an element a nameless box of its own in it. */
    private static boolean isAdded(InlineLayoutBox inline) {
        return inline.getElement() == null
                && inline.getParent() instanceof InlineLayoutBox around
                && around.getElement() != null;
    }

    /** "Pages 4, 11" behind a work, and the number of a footnote. */
    private static boolean isOfPrint(InlineLayoutBox inline) {
        Element element = inline.getElement();
        return element != null
                && (PrintedFlow.hasClass(element, PrintedDocument.PAGES_OF)
                        || PrintedFlow.hasClass(element, NOTE_CALL));
    }

    private void words(String text, int y) {
        if (Letters.count(text) == 0) {
            return;
        }
        // A page without words of its own begins where the next one does.
        for (int page = page(y); starts.size() <= page && starts.size() < labels.length; ) {
            start();
        }
        letters.add(text);
        lettersOfBroken = LineHyphen.isBehind(text) ? Letters.count(lastWord(text)) : 0;
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /** The page that nothing has been found on yet begins here: with a word that began on the page before, if its last one was broken. */
    private void start() {
        starts.add(new PrintedPages.Start(
                labels[starts.size()], sections.size() - 1, last().blocks().size(), letters.count() - lettersOfBroken));
    }

    private PrintedPages.Section last() {
        return sections.get(sections.size() - 1);
    }

    private int page(int y) {
        int page = 0;
        while (page + 1 < pages.size() && pages.get(page + 1).getTop() <= y) {
            page++;
        }
        return page;
    }

    private void endBlock() {
        if (letters.count() > 0) {
            last().blocks().add(letters.digest());
            letters = new Letters();
            lettersOfBroken = 0;
        }
    }

    private void section(String name) {
        endBlock();
        sections.add(new PrintedPages.Section(name, new ArrayList<>()));
    }

    /** The section of the document that a box begins. */
    private static Optional<Element> section(Box box) {
        Element element = box.getElement();
        boolean isSection = element != null
                && element.getTagName().equals("section")
                && box.getParent() != null
                && box.getParent().getElement() != element
                && element.getParentNode() instanceof Element parent
                && parent.getTagName().equals("body");
        return isSection ? Optional.of(element) : Optional.empty();
    }

    private static String name(Element section) {
        String id = section.getAttribute("id");
        return id.isEmpty() ? section.getAttribute("class").split(" ")[0] : id;
    }

    private static boolean isPicture(Box box) {
        return box.getElement() != null
                && box.getElement().getTagName().equals("img")
                && box.getChildren().isEmpty();
    }
}
