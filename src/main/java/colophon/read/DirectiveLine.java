package colophon.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that begins with three colons: {@code ::: name key="value"} opens a directive, colons alone close the one that was opened last.
 *
 * @param name as written, perhaps not that of any directive; empty where the line closes, or names nothing
 * @param rest offset in the line of what stands behind the name
 */
record DirectiveLine(String name, int rest, boolean closes) {
    private static final int COLONS = 3;
    /** The name that Pandoc, Quarto and MyST have in braces. */
    private static final Pattern BRACED = Pattern.compile("\\{\\s*\\.?(?:callout-)?([A-Za-z][\\w-]*)");

    /** Whether a line begins a directive or closes one. */
    static boolean is(CharSequence text, int start, int end) {
        return end - start >= COLONS
                && text.charAt(start) == ':'
                && text.charAt(start + 1) == ':'
                && text.charAt(start + 2) == ':';
    }

    static DirectiveLine of(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ':') {
            at++;
        }
        while (at < line.length() && line.charAt(at) <= ' ') {
            at++;
        }
        int start = at;
        while (at < line.length() && isNameChar(line.charAt(at))) {
            at++;
        }
        boolean named =
                at > start && (at == line.length() || line.charAt(at) <= ' ' || "{[".indexOf(line.charAt(at)) >= 0);
        return new DirectiveLine(named ? line.substring(start, at) : "", named ? at : start, start == line.length());
    }

    /** What to write in the place of a line without a name, as other tools have it: {@code ::: {.note}}. */
    static String help(String rest) {
        Matcher braced = BRACED.matcher(rest);
        return braced.lookingAt()
                ? "write the name without braces: ::: " + braced.group(1).toLowerCase(Locale.ROOT)
                : "write its name after the colons, such as ::: note";
    }

    private static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }
}
