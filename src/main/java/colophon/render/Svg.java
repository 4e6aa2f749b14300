package colophon.render;

import java.util.Locale;

/** Writes SVG: presentation attributes for print, which sees no style sheet, and classes for the web, which has light and dark. */
final class Svg {
    /** The colours on paper of the first series, the second and so on; {@code css/site.css} has those of the screen. */
    static final String[] COLOURS = {"#1f4e8c", "#b8501e", "#1e7a5a", "#7d4a9a", "#8a6a00", "#5f5f5f"};

    static final String QUIET = "#8f8b80";
    static final String INK = "#1c1b18";
    static final String SOFT = "#55534c";
    static final String LINE = "#d8d3c6";

    private final StringBuilder out = new StringBuilder(4096);

    /** A number with at most two digits behind the point. */
    static String n(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        String cut = text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
        return cut.equals("-0") ? "0" : cut;
    }

    Svg raw(String xml) {
        out.append(xml);
        return this;
    }

    /** A thin line of the grid, or the line that bars stand on. */
    Svg rule(double x1, double y1, double x2, double y2, boolean base) {
        return raw(
                "<path class=\"chart-" + (base ? "base" : "grid") + "\" fill=\"none\" stroke=\"" + (base ? INK : LINE)
                        + "\" stroke-width=\"1\" d=\"M" + n(x1) + " " + n(y1) + "L" + n(x2) + " " + n(y2) + "\"/>");
    }

    /** A text; {@code anchor} is start, middle or end, {@code look} its class. */
    Svg text(double x, double y, String anchor, String look, String words) {
        String colour = look.startsWith("chart-fill-") ? colour(look) : look.equals("chart-label") ? INK : SOFT;
        boolean bold = look.startsWith("chart-fill-") || look.equals("chart-label");
        return raw("<text x=\"" + n(x) + "\" y=\"" + n(y) + "\""
                + (anchor.equals("start") ? "" : " text-anchor=\"" + anchor + "\"")
                + (bold ? " font-weight=\"bold\"" : "")
                + " fill=\"" + colour + "\" class=\"" + look + "\">" + Html.escape(words) + "</text>");
    }

    private static String colour(String look) {
        String number = look.substring("chart-fill-".length());
        return number.equals("quiet") ? SOFT : COLOURS[Integer.parseInt(number) - 1];
    }

    /** A bar; the second series and those behind it have a pattern too. */
    Svg bar(double x, double y, double width, double height, String look, String colour, String pattern) {
        String shape = "x=\"" + n(x) + "\" y=\"" + n(y) + "\" width=\"" + n(width) + "\" height=\""
                + n(Math.max(0, height)) + "\"";
        raw("<rect " + shape + " fill=\"" + colour + "\" class=\"" + look + "\"/>");
        return pattern.isEmpty() ? this : raw("<rect " + shape + " fill=\"url(#" + pattern + ")\"/>");
    }

    /** A mark at a point: each series has a shape of its own. */
    Svg mark(double x, double y, int shape, double size, String look, String colour) {
        double r = size;
        String path = switch (shape % 5) {
            case 0 -> circle(x, y, r);
            case 1 -> "M" + n(x - r) + " " + n(y - r) + "h" + n(2 * r) + "v" + n(2 * r) + "h" + n(-2 * r) + "z";
            case 2 ->
                "M" + n(x) + " " + n(y - 1.4 * r) + "l" + n(1.4 * r) + " " + n(1.4 * r) + "l" + n(-1.4 * r) + " "
                        + n(1.4 * r) + "l" + n(-1.4 * r) + " " + n(-1.4 * r) + "z";
            case 3 -> "M" + n(x) + " " + n(y - 1.3 * r) + "l" + n(1.3 * r) + " " + n(2.3 * r) + "h" + n(-2.6 * r) + "z";
            default ->
                "M" + n(x) + " " + n(y + 1.3 * r) + "l" + n(1.3 * r) + " " + n(-2.3 * r) + "h" + n(-2.6 * r) + "z";
        };
        return raw("<path d=\"" + path + "\" fill=\"" + colour + "\" class=\"" + look + "\"/>");
    }

    private static String circle(double x, double y, double r) {
        return "M" + n(x - r) + " " + n(y) + "a" + n(r) + " " + n(r) + " 0 1 0 " + n(2 * r) + " 0a" + n(r) + " " + n(r)
                + " 0 1 0 " + n(-2 * r) + " 0z";
    }

    /** How wide some words are in the theme's sans-serif type, near enough to leave room for them. */
    static double width(String words, double size) {
        double width = 0;
        for (int i = 0; i < words.length(); i += Character.charCount(words.codePointAt(i))) {
            int c = words.codePointAt(i);
            if (Character.isIdeographic(c) || c >= 0x3040 && c < 0x3100) {
                width += 1;
            } else if ("ijltfr.,:;'|!() ".indexOf(c) >= 0) {
                width += 0.29;
            } else if ("mwMWQOGD%@".indexOf(c) >= 0) {
                width += 0.78;
            } else {
                width += Character.isUpperCase(c) ? 0.6 : 0.51;
            }
        }
        return width * size;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
