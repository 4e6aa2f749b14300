package colophon.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Finds places for names: within the country where that is large enough, else beside it. Works on a grid that says whose land lies
 * where.
 */
final class MapLabels {
    /** Units of the picture in a cell of the grid. */
    private static final int CELL = 3;
    /** Kept free between names, and to the edge of the picture. */
    private static final double GAP = 4;

    private static final double EDGE = 7;
    private static final double LINE_HEIGHT = 1.12;
    /** A name this far from its country needs a line to it. */
    private static final double NEAR = 13;

    private static final int SEA = -1;

    record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other, double gap) {
            return left < other.right + gap
                    && right > other.left - gap
                    && top < other.bottom + gap
                    && bottom > other.top - gap;
        }
    }

    /**
     * A name with its place.
     *
     * @param lines of which it is made
     * @param x the middle
     * @param y of the first line's foot
     * @param inside whether all of it stands on the country's own land
     * @param leader from the country to the name, where it stands apart
     */
    record Label(
            String code,
            List<String> lines,
            double x,
            double y,
            double size,
            boolean inside,
            Optional<double[]> leader) {
        double lineHeight() {
            return size * LINE_HEIGHT;
        }
    }

    private final int columns;
    private final int rows;
    private final int[][] owner;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, int[][]> sums = new HashMap<>();
    private final Map<String, Box> bounds = new HashMap<>();
    private final List<Box> taken = new ArrayList<>();
    private final double width;
    private final double height;

    MapLabels(SortedMap<String, List<double[]>> lands, double width, double height) {
        this.width = width;
        this.height = height;
        this.columns = (int) Math.ceil(width / CELL);
        this.rows = (int) Math.ceil(height / CELL);
        this.owner = new int[rows][columns];
        for (int[] row : owner) {
            Arrays.fill(row, SEA);
        }
        lands.forEach((code, rings) -> {
            numbers.put(code, numbers.size());
            fill(rings, numbers.get(code));
        });
    }

    private void fill(List<double[]> rings, int number) {
        for (int row = 0; row < rows; row++) {
            double y = (row + 0.5) * CELL;
            List<Double> crossings = new ArrayList<>();
            for (double[] ring : rings) {
                for (int i = 0; i < ring.length; i += 2) {
                    int next = i + 2 < ring.length ? i + 2 : 0;
                    if (ring[i + 1] <= y != ring[next + 1] <= y) {
                        double share = (y - ring[i + 1]) / (ring[next + 1] - ring[i + 1]);
                        crossings.add(ring[i] + share * (ring[next] - ring[i]));
                    }
                }
            }
            crossings.sort(Comparator.naturalOrder());
            for (int i = 0; i + 1 < crossings.size(); i += 2) {
                int from = Math.max(0, (int) Math.ceil(crossings.get(i) / CELL - 0.5));
                int to = Math.min(columns - 1, (int) Math.floor(crossings.get(i + 1) / CELL - 0.5));
                for (int column = from; column <= to; column++) {
                    owner[row][column] = number;
                }
            }
        }
    }

    /** A mark around a country counts as its land. */
    void mark(String code, Box box) {
        int number = numbers.computeIfAbsent(code, key -> numbers.size());
        for (int row = cell(box.top, rows); row <= cell(box.bottom, rows); row++) {
            for (int column = cell(box.left, columns); column <= cell(box.right, columns); column++) {
                owner[row][column] = number;
            }
        }
        sums.clear();
        bounds.clear();
    }

    private static int cell(double at, int count) {
        return Math.max(0, Math.min(count - 1, (int) (at / CELL)));
    }

    void take(Box box) {
        taken.add(box);
    }

    /** Cells of a country. */
    int size(String code) {
        return sum(code)[rows][columns];
    }

    /** Cells of a country within a box. */
    int count(String code, Box box) {
        int[][] sum = sum(code);
        int left = Math.max(0, Math.min(columns, (int) Math.floor(box.left / CELL)));
        int right = Math.max(0, Math.min(columns, (int) Math.ceil(box.right / CELL)));
        int top = Math.max(0, Math.min(rows, (int) Math.floor(box.top / CELL)));
        int bottom = Math.max(0, Math.min(rows, (int) Math.ceil(box.bottom / CELL)));
        return sum[bottom][right] - sum[top][right] - sum[bottom][left] + sum[top][left];
    }

    private static int cells(Box box) {
        int across = (int) Math.ceil(box.right / CELL) - (int) Math.floor(box.left / CELL);
        int down = (int) Math.ceil(box.bottom / CELL) - (int) Math.floor(box.top / CELL);
        return across * down;
    }

    /** The box around a country's cells. */
    private Box bounds(String code) {
        return bounds.computeIfAbsent(code, key -> {
            int number = numbers.getOrDefault(code, SEA);
            int[] box = {columns, rows, 0, 0};
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    if (owner[row][column] == number) {
                        box[0] = Math.min(box[0], column);
                        box[1] = Math.min(box[1], row);
                        box[2] = Math.max(box[2], column + 1);
                        box[3] = Math.max(box[3], row + 1);
                    }
                }
            }
            return new Box(box[0] * CELL, box[1] * CELL, box[2] * CELL, box[3] * CELL);
        });
    }

    private int[][] sum(String code) {
        return sums.computeIfAbsent(code, key -> {
            int number = numbers.getOrDefault(code, SEA);
            int[][] sum = new int[rows + 1][columns + 1];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    int own = owner[row][column] == number ? 1 : 0;
                    sum[row + 1][column + 1] = own + sum[row][column + 1] + sum[row + 1][column] - sum[row][column];
                }
            }
            return sum;
        });
    }

    /** A name on its country's own land, as near to the middle as there is room. */
    Optional<Label> within(String code, String name, double size) {
        return within(code, name, size, 1, List.of());
    }

    /**
     * A name on its country's own land or partly on the sea.
     *
     * @param share of own land below it
     * @param shy countries that it must not come near
     */
    Optional<Label> within(String code, String name, double size, double share, Collection<String> shy) {
        if (!numbers.containsKey(code)) {
            return Optional.empty();
        }
        double[] middle = middle(code);
        Box land = bounds(code);
        Label best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (List<String> lines : broken(name)) {
            double half = width(lines, size) / 2;
            double tall = lines.size() * size * LINE_HEIGHT;
            if (size(code) * CELL * CELL < half * 2 * tall) {
                continue;
            }
            for (double y = from(land.top - tall); y + tall <= Math.min(height - EDGE, land.bottom + tall); y += CELL) {
                for (double x = from(land.left - half) + half;
                        x + half <= Math.min(width - EDGE, land.right + half);
                        x += CELL) {
                    Box box = new Box(x - half, y, x + half, y + tall);
                    int own = count(code, box);
                    if (own < share * cells(box)
                            || own < cells(box) && own + sea(box) < cells(box)
                            || isTaken(box, GAP)) {
                        continue;
                    }
                    Box cleared = new Box(box.left - 5, box.top, box.right + 5, box.bottom);
                    if (isOnAny(shy, cleared)) {
                        continue;
                    }
                    Box wide = new Box(box.left - 12, box.top - 12, box.right + 12, box.bottom + 12);
                    double room = (double) count(code, wide) / cells(wide);
                    double off = StrictMath.hypot(x - middle[0], y + tall / 2 - middle[1]);
                    double worth = room * 60 - off * 0.4 - (lines.size() - 1) * 6;
                    if (worth > most) {
                        most = worth;
                        best = label(code, lines, x, y, size, true, Optional.empty());
                    }
                }
            }
        }
        return Optional.ofNullable(best).map(this::placed);
    }

    /**
     * A name beside its country, on the sea if there is room.
     *
     * @param shy countries that it must not cover
     * @param farthest from the country; farther away there is none
     */
    Optional<Label> beside(String code, String name, double size, Collection<String> shy, double farthest) {
        List<double[]> own = shore(code);
        double[] middle = middle(code);
        Box around = bounds(code);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Label best = null;
        double least = Double.POSITIVE_INFINITY;
        for (List<String> lines : broken(name)) {
            double half = width(lines, size) / 2;
            double tall = lines.size() * size * LINE_HEIGHT;
            for (double y = from(around.top - farthest - tall);
                    y + tall <= height - EDGE && y <= around.bottom + farthest;
                    y += CELL) {
                for (double x = from(around.left - farthest - 2 * half) + half;
                        x + half <= width - EDGE && x - half <= around.right + farthest;
                        x += CELL) {
                    Box box = new Box(x - half, y, x + half, y + tall);
                    Box cleared = new Box(box.left - 3, box.top, box.right + 3, box.bottom);
                    if (isTaken(box, GAP) || isOnAny(shy, cleared)) {
                        continue;
                    }
                    double land = 1 - (double) sea(box) / cells(box);
                    if (farthest < NEAR && land > 0.1) {
                        continue;
                    }
                    double off = land * 26
                            + (lines.size() - 1) * 5
                            + StrictMath.hypot(x - middle[0], y + tall / 2 - middle[1]) * 0.16;
                    if (off >= least) {
                        continue;
                    }
                    double[] nearest = nearest(own, box);
                    double cost = off
                            + Math.max(0, nearest[2] - 2)
                            + (x < nearest[0] ? 2 : 0)
                            + Math.abs(y + tall / 2 - nearest[1]) * 0.12;
                    if (cost >= least || nearest[2] > farthest) {
                        continue;
                    }
                    Optional<double[]> leader = leader(nearest, box);
                    if (leader.filter(this::crossesName).isEmpty()) {
                        least = cost;
                        best = label(code, lines, x, y, size, false, leader);
                    }
                }
            }
        }
        return Optional.ofNullable(best).map(this::placed);
    }

    /** The first place on the raster of places that is not before another. */
    private static double from(double least) {
        return least <= EDGE ? EDGE : EDGE + Math.ceil((least - EDGE) / CELL) * CELL;
    }

    private static Optional<double[]> leader(double[] from, Box box) {
        double x = clamp(from[0], box.left, box.right);
        double y = clamp(from[1], box.top, box.bottom);
        return from[2] < NEAR ? Optional.empty() : Optional.of(new double[] {from[0], from[1], x, y});
    }

    private boolean crossesName(double[] line) {
        for (double share = 0; share <= 1; share += 0.1) {
            double x = line[0] + share * (line[2] - line[0]);
            double y = line[1] + share * (line[3] - line[1]);
            if (isTaken(new Box(x, y, x, y), 1)) {
                return true;
            }
        }
        return false;
    }

    private Label placed(Label label) {
        double half = width(label.lines, label.size) / 2;
        double top = label.y - label.size * 0.9;
        taken.add(new Box(label.x - half, top, label.x + half, top + label.lines.size() * label.lineHeight()));
        return label;
    }

    private static Label label(
            String code,
            List<String> lines,
            double x,
            double top,
            double size,
            boolean inside,
            Optional<double[]> leader) {
        return new Label(code, lines, x, top + size * 0.9, size, inside, leader);
    }

    // Asked for each of some hundred thousand places: no streams here.

    private boolean isTaken(Box box, double gap) {
        for (Box other : taken) {
            if (box.meets(other, gap)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any land of countries lies within a box. */
    private boolean isOnAny(Collection<String> codes, Box box) {
        for (String code : codes) {
            if (count(code, box) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Cells of sea within a box. */
    private int sea(Box box) {
        return count("", box);
    }

    /** The cells of a country that have a neighbour of another. */
    private List<double[]> shore(String code) {
        int number = numbers.getOrDefault(code, SEA);
        List<double[]> shore = new ArrayList<>();
        for (int row = 0; row < rows && number != SEA; row++) {
            for (int column = 0; column < columns; column++) {
                boolean edge = row == 0
                        || column == 0
                        || row == rows - 1
                        || column == columns - 1
                        || owner[row - 1][column] != number
                        || owner[row + 1][column] != number
                        || owner[row][column - 1] != number
                        || owner[row][column + 1] != number;
                if (owner[row][column] == number && edge) {
                    shore.add(new double[] {(column + 0.5) * CELL, (row + 0.5) * CELL});
                }
            }
        }
        return shore;
    }

    /** The point that is nearest to a box, and how far that is. */
    private static double[] nearest(List<double[]> points, Box box) {
        double[] nearest = {0, 0, Double.POSITIVE_INFINITY};
        for (double[] point : points) {
            double dx = point[0] - clamp(point[0], box.left, box.right);
            double dy = point[1] - clamp(point[1], box.top, box.bottom);
            double distance = dx * dx + dy * dy;
            if (distance < nearest[2]) {
                nearest = new double[] {point[0], point[1], distance};
            }
        }
        nearest[2] = Math.sqrt(nearest[2]);
        return nearest;
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    double[] middle(String code) {
        int number = numbers.getOrDefault(code, SEA);
        double x = 0;
        double y = 0;
        int count = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (owner[row][column] == number) {
                    x += (column + 0.5) * CELL;
                    y += (row + 0.5) * CELL;
                    count++;
                }
            }
        }
        return new double[] {x / Math.max(1, count), y / Math.max(1, count)};
    }

    /** A name on one line, and on two or three if it has so many words. */
    private static List<List<String>> broken(String name) {
        List<List<String>> ways = new ArrayList<>(List.of(List.of(name)));
        String[] words = name.split(" ");
        for (int first = 1; first < words.length; first++) {
            String head = String.join(" ", Arrays.copyOfRange(words, 0, first));
            String rest = String.join(" ", Arrays.copyOfRange(words, first, words.length));
            ways.add(List.of(head, rest));
        }
        if (words.length == 3) {
            ways.add(List.of(words));
        }
        return ways;
    }

    static double width(List<String> lines, double size) {
        return lines.stream().mapToDouble(line -> width(line, size)).max().orElse(0);
    }

    /** About as wide as Source Sans is, in its bolder cut; rather wider, for other fonts may take its place. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(MapLabels::width).sum() * size;
    }

    private static double width(int c) {
        if (c >= 0x2E80) {
            return 1;
        }
        if ("iljI.,'’| ".indexOf(c) >= 0) {
            return 0.29;
        }
        if ("frt-()".indexOf(c) >= 0) {
            return 0.37;
        }
        if ("mwMW".indexOf(c) >= 0) {
            return 0.86;
        }
        return Character.isUpperCase(c) ? 0.64 : 0.56;
    }
}
