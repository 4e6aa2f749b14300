package colophon.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** What a PDF says of itself: title, people and dates, in the old place and as XMP, and how its pages are called. */
final class PdfDescription {
    private PdfDescription() {}

    /** Nothing is taken from the clock. */
    static void write(PDDocument document, PdfMetadata metadata, boolean conforms) throws IOException {
        Calendar date = GregorianCalendar.from(metadata.date().atStartOfDay(ZoneOffset.UTC));
        date.setTimeZone(TimeZone.getTimeZone("UTC"));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(metadata.title());
        // One text for all: names have commas of their own.
        information.setAuthor(emptyAsNull(String.join("; ", metadata.authors())));
        information.setSubject(emptyAsNull(metadata.subject()));
        information.setKeywords(emptyAsNull(String.join(", ", metadata.keywords())));
        information.setCreator("Colophon");
        information.setProducer("Colophon with openhtmltopdf and PDFBox");
        metadata.version().ifPresent(version -> information.setCustomMetadataValue("Version", version));
        information.setCustomMetadataValue(
                "Source", metadata.source().isEmpty() ? null : "sha256:" + metadata.source());
        information.setCreationDate(date);
        information.setModificationDate(date);
        PDMetadata xmp = new PDMetadata(document);
        xmp.importXMPMetadata(PdfXmp.of(metadata, conforms).getBytes(StandardCharsets.UTF_8));
        // An archive file's description must be readable as it stands.
        xmp.getCOSObject().removeItem(COSName.FILTER);
        document.getDocumentCatalog().setMetadata(xmp);
        // A template of a theme may forget it, and the engine then says that it is English.
        document.getDocumentCatalog().setLanguage(metadata.language());
        neutralizeProfile(document);
        document.setDocumentId(metadata.date().toEpochDay());
        document.setVersion(1.7f);
    }

    /** Pages are called what is printed on them: small roman numbers before the first chapter. */
    static void labelPages(PDDocument document, int front) {
        PDPageLabels labels = new PDPageLabels(document);
        if (front > 0) {
            labels.setLabelItem(0, range(PDPageLabelRange.STYLE_ROMAN_LOWER));
        }
        labels.setLabelItem(front, range(PDPageLabelRange.STYLE_DECIMAL));
        document.getDocumentCatalog().setPageLabels(labels);
    }

    private static PDPageLabelRange range(String style) {
        PDPageLabelRange range = new PDPageLabelRange();
        range.setStyle(style);
        range.setStart(1);
        return range;
    }

    /** Takes the signature of the operating system out of the color profile: it differs between Javas. */
    private static void neutralizeProfile(PDDocument document) throws IOException {
        for (PDOutputIntent intent : document.getDocumentCatalog().getOutputIntents()) {
            COSStream stream = intent.getDestOutputIntent();
            byte[] profile = stream.createInputStream().readAllBytes();
            Arrays.fill(profile, 40, 44, (byte) 0);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(profile);
            }
        }
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
