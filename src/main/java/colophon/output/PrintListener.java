package colophon.output;

import java.util.List;

/** Is notified of what a document turned out to be as it was printed. */
interface PrintListener {
    PrintListener NONE = new PrintListener() {};

    /** Before it is painted. */
    default void laidOut(LaidOutText text) {}

    /** @param faults what keeps it from conforming to PDF/UA and PDF/A */
    default void faults(List<PdfConformance.Fault> faults) {}

    /** @param pages where its pages begin */
    default void pages(PrintedPages pages) {}
}
