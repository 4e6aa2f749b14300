package colophon.read;

import java.util.Map;
import java.util.TreeMap;

/** What to write in Markdown instead of an element of HTML. */
final class HtmlAdvice {
    private static final Map<String, String> BY_NAME = byName();

    private HtmlAdvice() {}

    private static Map<String, String> byName() {
        String[][] advice = {
            {"**words**", "b", "strong"},
            {"*words*", "i", "em", "cite", "dfn", "var"},
            {"~~words~~", "s", "del", "strike"},
            {"`words`", "code", "samp", "tt"},
            {"the words in quotation marks", "q"},
            {"[words](address), or []{#name} for a place that links lead to", "a"},
            {"![what it shows](figures/name.png \"Caption\")", "img", "picture", "figure", "figcaption", "source"},
            {"the text alone, with a blank line before and after it", "p", "div", "section", "article", "main", "center"
            },
            {"a directive, such as ::: note", "aside", "details", "summary"},
            {"## before the words of the heading", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup"},
            {"- or 1. before each item", "ul", "ol", "li", "menu", "dir"},
            {"the term, and below it a line that begins with a colon and a space", "dl", "dt", "dd"},
            {
                "| a | b | for each row, and | --- | --- | below the first",
                "table",
                "thead",
                "tbody",
                "tfoot",
                "tr",
                "td",
                "th",
                "col",
                "colgroup"
            },
            {"[Caption] in the line below the table", "caption"},
            {"> before each line", "blockquote"},
            {"a line ``` before and after the text", "pre"},
            {"--- on a line of its own", "hr"},
            {"the reading in brackets after the words", "ruby", "rt", "rp", "rb", "rtc"},
            {"[words](address) to link to it", "iframe", "video", "audio", "embed", "object", "track"},
            {"the words alone", "span", "font", "small", "big", "u", "ins", "mark", "bdi", "bdo", "time", "data", "wbr"
            },
        };
        Map<String, String> byName = new TreeMap<>();
        for (String[] row : advice) {
            for (int i = 1; i < row.length; i++) {
                byName.put(row[i], row[0]);
            }
        }
        return byName;
    }

    /** A sentence for the author who wrote an element. */
    static String of(String name) {
        String instead = BY_NAME.get(name);
        String help = instead == null ? "write it as Markdown" : "write " + instead;
        return help + "; to show the tag itself write \\<" + name;
    }
}
