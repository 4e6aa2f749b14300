package colophon.output;

import colophon.cache.Packer;
import colophon.cache.Unpacker;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Digest;
import colophon.model.Download;
import colophon.model.Edition;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.model.Site.Attachment;
import colophon.output.Prints.Print;
import colophon.output.SlowFiles.Slow;
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
                measure(edition, readyMade.file().bytes(), publishing).ifPresent(downloads::add);
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
                OptionalInt.of(print.pages()),
                publishing.site().publication().language(),
                Optional.of(publishing.site().sourceDigest(edition)));
    }

    private static Optional<Download> measure(Edition edition, byte[] pdf, Publishing publishing) {
        try {
            PdfMeasure measure = measure(pdf, publishing.slowFiles());
            return Optional.of(new Download(
                    edition,
                    pdf.length,
                    OptionalInt.of(measure.pages()),
                    measure.language().orElse(edition.work().id().language()),
                    Optional.empty()));
        } catch (IOException e) {
            publishing
                    .problems()
                    .add(
                            Rule.DOWNLOAD_UNREADABLE,
                            Source.ofFile("content/" + edition.readyMade()).whole(),
                            "this file is not a readable PDF",
                            "export it again, or remove it to publish the one Colophon makes");
            return Optional.empty();
        }
    }

    /** Opening a PDF takes long enough to remember what was found in it. */
    private static PdfMeasure measure(byte[] pdf, SlowFiles slowFiles) throws IOException {
        String name = "measure-" + Digest.hex(Digest.of(pdf));
        Optional<Slow> known = slowFiles.find(name);
        if (known.isPresent()) {
            Unpacker in = new Unpacker(known.get().bytes());
            return new PdfMeasure(in.count(), in.optionalText());
        }
        PdfMeasure measure = PdfMeasure.of(pdf);
        Packer out = new Packer().count(measure.pages()).text(measure.language());
        slowFiles.keep(name, new Slow(out.bytes(), List.of()));
        return measure;
    }
}
