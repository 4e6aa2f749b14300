package colophon.output;

import colophon.output.PrintedFlow.Item;
import java.util.List;

/** Tells of a paragraph that is laid out whether its words are better left whole. */
final class BrokenWords {
    private static final int MOST_IN_A_ROW = 2;

    private BrokenWords() {}

    /** Whether hyphens stand below each other as the rungs of a ladder, or a word goes on over the page, behind notes and running heads. */
    static boolean areTooMany(List<Item> lines) {
        int inARow = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (inARow > 0 && lines.get(i).page() > lines.get(i - 1).page()) {
                return true;
            }
            inARow = LineHyphen.ends(lines.get(i).box()) ? inARow + 1 : 0;
            if (inARow > MOST_IN_A_ROW) {
                return true;
            }
        }
        return false;
    }
}
