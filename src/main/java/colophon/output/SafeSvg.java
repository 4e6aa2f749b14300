package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.diag.Span;
import colophon.model.InputFile;
import colophon.model.PictureHeader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A picture in SVG with nothing in it that runs or that asks another site for something. It is written anew from what is understood, so
 * that nothing hides in what is not. Editors' notes go without a word; what a reader might miss is reported.
 *
 * <p>Declarations of entities are never followed, so that they can neither read files nor grow without end.
 */
final class SafeSvg {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private static final Set<String> DRAWING =
            words("svg g defs symbol use title desc a switch view style path rect circle"
                    + " ellipse line polyline polygon text tspan textPath image marker linearGradient radialGradient stop pattern"
                    + " clipPath mask filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix"
                    + " feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR"
                    + " feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting"
                    + " feSpotLight feTile feTurbulence");
    /** What editors leave in a file for themselves. */
    private static final Set<String> SILENT = words("metadata");

    private static final Pattern DATA_PICTURE =
            Pattern.compile("data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]*", Pattern.CASE_INSENSITIVE);
    /** Attributes that hold words. */
    private static final Pattern WORDS = Pattern.compile("id|class|role|lang|title|aria-[a-z]+");

    /** What SVG and its styling know, beside the attributes that lead elsewhere; what editors and scripts add is nobody's business. */
    private static final Set<String> ATTRIBUTES = words(
            "amplitude azimuth baseFrequency baseProfile bias clip clipPathUnits cx cy d diffuseConstant direction display divisor"
                    + " dur dx dy edgeMode elevation exponent filterRes filterUnits fr fx fy gradientTransform gradientUnits height in"
                    + " in2 inline-size intercept isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning lengthAdjust"
                    + " letter-spacing lighting-color limitingConeAngle line-height markerHeight markerUnits markerWidth"
                    + " maskContentUnits maskUnits media method mode numOctaves offset opacity operator order orient overflow pathLength"
                    + " patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha"
                    + " preserveAspectRatio primitiveUnits r radius refX refY requiredExtensions requiredFeatures result rotate rx ry"
                    + " scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation"
                    + " stitchTiles style surfaceScale systemLanguage tableValues targetX targetY textLength transform transform-box"
                    + " transform-origin type values vector-effect version viewBox visibility width writing-mode x x1 x2"
                    + " xChannelSelector y y1 y2 yChannelSelector z zoomAndPan alignment-baseline baseline-shift cursor"
                    + " dominant-baseline enable-background mix-blend-mode paint-order pointer-events stop-color stop-opacity"
                    + " unicode-bidi white-space word-spacing");
    /** Families of properties that are attributes too: {@code stroke-width}. */
    private static final Pattern PROPERTIES = Pattern.compile(
            "(?:clip|color|fill|filter|flood|font|glyph-orientation|image|marker|mask|shape|stroke|text)(?:-[a-z-]+)?");

    private static final Pattern ENTITY = Pattern.compile("&(?!(?:amp|lt|gt|quot|apos);|#)[\\w.:-]+;");
    private static final String PLAIN = "export the picture again, as plain SVG without entities of its own";

