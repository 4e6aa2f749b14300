package colophon.read;

/** Stretches of a text that lies in an array, where looking at a sign costs least. */
final class Chars {
    private Chars() {}

    static String string(char[] text, int from, int to) {
        return new String(text, from, to - from);
    }

    /** Whether some words stand at an offset, before the end of a stretch. */
    static boolean startsWith(char[] text, int from, int to, String words) {
        if (to - from < words.length()) {
            return false;
        }
        for (int i = 0; i < words.length(); i++) {
            if (text[from + i] != words.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The offset of the first such sign in a stretch; the end of the stretch when there is none. */
    static int indexOf(char[] text, int from, int to, char sign) {
        int at = from;
        while (at < to && text[at] != sign) {
            at++;
        }
        return at;
    }
}
