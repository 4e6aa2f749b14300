package colophon.check;

import colophon.diag.Problems;
import colophon.diag.Rule;
import colophon.diag.Span;
import colophon.model.Institution;
import colophon.model.LinkTarget;
import colophon.model.Outline;
import colophon.model.Picture;
import colophon.model.PictureField;
import colophon.model.PictureHeader;
import colophon.model.Site;
import colophon.model.Site.Attachment;
import colophon.model.Site.ImageSize;
import colophon.model.SitePath;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every picture is there, and not too large to be read. */
final class ImageCheck implements Check {
    private static final String SHOWN = "pages show images in the formats JPEG, PNG, GIF, WebP and SVG";

    @Override
    public void run(Scope scope, Problems problems) {
        Site site = scope.site();
        for (Texts.Text text : Texts.of(scope)) {
            for (Outline.Reference image : text.body().outline().images()) {
                check(site, text.file(), image.target(), image.span(), problems);
            }
        }
        if (scope.settings()) {
            settings(site, problems);
        }
    }

    private static void settings(Site site, Problems problems) {
        Stream<PictureField> logos = site.publication().institutions().stream()
                .map(Institution::logo)
                .flatMap(Optional::stream);
        Stream.concat(logos, site.settings().image().stream())
                .forEach(picture -> check(site, "", picture.path(), picture.span(), problems));
    }

    private static void check(Site site, String file, String address, Span span, Problems problems) {
        Optional<LinkTarget> target = site.resolve(file, address);
        Optional<SitePath> found = target.flatMap(LinkTarget::file);
        if (found.isPresent()) {
            checkFormat(found.get(), span, problems);
            checkSize(site.attachments().get(found.get().value()), span, problems);
            return;
        }
        if (target.flatMap(LinkTarget::external).isPresent()) {
            problems.add(
                    Rule.IMAGE_MISSING,
                    span,
                    "the picture \"" + address + "\" is on another site",
                    "save it in content/figures/: a published page asks nobody else for anything");
            return;
        }
        String help = FileNames.closest(file, address, site.fileNames())
                .map(close -> "did you mean \"" + close + "\"?")
                .orElse("put it into content/figures/ and give its path from this file");
        problems.add(Rule.IMAGE_MISSING, span, "no picture \"" + address + "\"", help);
    }

    private static void checkFormat(SitePath file, Span span, Problems problems) {
        String name = file.value();
        if (!Picture.isFile(name)) {
            problems.add(
                    Rule.IMAGE_UNUSABLE,
                    span,
                    SHOWN + ", and not "
                            + (name.contains(".")
                                    ? Picture.extension(name).toUpperCase(Locale.ROOT)
                                    : "a file without an extension"),
                    Picture.isOther(name) || name.endsWith(".pdf")
                            ? "open it in an image viewer or editor and export it: a photograph as JPEG, anything else as PNG or SVG"
                            : "to offer the file for download write a link, without the !; to show it export an image of it");
        }
    }

    /** Pictures drawn with lines have no pixels until somebody shows them. */
    private static void checkSize(Attachment picture, Span span, Problems problems) {
        boolean drawn = Picture.isDrawn(picture.path().value());
        Optional<ImageSize> size = picture.size().filter(it -> !drawn && it.pixels() > PictureHeader.MOST_PIXELS);
        size.ifPresent(it -> problems.add(
                Rule.IMAGE_TOO_LARGE,
                span,
                String.format(
                        Locale.ROOT,
                        "the picture \"%s\" has %d megapixels (%d × %d), and more than %d are not read",
                        picture.path(),
                        (it.pixels() + PictureHeader.MEGA - 1) / PictureHeader.MEGA,
                        it.width(),
                        it.height(),
                        PictureHeader.MOST_PIXELS / PictureHeader.MEGA),
                "save it smaller: a page shows no more than 1728 pixels in the width"));
    }
}
