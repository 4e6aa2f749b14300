package colophon.check;

import colophon.model.Page;
import colophon.model.Site;
import java.util.List;

/**
 * What is looked at.
 *
 * @param site what links may lead to
 * @param pages the pages that are looked at
 * @param settings whether the texts of the settings are looked at too
 */
public record Scope(Site site, List<Page> pages, boolean settings) {
    public static Scope whole(Site site) {
        return new Scope(site, site.pages(), true);
    }
}
