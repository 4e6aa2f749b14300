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
        publishing
                .site()
                .attachments()
                .forEach((name, file) -> files.add(new OutputFile(file.path(), file.bytes(), "content/" + name)));
        publishing
                .site()
                .readyMade()
                .forEach((path, file) ->
                        files.add(new OutputFile(path, file.bytes(), "content/downloads/" + path.fileName())));
        return files;
    }
}
