package colophon.render;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The place in a work that a citation gives: what stands behind the key, as far as it is one.
 *
 * @param label a CSL locator type, such as "page"
 * @param value empty when there is none
 * @param rest the words behind it
 */
record Locator(String label, String value, String rest) {
    /**
     * Beginnings of locators; the longer before the shorter. What a citation says of articles, tables and appendices, whose names are those
     * of the work, is printed as it is written.
     */
    private static final Map<String, String> LABELS = labels();

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        String[][] words = {
            {"page", "pages", "pp.", "page", "p."},
            {"chapter", "chapters", "chaps.", "chapter", "chap.", "chs.", "ch."},
            {"section", "sections", "secs.", "section", "sec.", "§§", "§"},
            {"paragraph", "paragraphs", "paras.", "paragraph", "para.", "¶¶", "¶"},
            {"figure", "figures", "figs.", "figure", "fig."},
            {"volume", "volumes", "vols.", "volume", "vol."},
            {"part", "parts", "part"},
            {"line", "lines", "line"},
            {"note", "notes", "nn.", "note", "fn.", "n."},
            {"book", "book"},
            {"column", "columns", "cols.", "column", "col."},
            {"folio", "folios", "fols.", "folio", "fol."},
        };
        for (String[] row : words) {
            for (int i = 1; i < row.length; i++) {
                labels.put(row[i], row[0]);
            }
        }
        return labels;
    }

    static Locator of(String suffix) {
        String text = suffix.strip();
        int close = text.startsWith("{") ? text.indexOf('}') : -1;
        if (close > 0) {
            return marked(
                    text.substring(1, close).strip(), text.substring(close + 1).strip());
        }
        for (Map.Entry<String, String> entry : LABELS.entrySet()) {
            String word = entry.getKey();
            if (text.regionMatches(true, 0, word, 0, word.length())) {
                String behind = text.substring(word.length()).strip();
                if (!behind.isEmpty() && startsValue(behind)) {
                    return of(entry.getValue(), behind);
                }
            }
        }
        return !text.isEmpty() && Character.isDigit(text.charAt(0)) ? of("page", text) : new Locator("page", "", text);
    }

    /** A place that the author has put in braces, whatever it looks like. */
    private static Locator marked(String text, String rest) {
        for (Map.Entry<String, String> entry : LABELS.entrySet()) {
            String word = entry.getKey();
            if (text.regionMatches(true, 0, word, 0, word.length())) {
                return new Locator(
                        entry.getValue(), text.substring(word.length()).strip(), rest);
            }
        }
        return new Locator("page", text, rest);
    }

    private static boolean startsValue(String text) {
        char c = text.charAt(0);
        return Character.isDigit(c) || "IVXLCivxlc".indexOf(c) >= 0;
    }

    /** Numbers, in Roman or other digits, with what joins them, are the value; words behind them are not. */
    private static Locator of(String label, String text) {
        int end = 0;
        int at = 0;
        while (at < text.length()) {
            int next = text.indexOf(' ', at);
            int wordEnd = next < 0 ? text.length() : next;
            String word = text.substring(at, wordEnd);
            boolean value = word.chars().anyMatch(Character::isDigit) || word.matches("[ivxlcIVXLC]+[,–-]?|&|and|[–-]");
            if (!value) {
                break;
            }
            end = wordEnd;
            at = wordEnd + 1;
        }
        String value = text.substring(0, end);
        String rest = text.substring(end).strip();
        if (value.endsWith(",")) {
            value = value.substring(0, value.length() - 1);
            rest = ", " + rest;
        }
        return new Locator(label, value.replaceAll("(?<=\\d)-(?=\\d)", "–"), rest);
    }
}
