package colophon.output;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.svgsupport.PDFTranscoder.OpenHtmlFontResolver;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Draws the SVG pictures of one document, however often it is laid out. Their fonts are opened when the first one is drawn, and once for
 * all documents set from a type case: the library reads and hashes all of each font, which takes as long as laying out a few pages.
 */
final class PictureDrawer extends BatikSVGDrawer {
    private record Name(String family, Integer weight, FontStyle style) {}

    private record Font(FSSupplier<InputStream> file, Name name) {}

    private final TypeCase type;
    private final List<Font> waiting = new ArrayList<>();
    private boolean hasFontFaces;
    private boolean bringsFonts;
    private boolean isOpened;

    PictureDrawer(TypeCase type) {
        super(SvgScriptMode.SECURE, SvgExternalResourceMode.SECURE);
        this.type = type;
    }

    /** Begins anew with the fonts of the style sheets, which are the same for each layout. */
    @Override
    public void importFontFaceRules(List<FontFaceRule> fontFaces, SharedContext context) {
        if (!hasFontFaces) {
            hasFontFaces = true;
            bringsFonts = !fontFaces.isEmpty();
            super.importFontFaceRules(fontFaces, context);
        }
    }

    @Override
    public void addFontStream(FSSupplier<InputStream> file, String family, Integer weight, FontStyle style) {
        if (!isOpened) {
            waiting.add(new Font(file, new Name(family, weight, style)));
        }
    }

    @Override
    public SVGImage buildSVGImage(Element svg, Box box, CssContext context, double width, double height, double dots) {
        openFonts();
        return super.buildSVGImage(svg, box, context, width, height, dots);
    }

    @Override
    public SVGImage buildStandaloneSVGImage(Element svg, String uri, double width, double height, double dots) {
        openFonts();
        return super.buildStandaloneSVGImage(svg, uri, width, height, dots);
    }

    private void openFonts() {
        if (isOpened) {
            return;
        }
        isOpened = true;
        if (bringsFonts) {
            open(waiting, fontResolver);
        } else {
            fontResolver = type.drawn(waiting.stream().map(Font::name).toList(), () -> open(waiting, fontResolver));
        }
        waiting.clear();
    }

    private static OpenHtmlFontResolver open(List<Font> fonts, OpenHtmlFontResolver into) {
        try {
            for (Font font : fonts) {
                into.addFontStream(
                        font.file(),
                        font.name().family(),
                        font.name().weight(),
                        font.name().style());
            }
            return into;
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("a font that the text is set in cannot be read", e);
        }
    }
}
