package colophon.output;

import java.util.List;

/** The list of formats, in the order in which they are made: downloads before the pages that measure them. */
public final class OutputFormats {
    /** So many of the list are files to keep, and what is made with them. */
    private static final int DOWNLOADS = 2;

    private OutputFormats() {}

    /** @param downloads false leaves out what takes longest, for a quick look at the pages; ready-made downloads are still offered */
    public static List<OutputFormat> all(boolean downloads) {
        List<OutputFormat> all = List.of(
                new EditionFiles(),
                new Cards(),
                new SiteAssets(),
                new PictureFiles(),
                new Attachments(),
                new WebPages(),
                new Sitemap(),
                new HostingFiles());
        return downloads ? all : all.subList(DOWNLOADS, all.size());
    }

    /** What takes long, beside pictures, which are made before all else. */
    public static List<OutputFormat> slow(boolean downloads) {
        return downloads ? List.of(new EditionFiles()) : List.of();
    }
}
