package colophon.read;

import java.util.ArrayList;
import java.util.List;

/**
 * What separates the fields of a CSV file: a comma, or what spreadsheets use in its place where a comma is the decimal mark.
 *
 * @param declared whether the first line says it, as in {@code sep=;}
 */
record Separator(char character, boolean declared) {
    /** Those that are rarer in words and numbers first. */
    private static final char[] ALL = {'\t', ';', ','};

    /** The one that every row has as often as the first, or else the one that most rows have. */
    static Separator of(String text) {
        List<int[]> rows = counts(text);
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4 && rows.size() > 1) {
            return new Separator(text.charAt(4), true);
        }
        int best = ALL.length - 1;
        int most = 0;
        for (int i = 0; i < ALL.length; i++) {
            int alike = alike(rows, i);
            if (alike > most) {
                best = i;
                most = alike;
            }
        }
        return new Separator(ALL[best], false);
    }

    /** As people call it. */
    String word() {
        return switch (character) {
            case '\t' -> "tab";
            case ';' -> "semicolon";
            case ',' -> "comma";
            default -> String.valueOf(character);
        };
    }

    /** How many rows have a separator as often as the first, which has it at all. */
    private static int alike(List<int[]> rows, int separator) {
        int first = rows.isEmpty() ? 0 : rows.get(0)[separator];
        return first == 0
                ? 0
                : (int) rows.stream().filter(row -> row[separator] == first).count();
    }

    /** How often each row that is not empty has each separator outside quotation marks. */
    private static List<int[]> counts(String text) {
        List<int[]> rows = new ArrayList<>();
        int[] row = new int[ALL.length];
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (c == '"') {
                quoted = !quoted;
            } else if ((c == '\n' || c == '\r') && (!quoted || i == text.length())) {
                if (i > start) {
                    rows.add(row);
                    row = new int[ALL.length];
                }
                start = i + 1;
            } else if (!quoted) {
                for (int s = 0; s < ALL.length; s++) {
                    row[s] += c == ALL[s] ? 1 : 0;
                }
            }
        }
        return rows;
    }
}
