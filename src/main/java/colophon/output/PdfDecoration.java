package colophon.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * Makes decorative images artifacts, which nobody reads aloud (ISO 14289-1, 7.3). The layout engine tags each image as a figure; those
 * without an alternative text lose their tag, and their content on the page says that it is an artifact.
 */
final class PdfDecoration {
    private static final String BEGIN = "BDC";

    private final PDStructureTreeRoot tree;
    /** The numbers of decorative content on each page. */
    private final Map<COSDictionary, Set<Integer>> decorative = new IdentityHashMap<>();

    private PdfDecoration(PDStructureTreeRoot tree) {
        this.tree = tree;
    }

    static void untag(PDDocument document) throws IOException {
        PDStructureTreeRoot tree = document.getDocumentCatalog().getStructureTreeRoot();
        if (tree == null) {
            return;
        }
        PdfDecoration decoration = new PdfDecoration(tree);
        decoration.collect(tree);
        for (PDPage page : document.getPages()) {
            Set<Integer> contents = decoration.decorative.getOrDefault(page.getCOSObject(), Set.of());
            if (!contents.isEmpty()) {
                decoration.forget(page, contents);
                rewrite(document, page, contents);
            }
        }
    }

    private void collect(PDStructureNode node) {
        for (Object kid : List.copyOf(node.getKids())) {
            if (kid instanceof PDStructureElement element) {
                boolean figure = StandardStructureTypes.Figure.equals(element.getStructureType());
                if (figure && "".equals(element.getAlternateDescription()) && element.getPage() != null) {
                    Set<Integer> contents =
                            decorative.computeIfAbsent(element.getPage().getCOSObject(), page -> new HashSet<>());
                    element.getKids().stream()
                            .filter(Integer.class::isInstance)
                            .forEach(number -> contents.add((Integer) number));
                    node.removeKid(element);
                } else {
                    collect(element);
                }
            }
        }
    }

    /** Takes content out of the list that leads from it to its tag. */
    private void forget(PDPage page, Set<Integer> contents) throws IOException {
        Object tags = tree.getParentTree() == null ? null : tree.getParentTree().getValue(page.getStructParents());
        COSBase list = tags instanceof COSObjectable object ? object.getCOSObject() : null;
        if (list instanceof COSArray array) {
            contents.stream()
                    .filter(number -> number < array.size())
                    .forEach(number -> array.set(number, COSNull.NULL));
        }
    }

    private static void rewrite(PDDocument document, PDPage page, Set<Integer> contents) throws IOException {
        List<Object> tokens = new ArrayList<>();
        for (Object token : new PDFStreamParser(page).parse()) {
            if (token instanceof Operator operator && operator.getName().equals(BEGIN)) {
                int last = tokens.size() - 1;
                if (tokens.get(last) instanceof COSDictionary properties
                        && contents.contains(properties.getInt(COSName.MCID))) {
                    tokens.set(last - 1, COSName.ARTIFACT);
                    tokens.set(last, new COSDictionary());
                }
            }
            tokens.add(token);
        }
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(stream);
    }
}
