package colophon.output;

import colophon.model.Download;
import colophon.model.Fingerprint;
import colophon.model.Lazy;
import colophon.model.OutputFile;
import colophon.model.OutputFile.Made;
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.render.Fingerprints;
import colophon.render.PageRenderer;
import java.util.List;
import java.util.Optional;

/** Lists the pages to read in a browser, each drawn when it is asked for. */
public final class PageFiles {
    private final PageRenderer renderer;
    private final Fingerprints fingerprints;

    /** @param soFar the files that pages say something of */
    public PageFiles(Publishing publishing, OutputTree soFar) {
        List<Download> downloads = Downloads.of(publishing, soFar);
        Cards.Drawer cards = new Cards.Drawer(publishing);
        this.fingerprints = new Fingerprints(
                publishing.site(),
                publishing.theme(),
                publishing.assets(),
                downloads,
                cards.look(),
                publishing.workers());
        this.renderer = new PageRenderer(
                publishing.site(),
                downloads,
                publishing.templates(),
                publishing.assets(),
                publishing.citations(),
                cards::path,
                publishing.problems());
    }

    /** The file of a page of the site, or of one that takes its place and looks the same to all others. */
    public OutputFile of(Page page) {
        Lazy<Fingerprint> fingerprint = new Lazy<>(() -> fingerprints.of(page));
        String madeFrom = page.origin().source().path();
        return OutputFile.made(
                page.path().file(),
                madeFrom,
                fingerprint,
                () -> renderer.render(page)
                        .map(drawn -> new Made(
                                drawn.html(), Optional.of(fingerprint.get().asked(drawn.asked())))));
    }
}
