package colophon.output;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Download;
import colophon.model.OutputTree;
import colophon.model.Site;
import colophon.model.SitePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures the files behind the download buttons, made here or elsewhere, so that no button can lie. */
final class Downloads {
    private Downloads() {}

    /** The downloads there are, the report first. A ready-made one that cannot be opened is a problem. */
    static List<Download> of(Site site, OutputTree soFar, Problems problems) {
        List<Download> downloads = new ArrayList<>();
        for (SitePath path :
                List.of(site.publication().reportPdf(), site.publication().briefPdf())) {
            Optional<byte[]> bytes = soFar.find(path).map(file -> file.bytes());
            bytes.ifPresent(pdf -> measure(path, pdf, site, problems).ifPresent(downloads::add));
        }
        return downloads;
    }

    private static Optional<Download> measure(SitePath path, byte[] pdf, Site site, Problems problems) {
        try {
            return Optional.of(new Download(
                    path,
                    "PDF",
                    pdf.length,
                    PdfMeasure.pages(pdf),
                    site.publication().language()));
        } catch (IOException e) {
            problems.add(
                    Rule.DOWNLOAD_UNREADABLE,
                    Source.ofFile("content/downloads/" + path.fileName()).whole(),
                    "this file is not a readable PDF",
                    "export it again, or remove it to publish the one Colophon makes");
            return Optional.empty();
        }
    }
}
