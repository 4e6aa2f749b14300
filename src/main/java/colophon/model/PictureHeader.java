package colophon.model;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a file of pixels says of itself, found without decoding it, so that a huge one costs nothing.
 *
 * @param width of the pixels as they are stored
 * @param height of the pixels as they are stored
 * @param bytesPerPixel what a decoded pixel takes
 * @param orientation how the pixels are to be turned, as Exif numbers it: 1 is upright
 * @param deep whether its colours are finer than eight bits or have a profile, so that not every browser shows it the same
 * @param animated whether there are several pictures in it
 * @param forPress whether its colours are those of a printing press, which no browser is sure of
 * @param whole whether the file goes on to its end
 */
public record PictureHeader(
        Format format,
        int width,
        int height,
        int bytesPerPixel,
        int orientation,
        boolean deep,
        boolean animated,
        boolean forPress,
        boolean whole) {
    /** How pixels are packed. */
    public enum Format {
        JPEG,
        PNG,
        GIF,
        WEBP
    }

    public static final int MEGA = 1_000_000;
    /** What can be decoded on a small machine. */
    public static final long MOST_PIXELS = 40L * MEGA;

    private static final int UPRIGHT = 1;
    /** The first of the four orientations that lie on their side. */
    private static final int FIRST_LYING = 5;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** The width as people see it. */
    public int shownWidth() {
        return orientation >= FIRST_LYING ? height : width;
    }

    /** The height as people see it. */
    public int shownHeight() {
        return orientation >= FIRST_LYING ? width : height;
    }

    public boolean isUpright() {
        return orientation == UPRIGHT;
    }

    /** Nothing when the bytes are no such file, whatever it is called. */
    public static Optional<PictureHeader> of(byte[] bytes) {
        Bytes in = new Bytes(bytes);
        try {
            Optional<PictureHeader> header = Optional.empty();
            if (in.starts(PNG)) {
                header = png(in);
            } else if (in.number(0, 2) == 0xFFD8) {
                header = jpeg(in);
            } else if (in.says(0, "GIF87a") || in.says(0, "GIF89a")) {
                header = gif(in);
            } else if (in.says(0, "RIFF") && in.says(8, "WEBP")) {
                header = webp(in);
            }
            return header.filter(it -> it.width > 0 && it.height > 0);
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<PictureHeader> png(Bytes in) {
        int width = in.number(16, 4);
        int height = in.number(20, 4);
        int depth = in.number(24, 1);
        int channels = switch (in.number(25, 1)) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        boolean deep = depth > 8;
        boolean animated = false;
        boolean whole = false;
        int at = PNG.length;
        while (!whole && at + 12 <= in.length()) {
            animated |= in.says(at + 4, "acTL");
            deep |= in.says(at + 4, "iCCP");
            int end = at + 12 + in.number(at, 4);
            whole = in.says(at + 4, "IEND");
            if (end <= at || end > in.length()) {
                break;
            }
            at = end;
        }
        return Optional.of(new PictureHeader(
                Format.PNG, width, height, Math.max(1, channels * depth / 8), UPRIGHT, deep, animated, false, whole));
    }

    private static Optional<PictureHeader> jpeg(Bytes in) {
        int orientation = UPRIGHT;
        boolean deep = false;
        int at = 2;
        while (true) {
            if (in.number(at, 1) != 0xFF) {
                return Optional.empty();
            }
            int marker = in.number(at + 1, 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int body = at + 4;
            if (marker == 0xE1 && in.says(body, "Exif\0\0")) {
                orientation = exif(in, body + 6).orElse(orientation);
            }
            deep |= marker == 0xE2 && in.says(body, "ICC_PROFILE");
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                int channels = in.number(body + 5, 1);
                return Optional.of(new PictureHeader(
                        Format.JPEG,
                        in.number(body + 3, 2),
                        in.number(body + 1, 2),
                        channels,
                        orientation,
                        deep,
                        false,
                        channels == 4,
                        in.lastIndexOf(0xFF, 0xD9) > body));
            }
            boolean alone = marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
            at = alone ? at + 2 : at + 2 + Math.max(2, in.number(at + 2, 2));
        }
    }

    /** The orientation that Exif tells, from where its own numbers start. What is not understood is upright. */
    private static Optional<Integer> exif(Bytes in, int start) {
        try {
            boolean little = in.says(start, "II");
            int directory = start + in.number(start + 4, 4, little);
            int entries = in.number(directory, 2, little);
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (in.number(entry, 2, little) == 0x0112) {
                    int value = in.number(entry + 8, 2, little);
                    return value >= UPRIGHT && value <= 8 ? Optional.of(value) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<PictureHeader> gif(Bytes in) {
        int width = in.number(6, 2, true);
        int height = in.number(8, 2, true);
        int at = 13 + colors(in.number(10, 1));
        int pictures = 0;
        boolean whole = false;
        while (!whole && at < in.length()) {
            int block = in.number(at, 1);
            whole = block == 0x3B;
            if (block == 0x2C && at + 11 <= in.length()) {
                pictures++;
                at = afterBlocks(in, at + 11 + colors(in.number(at + 9, 1)));
            } else if (block == 0x21) {
                at = afterBlocks(in, at + 2);
            } else {
                break;
            }
        }
        return Optional.of(new PictureHeader(Format.GIF, width, height, 1, UPRIGHT, false, pictures > 1, false, whole));
    }

    /** The length of the table of colours that flags tell of. */
    private static int colors(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static int afterBlocks(Bytes in, int start) {
        int at = start;
        while (at < in.length() && in.number(at, 1) != 0) {
            at += 1 + in.number(at, 1);
        }
        return at + 1;
    }

    private static Optional<PictureHeader> webp(Bytes in) {
        boolean whole = 8L + Integer.toUnsignedLong(in.number(4, 4, true)) <= in.length();
        if (in.says(12, "VP8 ")) {
            return Optional.of(webp(in.number(26, 2, true) & 0x3FFF, in.number(28, 2, true) & 0x3FFF, 1, false, whole));
        }
        if (in.says(12, "VP8L")) {
            int bits = in.number(21, 4, true);
            return Optional.of(webp((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1, 1, false, whole));
        }
        if (!in.says(12, "VP8X")) {
            return Optional.empty();
        }
        int orientation = UPRIGHT;
        for (int at = 12; at > 0 && at + 8 <= in.length(); at += 8 + (in.number(at + 4, 4, true) + 1 & ~1)) {
            if (in.says(at, "EXIF")) {
                orientation =
                        exif(in, at + 8 + (in.says(at + 8, "Exif\0\0") ? 6 : 0)).orElse(orientation);
            }
            if (in.number(at + 4, 4, true) < 0) {
                break;
            }
        }
        boolean animated = (in.number(20, 1) & 2) != 0;
        return Optional.of(webp(in.number(24, 3, true) + 1, in.number(27, 3, true) + 1, orientation, animated, whole));
    }

    private static PictureHeader webp(int width, int height, int orientation, boolean animated, boolean whole) {
        return new PictureHeader(Format.WEBP, width, height, 4, orientation, false, animated, false, whole);
    }

    /** Bytes to look into. Throws {@link IndexOutOfBoundsException} beyond their end. */
    private record Bytes(byte[] bytes) {
        int length() {
            return bytes.length;
        }

        int number(int offset, int size) {
            return number(offset, size, false);
        }

        int number(int offset, int size, boolean little) {
            int value = 0;
            for (int i = 0; i < size; i++) {
                value = value << 8 | bytes[little ? offset + size - 1 - i : offset + i] & 0xFF;
            }
            return value;
        }

        boolean says(int offset, String text) {
            byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
            if (offset < 0 || offset + expected.length > bytes.length) {
                return false;
            }
            for (int i = 0; i < expected.length; i++) {
                if (bytes[offset + i] != expected[i]) {
                    return false;
                }
            }
            return true;
        }

        boolean starts(byte[] expected) {
            return says(0, new String(expected, StandardCharsets.ISO_8859_1));
        }

        int lastIndexOf(int first, int second) {
            for (int i = bytes.length - 2; i >= 0; i--) {
                if ((bytes[i] & 0xFF) == first && (bytes[i + 1] & 0xFF) == second) {
                    return i;
                }
            }
            return -1;
        }
    }
}
