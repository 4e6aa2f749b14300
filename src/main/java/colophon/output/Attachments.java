package colophon.output;

import colophon.model.OutputFile;
import colophon.model.OutputTree;
import java.util.ArrayList;
import java.util.List;

/** Pictures, data and ready-made downloads, published as they are. */
final class Attachments implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        List<OutputFile> files = new ArrayList<>();
        publishing.site().attachments().forEach((name, file) -> files.add(OutputFile.of(file.path(), file.file())));
        publishing.site().readyMade().forEach((path, file) -> files.add(OutputFile.of(path, file.file())));
        return files;
    }
}
