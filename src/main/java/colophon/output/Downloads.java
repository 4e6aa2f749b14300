package colophon.output;

import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Digest;
import colophon.model.Download;
import colophon.model.Edition;
import colophon.model.Edition.Format;
import colophon.model.OutputFile;
import colophon.model.OutputTree;
import colophon.output.SlowFiles.Slow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Measures the files behind the download buttons, made here or elsewhere, so that no button can lie. */
final class Downloads {
    private Downloads() {}

    /** The downloads there are, the report first. A ready-made one that cannot be opened is a problem. */
    static List<Download> of(Publishing publishing, OutputTree soFar) {
        List<Download> downloads = new ArrayList<>();
        for (Edition edition : publishing.site().editions()) {
            Optional<byte[]> bytes = soFar.find(edition.path()).map(OutputFile::bytes);
            bytes.ifPresent(file -> measure(edition, file, publishing).ifPresent(downloads::add));
            if (bytes.isEmpty() && publishing.downloads() && publishing.later()) {
                downloads.add(Download.pending(edition));
            }
        }
        return downloads;
    }

    private static Optional<Download> measure(Edition edition, byte[] file, Publishing publishing) {
        try {
            return Optional.of(new Download(edition, file.length, pages(edition, file, publishing.slowFiles())));
        } catch (IOException e) {
            publishing
                    .problems()
                    .add(
                            Rule.DOWNLOAD_UNREADABLE,
                            Source.ofFile("content/" + edition.readyMade()).whole(),
                            "this file is not a readable " + edition.format(),
                            "export it again, or remove it to publish the one Colophon makes");
            return Optional.empty();
        }
    }

    /** A book for e-readers has no pages of its own. */
    private static OptionalInt pages(Edition edition, byte[] file, SlowFiles slowFiles) throws IOException {
        if (edition.format() == Format.EPUB) {
            EpubMeasure.open(file);
            return OptionalInt.empty();
        }
        return OptionalInt.of(pages(file, slowFiles));
    }

    /** Opening a PDF takes long enough to remember what was found in it. */
    private static int pages(byte[] pdf, SlowFiles slowFiles) throws IOException {
        String name = "pages-" + Digest.hex(Digest.of(pdf));
        Optional<Slow> known = slowFiles.find(name);
        if (known.isPresent()) {
            return Integer.parseInt(new String(known.get().bytes(), StandardCharsets.US_ASCII));
        }
        int pages = PdfMeasure.pages(pdf);
        slowFiles.keep(name, new Slow(String.valueOf(pages).getBytes(StandardCharsets.US_ASCII), List.of()));
        return pages;
    }
}
