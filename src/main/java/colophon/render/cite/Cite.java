package colophon.render.cite;

import java.util.Set;

/**
 * A work that is cited in one place.
 *
 * @param prefix words before it; empty for none
 * @param suffix words after it
 * @param label the kind of place in the work, such as "page"
 * @param locator the place; empty for none
 * @param positions where the citation stands among those of the same work
 * @param firstNote the number of the note that cites the work first; 0 for none
 * @param link the address that its text leads to; empty for none
 */
public record Cite(
        String key,
        Part part,
        String prefix,
        String suffix,
        String label,
        String locator,
        Set<Position> positions,
        int firstNote,
        String link) {
    /** What is printed of a work. */
    public enum Part {
        WHOLE,
        WITHOUT_AUTHOR,
        AUTHOR_ONLY
    }

    /** The conditions on a position that a style can ask for. */
    public enum Position {
        FIRST,
        SUBSEQUENT,
        NEAR_NOTE,
        IBID,
        IBID_WITH_LOCATOR
    }

    public Cite {
        positions = Set.copyOf(positions);
    }

    /** A work without anything around it. */
    public static Cite of(String key, Part part, Set<Position> positions) {
        return new Cite(key, part, "", "", "", "", positions, 0, "");
    }

    boolean hasAffixes() {
        return !prefix.isEmpty() || !suffix.isEmpty();
    }
}
