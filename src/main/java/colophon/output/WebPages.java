package colophon.output;

import colophon.model.Download;
import colophon.model.Fingerprint;
import colophon.model.Fingerprint.Part;
import colophon.model.OutputFile;
import colophon.model.OutputFile.Made;
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.render.Fingerprints;
import colophon.render.PageRenderer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages to read in a browser, each drawn when it is asked for. */
final class WebPages implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        List<Download> downloads = Downloads.of(publishing, soFar);
        Fingerprints fingerprints =
                new Fingerprints(publishing.site(), publishing.theme(), publishing.assets(), downloads);
        PageRenderer renderer = new PageRenderer(
                publishing.site(), downloads, publishing.templates(), publishing.assets(), publishing.problems());
        List<OutputFile> files = new ArrayList<>();
        for (Page page : publishing.site().pages()) {
            files.add(file(page, fingerprints.of(page), renderer));
        }
        return files;
    }

    private static OutputFile file(Page page, Fingerprint fingerprint, PageRenderer renderer) {
        String madeFrom = page.origin().source().path();
        return OutputFile.made(
                page.path().file(),
                madeFrom,
                fingerprint,
                () -> renderer.render(page)
                        .map(drawn -> new Made(
                                drawn.html().getBytes(StandardCharsets.UTF_8),
                                Optional.of(drawn.listsPages() ? fingerprint : fingerprint.without(Part.PAGES)))));
    }
}
