package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.InputFile;
import colophon.model.Site.ImageSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Measures pictures from their first bytes; never decodes them, so that a huge one costs nothing. */
final class ImageReader {
    private static final Set<String> RASTER = Set.of("png", "jpg", "jpeg", "gif");
    /** Formats that browsers show but the PDF would leave out without a word. */
    private static final Set<String> UNPRINTABLE = Set.of("webp", "avif");

    private ImageReader() {}

    static boolean isImage(String path) {
        String type = type(path);
        return RASTER.contains(type) || UNPRINTABLE.contains(type) || type.equals("svg");
    }

    /** Width and height in CSS pixels. A file that is not the picture its name says is a problem. */
    static Optional<ImageSize> size(InputFile file, Problems problems) {
        String type = type(file.path());
        if (UNPRINTABLE.contains(type)) {
            problems.add(
                    Rule.IMAGE_UNUSABLE,
                    file.asSource().whole(),
                    "a " + type.toUpperCase(Locale.ROOT) + " picture cannot be printed",
                    "save it as PNG, JPEG or SVG");
            return Optional.empty();
        }
        try {
            Optional<ImageSize> size = type.equals("svg") ? svg(file.bytes()) : raster(file.bytes());
            if (size.isPresent()) {
                return size;
            }
        } catch (IOException | XMLStreamException e) {
            // Said below: for the author both mean the same.
        }
        problems.add(
                Rule.IMAGE_UNUSABLE,
                file.asSource().whole(),
                "not a readable " + type.toUpperCase(Locale.ROOT) + " picture"
                        + (type.equals("svg") ? " with a size" : ""),
                type.equals("svg") ? "give its <svg> a width and a height, or a viewBox" : "export the picture again");
        return Optional.empty();
    }

    private static String type(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<ImageSize> raster(byte[] bytes) throws IOException {
        ImageIO.setUseCache(false);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<javax.imageio.ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            javax.imageio.ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(new ImageSize(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        }
    }

    private static Optional<ImageSize> svg(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        while (xml.hasNext() && xml.next() != XMLStreamConstants.START_ELEMENT) {
            continue;
        }
        if (!xml.isStartElement() || !xml.getLocalName().equals("svg")) {
            return Optional.empty();
        }
        OptionalDouble width = length(xml.getAttributeValue(null, "width"));
        OptionalDouble height = length(xml.getAttributeValue(null, "height"));
        if (width.isPresent() && height.isPresent()) {
            return sized(width.getAsDouble(), height.getAsDouble());
        }
        String viewBox = xml.getAttributeValue(null, "viewBox");
        String[] box = viewBox == null ? new String[0] : viewBox.strip().split("[\\s,]+");
        if (box.length != 4) {
            return Optional.empty();
        }
        OptionalDouble boxWidth = length(box[2]);
        OptionalDouble boxHeight = length(box[3]);
        return boxWidth.isPresent() && boxHeight.isPresent()
                ? sized(boxWidth.getAsDouble(), boxHeight.getAsDouble())
                : Optional.empty();
    }

    private static Optional<ImageSize> sized(double width, double height) {
        return width < 1 || height < 1
                ? Optional.empty()
                : Optional.of(new ImageSize((int) Math.round(width), (int) Math.round(height)));
    }

    private static OptionalDouble length(String text) {
        if (text == null) {
            return OptionalDouble.empty();
        }
        String number = text.endsWith("px") ? text.substring(0, text.length() - 2) : text;
        try {
            return OptionalDouble.of(Double.parseDouble(number));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
