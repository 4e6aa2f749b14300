package colophon.output;

import colophon.model.Picture.Type;
import colophon.model.PictureHeader;
import colophon.model.PictureHeader.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes of a picture the files that it is published as. */
final class PictureMaker {
    /**
     * The widths that pictures are made in: the column of text is at most 576 pixels wide; on phones, whose screens are two or three
     * times as dense, about 380, and on dense desktop screens it takes 1152. With 1728 a picture is sharp on paper, too.
     */
    static final List<Integer> WIDTHS = List.of(576, 768, 1152, 1728);
    /** A file that is not at least so much narrower than the next is not worth it. */
    private static final int WORTH_PERCENT = 87;

    private final PictureHeader header;
    private final byte[] original;
    private final boolean webp;

    /** @param webp whether this machine can write that */
    PictureMaker(PictureHeader header, byte[] original, boolean webp) {
        this.header = header;
        this.original = original;
        this.webp = webp;
    }

    /** A file that was made. */
    record Made(Type type, int width, int height, byte[] bytes) {}

    /** The widths for a picture, from narrow to wide; none wider than it is. */
    static List<Integer> widths(int own) {
        int widest = Math.min(own, WIDTHS.get(WIDTHS.size() - 1));
        List<Integer> widths = new ArrayList<>();
        WIDTHS.stream().filter(it -> it * 100L < (long) widest * WORTH_PERCENT).forEach(widths::add);
        widths.add(widest);
        return widths;
    }

    /** @throws IOException when the file is damaged */
    List<Made> make() throws IOException {
        List<Integer> widths = widths(header.shownWidth());
        int widest = widths.get(widths.size() - 1);
        Pixels finest = new PixelReader(header, original).read(widest);
        boolean lossy = header.format() == Format.JPEG || finest.isPhoto();
        PixelWriter writer = new PixelWriter(!lossy);
        Type plain = lossy && finest.opaque() ? Type.JPEG : Type.PNG;
        List<Made> made = new ArrayList<>(series(finest, widths, plain, writer));
        if (webp) {
            List<Made> modern = series(finest, widths, Type.WEBP, writer);
            if (bytes(modern) < bytes(made)) {
                made.addAll(modern);
            }
        }
        return made;
    }

    private static long bytes(List<Made> files) {
        return files.stream().mapToLong(it -> it.bytes().length).sum();
    }

    /** Files of one format, without those that have more bytes than a wider one. */
    private List<Made> series(Pixels finest, List<Integer> widths, Type type, PixelWriter writer) throws IOException {
        List<Made> files = new ArrayList<>();
        for (int i = widths.size() - 1; i >= 0; i--) {
            int width = widths.get(i);
            int height = PixelReader.heightFor(width, header.shownWidth(), header.shownHeight());
            byte[] bytes = writer.write(finest.scaled(width, height), type);
            if (width == header.shownWidth() && isShownAsItIs(type)) {
                byte[] bare = BarePicture.of(header, original);
                bytes = bare.length <= bytes.length ? bare : bytes;
            }
            if (files.isEmpty() || bytes.length < files.get(0).bytes().length) {
                files.add(0, new Made(type, width, height, bytes));
            }
        }
        return files;
    }

    /** Whether the file, as its author made it, is fit to be published in its own width. */
    private boolean isShownAsItIs(Type type) {
        return header.format().name().equals(type.name()) && header.isUpright() && !header.deep();
    }
}
