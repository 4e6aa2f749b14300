package colophon.output;

import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.PageBox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * How large the images and tables of a document are set so that each fits its page and column.
 *
 * <p>The layout engine has {@code max-width: 100%} too, but takes it for 0 while it does not know the width around an image, in the cells
 * of tables and in footnotes, and then leaves out what follows; that belongs upstream.
 *
 * @param images by the number of their element
 * @param type the size, in points, of titles and code whose words or lines are too long as they are, by the number of its element
 * @param heads running heads that are too long for their line, cut off with an ellipsis, by the number of their element
 * @param tables those that are set in another way than the style sheet has it, by the number of their element
 */
record PrintedSizes(
        Map<Integer, ImageSize> images,
        Map<Integer, TableFit> tables,
        Map<Integer, Double> type,
        Map<Integer, String> heads) {
    /** All as it is. */
    static final PrintedSizes NONE = new PrintedSizes(Map.of(), Map.of(), Map.of(), Map.of());

    /** Under this the cell of a table keeps its width, in dots of the layout. */
    static final String WIDTH = "width";

    /** What stands together with its image on one page. */
    private static final Set<String> FIGURES = Set.of("figure", "chart-figure", "map-figure");
    /** What cannot have a page for itself. */
    private static final Set<String> CLOSED =
            Set.of("footnote", "box", "note", "key-finding", "recommendation", "facts");

    private static final int USUAL_IMAGE_PIXELS = 400;
    private static final int BETWEEN_HEADS_DOTS = (int) (6 * PrintedMeasures.DOTS_PER_MM);
    private static final double SMALLEST_POINTS = 6.5;
    private static final int MAX_TITLE_LINES = 4;
    private static final double LONG_TITLE = 0.78;
    /** The largest part of the height of a page that an image takes. */
    private static final double TALLEST = 0.74;
    /** Some room for what is rounded, in dots. */
    private static final int SLACK_DOTS = 60;

    /** In dots of the layout. */
    record ImageSize(double width, double height) {}

    PrintedSizes {
        images = Map.copyOf(images);
        tables = Map.copyOf(tables);
        type = Map.copyOf(type);
        heads = Map.copyOf(heads);
    }

    /** Of a document that is not laid out yet. */
    static PrintedSizes of(PdfBoxRenderer renderer) {
        Reader reader = new Reader(new PrintedMeasures(renderer));
        List<Element> elements = Elements.within(renderer.getDocument());
        elements.stream().filter(it -> it.getTagName().equals("table")).forEach(reader::table);
        elements.stream().filter(it -> it.getTagName().equals("img")).forEach(reader::image);
        elements.stream().filter(it -> it.getTagName().equals("pre")).forEach(reader::code);
        elements.stream().filter(it -> it.getTagName().equals("h1")).forEach(reader::title);
        elements.stream()
                .filter(it -> PrintedFlow.hasClass(it, "running-title"))
                .forEach(reader::head);
        return new PrintedSizes(reader.images, reader.tables, reader.type, reader.heads);
    }

    /**
     * @param elements by their numbers
     * @param scales what the images of figures are multiplied by that are set smaller for their page, by the numbers of the figures
     */
    void apply(List<Element> elements, Map<Integer, Double> scales) {
        images.forEach((number, size) -> {
            double scale = scale(elements.get(number), scales);
            Elements.addStyle(
                    elements.get(number),
                    "max-width: none; width: " + PrintedMeasures.points(size.width() * scale) + "; height: "
                            + PrintedMeasures.points(size.height() * scale));
        });
        heads.forEach((number, text) -> elements.get(number).setTextContent(text));
        type.forEach((number, points) -> Elements.addStyle(
                elements.get(number), "font-size: " + PrintedMeasures.points(points * PrintedMeasures.DOTS_PER_POINT)));
        tables.forEach((number, fit) -> fit.apply(elements.get(number)));
    }

    private static double scale(Element image, Map<Integer, Double> scales) {
        for (Node node = image; node instanceof Element && !scales.isEmpty(); node = node.getParentNode()) {
            if (scales.containsKey((Integer) node.getUserData(PrintedDocument.NUMBER))) {
                return scales.get((Integer) node.getUserData(PrintedDocument.NUMBER));
            }
        }
        return 1;
    }

    /** The width of an image as it is, in dots. */
    static int width(Element image) {
        return (int) (pixels(image, "width") * PrintedMeasures.DOTS_PER_PIXEL);
    }

    private static double pixels(Element image, String attribute) {
        String pixels = image.getAttribute(attribute);
        return pixels.matches("[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(pixels) : USUAL_IMAGE_PIXELS;
    }

    private static final class Reader {
        private final PrintedMeasures measures;
        private final PageBox page;
        private final PageBox turned;
        private final Map<Integer, ImageSize> images = new HashMap<>();
        private final Map<Integer, TableFit> tables = new HashMap<>();
        private final Map<Integer, Double> type = new HashMap<>();
        private final Map<Integer, String> heads = new HashMap<>();

        Reader(PrintedMeasures measures) {
            this.measures = measures;
            this.turned = measures.page(TableFit.TURNED);
            this.page = measures.page(null);
        }

        void table(Element table) {
            int turnedRoom = mayTurn(table) ? turned.getContentWidth(measures.context()) : 0;
            TableMeasure.fit(table, measures, room(table) - measures.sides(table, 0), turnedRoom)
                    .ifPresent(fit -> {
                        number(table).ifPresent(number -> tables.put(number, fit));
                        TableFit.rows(table).forEach(row -> keepWidths(Elements.children(row), fit));
                    });
        }

        private static void keepWidths(List<Element> cells, TableFit fit) {
            for (TableFit.Part part : fit.parts()) {
                for (int i = 0; i < part.columns().size(); i++) {
                    if (part.columns().get(i) < cells.size()) {
                        cells.get(part.columns().get(i))
                                .setUserData(WIDTH, part.widths().get(i), null);
                    }
                }
            }
        }

        private static boolean mayTurn(Element table) {
            Node around = table.getParentNode();
            if (!(around instanceof Element figure) || !PrintedFlow.hasClass(figure, "table")) {
                return false;
            }
            for (Node node = figure; node instanceof Element element; node = node.getParentNode()) {
                if (CLOSED.stream().anyMatch(name -> PrintedFlow.hasClass(element, name))
                        || Set.of("li", "blockquote", "dd").contains(element.getTagName())) {
                    return false;
                }
            }
            return true;
        }

        /** Set smaller until the longest line fits; below the smallest size, lines go on in the next. */
        void code(Element pre) {
            double longest = pre.getTextContent()
                    .lines()
                    .mapToInt(line -> measures.width(pre, line))
                    .max()
                    .orElse(0);
            double usual = measures.style(pre).getFont(measures.context()).size / PrintedMeasures.DOTS_PER_POINT;
            double fitting = usual * (room(pre) - measures.sides(pre, 0) - SLACK_DOTS) / longest;
            if (fitting < usual) {
                number(pre).ifPresent(number -> type.put(number, Math.max(SMALLEST_POINTS, fitting)));
            }
        }

        /** No word of a title is cut, and a long title is set smaller. */
        void title(Element heading) {
            String text = ownText(heading);
            int room = room(heading) - measures.sides(heading, 0) - SLACK_DOTS;
            int longest = 0;
            int start = 0;
            for (int end = 1; end <= text.length(); end++) {
                if (LineBreaks.mayBreak(text, end)) {
                    longest = Math.max(
                            longest,
                            measures.width(heading, text.substring(start, end).strip()));
                    start = end;
                }
            }
            double scale = Math.min(1, (double) room / Math.max(1, longest));
            if (measures.width(heading, text) > MAX_TITLE_LINES * room) {
                scale = Math.min(scale, LONG_TITLE);
            }
            double usual = measures.style(heading).getFont(measures.context()).size / PrintedMeasures.DOTS_PER_POINT;
            double points = Math.max(SMALLEST_POINTS, usual * scale);
            if (scale < 1) {
                number(heading).ifPresent(number -> type.put(number, points));
            }
        }

        /** The heads on both sides of a page share one line. */
        void head(Element left) {
            Element right = Elements.next(left).orElse(left);
            int line = page.getContentWidth(measures.context()) - BETWEEN_HEADS_DOTS;
            int leftWidth = measures.width(left, left.getTextContent());
            int rightRoom = Math.max(line - leftWidth, line * 3 / 5);
            shorten(right, rightRoom);
            int rightWidth = Math.min(rightRoom, measures.width(right, right.getTextContent()));
            shorten(left, line - rightWidth);
        }

        private void shorten(Element head, int room) {
            String text = head.getTextContent();
            if (measures.width(head, text) <= room) {
                return;
            }
            int end = text.length();
            while (end > 0 && (!LineBreaks.mayBreak(text, end) || measures.width(head, cut(text, end)) > room)) {
                end--;
            }
            String shorter = cut(text, end);
            number(head).ifPresent(number -> heads.put(number, shorter));
        }

        private static String cut(String text, int end) {
            return text.substring(0, end).stripTrailing() + "…";
        }

        void image(Element image) {
            double width = pixels(image, "width") * PrintedMeasures.DOTS_PER_PIXEL;
            double height = pixels(image, "height") * PrintedMeasures.DOTS_PER_PIXEL;
            int room = room(image);
            CalculatedStyle style = measures.style(image);
            int limit = style.isMaxWidthNone() ? room : Math.min(room, style.getMaxWidth(measures.context(), room));
            double scale = Math.min(1, Math.min(limit / width, heightFor(image, room) / height));
            number(image).ifPresent(number -> images.put(number, new ImageSize(width * scale, height * scale)));
        }

        /** A part of a page that leaves room for text, and always for the caption. */
        private double heightFor(Element image, int room) {
            double whole = page.getContentHeight(measures.context());
            double height = whole - SLACK_DOTS;
            Optional<Element> figure = figure(image);
            if (figure.isPresent()) {
                height -= measures.ends(figure.get(), room);
                for (Element part : Elements.within(figure.get())) {
                    if (part.getTagName().equals("p")) {
                        height -= textHeight(part, room);
                    } else if (part.getTagName().equals("figcaption")) {
                        height -= measures.ends(part, room);
                    }
                }
            }
            return Math.max(Math.min(height, whole * TALLEST), whole / 4);
        }

        private double textHeight(Element paragraph, int room) {
            double width = 0;
            for (Element inside : Elements.within(paragraph)) {
                width += measures.width(inside, ownText(inside));
            }
            width += measures.width(paragraph, ownText(paragraph));
            double lines = Math.ceil(width * 1.04 / room);
            return lines * measures.style(paragraph).getLineHeight(measures.context()) + measures.ends(paragraph, room);
        }

        private static String ownText(Element element) {
            StringBuilder text = new StringBuilder();
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child.getNodeType() == Node.TEXT_NODE) {
                    text.append(child.getNodeValue());
                }
            }
            return text.toString().replaceAll("\\s+", " ");
        }

        private static Optional<Element> figure(Element image) {
            for (Node node = image.getParentNode(); node instanceof Element element; node = node.getParentNode()) {
                if (FIGURES.stream().anyMatch(name -> PrintedFlow.hasClass(element, name))) {
                    return Optional.of(element);
                }
            }
            return Optional.empty();
        }

        /** The width that there is for an element: that of its cell, or of the page without what the elements around it take. */
        private int room(Element element) {
            int taken = 0;
            for (Node node = element.getParentNode(); node instanceof Element around; node = node.getParentNode()) {
                if (around.getUserData(WIDTH) != null) {
                    return (int) around.getUserData(WIDTH) - taken;
                }
                taken += measures.sides(around, 0);
                if (PrintedFlow.hasClass(around, "footnote")) {
                    break;
                }
            }
            return page.getContentWidth(measures.context()) - taken;
        }

        private static Optional<Integer> number(Element element) {
            return Optional.ofNullable((Integer) element.getUserData(PrintedDocument.NUMBER));
        }
    }
}
