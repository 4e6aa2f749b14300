package colophon.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks of Markdown in what turned out to be plain words: asterisks that make nothing bold, and links without an end. */
final class PrintedMarks {
    /** Two pairs of asterisks of which one has a space where the words should be, or a word where nothing should. */
    private static final Pattern BOLD = Pattern.compile("(?<![\\p{L}\\p{N}*\\\\])\\*\\*(?:"
            + "(?=[\\p{L}\\p{N}“„«\"'(])[^*\\n]+[ \\t]\\*\\*(?![*\\s]*p\\b)"
            + "|[ \\t][^*\\n]*\\p{L}[^*\\n]*\\*\\*(?!\\*)"
            + "|[^*\\s][^*\\n]*[^*\\s\\p{L}\\p{N}]\\*\\*(?=\\p{L}))");

    private static final Pattern HEADING = Pattern.compile("(?<=^|\\n)#{7,}(?=[ \\t])");
    private static final Pattern LINK = Pattern.compile("(?<!\\])\\]\\((?=[^\\s()])");

    /** Something found, with offsets. */
    record Found(int start, int end, String message, String help) {}

    private PrintedMarks() {}

    /** @param limit where the paragraph ends */
    static List<Found> in(String text, int start, int end, int limit) {
        List<Found> found = new ArrayList<>();
        Matcher bold = BOLD.matcher(text);
        Matcher heading = HEADING.matcher(text);
        Matcher link = LINK.matcher(text);
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '*'
                    && bold.region(at, limit).useTransparentBounds(true).lookingAt()) {
                found.add(
                        new Found(
                                at,
                                bold.end(),
                                "asterisks that make no words bold",
                                "write the asterisks right beside the first and the last letter: **words**; before one that is text write \\*"));
                at = bold.end() - 1;
            } else if (c == '#'
                    && heading.region(at, limit).useTransparentBounds(true).lookingAt()) {
                found.add(new Found(
                        at,
                        heading.end(),
                        "more than six # characters, which make no heading",
                        "use fewer, or write the words in bold"));
                at = heading.end() - 1;
            } else if (c == ']' && link.region(at, limit).lookingAt()) {
                found.add(new Found(
                        at,
                        link.end(),
                        "the address of a link without its end",
                        "end it with a bracket; an address with brackets is written [words](<address>)"));
            }
        }
        return found;
    }
}
