package colophon.output;

/**
 * How a PDF is printed.
 *
 * @param black everything in black and greys
 * @param press for a printing house: the document has edges that are cut off
 */
record PdfLook(boolean black, boolean press) {
    static final PdfLook USUAL = new PdfLook(false, false);
}
