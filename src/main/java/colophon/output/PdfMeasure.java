package colophon.output;

import colophon.cache.Packer;
import colophon.cache.Unpacker;
import colophon.model.Digest;
import colophon.model.InputFile;
import colophon.output.SlowFiles.Slow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What there is to know of a PDF without reading it all.
 *
 * @param language BCP 47, where the file says it
 * @param title as the file calls itself
 * @param opening the words of its first pages
 * @param tagged whether it says what is a heading, a list, a table
 * @param open whether programs may take its text out, to read it aloud or to find it
 */
record PdfMeasure(
        int pages, Optional<String> language, Optional<String> title, String opening, boolean tagged, boolean open) {
    /** A cover, a title page and what may lie between. */
    private static final int OPENING_PAGES = 4;

    /** @throws IOException when it is not a readable PDF */
    static PdfMeasure of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            boolean open = document.getCurrentAccessPermission().canExtractContent();
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(OPENING_PAGES);
            return new PdfMeasure(
                    document.getNumberOfPages(),
                    text(document.getDocumentCatalog().getLanguage()),
                    text(document.getDocumentInformation().getTitle()),
                    open ? String.join(" ", Words.of(stripper.getText(document))) : "",
                    document.getDocumentCatalog().getMarkInfo() != null
                            && document.getDocumentCatalog().getMarkInfo().isMarked()
                            && document.getDocumentCatalog().getStructureTreeRoot() != null,
                    open);
        }
    }

    private static Optional<String> text(String value) {
        return Stream.ofNullable(value)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .findFirst();
    }

    /** The pages of one that was made here. */
    static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new IllegalStateException("a PDF that was just made cannot be read", e);
        }
    }

    /** Opening a PDF takes long enough to remember what was found in it. */
    static PdfMeasure remembered(InputFile file, SlowFiles slowFiles) throws IOException {
        String name = "measure-" + Digest.hex(file.digest());
        Optional<Slow> known = slowFiles.find(name);
        if (known.isPresent()) {
            Unpacker in = new Unpacker(known.get().bytes());
            return new PdfMeasure(in.count(), in.optionalText(), in.optionalText(), in.text(), in.flag(), in.flag());
        }
        PdfMeasure measure = of(file.bytes());
        Packer out = new Packer().count(measure.pages).text(measure.language).text(measure.title);
        out.text(measure.opening).flag(measure.tagged).flag(measure.open);
        slowFiles.keep(name, new Slow(out.bytes(), List.of()));
        return measure;
    }
}
