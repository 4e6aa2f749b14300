package colophon.check;

import colophon.model.Page;
import colophon.model.Site;
import java.util.ArrayList;
import java.util.List;

/**
 * What is looked at.
 *
 * @param site what links may lead to
 * @param pages the pages that are looked at
 * @param settings whether the texts of the settings are looked at too
 */
public record Scope(Site site, List<Page> pages, boolean settings) {
    private static final int PAGES_AT_ONCE = 200;

    /** The settings of a site and some of its pages, in pieces. */
    public static List<Scope> pieces(Site site, List<Page> pages) {
        List<Scope> pieces = new ArrayList<>();
        for (int start = 0; start == 0 || start < pages.size(); start += PAGES_AT_ONCE) {
            int end = Math.min(pages.size(), start + PAGES_AT_ONCE);
            pieces.add(new Scope(site, pages.subList(start, end), start == 0));
        }
        return pieces;
    }
}
