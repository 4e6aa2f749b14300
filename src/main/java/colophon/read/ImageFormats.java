package colophon.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Recognises files by their first bytes that are not images a page can show, but are often named as if they were. */
final class ImageFormats {
    private record Signature(String format, int offset, String bytes) {}

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("HEIC", 4, "ftyphei"),
            new Signature("HEIC", 4, "ftyphev"),
            new Signature("HEIC", 4, "ftypmif1"),
            new Signature("AVIF", 4, "ftypavi"),
            new Signature("TIFF", 0, "II*\0"),
            new Signature("TIFF", 0, "MM\0*"),
            new Signature("BMP", 0, "BM"),
            new Signature("PDF", 0, "%PDF-"),
            new Signature("PSD", 0, "8BPS"),
            new Signature("SVG", 0, "<svg"),
            new Signature("SVG", 0, "<?xml"),
            new Signature("HTML", 0, "<!DOCTYPE html"),
            new Signature("HTML", 0, "<html"));

    private static final String POINTER = "version https://git-lfs";

    private ImageFormats() {}

    /** The format's name; empty if it is none of them. */
    static Optional<String> of(byte[] file) {
        String start = start(file);
        return SIGNATURES.stream()
                .filter(it -> start.startsWith(it.bytes(), it.offset()))
                .map(Signature::format)
                .findFirst();
    }

    /** Whether Git LFS keeps the file elsewhere, and has not put it here. */
    static boolean isPointer(byte[] file) {
        return start(file).startsWith(POINTER);
    }

    private static String start(byte[] file) {
        return new String(file, 0, Math.min(file.length, 64), StandardCharsets.ISO_8859_1);
    }
}
