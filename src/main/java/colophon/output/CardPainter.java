package colophon.output;

import colophon.model.Picture.Type;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws the cover of a work as the landing page has it: kind, title and subtitle on the colour of covers, and at the foot who publishes it. */
final class CardPainter {
    /** To be changed with whatever changes what is drawn. */
    static final String RECIPE = "1";

    /**
     * The measures of a card in pixels, from the top.
     *
     * @param top baseline of the first line
     * @param title where titles begin
     * @param most size of the title, and least
     * @param rule above the names of institutions
     */
    record Format(
            int width,
            int height,
            int edge,
            int top,
            int title,
            int rule,
            int most,
            int least,
            int subtitle,
            int subtitleLines,
            int small) {
        /** For link previews: legible at half its size. */
        static final Format CARD = new Format(1200, 630, 80, 98, 136, 476, 124, 44, 38, 2, 28);
        /** For the covers of books: two to three, as shops want them. */
        static final Format COVER = new Format(1600, 2560, 150, 262, 520, 2030, 230, 92, 84, 4, 58);
    }

    /**
     * What is on a card.
     *
     * @param eyebrow the line above the title
     * @param foot lines at the foot
     * @param publisher at the right of the foot; may be empty
     */
    record Words(String eyebrow, String title, String subtitle, List<String> foot, String publisher) {
        Words {
            foot = List.copyOf(foot);
        }

        List<String> all() {
            List<String> all = new ArrayList<>(List.of(eyebrow, title, subtitle, publisher));
            all.addAll(foot);
            return all;
        }
    }

    /** The colours of covers. */
    record Colors(int cover, int art, int text, int quiet) {}

    /** Serif for titles, its regular cut for subtitles, sans for the rest. */
    record Faces(Typeface title, Typeface subtitle, Typeface small) {}

    /** A title on one line may be so much smaller. */
    private static final double WORTH_ONE_LINE = 0.74;

    private static final double LEADING = 1.1;
    private static final double SUBTITLE_LEADING = 1.28;

    private final Format format;
    private final Colors colors;
    private final Faces faces;
    private final Canvas canvas;
    private final double measure;

    CardPainter(Format format, Colors colors, Faces faces) {
        this.format = format;
        this.colors = colors;
        this.faces = faces;
        this.canvas = new Canvas(format.width, format.height, colors.cover);
        this.measure = format.width - 2.0 * format.edge;
    }

    /** Whether there are letters for all of it. */
    static boolean canDraw(Words words, Faces faces) {
        return faces.title.has(words.title)
                && faces.subtitle.has(words.subtitle)
                && words.all().stream().allMatch(faces.small::has);
    }

    /** The card with these words. A painter paints one. */
    Pixels paint(Words words) {
        double mark = format.small * 2.2;
        canvas.fill(mark(format.width - format.edge - mark, format.top - mark * 0.62, mark / 28), colors.art);
        String eyebrow = faces.small.cut(words.eyebrow, measure - mark * 1.5, format.small);
        text(faces.small, eyebrow, format.edge, format.top, format.small, colors.quiet);
        title(words);
        foot(words);
        return canvas.pixels();
    }

