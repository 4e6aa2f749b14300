package colophon.render.cite;

import java.util.ArrayList;
import java.util.List;

/** "J.-P. M." for "Jean-Paul Maria". */
final class Initials {
    private Initials() {}

    /** A word of a given name. @param joined whether a hyphen stands before it */
    private record Word(String text, boolean initial, boolean joined) {}

    /**
     * @param with what follows each initial
     * @param all whether names become initials too; if not, only what is an initial already is changed
     * @param hyphens whether hyphens stay between initials
     */
    static String of(String given, String with, boolean all, boolean hyphens) {
        StringBuilder out = new StringBuilder();
        for (Word word : words(given)) {
            String text = word.text();
            if (word.initial()) {
                joint(out, word, hyphens);
                out.append(text).append(with);
            } else if (isLower(text)) {
                if (word.joined()) {
                    // Ji-ping is J., not J.-p.
                    if (!all) {
                        trim(out).append('-').append(text).append(' ');
                    }
                    continue;
                }
                spaced(out).append(text).append(' ');
            } else if (all) {
                joint(out, word, hyphens);
                out.append(initial(text)).append(with);
            } else {
                joint(out, word, true);
                if (!word.joined()) {
                    spaced(out);
                }
                out.append(text).append(' ');
            }
        }
        return stripped(out.toString());
    }

    /** A hyphen before a word, without the space that would be there. */
    private static void joint(StringBuilder out, Word word, boolean hyphens) {
        if (word.joined() && out.length() > 0) {
            trim(out).append(hyphens ? "-" : "");
        }
    }

    private static StringBuilder trim(StringBuilder out) {
        while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return out;
    }

    private static StringBuilder spaced(StringBuilder out) {
        if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
        return out;
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(start, end);
    }

    private static List<Word> words(String given) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean joined = false;
        for (int i = 0; i <= given.length(); i++) {
            char c = i < given.length() ? given.charAt(i) : ' ';
            boolean stop = c == '.';
            if (stop || c == ' ' || c == '\u00a0' || c == '-' || c == '‐' || c == '–') {
                if (word.length() > 0) {
                    String text = word.toString();
                    boolean isInitial =
                            stop && isShort(text) || text.length() == 1 && Character.isUpperCase(text.charAt(0));
                    boolean abbreviated = stop && !isInitial;
                    words.add(new Word(abbreviated ? text + "." : text, isInitial, joined));
                    word.setLength(0);
                    joined = false;
                }
                joined = joined || c == '-' || c == '‐' || c == '–';
                if (c == ' ' && i < given.length()) {
                    joined = false;
                }
            } else {
                word.append(c);
            }
        }
        return words;
    }

    private static boolean isShort(String text) {
        return text.length() <= 2 && Character.isUpperCase(text.charAt(0));
    }

    private static boolean isLower(String text) {
        return text.chars().filter(Character::isLetter).allMatch(Character::isLowerCase)
                && text.chars().anyMatch(Character::isLetter);
    }

    /** "Ph" for PHilippe, "J" for Jean. */
    private static String initial(String name) {
        int first = name.codePointAt(0);
        String one = new String(Character.toChars(first));
        if (name.length() > 2
                && Character.isUpperCase(name.charAt(0))
                && Character.isUpperCase(name.charAt(1))
                && name.substring(2).chars().allMatch(Character::isLowerCase)) {
            return one + Character.toLowerCase(name.charAt(1));
        }
        return one;
    }
}
