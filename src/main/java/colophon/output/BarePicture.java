package colophon.output;

import colophon.model.PictureHeader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A picture file without what it says beside its pixels: where and when a photograph was taken, with which camera, by whom, and the small
 * copy that cameras put beside it. The pixels stay as they are, bit for bit, with what is needed to show them right.
 */
final class BarePicture {
    private static final Set<String> PNG_CHUNKS = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP",
            "acTL", "fcTL", "fdAT");

    private final PictureHeader header;
    private final byte[] bytes;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private BarePicture(PictureHeader header, byte[] bytes) {
        this.header = header;
        this.bytes = bytes;
    }

    /** The same picture; as it is where it is not understood. */
    static byte[] of(PictureHeader header, byte[] bytes) {
        BarePicture picture = new BarePicture(header, bytes);
        try {
            switch (header.format()) {
                case JPEG -> picture.jpeg();
                case PNG -> picture.png();
                case GIF -> picture.gif();
                case WEBP -> picture.webp();
            }
        } catch (IndexOutOfBoundsException e) {
            return bytes;
        }
        return picture.out.toByteArray();
    }

    private int number(int offset, int size) {
        int value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes[offset + i] & 0xFF;
        }
        return value;
    }

    private boolean says(int offset, String text) {
        return offset + text.length() <= bytes.length
                && new String(bytes, offset, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    private void copy(int from, int to) {
        if (to > bytes.length) {
            throw new IndexOutOfBoundsException(to);
        }
        out.write(bytes, from, to - from);
    }

    /** Segments, and after some of them pixels, to the end; what cameras put behind that is left out too. */
    private void jpeg() {
        copy(0, 2);
        if (!header.isUpright()) {
            byte[] exif = exif(header.orientation());
            out.write(0xFF);
            out.write(0xE1);
            out.write(0);
            out.write(exif.length + 8);
            out.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(exif);
        }
        int at = 2;
        while (true) {
            int marker = number(at + 1, 1);
            if (number(at, 1) != 0xFF) {
                throw new IndexOutOfBoundsException(at);
            }
            if (marker == 0xD9) {
                copy(at, at + 2);
                return;
            }
            boolean alone = marker == 0xFF || marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
            int end = alone ? at + (marker == 0xFF ? 1 : 2) : at + 2 + number(at + 2, 2);
            if (marker == 0xDA) {
                while (number(end, 1) != 0xFF
                        || number(end + 1, 1) == 0
                        || number(end + 1, 1) >= 0xD0 && number(end + 1, 1) <= 0xD7) {
                    end++;
                }
            }
            if (isForShowing(marker, at + 4)) {
                copy(at, end);
            }
            at = end;
        }
    }

    /** JFIF, the colour profile, and Adobe's note of how colours are packed. */
    private boolean isForShowing(int marker, int body) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        return marker != 0xFE
                && (!application || marker == 0xE0 || marker == 0xEE || marker == 0xE2 && says(body, "ICC_PROFILE"));
    }

    /** The smallest Exif there can be, that says only how the pixels are turned. */
    private static byte[] exif(int orientation) {
        return new byte[] {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0
        };
    }

    private void png() {
        copy(0, 8);
        int at = 8;
        boolean ended = false;
        while (!ended) {
            int end = at + 12 + number(at, 4);
            if (end <= at) {
                throw new IndexOutOfBoundsException(end);
            }
            String type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (PNG_CHUNKS.contains(type)) {
                copy(at, end);
            }
            ended = type.equals("IEND");
            at = end;
        }
    }

    private void gif() {
        int at = 13 + colors(number(10, 1));
        copy(0, at);
        while (number(at, 1) != 0x3B) {
            boolean picture = number(at, 1) == 0x2C;
            int end = picture ? at + 11 + colors(number(at + 9, 1)) : at + 2;
            while (number(end, 1) != 0) {
                end += 1 + number(end, 1);
            }
            end++;
            int label = number(at + 1, 1);
            boolean loops = label == 0xFF && (says(at + 3, "NETSCAPE2.0") || says(at + 3, "ANIMEXTS1.0"));
            if (picture || label == 0xF9 || label == 0x01 || loops) {
                copy(at, end);
            }
            at = end;
        }
        copy(at, at + 1);
    }

    private static int colors(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private void webp() {
        copy(0, 12);
        int flags = 0;
        int at = 12;
        while (at + 8 <= bytes.length) {
            int size = number(at + 7, 1) << 24 | number(at + 6, 1) << 16 | number(at + 5, 1) << 8 | number(at + 4, 1);
            int end = at + 8 + size + (size & 1);
            if (size < 0 || end < at) {
                throw new IndexOutOfBoundsException(size);
            }
            if (says(at, "VP8X")) {
                flags = out.size() + 8;
            }
            if (!says(at, "EXIF") && !says(at, "XMP ")) {
                copy(at, end);
            }
            at = end;
        }
        byte[] bare = out.toByteArray();
        if (flags > 0) {
            bare[flags] &= ~0x0C;
            if (!header.isUpright()) {
                bare[flags] |= 0x08;
            }
        }
        out.reset();
        out.writeBytes(bare);
        if (!header.isUpright() && flags > 0) {
            byte[] exif = exif(header.orientation());
            out.writeBytes(new byte[] {'E', 'X', 'I', 'F', (byte) exif.length, 0, 0, 0});
            out.writeBytes(exif);
        }
        byte[] whole = out.toByteArray();
        for (int i = 0; i < 4; i++) {
            whole[4 + i] = (byte) (whole.length - 8 >> 8 * i);
        }
        out.reset();
        out.writeBytes(whole);
    }
}