    /** A card as a PNG file. */
    static byte[] png(Pixels card) {
        try {
            return new PixelWriter(true).write(card, Type.PNG);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
    }

    /** As large as it can be in the room there is, the title never smaller than what it is followed by. */
    private void title(Words words) {
        double room = format.rule - format.title - format.small * 1.4;
        List<String> subtitle = subtitle(words, format.subtitleLines);
        int size = format.most;
        while (size > format.least && !fits(words.title, size, subtitle, room)) {
            size -= 2;
        }
        int ofOneLine = (int) (size * measure / Math.max(1, faces.title.width(words.title, size)));
        size = ofOneLine < size && ofOneLine >= size * WORTH_ONE_LINE ? ofOneLine : size;
        int set = size;
        List<String> lines = faces.title.balanced(words.title, measure, size).stream()
                .flatMap(line -> faces.title.broken(line, measure, set).stream())
                .toList();
        double left = room - subtitle.size() * format.subtitle * SUBTITLE_LEADING;
        int most = Math.max(1, (int) (left / (size * LEADING)));
        if (lines.size() > most) {
            List<String> rest = lines.subList(most - 1, lines.size());
            lines = new ArrayList<>(lines.subList(0, most - 1));
            lines.add(faces.title.cut(String.join(" ", rest), measure, size));
        }
        double y = format.title;
        for (String line : lines) {
            y += size * LEADING;
            // The side of the letter is not the edge of the column: large ones seem to stand out.
            text(
                    faces.title,
                    faces.title.cut(line, measure, size),
                    format.edge - size * 0.035,
                    y - size * 0.16,
                    size,
                    colors.text);
        }
        y += format.subtitle * 0.5;
        for (String line : subtitle) {
            y += format.subtitle * SUBTITLE_LEADING;
            text(faces.subtitle, line, format.edge, y - format.subtitle * 0.25, format.subtitle, colors.quiet);
        }
    }

    private List<String> subtitle(Words words, int most) {
        if (words.subtitle.isEmpty()) {
            return List.of();
        }
        List<String> lines = faces.subtitle.balanced(words.subtitle, measure * 0.92, format.subtitle);
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(faces.subtitle.lines(words.subtitle, measure, format.subtitle));
        String last = String.join(" ", kept.subList(most - 1, kept.size()));
        kept = new ArrayList<>(kept.subList(0, most - 1));
        kept.add(faces.subtitle.cut(last, measure, format.subtitle));
        return kept;
    }

    private boolean fits(String title, int size, List<String> subtitle, double room) {
        List<String> lines = faces.title.lines(title, measure, size);
        double height = lines.size() * size * LEADING
                + subtitle.size() * format.subtitle * SUBTITLE_LEADING
                + (subtitle.isEmpty() ? 0 : format.subtitle * 0.5);
        return height <= room && lines.stream().allMatch(line -> faces.title.width(line, size) <= measure);
    }

    private void foot(Words words) {
        double thin = Math.max(2, format.small / 14.0);
        canvas.fill(
                new Rectangle2D.Double(format.edge, format.rule, measure, thin),
                Canvas.mix(colors.cover, colors.quiet, 6));
        double y = format.rule + format.small * 1.85;
        double right = words.publisher.isEmpty() ? 0 : faces.small.width(words.publisher, format.small);
        boolean beside = format == Format.CARD && right < measure * 0.4;
        double room = beside && right > 0 ? measure - right - format.small : measure;
        if (beside && right > 0) {
            text(faces.small, words.publisher, format.width - format.edge - right, y, format.small, colors.quiet);
        }
        int most = Math.max(1, (int) ((format.height - y - format.edge * 0.45) / (format.small * 1.35)) + 1);
        List<String> lines = new ArrayList<>();
        words.foot.forEach(it -> lines.addAll(faces.small.balanced(it, room, format.small)));
        if (!beside && right > 0) {
            lines.add(words.publisher);
        }
        for (int i = 0; i < Math.min(most, lines.size()); i++) {
            boolean last = i == most - 1 && lines.size() > most;
            String line = last ? String.join(" ", lines.subList(i, lines.size())) : lines.get(i);
            text(faces.small, faces.small.cut(line, room, format.small), format.edge, y, format.small, colors.text);
            y += format.small * 1.35;
        }
    }

    private void text(Typeface face, String text, double x, double baseline, double size, int color) {
        for (Shape letter : face.line(text, x, baseline, size)) {
            canvas.fill(letter, color);
        }
    }

    /** The printer's mark, as partials/mark.ftlh has it: lines that taper to a lozenge. */
    private static Shape mark(double x, double y, double scale) {
        Path2D mark = new Path2D.Double();
        int[][] bars = {{0, 0, 28}, {3, 6, 22}, {6, 12, 16}, {9, 18, 10}};
        for (int[] bar : bars) {
            mark.append(new Rectangle2D.Double(bar[0], bar[1], bar[2], 4), false);
        }
        mark.moveTo(14, 22.5);
        mark.lineTo(17, 25.5);
        mark.lineTo(14, 28.5);
        mark.lineTo(11, 25.5);
        mark.closePath();
        return new Path2D.Double(mark, new AffineTransform(scale, 0, 0, scale, x, y));
    }
}
