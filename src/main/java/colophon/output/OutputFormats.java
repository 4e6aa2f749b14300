package colophon.output;

import java.util.List;

/** The list of formats, in the order in which they are made: downloads before the pages that measure them. */
public final class OutputFormats {
    private OutputFormats() {}

    /** @param pdf false leaves out what takes long, for a quick look at the pages; ready-made downloads are still offered */
    public static List<OutputFormat> all(boolean pdf) {
        List<OutputFormat> all =
                List.of(pdf(), new SiteAssets(), new Attachments(), new WebPages(), new Sitemap(), new HostingFiles());
        return pdf ? all : all.subList(1, all.size());
    }

    /** What takes long. */
    public static OutputFormat pdf() {
        return new PdfEdition();
    }
}
