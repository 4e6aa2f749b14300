package colophon.output;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Decides whether a PDF may say that it conforms to PDF/UA-1 and PDF/A-2a: what is made here conforms, but a theme can bring what does
 * not, and nobody can make it so.
 */
final class PdfConformance {
    /** What keeps a document from conforming. */
    enum Fault {
        /** An image or drawing of a template without a text for those who do not see it. */
        IMAGE_WITHOUT_TEXT,
        /** A character whose meaning only its font knows. */
        PRIVATE_CHARACTER
    }

    private static final String PRESENTATION = "presentation";

    private PdfConformance() {}

    static List<Fault> faults(PDDocument document, boolean hasPrivateCharacters) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (hasFigureWithoutText(document.getDocumentCatalog().getStructureTreeRoot())) {
            faults.add(Fault.IMAGE_WITHOUT_TEXT);
        }
        if (hasPrivateCharacters) {
            faults.add(Fault.PRIVATE_CHARACTER);
        }
        return new ArrayList<>(faults);
    }

    private static boolean hasFigureWithoutText(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                boolean figure = StandardStructureTypes.Figure.equals(element.getStructureType());
                if (figure && element.getAlternateDescription() == null || hasFigureWithoutText(element)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a text has a character whose meaning is private (Unicode 15, 23.5). */
    static boolean isPrivate(int character) {
        return Character.getType(character) == Character.PRIVATE_USE;
    }

    /**
     * What an image or drawing says to those who do not see it: empty where it is decoration, and nothing where that is not said.
     */
    static Optional<String> text(Element image) {
        if (image.hasAttribute("alt")) {
            return Optional.of(image.getAttribute("alt"));
        }
        String role = image.getAttribute("role");
        if (image.getAttribute("aria-hidden").equals("true") || role.equals(PRESENTATION) || role.equals("none")) {
            return Optional.of("");
        }
        String label = image.getAttribute("aria-label");
        return label.isBlank() ? title(image) : Optional.of(label);
    }

    private static Optional<String> title(Element drawing) {
        for (Node child = drawing.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && "title".equals(element.getLocalName())
                    && !element.getTextContent().isBlank()) {
                return Optional.of(element.getTextContent().strip());
            }
        }
        return Optional.empty();
    }
}
