package colophon.output;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads the text of a PDF. Where a word was broken at the end of a line, and the file says so, the text has {@link #BROKEN} and then the
 * next line: PDFBox alone leaves such hyphens out, and makes two words of one.
 */
public final class PdfText extends PDFTextStripper {
    /** A hyphen that is not the one of keyboards. */
    public static final char BROKEN = '\u2010';

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        super.beginMarkedContentSequence(tag, isSoftHyphen(properties) ? broken() : properties);
    }

    private static boolean isSoftHyphen(COSDictionary properties) {
        return properties != null
                && String.valueOf(Hyphenator.SOFT_HYPHEN).equals(properties.getString(COSName.ACTUAL_TEXT));
    }

    private static COSDictionary broken() {
        COSDictionary properties = new COSDictionary();
        properties.setString(COSName.ACTUAL_TEXT, String.valueOf(BROKEN));
        return properties;
    }
}
