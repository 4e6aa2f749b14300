package colophon.output;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDAbstractPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;

/** Makes every colour of a document the grey that is as bright: text, drawings, pictures, whatever asked for them. */
final class BlackInk {
    /** Set a colour of the red, green and blue before them. */
    private static final Set<String> COLOURS = Set.of("rg", "RG", "sc", "SC", "scn", "SCN");

    private static final int CHANNELS = 3;

    private final PDDocument document;
    private final Set<COSBase> done = new HashSet<>();

    private BlackInk(PDDocument document) {
        this.document = document;
    }

    static void use(PDDocument document) throws IOException {
        BlackInk ink = new BlackInk(document);
        for (PDPage page : document.getPages()) {
            PDStream stream = new PDStream(document);
            rewrite(page, stream.getCOSObject());
            page.setContents(stream);
            ink.resources(page.getResources());
        }
    }

    private void resources(PDResources resources) throws IOException {
        if (resources == null || !done.add(resources.getCOSObject())) {
            return;
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDFormXObject form && done.add(form.getCOSObject())) {
                rewrite(form, form.getCOSObject());
                resources(form.getResources());
            } else if (object instanceof PDImageXObject image && done.add(image.getCOSObject())) {
                PDImageXObject grey = LosslessFactory.createFromImage(document, grey(image.getImage()));
                done.add(grey.getCOSObject());
                resources.put(name, grey);
            }
        }
        for (COSName name : resources.getPatternNames()) {
            PDAbstractPattern pattern = resources.getPattern(name);
            if (pattern instanceof PDTilingPattern tiles && done.add(tiles.getCOSObject())) {
                rewrite(tiles, (COSStream) tiles.getCOSObject());
                resources(tiles.getResources());
            }
        }
    }

    private static void rewrite(PDContentStream content, COSStream target) throws IOException {
        List<Object> tokens = new ArrayList<>();
        for (Object token : new PDFStreamParser(content).parse()) {
            if (token instanceof Operator operator && COLOURS.contains(operator.getName())) {
                grey(tokens);
            }
            tokens.add(token);
        }
        try (OutputStream out = target.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
    }

    /** The last three numbers, if these are a colour. */
    private static void grey(List<Object> tokens) {
        int first = tokens.size() - CHANNELS;
        if (first < 0 || !tokens.subList(first, tokens.size()).stream().allMatch(COSNumber.class::isInstance)) {
            return;
        }
        float grey = brightness(
                ((COSNumber) tokens.get(first)).floatValue(),
                ((COSNumber) tokens.get(first + 1)).floatValue(),
                ((COSNumber) tokens.get(first + 2)).floatValue());
        for (int i = first; i < tokens.size(); i++) {
            tokens.set(i, new COSFloat(grey));
        }
    }

    /** Of a colour as screens have it (Rec. 601, which works on such values). */
    private static float brightness(float red, float green, float blue) {
        return Math.round((0.299f * red + 0.587f * green + 0.114f * blue) * 1000) / 1000f;
    }

    private static BufferedImage grey(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage grey = new BufferedImage(
                image.getWidth(), image.getHeight(), alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D copy = grey.createGraphics();
        copy.drawImage(image, 0, 0, null);
        copy.dispose();
        for (int y = 0; y < grey.getHeight(); y++) {
            for (int x = 0; x < grey.getWidth(); x++) {
                int pixel = grey.getRGB(x, y);
                int level = Math.round(brightness(pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF));
                grey.setRGB(x, y, pixel & 0xFF000000 | level << 16 | level << 8 | level);
            }
        }
        return grey;
    }
}
