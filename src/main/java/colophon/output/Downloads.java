package colophon.output;

import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Download;
import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.InputFile;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Site.Attachment;
import colophon.output.Prints.Print;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Measures the files behind the download buttons, made here or elsewhere, so that no button can lie. */
final class Downloads {
    private Downloads() {}

    /** The downloads there are, the report first. A ready-made one that cannot be opened is a problem. */
    static List<Download> of(Publishing publishing, OutputTree soFar) {
        Prints prints = new Prints(publishing.slowFiles());
        List<Download> downloads = new ArrayList<>();
        for (Edition edition : publishing.site().editions()) {
            Attachment readyMade = publishing.site().readyMade().get(edition.path());
            Optional<OutputFile> file = soFar.find(edition.path());
            if (readyMade != null) {
                measure(edition, readyMade.file(), publishing).ifPresent(downloads::add);
            } else if (file.isPresent()) {
                file.flatMap(OutputFile::fingerprint)
                        .flatMap(prints::find)
                        .map(found -> ours(edition, found.print(), publishing))
                        .ifPresent(downloads::add);
            } else if (publishing.downloads() && publishing.later()) {
                downloads.add(Download.pending(edition));
            }
        }
        return downloads;
    }

    private static Download ours(Edition edition, Print print, Publishing publishing) {
        return new Download(
                edition,
                print.bytes(),
                // A book for e-readers has no pages of its own.
                edition.format().isPdf() ? OptionalInt.of(print.pages()) : OptionalInt.empty(),
                edition.work().id().language(),
                Optional.of(publishing.site().sourceDigest(edition)));
    }

    private static Optional<Download> measure(Edition edition, InputFile file, Publishing publishing) {
        long bytes =
                file.stamp().bytes() < 0 ? file.bytes().length : file.stamp().bytes();
        String language = edition.work().id().language();
        try {
            if (edition.format() == Format.EPUB) {
                EpubMeasure.open(file.bytes());
                return Optional.of(new Download(edition, bytes, OptionalInt.empty(), language, Optional.empty()));
            }
            PdfMeasure measure = PdfMeasure.remembered(file, publishing.slowFiles());
            return Optional.of(new Download(
                    edition,
                    bytes,
                    OptionalInt.of(measure.pages()),
                    measure.language().orElse(language),
                    Optional.empty()));
        } catch (IOException e) {
            publishing
                    .problems()
                    .add(
                            Rule.DOWNLOAD_UNREADABLE,
                            Source.ofFile("content/" + edition.readyMade()).whole(),
                            "this file is not a readable " + edition.format().type(),
                            "export it again, or remove it to publish the one Colophon makes");
            return Optional.empty();
        }
    }
}
