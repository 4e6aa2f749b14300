package colophon.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A title, a caption or a heading as it is shown away from its own place: in lists, menus and cards. It is typeset inline HTML that is
 * also XML, without footnotes, and with the words of its links only. What only the site knows is filled in where it is shown.
 *
 * @param markup the HTML; a slot is a kind and an address between two characters that no text has
 */
public record Phrase(String markup) {
    public static final Phrase EMPTY = new Phrase("");

    /** Noncharacters of Unicode, which no text has (Unicode 15, 23.7). */
    private static final char OPEN = '\uFDD0';

    private static final char NO_BREAK = '\u00A0';
    private static final Pattern BOUND_WORDS = Pattern.compile(NO_BREAK + "(?=[\\p{L}\\p{N}%])");
    private static final char CLOSE = '\uFDD1';

    /** What a slot is for. */
    public enum Kind {
        /** A citation; its address is its place among the citations of its text. */
        CITATION,
        /** Who wrote what a sentence cites; its address is the place of the citation. */
        AUTHOR,
        /** What a link without a text leads to: "Figure 3". */
        REFERENCE,
        /** The number of what a link leads to. */
        REFERENCE_NUMBER,
        /** The title of what a link leads to. */
        REFERENCE_TITLE
    }

    /**
     * A place to be filled in.
     *
     * @param address as written in the Markdown, or a place in a list of the {@link Outline}
     */
    public record Slot(Kind kind, String address) {
        /** The place that the address is. */
        public int place() {
            return Integer.parseInt(address);
        }
    }

    /** Plain words. */
    public static Phrase of(String words) {
        return new Phrase(escape(words));
    }

    /** A slot as it is written in the markup. */
    public static String slot(Kind kind, String address) {
        return "" + OPEN + (char) ('a' + kind.ordinal()) + address + CLOSE;
    }

    /** Whether a character is one of those that mark a slot. */
    public static boolean isMark(char c) {
        return c == OPEN || c == CLOSE;
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    public boolean isEmpty() {
        return markup.isEmpty();
    }

    /** Whether something in it is known only to the site. */
    public boolean hasSlots() {
        return markup.indexOf(OPEN) >= 0;
    }

    /** The slots in their order. */
    public List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        html(slot -> {
            slots.add(slot);
            return "";
        });
        return slots;
    }

    /** The HTML with every slot filled with finished HTML. A slot that stays empty takes the space before it away. */
    public String html(Function<Slot, String> filler) {
        if (!hasSlots()) {
            return markup;
        }
        StringBuilder html = new StringBuilder(markup.length() + 64);
        int done = 0;
        for (int open = markup.indexOf(OPEN); open >= 0; open = markup.indexOf(OPEN, done)) {
            int close = markup.indexOf(CLOSE, open);
            html.append(markup, done, open);
            String filling = filler.apply(
                    new Slot(Kind.values()[markup.charAt(open + 1) - 'a'], markup.substring(open + 2, close)));
            if (filling.isEmpty() && html.length() > 0 && html.charAt(html.length() - 1) == ' ') {
                html.setLength(html.length() - 1);
            }
            html.append(filling);
            done = close + 1;
        }
        return html.append(markup, done, markup.length()).toString();
    }

    /** The words without what only the site knows. */
    public String text() {
        return text(slot -> "");
    }

    /** The words, with every slot filled with finished HTML. That a line may not end between two of them is nobody's matter here. */
    public String text(Function<Slot, String> filler) {
        String words = words(html(filler));
        return words.indexOf(NO_BREAK) < 0 ? words : BOUND_WORDS.matcher(words).replaceAll(" ");
    }

    /** The words as they are set in lines. */
    public String lines() {
        return words(html(slot -> ""));
    }

    private static String words(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        StringBuilder words = new StringBuilder(html.length());
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                words.append(html.startsWith("<br", at) ? " " : "");
                at = html.indexOf('>', at) + 1;
            } else if (c == '&') {
                int end = html.indexOf(';', at) + 1;
                words.append(character(html.substring(at, end)));
                at = end;
            } else {
                words.append(c);
                at++;
            }
        }
        return words.toString();
    }

    private static String character(String entity) {
        return switch (entity) {
            case "&amp;" -> "&";
            case "&lt;" -> "<";
            case "&gt;" -> ">";
            case "&quot;" -> "\"";
            default -> throw new IllegalArgumentException(entity + " is not written by any renderer");
        };
    }

    /** Plain words, as messages and logs show them. */
    @Override
    public String toString() {
        return text();
    }
}
