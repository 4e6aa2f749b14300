package colophon.render;

/** A download button. {@code details} is measured from the file: "PDF, 1.2 MB, 42 pages". */
public record DownloadView(String label, String href, String details, String language, String fileName) {}
