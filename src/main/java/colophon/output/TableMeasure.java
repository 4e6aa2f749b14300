package colophon.output;

import colophon.output.TableFit.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Measures the columns of a table, and decides how it is set: as the style sheet has it, smaller, on a turned page, or in several
 * tables.
 */
final class TableMeasure {
    private static final double[] POINTS = {9, 8.5, 8, 7.5, 7, 6.5};
    /** Down to this size columns of words are kept comfortable; below, they are as wide as their longest word. */
    private static final double COMFORTABLE_POINTS = 7.5;

    private static final int COMFORTABLE_DOTS = mm(17);
    /** Longer words are broken. */
    private static final int LONGEST_WORD_DOTS = mm(40);

    private static final int PADDING_DOTS = mm(3);
    /** Sizes are rounded. */
    private static final int SLACK_DOTS = mm(0.5);
    /** An image in a cell may become as small as this. */
    private static final int SMALL_IMAGE_DOTS = mm(8);

    private static final int LARGE_IMAGE_DOTS = mm(30);
    /** A table that the layout engine sets without help is not so near the edge. */
    private static final double SAFE = 0.96;

    /** The widths of a column at the usual size. */
    private static final class Column {
        private int word;
        private int all;
        private boolean breaksWords;
        private boolean hasImage;

        /** What it needs at least. */
        double need(boolean comfortable) {
            return SLACK_DOTS + (comfortable ? Math.max(word, Math.min(all, COMFORTABLE_DOTS)) : word);
        }
    }

    private final PrintedMeasures measures;
    private final List<Column> columns = new ArrayList<>();
    private final double usualPoints;

    private TableMeasure(PrintedMeasures measures, double usualPoints) {
        this.measures = measures;
        this.usualPoints = usualPoints;
    }

    private static int mm(double millimetres) {
        return (int) (millimetres * PrintedMeasures.DOTS_PER_MM);
    }

    /**
     * How a table must be set; empty if it fits as it is.
     *
     * @param room the width there is for it
     * @param turnedRoom the width on a turned page; 0 where it cannot have one
     */
    static Optional<TableFit> fit(Element table, PrintedMeasures measures, int room, int turnedRoom) {
        if (Elements.within(table).stream()
                .anyMatch(cell -> cell.hasAttribute("colspan") || cell.hasAttribute("rowspan"))) {
            return Optional.empty();
        }
        double points = measures.style(table).getFont(measures.context()).size / PrintedMeasures.DOTS_PER_POINT;
        TableMeasure measure = new TableMeasure(measures, points);
        TableFit.rows(table).forEach(measure::row);
        return measure.columns.isEmpty() || measure.fitsAsItIs(room)
                ? Optional.empty()
                : Optional.of(measure.fit(room, turnedRoom));
    }

    private void row(Element row) {
        List<Element> cells = Elements.children(row);
        for (int i = 0; i < cells.size(); i++) {
            if (i == columns.size()) {
                columns.add(new Column());
            }
            cell(cells.get(i), columns.get(i));
        }
    }

    private void cell(Element cell, Column column) {
        StringBuilder text = new StringBuilder();
        List<Text> pieces = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        gather(cell, text, pieces, starts, column);
        int all = 0;
        int start = 0;
        for (int end = 1; end <= text.length(); end++) {
            if (LineBreaks.mayBreak(text, end)) {
                int word = width(text, start, end, pieces, starts);
                int bare = start + text.substring(start, end).stripTrailing().length();
                int seen = bare == end ? word : width(text, start, bare, pieces, starts);
                column.word = Math.max(column.word, Math.min(seen, LONGEST_WORD_DOTS));
                column.breaksWords |= seen > LONGEST_WORD_DOTS;
                all = text.charAt(end - 1) == '\n' ? 0 : all + word;
                column.all = Math.max(column.all, all);
                start = end;
            }
        }
    }

