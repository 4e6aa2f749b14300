package colophon.model;

/**
 * A file readers keep, with what its button says. All of it is measured from the file itself.
 *
 * @param pages 0 while the file is being made
 * @param language BCP 47
 */
public record Download(SitePath path, String type, long bytes, int pages, String language) {
    /** A file that is being made while its page is previewed. */
    public static Download pending(SitePath path, String type, String language) {
        return new Download(path, type, 0, 0, language);
    }

    public boolean pending() {
        return pages == 0;
    }

    /** "PDF, 1.2 MB, 42 pages". Sizes are decimal, as file managers show them. */
    public String details() {
        if (pending()) {
            return type + ", being made";
        }
        return type + ", " + size(bytes) + ", " + pages + (pages == 1 ? " page" : " pages");
    }

    private static String size(long bytes) {
        if (bytes < 1_000_000) {
            return Math.max(1, Math.round(bytes / 1000.0)) + "\u00A0kB";
        }
        long tenths = Math.round(bytes / 100_000.0);
        return tenths / 10 + "." + tenths % 10 + "\u00A0MB";
    }
}
