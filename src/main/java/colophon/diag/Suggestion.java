package colophon.diag;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the word somebody probably meant. */
public final class Suggestion {
    /** As many names as a person reads at once; more are not listed. */
    private static final int MOST_LISTED = 8;

    private Suggestion() {}

    /** The closest of the words, if one is close: at most a third of the letters differ. Ties go by the alphabet. */
    public static Optional<String> closest(String typed, Collection<String> words) {
        String best = null;
        int bestDistance = Math.max(1, typed.length() / 3) + 1;
        for (String word : new TreeSet<>(words)) {
            int distance = distance(typed, word);
            if (distance < bestDistance) {
                best = word;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** An instruction: the closest word, or all of them when they are few, or nothing. */
    public static String help(String typed, Collection<String> words) {
        return closest(typed, words)
                .map(word -> "did you mean \"" + word + "\"?")
                .orElseGet(() -> list(words));
    }

    private static String list(Collection<String> words) {
        if (words.isEmpty() || words.size() > MOST_LISTED) {
            return "";
        }
        return "possible: " + String.join(", ", List.copyOf(new TreeSet<>(words)));
    }

    /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
