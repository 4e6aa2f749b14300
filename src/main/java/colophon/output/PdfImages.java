package colophon.output;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The images of a document, wherever they are: on pages, in drawings, in patterns, and those that make others translucent. */
final class PdfImages {
    private PdfImages() {}

    /** Takes the wish for interpolation from all images: an archive's copy of them looks the same everywhere (ISO 19005-2, 6.2.8). */
    static void neverInterpolate(PDDocument document) {
        each(document, image -> {
            if (image.containsKey(COSName.INTERPOLATE)) {
                image.setBoolean(COSName.INTERPOLATE, false);
            }
        });
    }

    private static void each(PDDocument document, Consumer<COSStream> images) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> next = new ArrayDeque<>();
        for (PDPage page : document.getPages()) {
            next.push(page.getResources().getCOSObject());
        }
        while (!next.isEmpty()) {
            COSBase base = next.pop();
            COSBase object = base instanceof COSObject reference ? reference.getObject() : base;
            if (object == null || !seen.add(object)) {
                continue;
            }
            if (object instanceof COSStream stream && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                images.accept(stream);
            }
            if (object instanceof COSDictionary dictionary) {
                dictionary.getValues().forEach(next::push);
            } else if (object instanceof COSArray array) {
                array.forEach(next::push);
            }
        }
    }
}
