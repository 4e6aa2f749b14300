package colophon.output;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** What a printer needs of the pages of a file: where they are cut, and how far colour may go over the edge. */
final class PressPages {
    /** Millimetres around a page that are cut off; css/print-press.css adds them to its size. */
    static final double BLEED_MM = 3;

    private static final double POINTS_PER_MM = 72 / 25.4;

    private PressPages() {}

    static void cut(PDDocument document) {
        float bleed = (float) (BLEED_MM * POINTS_PER_MM);
        for (PDPage page : document.getPages()) {
            PDRectangle sheet = page.getMediaBox();
            page.setBleedBox(sheet);
            page.setTrimBox(new PDRectangle(
                    sheet.getLowerLeftX() + bleed,
                    sheet.getLowerLeftY() + bleed,
                    sheet.getWidth() - 2 * bleed,
                    sheet.getHeight() - 2 * bleed));
        }
    }

    /** Pages that are there only so that a chapter begins on a right-hand page show nothing, not even a number. */
    static void blank(PDDocument document, PdfProof proof) {
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            if (proof.empty().contains(i)) {
                PDPage page = document.getPage(i);
                page.getCOSObject().removeItem(COSName.CONTENTS);
            }
        }
    }
}
