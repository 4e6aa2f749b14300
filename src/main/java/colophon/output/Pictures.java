package colophon.output;

import colophon.cache.Packer;
import colophon.cache.Unpacker;
import colophon.diag.Problem;
import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Source;
import colophon.model.Digest;
import colophon.model.Picture;
import colophon.model.Picture.Type;
import colophon.model.Picture.Variant;
import colophon.model.PictureHeader;
import colophon.model.PictureHeader.Format;
import colophon.model.Site;
import colophon.model.Site.Attachment;
import colophon.model.Site.ImageSize;
import colophon.model.SitePath;
import colophon.output.PictureMaker.Made;
import colophon.output.SlowFiles.Slow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Makes the files that pictures are published as, once: they are kept from build to build, beside a list of what was made of each picture,
 * so that a build in which no picture changed opens none.
 */
final class Pictures {
    /** What a picture's files depend on, beside the picture. */
    private static final String RECIPE = PictureMaker.WIDTHS + ", " + PixelWriter.RECIPE;

    /** Where hosts are told that files never change. */
    private static final String FOLDER = "assets/";

    private static final int HASH_DIGITS = 8;

    private final Publishing publishing;
    private final Site site;
    /** As many pixels are decoded at a time as the largest picture may have. */
    private final Semaphore room = new Semaphore((int) PictureHeader.MOST_PIXELS, true);

    Pictures(Publishing publishing) {
        this.publishing = publishing;
        this.site = publishing.site();
    }

    /** The site, with what its pictures are published as. */
    Site site() {
        if (site.attachments().values().stream().noneMatch(it -> it.size().isPresent())) {
            return site;
        }
        SortedMap<String, Attachment> files = new TreeMap<>(site.attachments());
        List<Callable<Optional<Attachment>>> tasks = new ArrayList<>();
        for (Attachment file : site.attachments().values()) {
            if (file.size().isPresent() && file.isShown()) {
                tasks.add(() -> picture(file).map(file::with));
            }
        }
        Parallel.all(publishing.workers(), tasks)
                .forEach(file -> files.put(file.path().value(), file));
        return site.with(files);
    }

    private static String digest(Attachment file) {
        return Digest.hex(new Digest()
                .add(file.path().value())
                .add(file.file().digest())
                .add(RECIPE)
                .value());
    }

    /** What a picture is published as; nothing when it is published as it is, or not yet, or is damaged. */
    private Optional<Picture> picture(Attachment file) {
        String name = "picture-" + digest(file);
        Optional<Slow> known = publishing.slowFiles().find(name);
        Optional<List<Variant>> variants = known.flatMap(list -> unpack(list.bytes(), file));
        if (variants.isEmpty() && (isDrawn(file) || !publishing.later())) {
            Problems problems = new Problems();
            variants = make(file, problems);
            List<Problem> found = problems.sorted();
            found.forEach(publishing.problems()::add);
            variants.ifPresent(made -> publishing.slowFiles().keep(name, new Slow(pack(made), found)));
        } else {
            known.ifPresent(list -> list.problems().forEach(publishing.problems()::add));
        }
        variants.ifPresent(list -> list.forEach(it -> publishing.slowFiles().has(slowName(file, it))));
        return variants.filter(list -> !list.isEmpty()).map(Picture::new);
    }

    private static boolean isDrawn(Attachment file) {
        return Picture.isDrawn(file.path().value());
    }

    private static byte[] pack(List<Variant> variants) {
        Packer out = new Packer();
        out.list(
                variants, it -> out.count(it.type().ordinal()).count(it.width()).count(it.height()));
        return out.bytes();
    }

