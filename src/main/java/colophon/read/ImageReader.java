package colophon.read;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.model.InputFile;
import colophon.model.Picture;
import colophon.model.PictureHeader;
import colophon.model.PictureHeader.Format;
import colophon.model.Site.ImageSize;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Measures pictures from their first bytes; never decodes them, so that a huge one costs nothing. */
final class ImageReader {
    private ImageReader() {}

    /** Width and height in CSS pixels. A file that is not the picture its name says is a problem. */
    static Optional<ImageSize> size(InputFile file, Problems problems) {
        return Picture.isDrawn(file.path())
                ? svg(file, problems)
                : raster(file, Picture.extension(file.path()), problems);
    }

    private static Optional<ImageSize> unusable(InputFile file, String message, String help, Problems problems) {
        problems.add(Rule.IMAGE_UNUSABLE, file.asSource().whole(), message, help);
        return Optional.empty();
    }

    private static Optional<ImageSize> raster(InputFile file, String type, Problems problems) {
        Optional<PictureHeader> found = PictureHeader.of(file.bytes());
        if (found.isEmpty()) {
            return unreadable(file, type, problems);
        }
        PictureHeader header = found.get();
        if (!header.whole()) {
            return unusable(file, "the picture breaks off before its end", "copy or export it again", problems);
        }
        if (header.forPress()) {
            return unusable(
                    file,
                    "the picture is in the colours of a printing press (CMYK)",
                    "save it in RGB: browsers and screens show nothing else right",
                    problems);
        }
        if (header.animated() && header.format() == Format.WEBP) {
            return unusable(file, "an animated WebP picture cannot be printed", "save it as a GIF or PNG", problems);
        }
        return Optional.of(new ImageSize(header.shownWidth(), header.shownHeight()));
    }

    private static Optional<ImageSize> unreadable(InputFile file, String type, Problems problems) {
        if (ImageFormats.isPointer(file.bytes())) {
            return unusable(file, "Git LFS has not fetched this image", "run \"git lfs pull\"", problems);
        }
        String message = ImageFormats.of(file.bytes())
                .map(format -> "a file of the format " + format + ", whatever its name ends in")
                .orElse("not a readable " + type.toUpperCase(Locale.ROOT) + " picture");
        return unusable(file, message, "export the picture again, as JPEG or PNG", problems);
    }

    private static Optional<ImageSize> svg(InputFile file, Problems problems) {
        try {
            Optional<ImageSize> size = svg(file.bytes());
            if (size.isPresent()) {
                return size;
            }
        } catch (XMLStreamException e) {
            // Said below: for the author both mean the same.
        }
        return unusable(
                file,
                "not a readable SVG picture with a size",
                "give its <svg> a width and a height, or a viewBox",
                problems);
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
