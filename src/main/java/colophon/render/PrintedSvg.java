package colophon.render;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A drawing made for a document as the picture that print takes: drawings within the text have no alternative text there. Its address
 * holds the drawing itself.
 */
public final class PrintedSvg {
    private static final String BEGINNING = "drawn/";
    private static final String ENDING = ".svg";

    private PrintedSvg() {}

    /** As wide as the column of text: 128 mm, at 96 pixels an inch. */
    private static final double WIDTH = 484;

    /** The picture as XHTML, with the proportions of the drawing, which says its width and height. */
    static String image(String svg, String alt, String look) {
        String fonts = svg.replace("'Source Sans 3', sans-serif", "'Source Sans 3', 'Noto Serif JP'");
        return "<img class=\"" + look + "\" src=\"" + address(fonts) + "\" alt=\"" + Html.escape(alt)
                + "\" width=\"" + Svg.n(WIDTH) + "\" height=\""
                + Math.round(WIDTH * size(svg, " height=\"") / size(svg, " width=\""))
                + "\"/>";
    }

    /** The address that holds a drawing. */
    static String address(String svg) {
        return BEGINNING
                + Base64.getUrlEncoder().withoutPadding().encodeToString(svg.getBytes(StandardCharsets.UTF_8))
                + ENDING;
    }

    static double size(String svg, String attribute) {
        int start = svg.indexOf(attribute) + attribute.length();
        return Double.parseDouble(svg.substring(start, svg.indexOf('"', start)));
    }

    /** The drawing that an address holds, if it is one of these. */
    public static Optional<byte[]> drawing(String address) {
        return address.startsWith(BEGINNING) && address.endsWith(ENDING)
                ? Optional.of(Base64.getUrlDecoder()
                        .decode(address.substring(BEGINNING.length(), address.length() - ENDING.length())))
                : Optional.empty();
    }
}
