package colophon.render.cite;

import java.util.Arrays;

/**
 * What a citation of a work adds so that it does not look like that of another work.
 *
 * @param names the number of names to print, by the lists of names in their order
 * @param levels how much of a name to print, by list and name: 1 for initials, 2 for the given name
 * @param condition whether the condition "disambiguate" holds
 * @param yearSuffix counted from 1; 0 for none
 */
record Distinction(int[] names, int[][] levels, boolean condition, int yearSuffix) {
    static final Distinction NONE = new Distinction(new int[0], new int[0][], false, 0);

    int names(int list) {
        return list < names.length ? names[list] : 0;
    }

    int level(int list, int name) {
        return list < levels.length && name < levels[list].length ? levels[list][name] : 0;
    }

    Distinction withNames(int list, int count) {
        int[] more = Arrays.copyOf(names, Math.max(names.length, list + 1));
        more[list] = count;
        return new Distinction(more, levels, condition, yearSuffix);
    }

    /** As many names as another. */
    Distinction withNamesOf(Distinction other) {
        return new Distinction(other.names, levels, condition, yearSuffix);
    }

    Distinction withLevel(int list, int name, int level) {
        int[][] more = Arrays.copyOf(levels, Math.max(levels.length, list + 1));
        int[] old = more[list] == null ? new int[0] : more[list];
        more[list] = Arrays.copyOf(old, Math.max(old.length, name + 1));
        more[list][name] = level;
        for (int i = 0; i < more.length; i++) {
            more[i] = more[i] == null ? new int[0] : more[i];
        }
        return new Distinction(names, more, condition, yearSuffix);
    }

    Distinction withCondition(boolean holds) {
        return new Distinction(names, levels, holds, yearSuffix);
    }

    Distinction withYearSuffix(int number) {
        return new Distinction(names, levels, condition, number);
    }

    /** 1 is "a", 27 is "aa". */
    static String letters(int number) {
        int index = number - 1;
        return index < 26 ? String.valueOf((char) ('a' + index)) : letters(index / 26) + letters(index % 26 + 1);
    }
}
