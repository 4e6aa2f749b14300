package colophon.output;

import colophon.model.SitePath;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Turns one document into a PDF file: tagged (PDF/UA-1), for the archive (PDF/A-2a), with embedded fonts, bookmarks and links.
 *
 * <p>Nothing is fetched: style sheets, pictures and fonts come from memory, whatever the document asks for. The same document
 * gives the same bytes.
 */
final class PdfPrinter {
    /** A scheme of our own: what has another one is refused. */
    private static final String SCHEME = "colophon";

    private static final String BASE = SCHEME + ":///";

    /** Two are usual: one to see on which page everything is, one to print it. */
    private static final int MOST_LAYOUTS = 8;

    /** By address, as a document has it. */
    private final Function<String, byte[]> files;

    private final TypeCase type;
    private final PdfFonts fonts;

    /**
     * @param named the bytes of a style sheet or picture by name, or null
     * @param type to set documents from, one after another
     */
    PdfPrinter(Function<String, byte[]> named, TypeCase type) {
        this.files = address -> named.apply(SitePath.decode(address));
        this.type = type;
        this.fonts = new PdfFonts(type);
        XRLog.setLoggingEnabled(false);
    }

    /** The characters of a document that would print as empty boxes. */
    Set<Integer> missingGlyphs(String xhtml) {
        return fonts.missing(xhtml + DrawnText.of(xhtml, files));
    }

    /** Those of the pictures that cannot be drawn: the drawing library gives up on some things in SVG without saying where. */
    List<String> undrawable(List<String> pictures) {
        PdfMetadata none = new PdfMetadata("", List.of(), "", List.of(), "en", LocalDate.EPOCH, Optional.empty(), "");
        return pictures.stream().filter(name -> !isDrawable(name, none)).toList();
    }

    private boolean isDrawable(String picture, PdfMetadata metadata) {
        try {
            print(
                    "<html><head><title>Picture</title><style>html, @page { font-family: \"Source Sans 3\" }</style></head>"
                            + "<body><img alt=\"Picture\" src=\"" + new SitePath(picture).encoded()
                            + "\"/></body></html>",
                    metadata);
            return true;
        } catch (SAXException | RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    /** @throws SAXException when the document is not well-formed XML */
    byte[] print(String xhtml, PdfMetadata metadata) throws SAXException {
        return print(xhtml, metadata, PdfLook.USUAL, PrintListener.NONE);
    }

    /**
     * The same.
     *
     * @param listener notified of what the document turns out to be
     */
    byte[] print(String xhtml, PdfMetadata metadata, PdfLook look, PrintListener listener) throws SAXException {
        PrintedDocument printed = new PrintedDocument(parse(xhtml));
        try (PDDocument document = new PDDocument()) {
            PdfFonts.Faces faces = fonts.open(document, DrawnText.of(xhtml, files));
            Drawings drawings = new Drawings(type);
            PrintedSizes sizes = sizes(printed, faces, drawings, document);
            TallBlocks tall = new TallBlocks();
            PdfProof proof = PdfProof.NONE;
            for (int layout = 1; ; layout++) {
                boolean last = layout == MOST_LAYOUTS;
                Document copy = printed.copy(sizes, proof, last);
                tall.open(copy);
                try (PdfBoxRenderer renderer = renderer(copy, faces, drawings, document)) {
                    if (!last) {
                        // Where the pages do not settle, a word might go on over one.
                        Hyphenation.prepare(renderer, type);
                    }
                    Junctions.prepare(renderer);
                    renderer.layout();
                    PdfProof seen = PdfProof.of(renderer, proof, printed.wanted(), layout);
                    if (!tall.look(renderer) && seen.approves(proof) || last) {
                        finish(renderer, seen, metadata, look, listener);
                        listener.pages(PrintedPagesReader.of(renderer, document));
                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                        document.save(out);
                        return out.toByteArray();
                    }
                    proof = seen;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("printing in memory", e);
        }
    }

    private PrintedSizes sizes(PrintedDocument printed, PdfFonts.Faces faces, Drawings drawings, PDDocument document)
            throws IOException {
        Document copy = printed.copy(PrintedSizes.NONE, PdfProof.NONE, false);
        try (PdfBoxRenderer renderer = renderer(copy, faces, drawings, document)) {
            return PrintedSizes.of(renderer);
        }
    }

    private static void finish(
            PdfBoxRenderer renderer, PdfProof proof, PdfMetadata metadata, PdfLook look, PrintListener listener)
            throws IOException {
        PageTops.raise(renderer);
        LaidOutText text = LaidOutText.of(renderer);
        listener.laidOut(text);
        LineHyphen.mark(renderer);
        CodeWraps.mark(renderer);
        renderer.createPDFWithoutClosing();
        PDDocument document = renderer.getPdfDocument();
        PdfTags.mend(document, renderer.getRootBox(), PrintedFlow.places(renderer));
        PdfDecoration.untag(document);
        PdfHeadings.close(document.getDocumentCatalog().getStructureTreeRoot());
        PdfImages.neverInterpolate(document);
        List<PdfConformance.Fault> faults =
                PdfConformance.faults(document, !text.privateCharacters().isEmpty());
        listener.faults(faults);
        PdfDescription.write(document, metadata, faults.isEmpty());
        PdfDescription.labelPages(document, proof.front());
        if (look.black()) {
            BlackInk.use(document);
        }
        if (look.press()) {
            PressPages.cut(document);
            PressPages.blank(document, proof);
        }
    }

    private PdfBoxRenderer renderer(Document document, PdfFonts.Faces faces, Drawings drawings, PDDocument pdf) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        faces.register(builder);
        builder.usePDDocument(pdf)
                .withW3cDocument(document, BASE)
                .useSVGDrawer(drawings.drawer())
                .useUriResolver((base, uri) -> BASE + relative(uri))
                .useProtocolsStreamImplementation(uri -> new MemoryStream(bytes(uri)), SCHEME)
                .useExternalResourceAccessControl(
                        (uri, type) -> isOurs(uri), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.startsWith(BASE), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .useUnicodeLineBreaker(new LineBreaks())
                .toStream(new ByteArrayOutputStream());
        PdfBoxRenderer renderer = builder.buildPdfRenderer();
        faces.addFallbacks(renderer.getFontResolver());
        renderer.getSharedContext().setTextRenderer(new WordWidths(type));
        drawings.share(renderer);
        return renderer;
    }

    /** Relative addresses and our own; no address with another scheme or host. */
    private static boolean isOurs(String uri) {
        return uri.startsWith(BASE) || !uri.contains(":") && !uri.startsWith("//");
    }

    private static String relative(String uri) {
        return uri.startsWith(BASE) ? uri.substring(BASE.length()) : uri;
    }

    private byte[] bytes(String uri) {
        byte[] bytes = files.apply(relative(uri));
        return bytes == null ? new byte[0] : bytes;
    }

    private record MemoryStream(byte[] bytes) implements FSStream {
        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }

    /** A document as elements; nothing when it is not well-formed. */
    static Optional<Document> read(String xhtml) {
        try {
            return Optional.of(parse(xhtml));
        } catch (SAXException e) {
            return Optional.empty();
        }
    }

    private static Document parse(String xhtml) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }
}
