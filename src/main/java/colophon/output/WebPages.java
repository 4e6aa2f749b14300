package colophon.output;

import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Page;
import colophon.render.PageRenderer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The pages to read in a browser. */
final class WebPages implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        PageRenderer renderer = new PageRenderer(
                publishing.site(),
                Downloads.of(publishing.site(), soFar, publishing.problems()),
                publishing.templates(),
                publishing.assets(),
                publishing.problems());
        List<Callable<Optional<OutputFile>>> tasks = publishing.site().pages().stream()
                .map(page -> (Callable<Optional<OutputFile>>) () -> render(renderer, page))
                .toList();
        return Parallel.all(publishing.workers(), tasks);
    }

    private static Optional<OutputFile> render(PageRenderer renderer, Page page) {
        String madeFrom = page.origin().source().path();
        return renderer.render(page).map(html -> new OutputFile(page.path().file(), html, madeFrom));
    }
}
