package colophon.write;

/** What a build did to the output folder, in files. */
public record WriteReport(int written, int unchanged, int removed) {}
