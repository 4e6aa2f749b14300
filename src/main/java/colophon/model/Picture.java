package colophon.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files that a picture of the content is published as: the same picture in several widths, so that nobody loads more than is shown.
 *
 * @param variants from narrow to wide
 */
public record Picture(List<Variant> variants) {
    /** Who takes only one file gets one that is sharp on most screens. */
    private static final int USUAL_WIDTH = 1152;

    private static final String DRAWN = "svg";
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "webp", DRAWN);
    /** Images of cameras, scanners and design programs, which browsers do not show or paper cannot. */
    private static final Set<String> OTHERS = Set.of(
            "heic", "heif", "tif", "tiff", "bmp", "avif", "jxl", "jp2", "ico", "raw", "dng", "cr2", "nef", "psd", "ai",
            "eps", "emf", "wmf");

    /** Whether a file is one by its name. */
    public static boolean isFile(String path) {
        return ENDINGS.contains(extension(path));
    }

    /** Whether a file is an image by its name, but one that cannot be shown. */
    public static boolean isOther(String path) {
        return OTHERS.contains(extension(path));
    }

    /** Whether a file is drawn with lines, by its name. */
    public static boolean isDrawn(String path) {
        return extension(path).equals(DRAWN);
    }

    /** What follows the last dot of a name, in lower case. */
    public static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether an address, which may still be encoded, looks like that of a picture. */
    public static boolean isNamedBy(String address) {
        int hash = address.indexOf('#');
        String path = hash < 0 ? address : address.substring(0, hash);
        return isFile(path) || path.indexOf('%') >= 0;
    }

    /** The formats that pictures are published in. */
    public enum Type {
        JPEG("jpg"),
        PNG("png"),
        WEBP("webp"),
        SVG("svg");

        private final String ending;

        Type(String ending) {
            this.ending = ending;
        }

        /** The end of a file's name, without a dot. */
        public String ending() {
            return ending;
        }

        public String mediaType() {
            return "image/" + (this == SVG ? "svg+xml" : name().toLowerCase(Locale.ROOT));
        }
    }

    /** One of the files. */
    public record Variant(SitePath path, Type type, int width, int height) {}

    public Picture {
        variants = List.copyOf(variants);
        if (variants.stream().allMatch(it -> it.type() == Type.WEBP)) {
            throw new IllegalArgumentException("no file for browsers that do not know WebP");
        }
    }

    /** The files that every browser shows. */
    public List<Variant> plain() {
        return variants.stream().filter(it -> it.type() != Type.WEBP).toList();
    }

    /** Smaller files for browsers that know the format; may be none. */
    public List<Variant> webp() {
        return variants.stream().filter(it -> it.type() == Type.WEBP).toList();
    }

    /** The file for who takes only one. */
    public Variant usual() {
        List<Variant> plain = plain();
        return plain.stream()
                .filter(it -> it.width() <= USUAL_WIDTH)
                .reduce((narrow, wide) -> wide)
                .orElse(plain.get(0));
    }

    /** The widest file, for print. */
    public Variant finest() {
        List<Variant> plain = plain();
        return plain.get(plain.size() - 1);
    }
}
