package colophon.diag;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the word somebody probably meant. */
public final class Suggestion {
    /** As many names as a person reads at once; more are not listed. */
    private static final int MOST_LISTED = 8;

    /** A longer text is no name that somebody mistyped, and comparing it would take long. */
    private static final int MAX_CHARS = 100;

    private Suggestion() {}

    /** The closest of the words, if one is close: at most a third of the letters differ. Ties go by the alphabet. */
    public static Optional<String> closest(String typed, Collection<String> words) {
        if (typed.length() > MAX_CHARS) {
            return Optional.empty();
        }
        String best = null;
        int bestDistance = Math.max(1, typed.length() / 3) + 1;
        Distance distance = new Distance(typed);
        for (String word : words) {
            int found = distance.to(word, bestDistance);
            if (found < bestDistance || found == bestDistance && best != null && word.compareTo(best) < 0) {
                best = word;
                bestDistance = found;
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

    /** How far words are from another one: insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
    private static final class Distance {
        private final String typed;
        private int[] before;
        private int[] above;
        private int[] row;

        Distance(String typed) {
            this.typed = typed;
            this.before = new int[typed.length() + 1];
            this.above = new int[typed.length() + 1];
            this.row = new int[typed.length() + 1];
        }

        /** The distance, or some number above a limit: then it is not computed to the end. */
        int to(String word, int limit) {
            // Each letter more or less is one difference.
            if (Math.abs(word.length() - typed.length()) > limit) {
                return limit + 1;
            }
            for (int i = 0; i <= typed.length(); i++) {
                row[i] = i;
            }
            for (int j = 1; j <= word.length(); j++) {
                int[] free = before;
                before = above;
                above = row;
                row = free;
                if (next(word, j) > limit) {
                    return limit + 1;
                }
            }
            return row[typed.length()];
        }

        /** Fills the row of a letter of the other word, and gives the smallest number in it. */
        private int next(String word, int j) {
            char c = word.charAt(j - 1);
            row[0] = j;
            int smallest = j;
            for (int i = 1; i <= typed.length(); i++) {
                int cost = typed.charAt(i - 1) == c ? 0 : 1;
                int least = Math.min(Math.min(above[i] + 1, row[i - 1] + 1), above[i - 1] + cost);
                if (i > 1 && j > 1 && typed.charAt(i - 2) == c && typed.charAt(i - 1) == word.charAt(j - 2)) {
                    least = Math.min(least, before[i - 2] + 1);
                }
                row[i] = least;
                smallest = Math.min(smallest, least);
            }
            return smallest;
        }
    }
}
