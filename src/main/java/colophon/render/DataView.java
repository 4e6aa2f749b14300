package colophon.render;

/** A file of data that can be downloaded: "CSV, 12 kB". */
public record DataView(String name, String href, String details) {}
