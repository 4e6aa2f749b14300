package colophon.output;

import colophon.model.Fingerprint;
import colophon.model.InputFile;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Data, ready-made downloads, and pictures that somebody asks for at their own address. */
final class Attachments implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        List<OutputFile> files = new ArrayList<>();
        publishing.site().attachments().values().stream()
                .filter(Site.Attachment::direct)
                .map(file -> file(file, publishing))
                .forEach(files::add);
        publishing.site().readyMade().forEach((path, file) -> files.add(OutputFile.of(path, file.file())));
        return files;
    }

    /** Of pictures without what they say beside the picture. */
    private static OutputFile file(Site.Attachment attachment, Publishing publishing) {
        InputFile file = attachment.file();
        if (attachment.size().isEmpty()) {
            return OutputFile.of(attachment.path(), file);
        }
        Fingerprint fingerprint = Fingerprint.of(file.digest());
        return OutputFile.made(
                attachment.path(),
                file.path(),
                () -> fingerprint,
                () -> Pictures.bare(attachment, publishing.problems())
                        .map(bytes -> new OutputFile.Made(bytes, Optional.of(fingerprint))));
    }
}
