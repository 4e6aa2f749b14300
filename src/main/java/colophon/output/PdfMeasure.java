package colophon.output;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads from a PDF what its button says. */
record PdfMeasure(int pages, Optional<String> language) {
    /** @throws IOException when it is not a readable PDF */
    static PdfMeasure of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return of(document);
        }
    }

    static PdfMeasure of(PDDocument document) {
        return new PdfMeasure(
                document.getNumberOfPages(),
                Optional.ofNullable(document.getDocumentCatalog().getLanguage())
                        .map(String::strip)
                        .filter(language -> !language.isEmpty()));
    }

    /** Of one that was made here. */
    static PdfMeasure ofOurs(byte[] pdf) {
        try {
            return of(pdf);
        } catch (IOException e) {
            throw new IllegalStateException("a PDF that was just made cannot be read", e);
        }
    }
}
