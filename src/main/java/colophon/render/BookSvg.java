package colophon.render;

/**
 * A drawing made for a book for e-readers, as a picture of its own. It brings its own paper and inks, light and dark: an e-reader that
 * turns pages black knows nothing of the inks in a drawing, and must not leave dark words on a dark page.
 */
final class BookSvg {
    /** The inks on dark paper; those on light paper are in the drawing. The same as in {@code css/site.css}. */
    private static final String STYLE = """
            <style>
            @media (prefers-color-scheme: dark) {
            .paper { fill: #1f1e1a }
            text, .chart-label { fill: #ece8df }
            .chart-tick, .chart-value, text.chart-fill-quiet { fill: #b3aea2 }
            .chart-grid, .chart-range { stroke: #3b3932 }
            .chart-base { stroke: #ece8df }
            .chart-fill-1 { fill: #8ab4f0 } .chart-stroke-1 { stroke: #8ab4f0 }
            .chart-fill-2 { fill: #f0a070 } .chart-stroke-2 { stroke: #f0a070 }
            .chart-fill-3 { fill: #74cfa9 } .chart-stroke-3 { stroke: #74cfa9 }
            .chart-fill-4 { fill: #cda8ee } .chart-stroke-4 { stroke: #cda8ee }
            .chart-fill-5 { fill: #dfc15c } .chart-stroke-5 { stroke: #dfc15c }
            .chart-fill-6 { fill: #bdbdbd } .chart-stroke-6 { stroke: #bdbdbd }
            .chart-fill-quiet { fill: #85817a } .chart-stroke-quiet { stroke: #85817a }
            .map-sea, .map-globe-sea { fill: #1b2730 }
            .map-land { fill: #35332c }
            .map-subject { fill: #a9c4ec; stroke: #a9c4ec }
            .map-coast, .map-globe-sea { stroke: #5f7383 }
            .map-globe-land { fill: #5f7383 }
            .map-border, .map-dispute { stroke: #6b675c }
            .map-mark, .map-globe-here { stroke: #a9c4ec }
            .map-leader { stroke: #f4f1ea }
            .map-name { fill: #f4f1ea }
            .map-other { fill: #c8c3b7 }
            .map-inside { fill: #101a29 }
            .map-halo { fill: none; stroke: #35332c }
            }
            </style>
            """;

    /** A chart's paper has an edge, in the units of the drawing; a map has its sea. */
    private static final double EDGE = 12;

    private BookSvg() {}

    /**
     * A chart as XHTML.
     *
     * @param narrow the same for phones
     */
    static String chart(String wide, String narrow, String alt) {
        return "<picture><source type=\"image/svg+xml\" media=\"(max-width: 34em)\" srcset=\""
                + PrintedSvg.address(onPaper(withEdge(narrow))) + "\"/>" + image(withEdge(wide), alt, "chart")
                + "</picture>";
    }

    /** A map as XHTML. */
    static String map(String svg, String alt) {
        return image(svg, alt, "map");
    }

    private static String image(String svg, String alt, String look) {
        return "<img class=\"" + look + "\" src=\"" + PrintedSvg.address(onPaper(svg)) + "\" alt=\"" + Html.escape(alt)
                + "\" width=\"" + Svg.n(PrintedSvg.size(svg, " width=\"")) + "\" height=\""
                + Svg.n(PrintedSvg.size(svg, " height=\"")) + "\"/>";
    }

    private static String withEdge(String svg) {
        double width = PrintedSvg.size(svg, " width=\"");
        double height = PrintedSvg.size(svg, " height=\"");
        String size = Svg.n(width) + " " + Svg.n(height) + "\"";
        String more = Svg.n(width + 2 * EDGE) + " " + Svg.n(height + 2 * EDGE) + "\"";
        String edge = Svg.n(-EDGE);
        return svg.replaceFirst(" viewBox=\"0 0 " + size, " viewBox=\"" + edge + " " + edge + " " + more)
                .replaceFirst(" width=\"" + Svg.n(width) + "\"", " width=\"" + Svg.n(width + 2 * EDGE) + "\"")
                .replaceFirst(" height=\"" + Svg.n(height) + "\"", " height=\"" + Svg.n(height + 2 * EDGE) + "\"");
    }

    private static String onPaper(String svg) {
        int root = svg.indexOf('>', svg.indexOf("<svg")) + 1;
        String box = svg.substring(svg.indexOf("viewBox=\"") + 9, svg.indexOf('"', svg.indexOf("viewBox=\"") + 9));
        String[] sides = box.split(" ");
        String paper = "<rect class=\"paper\" x=\"" + sides[0] + "\" y=\"" + sides[1] + "\" width=\"" + sides[2]
                + "\" height=\"" + sides[3] + "\" fill=\"#ffffff\"/>";
        return svg.substring(0, root) + STYLE + paper + svg.substring(root);
    }
}
