package colophon.output;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words in the drawings of a document: charts, maps and pictures that are SVG. */
final class DrawnText {
    private static final Pattern DRAWING = Pattern.compile("<img[^>]* src=\"([^\"]+\\.svg)\"");
    private static final Pattern WORDS = Pattern.compile("(?s)<(text|tspan)\\b[^>]*>([^<]+)");

    private DrawnText() {}

    static String of(String xhtml, Function<String, byte[]> files) {
        StringBuilder words = new StringBuilder();
        Matcher drawing = DRAWING.matcher(xhtml);
        while (drawing.find()) {
            byte[] svg = files.apply(drawing.group(1));
            Matcher text = WORDS.matcher(svg == null ? "" : new String(svg, StandardCharsets.UTF_8));
            while (text.find()) {
                words.append(text.group(2)).append('\n');
            }
        }
        return words.toString();
    }
}
