package colophon.output;

import com.openhtmltopdf.extend.ReplacedElement;
import com.openhtmltopdf.extend.ReplacedElementFactory;
import com.openhtmltopdf.extend.UserAgentCallback;
import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfBoxSVGReplacedElement;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.resource.XMLResource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The SVG pictures of one document, each read once, however often that is laid out. */
final class Drawings {
    private static final String SUFFIX = ".svg";

    private final PictureDrawer drawer;
    private final Map<String, Optional<Document>> read = new HashMap<>();

    Drawings(TypeCase type) {
        this.drawer = new PictureDrawer(type);
    }

    PictureDrawer drawer() {
        return drawer;
    }

    /** Gives a layout what was read for those before it. */
    void share(PdfBoxRenderer layout) {
        ReplacedElementFactory others = layout.getSharedContext().getReplacedElementFactory();
        layout.getSharedContext().setReplacedElementFactory(new Factory(others));
    }

    /** Makes what stands in a layout in place of an element. */
    private final class Factory implements ReplacedElementFactory {
        private final ReplacedElementFactory others;

        Factory(ReplacedElementFactory others) {
            this.others = others;
        }

        @Override
        public boolean isReplacedElement(Element element) {
            return others.isReplacedElement(element);
        }

        @Override
        public ReplacedElement createReplacedElement(
                LayoutContext context, BlockBox box, UserAgentCallback files, int width, int height) {
            Element element = box.getElement();
            Optional<Document> drawing = Optional.ofNullable(element)
                    .flatMap(Drawings::source)
                    .flatMap(source -> read.computeIfAbsent(source, it -> read(it, files)));
            if (drawing.isEmpty()) {
                return others.createReplacedElement(context, box, files, width, height);
            }
            // A copy: the engine writes the size into what it is given.
            Element svg = ((Document) drawing.get().cloneNode(true)).getDocumentElement();
            if (!element.getAttribute("class").isEmpty()) {
                svg.setAttribute("class", element.getAttribute("class"));
            }
            return new PdfBoxSVGReplacedElement(svg, drawer, width, height, box, context, context.getSharedContext());
        }
    }

    /** Where the picture is that an element asks for, if it is a drawing in a file. */
    private static Optional<String> source(Element element) {
        return Optional.of(element.getAttribute("src"))
                .filter(source -> element.getTagName().equals("img") && source.endsWith(SUFFIX));
    }

    /** Nothing where the address is refused. */
    private static Optional<Document> read(String source, UserAgentCallback files) {
        return Optional.ofNullable(files.getXMLResource(source, ExternalResourceType.XML_SVG))
                .map(XMLResource::getDocument);
    }
}