    private void gather(Node around, StringBuilder text, List<Text> pieces, List<Integer> starts, Column column) {
        for (Node child = around.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text piece) {
                pieces.add(piece);
                starts.add(text.length());
                text.append(piece.getData().replace('\n', ' '));
            } else if (child instanceof Element inside && !PrintedFlow.hasClass(inside, "footnote")) {
                if (inside.getTagName().equals("img")) {
                    int width = PrintedSizes.width(inside);
                    column.hasImage = true;
                    column.word = Math.max(column.word, Math.min(width, SMALL_IMAGE_DOTS));
                    column.all = Math.max(column.all, Math.min(width, LARGE_IMAGE_DOTS));
                } else if (inside.getTagName().equals("br")) {
                    text.append('\n');
                }
                gather(inside, text, pieces, starts, column);
            }
        }
    }

    private int width(CharSequence text, int from, int to, List<Text> pieces, List<Integer> starts) {
        int width = 0;
        for (int i = 0; i < pieces.size(); i++) {
            int start = Math.max(from, starts.get(i));
            int end = Math.min(to, starts.get(i) + pieces.get(i).getLength());
            if (start < end) {
                Element around = (Element) pieces.get(i).getParentNode();
                width += measures.width(around, text.subSequence(start, end).toString());
            }
        }
        return width;
    }

    private boolean fitsAsItIs(int room) {
        return columns.stream().noneMatch(column -> column.hasImage || column.breaksWords)
                && need(all(), usualPoints, true) + (columns.size() - 1) * (PADDING_DOTS - TableFit.PADDING_DOTS)
                        <= room * SAFE;
    }

    private List<Integer> all() {
        return IntStream.range(0, columns.size()).boxed().toList();
    }

    private double need(List<Integer> some, double points, boolean comfortable) {
        return some.stream()
                        .mapToDouble(
                                i -> columns.get(i).need(comfortable) * points / usualPoints + TableFit.PADDING_DOTS)
                        .sum()
                - TableFit.PADDING_DOTS;
    }

    private TableFit fit(int room, int turnedRoom) {
        for (double points : POINTS) {
            if (points <= usualPoints && need(all(), points, points >= COMFORTABLE_POINTS) <= room) {
                return whole(points, room, false);
            }
        }
        for (double points : POINTS) {
            if (points <= usualPoints && need(all(), points, points >= COMFORTABLE_POINTS) <= turnedRoom) {
                return whole(points, turnedRoom, true);
            }
        }
        return split(Math.min(usualPoints, COMFORTABLE_POINTS), room);
    }

    private TableFit whole(double points, int room, boolean turned) {
        return new TableFit(points, turned, List.of(part(all(), points, room)));
    }

    /** As many columns in each part as fit beside the first. */
    private TableFit split(double points, int room) {
        List<Part> parts = new ArrayList<>();
        List<Integer> some = new ArrayList<>(List.of(0));
        for (int i = 1; i < columns.size(); i++) {
            some.add(i);
            if (some.size() > 2 && need(some, points, true) > room) {
                some.remove(some.size() - 1);
                parts.add(part(some, points, room));
                some = new ArrayList<>(List.of(0, i));
            }
        }
        parts.add(part(some, points, room));
        return new TableFit(points, false, parts);
    }

    /** What is left over is shared among the columns, by how much of their text had to be broken into lines. */
    private Part part(List<Integer> some, double points, int room) {
        double scale = points / usualPoints;
        double padding = (some.size() - 1) * TableFit.PADDING_DOTS;
        ToDoubleFunction<Integer> least = i -> columns.get(i).need(need(some, points, true) <= room) * scale;
        ToDoubleFunction<Integer> most = i -> Math.max(columns.get(i).all * scale, least.applyAsDouble(i));
        double spare = room - padding - some.stream().mapToDouble(least).sum();
        double wanted = some.stream()
                .mapToDouble(i -> most.applyAsDouble(i) - least.applyAsDouble(i))
                .sum();
        double all = some.stream().mapToDouble(most).sum();
        List<Integer> widths = new ArrayList<>();
        for (Integer i : some) {
            double width = spare < 0
                    ? (room - padding) / some.size()
                    : wanted > spare
                            ? least.applyAsDouble(i) + spare * (most.applyAsDouble(i) - least.applyAsDouble(i)) / wanted
                            : most.applyAsDouble(i) + (spare - wanted) * most.applyAsDouble(i) / all;
            widths.add((int) width);
        }
        return new Part(some, widths);
    }
}
