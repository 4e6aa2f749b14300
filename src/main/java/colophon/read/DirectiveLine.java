package colophon.read;

/**
 * A line that begins with three colons: {@code ::: name key="value"} opens a directive, colons alone close the one that was opened last.
 *
 * @param name empty where the line closes, or names nothing
 * @param rest offset in the line of what stands behind the name
 */
record DirectiveLine(String name, int rest, boolean closes) {
    private static final int COLONS = 3;

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
        while (at < line.length() && isNameSign(line.charAt(at))) {
            at++;
        }
        boolean named = at > start && (at == line.length() || line.charAt(at) <= ' ' || line.charAt(at) == '{');
        return new DirectiveLine(named ? line.substring(start, at) : "", named ? at : start, start == line.length());
    }

    private static boolean isNameSign(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
    }
}
