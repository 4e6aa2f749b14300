package colophon.output;

import colophon.model.Digest;
import colophon.model.Fingerprint;
import colophon.model.OutputFile;
import colophon.model.OutputFile.Made;
import colophon.model.OutputTree;
import colophon.model.Picture;
import colophon.model.Picture.Variant;
import colophon.model.Site.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures in the widths and formats that pages show them in. */
final class PictureFiles implements OutputFormat {
    @Override
    public List<OutputFile> make(Publishing publishing, OutputTree soFar) {
        List<OutputFile> files = new ArrayList<>();
        for (Attachment attachment : publishing.site().attachments().values()) {
            attachment
                    .picture()
                    .ifPresent(picture ->
                            picture.variants().forEach(variant -> files.add(file(attachment, variant, publishing))));
        }
        return files;
    }

    private static OutputFile file(Attachment attachment, Variant variant, Publishing publishing) {
        // The name tells what it is made from, and how.
        Fingerprint fingerprint = Fingerprint.of(Digest.of(variant.path().value()));
        return OutputFile.made(
                variant.path(),
                attachment.file().path(),
                () -> fingerprint,
                () -> new Pictures(publishing)
                        .bytes(attachment, variant)
                        .map(bytes -> new Made(bytes, Optional.of(fingerprint))));
    }

    /** The bytes of a picture as it is printed, by the address of one of its files, or its own. */
    static Optional<byte[]> find(String path, Publishing publishing) {
        for (Attachment attachment : publishing.site().attachments().values()) {
            Optional<Variant> variant = attachment.picture().flatMap(picture -> find(path, attachment, picture));
            if (variant.isPresent()) {
                return new Pictures(publishing).bytes(attachment, variant.get());
            }
            if (attachment.path().value().equals(path)) {
                return Optional.of(attachment.file().bytes());
            }
        }
        return Optional.empty();
    }

    private static Optional<Variant> find(String path, Attachment attachment, Picture picture) {
        return attachment.path().value().equals(path)
                ? Optional.of(picture.finest())
                : picture.variants().stream()
                        .filter(variant -> variant.path().value().equals(path))
                        .findFirst();
    }
}
