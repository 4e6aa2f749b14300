package colophon.output;

import colophon.model.OutputFile;
import colophon.model.OutputTree;
import java.util.List;

/** The pages to read in a browser. */
final class WebPages implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        PageFiles files = new PageFiles(publishing, soFar);
        return publishing.site().pages().stream().map(files::of).toList();
    }
}
