package colophon.model;

import colophon.diag.Source;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a site looks like.
 *
 * @param templates FreeMarker templates by name, such as {@code pages/chapter.ftlh}
 * @param templatesDigest tells whether any template changed
 * @param assets styles, scripts, fonts and icons by name, such as {@code css/site.css}
 * @param own the paths of the files that are the site's own, and not the default theme's: {@code site-assets/css/site.css}
 */
public record Theme(
        SortedMap<String, Source> templates,
        long templatesDigest,
        SortedMap<String, InputFile> assets,
        Set<String> own) {}
