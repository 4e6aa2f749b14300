package colophon.output;

import colophon.diag.Problems;
import colophon.model.Site;
import colophon.model.Theme;
import colophon.render.Assets;
import colophon.render.Citations;
import colophon.render.Templates;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * What every format works with.
 *
 * @param workers threads for independent pieces of work
 * @param slowFiles what earlier builds made
 * @param downloads whether there are to be files to keep
 * @param later whether slow files that are not there yet are left for later: a preview shows its pages first
 * @param progress told, in a few words, what is being made when it takes long
 */
public record Publishing(
        Site site,
        Theme theme,
        Templates templates,
        Assets assets,
        Citations citations,
        ExecutorService workers,
        SlowFiles slowFiles,
        boolean downloads,
        boolean later,
        Consumer<String> progress,
        Problems problems) {
    /** The same for a site of which more is known. */
    Publishing with(Site other) {
        return new Publishing(
                other, theme, templates, assets, citations, workers, slowFiles, downloads, later, progress, problems);
    }

    /** The same with all pictures made, or found made; of a preview, those that are there. Something may be wrong with them. */
    public Publishing withPictures() {
        return with(new Pictures(this).site());
    }
}