    private static Optional<List<Variant>> unpack(byte[] list, Attachment file) {
        Unpacker in = new Unpacker(list);
        try {
            return Optional.of(in.list(() -> variant(file, Type.values()[in.count()], in.count(), in.count())));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Hashed names, so that browsers may keep the files for ever. */
    private static Variant variant(Attachment file, Type type, int width, int height) {
        String name = file.path().value();
        String hashed = name.substring(0, name.lastIndexOf('.')) + "-"
                + digest(file).substring(0, HASH_DIGITS) + (type == Type.SVG ? "" : "-" + width) + "." + type.ending();
        return new Variant(new SitePath(FOLDER + hashed), type, width, height);
    }

    private Optional<List<Variant>> make(Attachment file, Problems problems) {
        return isDrawn(file) ? clean(file, problems) : pixels(file, problems);
    }

    private Optional<List<Variant>> clean(Attachment file, Problems problems) {
        ImageSize size = file.size().orElseThrow();
        return SafeSvg.of(file.file(), problems).map(svg -> {
            Variant variant = variant(file, Type.SVG, size.width(), size.height());
            publishing.slowFiles().keep(slowName(file, variant), new Slow(svg, List.of()));
            return List.of(variant);
        });
    }

    private Optional<List<Variant>> pixels(Attachment file, Problems problems) {
        int pixels = (int)
                Math.min(PictureHeader.MOST_PIXELS, file.size().orElseThrow().pixels());
        room.acquireUninterruptibly(pixels);
        try {
            return decoded(file, problems);
        } catch (IOException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                return tooLarge(file, problems);
            }
            problems.add(
                    Rule.IMAGE_UNUSABLE,
                    file.file().asSource().whole(),
                    "the picture is damaged",
                    "copy or export it again");
            return Optional.empty();
        } catch (OutOfMemoryError e) {
            return tooLarge(file, problems);
        } finally {
            room.release(pixels);
            file.file().forget();
        }
    }

    private static Optional<List<Variant>> tooLarge(Attachment file, Problems problems) {
        problems.add(
                Rule.IMAGE_TOO_LARGE,
                file.file().asSource().whole(),
                "this machine has not enough memory for the picture",
                "save it smaller: a page shows no more than 1728 pixels in the width");
        return Optional.empty();
    }

    private Optional<List<Variant>> decoded(Attachment file, Problems problems) throws IOException {
        byte[] bytes = file.file().bytes();
        PictureHeader header = PictureHeader.of(bytes).orElseThrow();
        if (header.animated()) {
            problems.add(
                    Rule.IMAGE_ANIMATED,
                    file.file().asSource().whole(),
                    "the picture moves",
                    "save it as a picture that stands still, or as several");
            return Optional.of(List.of());
        }
        boolean webp = PixelWriter.knowsWebp();
        if (!webp) {
            encoderMissing(header, file, problems);
        }
        publishing.progress().accept("making pictures of " + file.path().fileName());
        return Optional.of(new PictureMaker(header, bytes, webp)
                .make().stream().map(made -> kept(file, made)).toList());
    }

    private static void encoderMissing(PictureHeader header, Attachment file, Problems problems) {
        if (header.format() == Format.WEBP) {
            problems.add(
                    Rule.IMAGE_UNUSABLE,
                    file.file().asSource().whole(),
                    "a WebP picture cannot be read on this system",
                    "save it as PNG or JPEG");
        } else {
            problems.add(
                    Rule.IMAGE_ENCODER_MISSING,
                    Source.ofFile("content").whole(),
                    "no WebP files are made of the pictures: the library for it is switched off or does not run on this system",
                    "build the site on Linux, macOS or Windows to give readers smaller files");
        }
    }

    private Variant kept(Attachment file, Made made) {
        Variant variant = variant(file, made.type(), made.width(), made.height());
        publishing.slowFiles().keep(slowName(file, variant), new Slow(made.bytes(), List.of()));
        return variant;
    }

    private static String slowName(Attachment file, Variant variant) {
        return "picture-" + digest(file) + "-" + variant.width() + "."
                + variant.type().ending();
    }

    /** One of the files of a picture. */
    Optional<byte[]> bytes(Attachment file, Variant variant) {
        String name = slowName(file, variant);
        return publishing
                .slowFiles()
                .find(name)
                .or(() -> make(file, publishing.problems())
                        .flatMap(made -> publishing.slowFiles().find(name)))
                .map(Slow::bytes);
    }

    /** A picture as it is, without what it says beside the picture. */
    static Optional<byte[]> bare(Attachment file, Problems problems) {
        if (isDrawn(file)) {
            return SafeSvg.of(file.file(), problems);
        }
        byte[] bytes = file.file().bytes();
        byte[] bare = BarePicture.of(PictureHeader.of(bytes).orElseThrow(), bytes);
        file.file().forget();
        return Optional.of(bare);
    }
}
