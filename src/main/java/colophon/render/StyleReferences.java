package colophon.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a style sheet of a theme asks for: {@code url(…)}, {@code @import "…"}, {@code image-set("…" 1x)}. Comments ask for nothing. */
final class StyleReferences {
    /**
     * An address in a style sheet.
     *
     * @param start offset of what is to be replaced when the address changes
     * @param from offset of the address
     * @param to offset after it
     * @param end offset after what is to be replaced
     * @param isUrl whether it is written as {@code url(…)}, and not as a string
     */
    record Reference(int start, int from, int to, int end, boolean isUrl) {}

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|\\z)", Pattern.DOTALL);
    private static final String STRING = "\"([^\"\\n]*)\"|'([^'\\n]*)'";
    private static final Pattern URL =
            Pattern.compile("url\\(\\s*(?:" + STRING + "|([^\\s'\")]+))\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IMPORT = Pattern.compile("@import\\s*(?:" + STRING + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern IMAGE_SET = Pattern.compile("\\([^;{}]*");
    private static final Pattern IN_SET = Pattern.compile("(?<!(?:url|type)\\(\\s{0,9})(?:" + STRING + ")");

    private StyleReferences() {}

    /** In the order in which they stand. */
    static List<Reference> in(String css) {
        List<Reference> found = new ArrayList<>();
        String text = css.contains("/*")
                ? COMMENT.matcher(css).replaceAll(it -> " ".repeat(it.group().length()))
                : css;
        for (int at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
            if (endsWith(text, at, "url")) {
                find(URL, text, at - "url".length(), true, found);
            } else if (endsWith(text, at, "image-set")) {
                strings(text, at, found);
            }
        }
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            find(IMPORT, text, at, false, found);
        }
        found.sort(Comparator.comparingInt(Reference::start));
        return found;
    }

    private static boolean endsWith(String text, int end, String word) {
        return text.regionMatches(true, end - word.length(), word, 0, word.length());
    }

    private static void find(Pattern pattern, String text, int at, boolean isUrl, List<Reference> found) {
        Matcher match = pattern.matcher(text).region(at, text.length());
        if (match.lookingAt()) {
            found.add(reference(match, isUrl));
        }
    }

    private static void strings(String text, int open, List<Reference> found) {
        Matcher set = IMAGE_SET.matcher(text).region(open, text.length());
        if (set.lookingAt()) {
            Matcher string = IN_SET.matcher(text).region(open, set.end());
            while (string.find()) {
                found.add(reference(string, false));
            }
        }
    }

    private static Reference reference(Matcher match, boolean isUrl) {
        int group = 1;
        while (match.group(group) == null) {
            group++;
        }
        int from = match.start(group);
        int to = match.end(group);
        return isUrl
                ? new Reference(match.start(), from, to, match.end(), true)
                : new Reference(from, from, to, to, false);
    }
}
