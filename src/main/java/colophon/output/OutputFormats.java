package colophon.output;

import java.util.List;

/** The list of formats, in the order in which they are made: downloads before the pages that measure them. */
public final class OutputFormats {
    private OutputFormats() {}

    public static List<OutputFormat> all() {
        return List.of(
                new PdfEdition(),
                new SiteAssets(),
                new Attachments(),
                new WebPages(),
                new Sitemap(),
                new HostingFiles());
    }

    /** All but what takes long, for a quick look at the pages. Ready-made downloads are still offered. */
    public static List<OutputFormat> withoutPdf() {
        return all().stream().filter(format -> !(format instanceof PdfEdition)).toList();
    }
}
