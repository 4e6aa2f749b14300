package colophon.render.cite;

import colophon.render.cite.Cite.Position;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Follows the citations of a text to know where each stands among those of the same work (CSL 1.0.2, "Choose"). */
public final class Positions {
    /** One work in a citation. */
    private record Place(String key, String label, String locator, int citation, int index) {}

    private final int near;
    private final Map<String, Integer> firstNotes = new HashMap<>();
    private final Map<String, Integer> lastNotes = new HashMap<>();
    private Place last = new Place("", "", "", -1, -1);
    private boolean lastAlone;
    private int lastNote;
    private int citationsInNote;
    private int note;

    /** @param near how many notes away a note is still near */
    public Positions(int near) {
        this.near = near;
    }

    /**
     * The position of the next work.
     *
     * @param citation the number of the citation in the text
     * @param index of the work in the citation
     * @param count of the works in the citation
     * @param noteNumber of the note it is in; 0 for running text
     */
    public Set<Position> next(
            String key, String label, String locator, int citation, int index, int count, int noteNumber) {
        if (citation != last.citation()) {
            citationsInNote = noteNumber == note ? citationsInNote + 1 : 1;
            note = noteNumber;
        }
        Set<Position> positions = EnumSet.noneOf(Position.class);
        if (!firstNotes.containsKey(key)) {
            positions.add(Position.FIRST);
        } else {
            positions.add(Position.SUBSEQUENT);
            if (noteNumber - lastNotes.get(key) <= near) {
                positions.add(Position.NEAR_NOTE);
            }
            if (follows(key, citation, index)) {
                ibid(label, locator, positions);
            }
        }
        firstNotes.putIfAbsent(key, noteNumber);
        lastNotes.put(key, noteNumber);
        lastAlone = index == 0 && count == 1 && (noteNumber == 0 || citationsInNote == 1);
        lastNote = noteNumber;
        last = new Place(key, label, locator, citation, index);
        return positions;
    }

    private boolean follows(String key, int citation, int index) {
        if (!last.key().equals(key)) {
            return false;
        }
        boolean within = last.citation() == citation && last.index() == index - 1;
        boolean after = index == 0 && lastAlone && last.citation() != citation && note - lastNote <= 1;
        return within || after;
    }

    private void ibid(String label, String locator, Set<Position> positions) {
        boolean same = last.locator().equals(locator)
                && (locator.isEmpty() || last.label().equals(label));
        if (same) {
            positions.add(Position.IBID);
        } else if (!locator.isEmpty()) {
            positions.add(Position.IBID);
            positions.add(Position.IBID_WITH_LOCATOR);
        }
    }

    /** The number of the note that cites a work first; 0 if none did before. */
    public int firstNote(String key) {
        return firstNotes.getOrDefault(key, 0);
    }
}