    private static final Pattern ENCODING =
            Pattern.compile("\\A<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private final Source source;
    private final Problems problems;
    private final StringBuilder out = new StringBuilder();
    /** The start of the tag that is read. */
    private int tag;

    private SafeSvg(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The picture, in UTF-8; nothing when it is not well-formed, which is a problem. */
    static Optional<byte[]> of(InputFile file, Problems problems) {
        SafeSvg svg = new SafeSvg(new Source(file.path(), text(file.bytes())), problems);
        if (svg.hasEntities()) {
            return Optional.empty();
        }
        try {
            svg.write();
        } catch (XMLStreamException e) {
            int offset =
                    svg.offset(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
            problems.add(
                    Rule.IMAGE_UNUSABLE,
                    svg.source.span(offset, Math.min(svg.source.length(), offset + 1)),
                    "the SVG is not well-formed here",
                    PLAIN);
            return Optional.empty();
        }
        return Optional.of(svg.out.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What a document type declares is not read, so that what uses it would be missing. */
    private boolean hasEntities() {
        Matcher entity = ENTITY.matcher(source.text());
        if (!source.text().contains("<!DOCTYPE")
                || !entity.find(Math.max(0, source.text().indexOf("]>")))) {
            return false;
        }
        problems.add(
                Rule.IMAGE_UNUSABLE,
                source.span(entity.start(), entity.end()),
                "only the DOCTYPE of the SVG tells what " + shortened(entity.group()) + " is, and that is not followed",
                PLAIN);
        return true;
    }

    private static String text(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xFF ^ bytes[1] & 0xFF) == 1 && (bytes[0] & 0xFE) == 0xFE) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher declared = ENCODING.matcher(text);
        if (declared.find() && Charset.isSupported(declared.group(1))) {
            text = new String(bytes, Charset.forName(declared.group(1)));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Set<String> words(String words) {
        return Stream.of(words.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    private void write() throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(source.text()));
        StringBuilder style = new StringBuilder();
        String inside = "";
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    tag = start(xml);
                    if (!isKept(xml)) {
                        skip(xml);
                        continue;
                    }
                    if (inside.equals("style")) {
                        report(tag, tag + 1 + name(xml).length(), "<" + name(xml) + "> in a style sheet");
                        skip(xml);
                        continue;
                    }
                    inside = xml.getLocalName();
                    open(xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (inside.equals("style")) {
                        escape(css(style.toString()), false);
                        style.setLength(0);
                    }
                    out.append("</").append(xml.getLocalName()).append('>');
                    inside = "";
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inside.equals("style")) {
                        style.append(xml.getText());
                    } else {
                        escape(xml.getText(), false);
                    }
                }
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    if (xml.getPITarget().equals("xml-stylesheet")) {
                        int at = source.text().indexOf("<?xml-stylesheet");
                        report(at, at + "<?xml-stylesheet".length(), "a style sheet of another file");
                    }
                }
                default -> {
                    // Comments and document types.
                }
            }
        }
    }

    /** The start of the tag that the reader is at the end of. */
    private int start(XMLStreamReader xml) {
        int end = offset(xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
        return Math.max(0, source.text().lastIndexOf('<', Math.max(0, end - 1)));
    }

    private int offset(int line, int column) {
        return source.offset(Math.max(1, line), Math.max(1, column));
    }

    private boolean isKept(XMLStreamReader xml) {
        boolean svg = SVG.equals(xml.getNamespaceURI()) || xml.getNamespaceURI() == null;
        if (svg && DRAWING.contains(xml.getLocalName())) {
            return true;
        }
        boolean editors =
                !svg && xml.getNamespaceURI() != null && !xml.getNamespaceURI().endsWith("/xhtml");
        if (!editors && !SILENT.contains(xml.getLocalName())) {
            report(tag, tag + 1 + name(xml).length(), "<" + name(xml) + ">");
        }
        return false;
    }

    private static String name(XMLStreamReader xml) {
        String prefix = xml.getPrefix() == null || xml.getPrefix().isEmpty() ? "" : xml.getPrefix() + ":";
        return prefix + xml.getLocalName();
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        }
    }

    private void open(XMLStreamReader xml) {
        boolean root = out.length() == 0;
        out.append('<').append(xml.getLocalName());
        if (root) {
            out.append(" xmlns=\"").append(SVG).append('"');
            if (source.text().contains(XLINK)) {
                out.append(" xmlns:xlink=\"").append(XLINK).append('"');
            }
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i) == null ? "" : xml.getAttributeNamespace(i);
            String name = xml.getAttributeLocalName(i);
            Optional<String> value = space.isEmpty() || space.equals(XLINK) || space.equals(XML)
                    ? value(xml.getLocalName(), space, name, xml.getAttributeValue(i))
                    : Optional.empty();
            String prefix = space.equals(XLINK) ? "xlink:" : space.equals(XML) ? "xml:" : "";
            value.ifPresent(kept -> {
                out.append(' ').append(prefix).append(name).append("=\"");
                escape(kept, true);
                out.append('"');
            });
        }
        out.append('>');
    }

    /** What is left of an attribute's value; nothing when the attribute goes. */
    private Optional<String> value(String element, String space, String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean runs = space.isEmpty() && lower.startsWith("on");
        boolean moves = space.equals(XML) && lower.equals("base");
        boolean leads = (lower.equals("href") || lower.equals("src")) && !isOwn(element, value.strip());
        if (runs || moves || leads) {
            reportAttribute(name, runs ? "the attribute " + name : name + "=\"" + shortened(value) + "\"");
            return Optional.empty();
        }
        if (space.equals(XLINK) || lower.equals("href")) {
            return lower.equals("href") ? Optional.of(embedded(value.strip())) : Optional.empty();
        }
        if (space.equals(XML) || WORDS.matcher(name).matches()) {
            return Optional.of(value);
        }
        return ATTRIBUTES.contains(name) || PROPERTIES.matcher(name).matches()
                ? Optional.of(css(value))
                : Optional.empty();
    }

    /** A part of the same picture, or a picture within it. */
    private static boolean isOwn(String element, String address) {
        boolean shows = element.equals("image") || element.equals("feImage");
        return address.startsWith("#") || shows && DATA_PICTURE.matcher(address).matches();
    }

    private String css(String text) {
        return SafeCss.of(text, this::embedded, this::reportText);
    }

    /** The address of a part of the image, or of a file within it; such an image is written without what it says beside its pixels. */
    private String embedded(String address) {
        if (!DATA_PICTURE.matcher(address).matches()) {
            return address;
        }
        int data = address.indexOf(',') + 1;
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(address.substring(data));
        } catch (IllegalArgumentException e) {
            return address;
        }
        return PictureHeader.of(bytes)
                .map(header -> BarePicture.of(header, bytes))
                .filter(bare -> bare.length != bytes.length)
                .map(bare -> address.substring(0, data) + Base64.getEncoder().encodeToString(bare))
                .orElse(address);
    }

    private void reportText(String text) {
        int at = source.text().indexOf(text, tag);
        report(at < 0 ? tag : at, at < 0 ? tag + 1 : at + text.length(), shortened(text));
    }

    private void reportAttribute(String name, String what) {
        Matcher matcher =
                Pattern.compile("[\\s:]" + Pattern.quote(name) + "\\s*=").matcher(source.text());
        int at = matcher.find(tag) ? matcher.start() + 1 : tag;
        report(at, at + (at == tag ? 1 : name.length()), what);
    }

    private void report(int start, int end, String what) {
        Span span = source.span(Math.max(0, start), Math.min(source.length(), Math.max(0, end)));
        problems.add(
                Rule.IMAGE_UNSAFE,
                span,
                what + " is left out of the picture",
                "remove it from the file, or draw the same with plain shapes");
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }

    private void escape(String text, boolean quoted) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                case '\n', '\t', '\r' -> out.append(quoted || c == '\r' ? "&#" + (int) c + ";" : String.valueOf(c));
                default -> out.append(c);
            }
        }
    }
}
