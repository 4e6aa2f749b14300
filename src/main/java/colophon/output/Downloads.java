package colophon.output;

import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Digest;
import colophon.model.Download;
import colophon.model.OutputTree;
import colophon.model.Site;
import colophon.model.SitePath;
import colophon.output.SlowFiles.Slow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures the files behind the download buttons, made here or elsewhere, so that no button can lie. */
final class Downloads {
    private Downloads() {}

    /** The downloads there are, the report first. A ready-made one that cannot be opened is a problem. */
    static List<Download> of(Publishing publishing, OutputTree soFar) {
        Site site = publishing.site();
        List<Download> downloads = new ArrayList<>();
        for (SitePath path :
                List.of(site.publication().reportPdf(), site.publication().briefPdf())) {
            Optional<byte[]> bytes = soFar.find(path).map(file -> file.bytes());
            bytes.ifPresent(pdf -> measure(path, pdf, publishing).ifPresent(downloads::add));
            if (bytes.isEmpty() && publishing.pdf() && publishing.later() && PdfEdition.makes(path, site)) {
                downloads.add(Download.pending(path, "PDF", site.publication().language()));
            }
        }
        return downloads;
    }

    private static Optional<Download> measure(SitePath path, byte[] pdf, Publishing publishing) {
        try {
            return Optional.of(new Download(
                    path,
                    "PDF",
                    pdf.length,
                    pages(pdf, publishing.slowFiles()),
                    publishing.site().publication().language()));
        } catch (IOException e) {
            publishing
                    .problems()
                    .add(
                            Rule.DOWNLOAD_UNREADABLE,
                            Source.ofFile("content/downloads/" + path.fileName())
                                    .whole(),
                            "this file is not a readable PDF",
                            "export it again, or remove it to publish the one Colophon makes");
            return Optional.empty();
        }
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
