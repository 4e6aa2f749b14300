package colophon.output;

import colophon.model.Fingerprint;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures, data and ready-made downloads, published as they are. */
final class Attachments implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        List<OutputFile> files = new ArrayList<>();
        publishing
                .site()
                .attachments()
                .values()
                .forEach(file -> files.add(
                        file.path().value().endsWith(".svg")
                                ? drawing(file, publishing)
                                : OutputFile.of(file.path(), file.file())));
        publishing.site().readyMade().forEach((path, file) -> files.add(OutputFile.of(path, file.file())));
        return files;
    }

    private static OutputFile drawing(Site.Attachment drawing, Publishing publishing) {
        Fingerprint fingerprint = Fingerprint.of(drawing.file().digest());
        return OutputFile.made(
                drawing.path(),
                drawing.file().path(),
                () -> fingerprint,
                () -> SafeSvg.of(drawing.file(), publishing.problems())
                        .map(bytes -> new OutputFile.Made(bytes, Optional.of(fingerprint))));
    }
}
